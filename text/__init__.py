"""Unicode folding that the classifier and the watchlists share. Knows nothing above it.

`plain` is text as a reader sees it; `text.words` cuts text into words with offsets into the original.
"""

from text.plain import plain

__all__ = ["plain"]
