"""What can go wrong in `intent`, for callers who decide what to do about it. Imports nothing.

    IntentError
    ├── ModelError          the model is missing, damaged, of the wrong kind, or its library is not installed
    ├── BusyError           the classifier's queue is full: come back later
    └── TrainingDataError   a labelled file breaks the format; names file and line

A model that fails is always a `ModelError` at load, never a silent "none".
"""


class IntentError(Exception):
    """Root of the tree."""


class ModelError(IntentError):
    """No usable model. The message says what was wrong, where, and what to do."""


class BusyError(IntentError):
    """The bounded queue before the classifier is full."""


class TrainingDataError(IntentError):
    """A labelled JSONL file that does not follow the format. The message names the file and the line."""
