"""What somebody is told who adds a watch."""

import pytest

from watchlists import Advice, Person, Reason, assess


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("John", Reason.FIRST_NAME),
        ("Maria", Reason.FIRST_NAME),
        ("Summer", Reason.DICTIONARY_WORD),
        ("Paris", Reason.PLACE),
        ("Jo", Reason.TOO_SHORT),
        ("---", Reason.EMPTY),
    ],
)
def test_a_term_that_matches_half_the_internet_is_refused(term: str, reason: Reason) -> None:
    [refusal] = assess(Person("p", names=(term,))).refused
    assert (refusal.term, refusal.reason_code) == (term, reason)
    assert refusal.explanation


def test_context_makes_a_given_name_usable() -> None:
    assert not assess(Person("p", names=("Maria",), context=("Tulsa", "weatherwoman"))).refused


@pytest.mark.parametrize(
    "name", ["Jane Roebling", "Zaravelle", "王小明", "김민지", "Ольга Берестова", "O'Dubhagain Liam"]
)
def test_a_full_or_rare_name_is_accepted(name: str) -> None:
    assert not assess(Person("p", names=(name,))).refused


def test_common_names_have_more_namesakes_and_get_advice() -> None:
    common, rare = assess(Person("p", names=("John Smith",))), assess(Person("p", names=("Jane Roebling",)))
    assert common.namesakes is not None
    assert rare.namesakes is not None
    assert common.namesakes > 10_000 > rare.namesakes
    assert (common.advice, rare.advice) == (Advice.ADD_HANDLE, None)


def test_only_handles_means_no_estimate() -> None:
    assert assess(Person("p", handles=("instagram:janeroe",))).namesakes is None


@pytest.mark.parametrize(
    "name", ["Jane Eyre", "Victoria Falls", "Summer Rivers", "Kestrel", "Matti Virtanen", "田中美咲"]
)
def test_whoever_has_a_well_known_common_or_plain_name_is_told_that_it_needs_context(name: str) -> None:
    assert assess(Person("p", names=(name,))).needs_context
    assert not assess(Person("p", names=(name,), context=("Norwich",))).needs_context
    assert not assess(Person("p", names=(name, "Ysolde Quarrington"))).needs_context
    assert not assess(Person("p", names=("Jane Roebling",))).needs_context
