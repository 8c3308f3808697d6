# Two commands do all their own set-up in .venv, with pip and the hashed lock alone:
#   make demo    the main job on the embedded defaults: no tokens, no network
#   make test    the whole suite
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start the program hundreds of times: it is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo run test check rehearse lock pictures clean

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Headsup needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "Installing Headsup into $(VENV) (a minute or two, once)"
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python requirements-dev.lock pyproject.toml
	@echo "Installing Headsup and its development tools into $(VENV) (a minute or two, once)"
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.installed

setup: $(VENV)/.installed  ## install what the bot needs into .venv

setup-dev: $(VENV)/.installed-dev  ## install what development needs as well

demo: setup  ## show the main job: a bounty reaches the person it names, and the moderators
	$(BIN)/headsup demo

run: setup  ## run the bot with ./config.toml
	$(BIN)/headsup run

test: setup-dev  ## run the whole suite (names what it skipped, and how to start it)
	$(BIN)/python -m pytest -rs

check: setup-dev  ## lint, types, import contract, what deploy/ ships
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m deploy.check

rehearse: setup  ## the Dockerfile's steps without Docker, in an empty directory, to a bot that answers (minutes)
	$(BIN)/python -m deploy.rehearse

lock: setup-dev  ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--upgrade --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--upgrade --group dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock

pictures: setup-dev  ## draw the README's pictures again
	$(BIN)/python -m docs.pictures

clean:  ## remove .venv and caches
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
