"""Context words: in their cases, in other languages and letters, and what is none."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Screener, Text, Tier


def test_all_words_of_a_context_term_are_shown() -> None:
    person = named("Kanokwan Srisuksom", context=("Chiang Mai",))
    [[match]] = Screener([person]).matches([Text(body="lora of Kanokwan Srisuksom from Chiang Mai")])
    assert [each.text for each in match.evidence if each.how == "context"] == ["Chiang Mai"]


def test_a_well_known_name_alerts_with_a_context_word() -> None:
    assert tier(named("Jane Eyre", context=("Norwich",)), "lora of Jane Eyre from Norwich") is Tier.ALERT


@pytest.mark.parametrize(
    ("context", "body"),
    [
        ("aktorka", "Anna Nowak, the actress, flux lora"), ("Köchin", "Anna Nowak, chef and author"),
        ("Köln", "Anna Nowak from Cologne"), ("歌手", "Anna Nowak (singer) voice model"),
    ],
)  # fmt: skip
def test_a_context_word_counts_in_other_languages(context: str, body: str) -> None:
    assert tier(named("Anna Nowak", context=(context,)), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("Deniz Toprakli", "İzmir", "Kadroda Deniz Aslan, Ebru Toprakli ve yeni pasör var. İzmir deplasmanı"),
        ("Bo Lundmarken", "Luleå", "Luleå: Bo Hedman, Erik Lundmarken, Sara Niva"),
        ("Autumn Fieldings", "Halifax", "Halifax has a market every autumn. Fieldings sells tents."),
    ],
)
def test_context_does_not_join_what_two_people_or_sentences_part(name: str, context: str, body: str) -> None:
    assert tier(named(name, context=(context,)), body) is not Tier.ALERT


def test_a_town_alone_does_not_say_who_of_a_family_is_meant() -> None:
    person = named("Philippa Thorne-Askew", context=("barrister", "Leeds"))
    assert tier(person, "Thorne-Askew and sons? Are they new in Leeds?") is not Tier.ALERT
    assert tier(person, "Thorne-Askew, the barrister") is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("Олена Коваленчук", "лікарка", "Олена Коваленчук (тренерка з плавання) набирає групу"),
        ("Grete Zwieselhuber", "Hebamme", "Grete Zwieselhuber, Notarin, nimmt Termine an"),
        ("Lucía Arrietagoitia", "cantante", "la cardióloga Lucía Arrietagoitia atiende los lunes"),
    ],
)
def test_another_profession_counts_in_many_languages(name: str, context: str, body: str) -> None:
    assert tier(named(name, context=(context,)), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("context", "said"), [("midwife", "hebamme"), ("swimmer", "пловчиха"), ("judge", "tuomari")]
)
def test_a_profession_is_the_same_in_another_language(context: str, said: str) -> None:
    assert tier(named("Anna Berg", context=(context,)), f"Anna Berg, {said}, LoRA") is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("Annegret Zwieselbauer", "Sängerin", "wer macht nun Annegret Zwieselbauer als LoRA"),
        ("Elif Karacaoğlan", "oyuncu", "Elif Karacaoğlan fotoğraf seti ile lora"),
    ],
)
def test_ordinary_words_are_no_other_profession(name: str, context: str, body: str) -> None:
    assert tier(named(name, context=(context,)), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("context", "body"),
    [
        ("Kuopio", "Laura Virtanen soitti Kuopiossa"),
        ("Kuopio", "Laura Virtanen, se kuopiolainen"),
        ("harmonikka", "Laura Virtanen ja harmonikan soitto"),
        ("Bhopal", "भोपाल: Laura Virtanen की आवाज़"),
    ],
)
def test_context_counts_in_its_cases_and_in_other_letters(context: str, body: str) -> None:
    [[without]] = Screener([named("Laura Virtanen")]).matches([Text(body=body)])
    [[match]] = Screener([named("Laura Virtanen", context=(context,))]).matches([Text(body=body)])
    assert match.score > without.score
    assert "context" in {evidence.how for evidence in match.evidence}


@pytest.mark.parametrize(
    ("context", "body"),
    [("Paris", "Laura Virtanen, Parisa and Tom"), ("Georgia", "Laura Virtanen, Georgiana")],
)
def test_another_name_is_no_context_although_it_begins_with_it(context: str, body: str) -> None:
    assert tier(named("Laura Virtanen", context=(context,)), body) is Tier.REVIEW


def test_a_name_said_twice_is_no_context() -> None:
    person = named("Milana Rossi", context=("Milan",))
    [[match]] = Screener([person]).matches([Text(body="Milana Rossi. Milana sings.")])
    assert [evidence.how for evidence in match.evidence] == ["exact"]


def test_context_further_on_counts_although_the_name_begins_like_it() -> None:
    person = named("Milana Rossi", context=("Milan",))
    [[match]] = Screener([person]).matches([Text(body=f"Milana Rossi. {'Milana sings. ' * 9}From Milan")])
    assert [evidence.text for evidence in match.evidence if evidence.how == "context"] == ["Milan"]


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("cosplayer", "cosplay, size 38"),
        ("runner", "a great day for running"),
        ("biathlon", "skidskytte"),
        ("harpist", "the one with the harp"),
        ("cycling", "a cyclist"),
        ("makeup artist", "taught me more about makeup than any course"),
    ],
)
def test_what_somebody_does_says_a_little_of_who_does_it(context: str, said: str) -> None:
    """An initial before a rare surname becomes theirs; a name that thousands have stays for a moderator."""
    assert tier(named("Anna Kerguelec", context=(context,)), f"A. Kerguelec, {said}") is Tier.ALERT
    assert tier(named("Anna Kerguelec"), f"A. Kerguelec, {said}") is Tier.REVIEW
    assert tier(named("Emma Walker", context=(context,)), f"Emma Walker, {said}") is Tier.REVIEW


@pytest.mark.parametrize(
    ("context", "body"),
    [
        ("baker", "Emma Walker is back with a new lora"),
        ("tenista", "top ten loras of Emma Walker"),
        ("ceramist", "Emma Walker and her dog"),
        ("boxer", "Emma Walker box art"),
        ("runner", "I am running an Emma Walker lora on my 3060"),
        ("florist", "Emma Walker with flowers in her hair"),
        ("Running Man", "I am running an Emma Walker lora"),
        ("pastry baker", "Emma Walker lora, baked for 20 epochs"),
    ],
)
def test_ordinary_words_of_posts_are_no_context(context: str, body: str) -> None:
    assert tier(named("Emma Walker", context=(context,)), body) is Tier.REVIEW


@pytest.mark.parametrize(
    "body",
    [
        "Vesela Karakasheva, news presenter",
        "the anchor Vesela Karakasheva",
        "Vesela Karakasheva, our reporter",
    ],
)
def test_what_a_journalist_is_called_too_contradicts_nothing(body: str) -> None:
    assert tier(named("Vesela Karakasheva", context=("журналистка",)), body) is Tier.ALERT


@pytest.mark.parametrize(
    "body", ["Vesela Karakasheva, plumber", "a Vesela Karakasheva szakács, villanyszerelőt keres"]
)
def test_another_trade_does_also_in_another_case(body: str) -> None:
    assert tier(named("Vesela Karakasheva", context=("журналистка",)), body) is Tier.REVIEW


@pytest.mark.parametrize(
    ("context", "body"),
    [
        ("speech therapist", "Anna Nowak, logopeda, prowadzi zajęcia"),
        ("logopeda", "Anna Nowak works here as a speech therapist"),
        ("flight attendant", "Anna Nowak, stewardesa"),
        ("salsa teacher", "Anna Nowak, la profe de salsa"),
        ("professeure de danse", "Anna Nowak, the dance teacher"),
        ("tattooist", "Anna Nowak — tattoo artist, booked out"),
    ],
)
def test_what_somebody_is_in_several_words_counts_in_other_languages(context: str, body: str) -> None:
    assert tier(named("Anna Nowak", context=(context,)), body) is Tier.ALERT


def test_a_profession_in_several_words_that_is_denied_is_no_context() -> None:
    person = named("Gurpreet Singh", context=("trucker",))
    assert tier(person, "Gurpreet Singh, the cardiologist. He is no truck driver") is not Tier.ALERT
