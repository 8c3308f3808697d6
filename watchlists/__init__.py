"""People, and finding them in running text, however the name was hidden.

A library: `Screener` holds watched `Person`s and answers which of them a `Text` speaks of. It knows no chat, no feed and
no database. `assess` says how distinctive a person's terms are.
"""

from watchlists.distinctiveness import Advice, Distinctiveness, Reason, Refusal, assess
from watchlists.match import Evidence, How, Match, Tier
from watchlists.person import Person, PersonError, Text, from_mapping
from watchlists.screener import Screener

__all__ = [
    "Advice",
    "Distinctiveness",
    "Evidence",
    "How",
    "Match",
    "Person",
    "PersonError",
    "Reason",
    "Refusal",
    "Screener",
    "Text",
    "Tier",
    "assess",
    "from_mapping",
]
