"""`Screener`: finds watched people in texts.

Called by handlers and the command line, off the event loop; imports `text` and its own package, never a database or a
chat library.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from text.letters import LOOKALIKES, visible
from watchlists.match import Evidence, How, Match, Tier
from watchlists.person import Person, Text

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _fold(word: str) -> str:
    if word.isascii():
        return re.sub(r"\W", "", word.lower())
    folded = unicodedata.normalize("NFKD", visible(word)).translate(LOOKALIKES)
    return "".join(c for c in folded.lower() if not unicodedata.combining(c) and c.isalnum())


def fields(text: Text) -> Iterator[tuple[str, str]]:
    """Every searched string of a text with the name its evidence carries."""
    yield "title", text.title
    yield "body", text.body
    yield "author", text.author
    yield "url", text.url
    yield from ((f"tags[{i}]", tag) for i, tag in enumerate(text.tags))
    for i, (shown, url) in enumerate(text.links):
        yield f"links[{i}].text", shown
        yield f"links[{i}].url", url


class Screener:
    """Watched people and the search for them. Reads are safe while another thread puts or removes."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._lock = threading.Lock()
        self._people: dict[str, Person] = {}
        self._terms: dict[str, tuple[tuple[str, str, How], ...]] = {}
        for person in people:
            self.put(person)

    def __len__(self) -> int:
        return len(self._people)

    def put(self, person: Person) -> None:
        """Add a person or replace the one with the same id; visible at once."""
        self.remove(person.id)
        with self._lock:
            self._people[person.id] = person
            for key, term, how in _keys(person):
                self._terms[key] = (*self._terms.get(key, ()), (person.id, term, how))

    def remove(self, person_id: str) -> None:
        """Forget a person; unknown ids are no error."""
        with self._lock:
            person = self._people.pop(person_id, None)
            for key, _, _ in _keys(person) if person else ():
                left = tuple(entry for entry in self._terms.get(key, ()) if entry[0] != person_id)
                if left:
                    self._terms[key] = left
                else:
                    self._terms.pop(key, None)

    def matches(self, items: Sequence[Text]) -> list[list[Match]]:
        """Who is found in each text, the surest first."""
        return [self._matches(item) for item in items]

    def _matches(self, item: Text) -> list[Match]:
        found: dict[str, list[Evidence]] = {}
        for field, value in fields(item):
            words = [(w.start(), w.end(), _fold(w.group())) for w in _WORD.finditer(value)]
            for i in range(len(words)):
                key = ""
                for j in range(i, min(i + 5, len(words))):
                    key += words[j][2]
                    for person, term, how in self._terms.get(key, ()):
                        start, end = words[i][0], words[j][1]
                        quoted = value[start:end]
                        kind = "exact" if quoted == term else how if how in ("handle", "url") else "folded"
                        found.setdefault(person, []).append(Evidence(field, start, end, quoted, term, kind))
        return [
            Match(person, 30.0, 0.9, Tier.ALERT, tuple(evidence), (f"{person}:{evidence[0].term}",))
            for person, evidence in found.items()
        ]


def _keys(person: Person) -> Iterator[tuple[str, str, How]]:
    for name in (*person.names, *person.aliases):
        parts = [_fold(w.group()) for w in _WORD.finditer(name)]
        yield "".join(parts), name, "folded"
        if len(parts) > 1:
            yield "".join([*parts[1:], parts[0]]), name, "folded"
    for handle in person.handles:
        yield _fold(handle.rpartition(":")[2]), handle, "handle"
    for url in person.urls:
        yield "".join(_fold(w.group()) for w in _WORD.finditer(url)), url, "url"
