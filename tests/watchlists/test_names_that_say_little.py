"""Names that do not say who is meant: the commonest, those that are words, those of one word; and what helps."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Person, Tier


@pytest.mark.parametrize(
    "name",
    [
        "王伟", "李娜", "Li Na", "김민수", "박지영", "Γιώργος Παπαδόπουλος", "فاطمة أحمد", "محمد حسن", "Fatima Ali",
        "Иван Иванов", "Анна Иванова", "Rahul Kumar", "Nagy László", "Sean Murphy", "Jan Novák", "Ana Popescu",
        "Lars Hansen", "דוד כהן",
        "Anna Nowak", "Marie Martin", "Emma Müller", "Joao Santos", "Juan Perez", "Maria Garcia", "Georgi Ivanov",
        "Mary Wanjiku", "Matti Virtanen", "Budi Santoso", "田中美咲", "Марко Јовановић", "Nguyễn Thị Hoa", "Giulia Rossi",
        "Fatou Diop", "გიორგი ბერიძე", "Jean-Pierre Martin", "Kim Ji-hoon", "김지은", "陳怡君", "Ali Rezaei",
        "Olena Kovalenko",
    ],
)  # fmt: skip
def test_a_bare_name_that_thousands_have_is_for_a_moderator_in_every_country(name: str) -> None:
    assert tier(named(name), f"lora of {name} please") is Tier.REVIEW


@pytest.mark.parametrize(
    ("person", "body"),
    [
        (named("Matti Virtanen", context=("Kajaani",)), "lora of Matti Virtanen from Kajaani"),
        (named("Matti Virtanen", handles=("@mativirt_ski",)), "who is @mativirt_ski"),
        (named("Matti Kyröskoski"), "lora of Matti Kyröskoski"),
        (named("Kaino Virtanen"), "lora of Kaino Virtanen"),
        (
            named("Marko Jovanović", context=("košarkaški trener", "Niš")),
            "LoRA Marka Jovanovića, košarkaškog trenera",
        ),
        (named("Marko Jovanović", context=("Niš",)), "tražim slike, Marko Jovanović iz Niša"),
        (named("Nguyễn Thị Thanh Ngà Sương"), "lora Nguyễn Thị Thanh Ngà Sương"),
    ],
)
def test_context_a_handle_or_one_rarer_word_says_which_of_them(person: Person, body: str) -> None:
    assert tier(person, body) is Tier.ALERT


ARTIST = named("Quillonda", context=("Bern",))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Die Quillonda in meiner Kampagne hat drei Köpfe", Tier.REVIEW),
        ("quillonda rvc when", Tier.ALERT),
        ("does anybody have the voice of Quillonda", Tier.ALERT),
        ("Q u i l l o n d a any luck", Tier.ALERT),
        ("Ⓠⓤⓘⓛⓛⓞⓝⓓⓐ mega pack", Tier.ALERT),
        ("#quillonda", Tier.ALERT),
        ("Quillonda spielt heute in Bern", Tier.ALERT),
    ],
)
def test_a_name_of_one_word_needs_more_than_to_be_mentioned(body: str, wanted: Tier) -> None:
    assert tier(ARTIST, body) is wanted


@pytest.mark.parametrize(
    ("person", "body"),
    [
        (named("Maartje van der Linde"), "mijn buurvrouw Maartje van de Linden zegt"),
        (named("محمد علي", context=("طنطا",)), "علي ومحمد ابنا خالتي في طنطا"),
        (named("森さくら"), "森、桜、雨上がり"),
        (named("สมชาย ใจดี"), "สมชายใจดีกับเพื่อน"),
        (named("Radka Veselá"), "Radka veselá a opilá na stole"),
        (named("Venkatasubramanian Ranganathan"), "the lecdems of Venkatasubramanian R."),
    ],
)
def test_another_surname_two_people_and_words_are_left_to_a_moderator(person: Person, body: str) -> None:
    assert tier(person, body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("person", "body"),
    [
        (
            named("Hope Summers", context=("potter", "Hebden Bridge")),
            "hope summers, she sells mugs over in hebden bridge",
        ),
        (
            named("Venkatasubramanian Ranganathan", context=("mridangam", "Kumbakonam")),
            "lecdems of Venkatasubramanian R., Kumbakonam mridangam vidwan",
        ),
    ],
)
def test_a_town_of_two_words_or_two_words_of_context_say_who_is_meant(person: Person, body: str) -> None:
    assert tier(person, body) is Tier.ALERT


def test_context_that_a_text_denies_is_none() -> None:
    silva = named("João Silva", context=("eletricista", "Campinas"))
    assert tier(silva, "o João Silva de quem falam não é eletricista nem nada") is Tier.REVIEW
    assert tier(silva, "o João Silva de quem falam é eletricista") is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Blanche Fontaine", "la blanche fontaine du village"),
        ("Serena Valle", "la serena valle dei fiori"),
        ("Надежда Зима", "впереди зима, надежда на снег"),
        ("Blessing Friday", "Blessing Friday at our chapel, bring your dog"),
        ("白云", "今天白云很多"),
        ("טל שחר", "טל שחר ירד על השדה"),
        ("Asha Kiran", "आशा किरण"),
        ("Stella Marina", "trovata una stella marina secca"),
        ("Tuuli Meri", "tuuli meri ja aurinko"),
        ("Kvítek", "kvítek pro tebe"),
        ("한가을", "한가을에 접어드니 단풍이"),
        ("László Nagykereki", "László, Nagykereki gyönyörű"),
        ("Pierre Martineau", "Jean-Pierre Martineau chante mercredi"),
    ],
)
def test_words_that_a_text_says_as_words_are_left_to_a_moderator(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Blanche Fontaine", "un lora de blanche fontaine svp"),
        ("Blessing Friday", "need a lora of Blessing Friday"),
        ("Надежда Зимовец", "мороз, Надежда Зимовец замёрзла"),
        ("Stella Marina", "cerco un modello di stella marina"),
        ("Ludmila Meri", "ludmila meri lora"),
        ("Bjørn Sæterhaugen", "bilder av Bjørn Sæterhaugen etter at han kom"),
    ],
)
def test_the_same_words_as_a_name_are_one(name: str, body: str) -> None:
    assert tier(named(name), body) is Tier.ALERT
