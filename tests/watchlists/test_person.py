"""Reading watchlist entries: what is accepted, and what an error tells."""

import pytest

from watchlists import Person, PersonError, from_mapping


def test_an_entry_becomes_a_person() -> None:
    entry = {"person": "p1", "names": ["Jane Roe"], "handles": ["@janeroe"], "context": ["Leeds"]}
    assert from_mapping(entry) == Person("p1", names=("Jane Roe",), handles=("@janeroe",), context=("Leeds",))


@pytest.mark.parametrize(
    ("entry", "key", "says"),
    [
        ({"names": ["Jane Roe"]}, "person", "missing"),
        ({"person": "p1"}, "names", "nothing to look for"),
        ({"person": "p1", "names": "Jane Roe"}, "names", "list of strings"),
        ({"person": "p1", "names": ["Jane Roe", 3]}, "names[1]", "must be a string"),
        ({"person": "p1", "names": ["  "]}, "names[0]", "is empty"),
        ({"person": "p1", "names": ["J" * 500]}, "names[0]", "at most"),
        ({"person": "p1", "names": ["J\ud800ane Roe"]}, "names[0]", "broken character"),
        ({"person": "p\ud800", "names": ["Jane Roe"]}, "person", "broken character"),
        ({"person": "p1", "name": ["Jane Roe"]}, "name", "did you mean 'names'"),
    ],
)
def test_an_error_names_the_key_and_never_the_value(entry: dict[str, object], key: str, says: str) -> None:
    with pytest.raises(PersonError) as caught:
        from_mapping(entry)
    assert caught.value.key == key
    assert says in str(caught.value)
    assert "Roe" not in str(caught.value)
