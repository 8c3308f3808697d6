"""What Headsup says, in each language (Project Fluent). Used by every handler that makes a card.

To add a language: 1. copy `locales/en.ftl` to `locales/<code>.ftl` and translate; 2. list the code in `LANGUAGES`.
A key that a language lacks is said in English; a key that English lacks raises KeyError, in tests first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).parent / "locales"
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
    "it": "Italiano",
    "ru": "Русский",
    "tr": "Türkçe",
    "ja": "日本語",
    "ko": "한국어",
    "zh": "中文",
}
"""Codes and own names, English first."""

Value = str | int | float


class Texts:
    """The texts of one language; falls back to English, message by message."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundles = [_bundle(code) for code in dict.fromkeys((language, "en"))]

    def __call__(self, key: str, **arguments: Value) -> str:
        """The message `key`. Raises KeyError if English lacks it, ValueError if an argument is missing."""
        for bundle in self._bundles:
            if bundle.has_message(key):
                message = bundle.get_message(key)
                if message.value is None:
                    break
                text, errors = bundle.format_pattern(message.value, arguments)
                if errors:
                    raise ValueError(f"text {key!r} in {self.language}: {errors[0]}")
                return str(text)
        raise KeyError(f"no text {key!r}")

    def optional(self, key: str) -> str | None:
        """The message `key` if there is one: for names of what others may add, such as sources."""
        return self(key) if any(bundle.has_message(key) for bundle in self._bundles) else None


@cache
def texts(language: str) -> Texts:
    """The texts for a language tag such as `pt-BR`: its language if there is one, else English."""
    code = language.replace("_", "-").split("-")[0].lower()
    return Texts(code if code in LANGUAGES else "en")


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((LOCALES / f"{language}.ftl").read_text("utf-8")))
    return bundle
