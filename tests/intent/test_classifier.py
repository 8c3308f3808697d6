"""The shipped classifier: one answer a text whatever the batch, long posts read to the end, spans that point right."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from intent import LABELS, Classifier, ModelError

TEXTS = [
    "LoRA of my ex, I have 30 photos of her, paying 20 USD",
    "Someone posted a bounty with my face. What can I do?",
    "",
    "Rusty lighthouse at dawn, style LoRA, 40 of my own paintings",
    "昨日のライブの歌手でLoRA作ってくれる人いませんか",
    "n u d e model of the girl from my gym, pics in dm",
    "😏",
    "Ищу модель голоса для дракона в моей игре",
]


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load()


def test_each_text_gets_six_probabilities(classifier: Classifier) -> None:
    for intent in classifier.classify(TEXTS):
        assert tuple(intent.as_dict()) == LABELS
        assert all(0.0 <= p <= 1.0 for p in intent.as_dict().values())


def test_a_texts_answer_does_not_depend_on_the_batch(classifier: Classifier) -> None:
    together = classifier.classify(TEXTS)
    alone = [classifier.classify([text])[0] for text in TEXTS]
    backwards = classifier.classify(TEXTS[::-1])[::-1]
    assert together == alone == backwards


def test_equal_texts_in_one_batch_get_equal_answers(classifier: Classifier) -> None:
    first, second, third = classifier.classify([TEXTS[0], TEXTS[3], TEXTS[0]])
    assert first == third
    assert first != second


def test_many_threads_may_ask_at_once(classifier: Classifier) -> None:
    expected = classifier.classify(TEXTS)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: classifier.classify(TEXTS), range(16)))
    assert all(each == expected for each in answers)


def test_nothing_to_judge_gives_no_answers(classifier: Classifier) -> None:
    assert classifier.classify([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://discord.com/channels/1/2/3", "https://youtu.be/abc", "www.example.com/a/b?c=1",
        "https://t.me/c/123/45 https://example.org/bounties/1", "https://my-site.example/17", "12 !!",
    ],
)  # fmt: skip
def test_a_link_that_spells_nothing_out_asks_for_nothing(classifier: Classifier, text: str) -> None:
    assert classifier.classify([text])[0].labels(classifier.thresholds) == ()


def test_what_a_link_spells_out_and_words_beside_it_are_judged(classifier: Classifier) -> None:
    spelled = "https://example.org/nude-lora-of-my-ex-girlfriend"
    asked = "https://example.org?q=nude+lora+of+my+ex"
    beside = "https://example.org/1 looking for a nude lora of my ex, paying well"
    for intent in classifier.classify([spelled, asked, beside]):
        assert "likeness" in intent.labels(classifier.thresholds)


def test_a_request_is_told_from_a_call_for_help(classifier: Classifier) -> None:
    request, help_wanted = classifier.classify(
        [
            "Need a nude LoRA of my ex girlfriend, I have 30 pics of her, paying 50",
            "Someone is selling a LoRA of me without my permission. Please, how do I get it removed?",
        ]
    )
    assert {"likeness", "sexual", "private"} <= set(request.labels(classifier.thresholds))
    assert "likeness" not in help_wanted.labels(classifier.thresholds)


def test_letters_of_another_script_and_invisible_ones_change_nothing(classifier: Classifier) -> None:
    plain, disguised = classifier.classify(
        ["nude lora of my coworker, 20 photos", "nu\u200bde lo\u00adrа of my cоwоrker, 20 phоtos"]
    )
    assert disguised == plain


def test_the_end_of_a_long_post_is_read_too(classifier: Classifier) -> None:
    padding = "The village lies in a green valley, and the train stops there twice a day. " * 60
    request = "Looking for someone to train a nude LoRA of my ex girlfriend, I have 40 photos of her."
    padded_only, with_request = classifier.classify([padding, padding + request])
    assert "likeness" not in padded_only.labels(classifier.thresholds)
    assert "likeness" in with_request.labels(classifier.thresholds)


def test_spans_point_into_the_original_text(classifier: Classifier) -> None:
    text = "Hello all!\n\nNeed a nude\u200b LoRA of my ex girlfriend, I have 30 photos of her. Paying 50 USD."
    spans = classifier.explain(text)
    assert spans
    held = classifier.classify([text])[0].labels(classifier.thresholds)
    for span in spans:
        assert span.label in held
        assert 0.0 < span.weight <= 1.0
        assert text[span.start : span.end].strip()
    assert [span.weight for span in spans] == sorted((span.weight for span in spans), reverse=True)


def test_what_is_asked_outright_is_among_the_spans(classifier: Classifier) -> None:
    text = "My weekend was fine. Anyway: please train a nude lora of my neighbour, I have photos of her"
    sexual = [span for span in classifier.explain(text) if span.label == "sexual"]
    assert any("nude" in text[span.start : span.end] for span in sexual)


def test_a_text_that_asks_for_nothing_has_no_spans(classifier: Classifier) -> None:
    assert classifier.explain("What a lovely morning at the lake") == []
    assert classifier.explain("") == []


def test_thresholds_can_be_set_label_by_label() -> None:
    strict = Classifier.load(thresholds={"likeness": 0.99})
    assert strict.thresholds["likeness"] == 0.99
    assert strict.thresholds["consent"] == Classifier.load().thresholds["consent"]


@pytest.mark.parametrize("thresholds", [{"likenes": 0.5}, {"likeness": 0.0}, {"likeness": 1.5}])
def test_a_threshold_that_makes_no_sense_is_refused(thresholds: dict[str, float]) -> None:
    with pytest.raises(ModelError, match=r"intent\.thresholds"):
        Classifier.load(thresholds=thresholds)


def test_importing_the_package_loads_no_model_library() -> None:
    code = (
        "import sys, intent\n"
        "heavy = {'onnxruntime', 'transformers', 'tokenizers', 'torch', 'sklearn', 'matplotlib', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_judging_with_the_shipped_model_needs_neither_transformers_nor_torch() -> None:
    code = (
        "import sys\nfrom intent import Classifier\n"
        "Classifier.load().classify(['a text'])\n"
        "print(sorted({'transformers', 'torch', 'sklearn'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
