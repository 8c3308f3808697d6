"""What a text asks for: six labels, how sure, and how severe under the policy table.

For the handlers (screening), the command line (train, eval, doctor) and anybody who wants the classifier
alone. Imports nothing of Headsup but `text`; importing this package loads neither onnxruntime nor
transformers: a model is loaded by `Classifier.load`.

To add a backend: see `intent/backends/__init__.py`. To add a language: add labelled lines to
`intent/training/data/`, train, and read `headsup eval`.
"""

from intent.classifier import Classifier
from intent.errors import BusyError, ModelError, TrainingDataError
from intent.explanation import Span
from intent.front import AsyncClassifier
from intent.policy import Combining, CombiningStep, Policy, PolicyRow, Signals, Verdict
from intent.severity import Severity
from intent.taxonomy import DEFAULT_THRESHOLDS, LABELS, Confidence, Intent, Label, compose, confidence_words

__all__ = [
    "DEFAULT_THRESHOLDS",
    "LABELS",
    "AsyncClassifier",
    "BusyError",
    "Classifier",
    "Combining",
    "CombiningStep",
    "Confidence",
    "Intent",
    "Label",
    "ModelError",
    "Policy",
    "PolicyRow",
    "Severity",
    "Signals",
    "Span",
    "TrainingDataError",
    "Verdict",
    "compose",
    "confidence_words",
]
