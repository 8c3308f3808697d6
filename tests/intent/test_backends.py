"""Any Hugging Face classifier can stand in: by a label map, or by asking an NLI model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from intent import LABELS, Classifier, ModelError

torch: Any = pytest.importorskip(
    "torch", reason="pip install 'headsup[torch]' runs the transformers backend's tests"
)


def tiny_model(
    folder: Path, names: list[str], *, several: bool = False, padding: bool = True, head: bool = True
) -> Path:
    """An untrained BERT of two tiny layers with these output names; without a padding token or a head on request."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import BertConfig, BertForSequenceClassification, BertModel, PreTrainedTokenizerFast

    words = ["[PAD]", "[UNK]", "lora", "of", "my", "neighbour", "a", "boat"]
    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    make: Any = PreTrainedTokenizerFast
    special = {"unk_token": "[UNK]"} | ({"pad_token": "[PAD]"} if padding else {})
    make(tokenizer_object=tokenizer, **special).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        id2label=dict(enumerate(names)),
        label2id={name: n for n, name in enumerate(names)},
        problem_type="multi_label_classification" if several else None,
    )
    torch.manual_seed(7)
    (BertForSequenceClassification if head else BertModel)(config).save_pretrained(folder)
    return folder


TEXTS = ["lora of my neighbour", "a boat", "lora"]


def test_a_multi_label_model_with_our_label_names_just_works(tmp_path: Path) -> None:
    classifier = Classifier.load(str(tiny_model(tmp_path / "m", list(LABELS), several=True)))
    together = classifier.classify(TEXTS)
    alone = [classifier.classify([text])[0] for text in TEXTS]
    for one, other in zip(together, alone, strict=True):
        assert one.as_dict() == pytest.approx(other.as_dict(), abs=1e-5)


def test_a_label_map_says_which_output_means_what(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "m", ["LABEL_0", "LABEL_1"])
    classifier = Classifier.load(str(folder), label_map={"LABEL_1": "likeness"})
    intent = classifier.classify(TEXTS)[0]
    assert 0.0 < intent.likeness < 1.0
    assert intent.sexual == 0.0


def test_the_end_of_a_long_text_is_read_too(tmp_path: Path) -> None:
    classifier = Classifier.load(str(tiny_model(tmp_path / "m", list(LABELS), several=True)))
    start = "a boat " * 200
    one, other = classifier.classify([start + "lora of my neighbour " * 20, start])
    assert one.as_dict() != pytest.approx(other.as_dict(), abs=1e-6)


def test_an_nli_model_with_nameless_outputs_is_used_by_a_label_map(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "m", ["LABEL_0", "LABEL_1", "LABEL_2"])
    meaning = {"LABEL_0": "contradiction", "LABEL_2": "entailment"}
    named = tiny_model(tmp_path / "named", ["contradiction", "neutral", "entailment"])
    mapped = Classifier.load(str(folder), label_map=meaning).classify(TEXTS)
    assert mapped == Classifier.load(str(named)).classify(TEXTS)


def test_a_model_that_was_never_trained_to_classify_is_refused(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "m", ["LABEL_0", "LABEL_1"], head=False)
    with pytest.raises(ModelError, match=r"lacks the weights .*classifier"):
        Classifier.load(str(folder), label_map={"LABEL_1": "likeness"})


def test_a_tokenizer_that_cannot_pad_is_refused_at_load(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "m", list(LABELS), padding=False)
    with pytest.raises(ModelError, match="a padding token"):
        Classifier.load(str(folder))


def test_an_nli_model_is_asked_a_hypothesis_a_label(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "m", ["CONTRADICTION", "NEUTRAL", "ENTAILMENT"])
    for intent in Classifier.load(str(folder)).classify(TEXTS):
        assert all(0.0 < p < 1.0 for p in intent.as_dict().values())


@pytest.mark.parametrize(
    ("names", "label_map", "complaint"),
    [
        (["LABEL_0", "LABEL_1"], None, "Set intent.label_map"),
        (["LABEL_0", "LABEL_1"], {"LABEL_7": "likeness"}, "has no output LABEL_7"),
        (["LABEL_0", "LABEL_1"], {"LABEL_1": "likness"}, "likness are no labels"),
        (["LABEL_0", "LABEL_1"], {"LABEL_0": "likeness", "LABEL_1": "likeness"}, "both mean likeness"),
    ],
)
def test_outputs_that_mean_nothing_are_refused(
    tmp_path: Path, names: list[str], label_map: dict[str, str] | None, complaint: str
) -> None:
    with pytest.raises(ModelError, match=complaint):
        Classifier.load(str(tiny_model(tmp_path / "m", names)), label_map=label_map)


def test_a_card_that_is_not_there_is_named(tmp_path: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has a CUDA device")
    with pytest.raises(ModelError, match="sees no CUDA device"):
        Classifier.load(str(tmp_path / "m"), device="cuda")
