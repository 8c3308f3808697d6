"""The front door: who is found, where, and what is forgotten."""

from watchlists import Person, Screener, Text, Tier

JANE = Person("jane", names=("Jane Roebling",), handles=("@janeroebling",))


def test_a_name_in_the_body_is_found_where_it_stands() -> None:
    [[match]] = Screener([JANE]).matches([Text(body="who has pics of Jane Roebling?")])
    assert match.person == "jane"
    assert match.tier is Tier.ALERT
    assert [(e.field, e.start, e.end, e.text, e.how) for e in match.evidence][0] == (
        "body",
        16,
        29,
        "Jane Roebling",
        "exact",
    )


def test_a_removed_person_is_found_no_more() -> None:
    screener = Screener([JANE])
    screener.remove("jane")
    assert screener.matches([Text(body="Jane Roebling")]) == [[]]
    assert len(screener) == 0
