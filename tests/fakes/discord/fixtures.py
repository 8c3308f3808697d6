"""Pytest plugin: the `fake_discord` fixture. Loaded by tests/conftest.py."""
