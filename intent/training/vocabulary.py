"""The vocabulary trimmed to what the ten languages and English need, and its fast tokenizer.

A quarter of a million pieces would be 96 MB of embeddings. Kept: every single-character piece of the scripts
in use, every piece that the training texts need, then the most frequent ones of the eleven languages' common
words (wordfreq) up to `size`. Written as one tokenizer.json for `tokenizers` and `transformers`. Called by
`intent.training.folder`. Imports of Headsup only `intent.training.encoder`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from tokenizers.processors import TemplateProcessing

from intent.training.encoder import PretrainedEncoder

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "tr", "ja", "ko", "zh")
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_WORDS_A_LANGUAGE = 60_000
_SCRIPTS = ("LATIN", "CYRILLIC", "HIRAGANA", "KATAKANA", "HANGUL", "CJK", "GREEK")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`rows[i]` is the row of the pretrained embedding that piece i of the trimmed vocabulary keeps."""

    tokenizer: Tokenizer
    rows: tuple[int, ...]


def trimmed(encoder: PretrainedEncoder, texts: Iterable[str], size: int = 48_000) -> Vocabulary:
    """The vocabulary for the eleven languages and `texts`, of about `size` pieces."""
    whole = _tokenizer(encoder.pieces, encoder.scores)
    if len(encoder.pieces) <= size:
        return Vocabulary(whole, tuple(range(len(encoder.pieces))))
    counts: dict[int, float] = defaultdict(float)
    needed: set[int] = set(range(len(_SPECIAL)))
    for encoding in whole.encode_batch_fast(list(texts), add_special_tokens=False):
        needed.update(encoding.ids)
    for rank, ids in _common_words(whole):
        for row in ids:
            counts[row] += _WORDS_A_LANGUAGE / (rank + 10)
    for i, piece in enumerate(encoder.pieces):
        if i >= len(_SPECIAL) and _is_character(piece):
            needed.add(i)
    for row in sorted(counts, key=lambda each: -counts[each]):
        if len(needed) >= size:
            break
        needed.add(row)
    rows = tuple(sorted(needed))
    tokenizer = _tokenizer([encoder.pieces[i] for i in rows], [encoder.scores[i] for i in rows])
    return Vocabulary(tokenizer, rows)


def _common_words(whole: Tokenizer) -> list[tuple[int, list[int]]]:
    from wordfreq import top_n_list

    found = []
    for language in LANGUAGES:
        words: list[str] = top_n_list(language, _WORDS_A_LANGUAGE)
        for form in (words, [word.capitalize() for word in words]):
            encodings = whole.encode_batch_fast(form, add_special_tokens=False)
            found += [(rank, encoding.ids) for rank, encoding in enumerate(encodings)]
    return found


def _is_character(piece: str) -> bool:
    character = piece.removeprefix("▁")
    if len(character) != 1:
        return not character
    if not character.isalpha():
        return True
    return unicodedata.name(character, "").startswith(_SCRIPTS)


def _tokenizer(pieces: Sequence[str], scores: Sequence[float]) -> Tokenizer:
    tokenizer = Tokenizer(Unigram(list(zip(pieces, scores, strict=True)), unk_id=pieces.index("<unk>")))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens([name for name in _SPECIAL if name in pieces])
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", pieces.index("<s>")), ("</s>", pieces.index("</s>"))],
    )
    return tokenizer
