"""Who is meant and who is not: common names, other people's accounts, names that chance put together."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Person, Screener, Text, Tier

QUILL = named("Zoe Marchbanks", handles=("instagram:zoequill",))


@pytest.mark.parametrize(
    "body",
    [
        "@zoequill_fan is back", "@zoequill2", "instagram.com/zoequill2", "instagram.com/zoequill.fanpage",
        "https://www.instagram.com/the.zoequill/",
    ],
)  # fmt: skip
def test_another_account_that_holds_the_handle_is_not_the_handle(body: str) -> None:
    assert tier(QUILL, body) is None


@pytest.mark.parametrize(
    "body",
    ["@zoequill", "instagram.com/zoequill", "example.com/zoequill/gallery", "https://zoequill.example.com"],
)
def test_the_handle_itself_is_found_in_any_address(body: str) -> None:
    assert tier(QUILL, body) is not None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Sydney Vance", "JD Vance visited Sydney"),
        ("Sydney Vance", "We are in Sydney. Vance won again."),
        ("Floortje van den Oudenrijn", "Floortje Dessing reist naar Oudenrijn"),
        ("Derk-Jan ter Horst", "Derk van der Horst en Jan ter Beek"),
        ("Siobhán O'Shaughnessy", "O'Shaughnessy's pub, Siobhan works there"),
    ],
)
def test_words_of_two_sentences_or_two_people_make_no_sure_name(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("person", "body"),
    [
        (
            named("Temitope Adeyinka-Brown", context=("vlogger",)),
            "Temitope Adeyinka-Brown, professor of law, published",
        ),
        (named("Haruto Kurosawa"), "Haruto Kurosawa is the protagonist of my manga"),
        (named("Robert Achterberg"), "Robert Achterberg Funeral Home, Ohio"),
        (named("Nour El-Houda Benkirane"), "Nour El-Houda mosque in Berlin"),
        (named("Zolani", context=("Durban", "singer")), "Zolani Mahola is a different singer from Cape Town"),
    ],
)
def test_what_speaks_of_somebody_else_leaves_even_a_rare_name_to_a_moderator(
    person: Person, body: str
) -> None:
    assert tier(person, body) is not Tier.ALERT


@pytest.mark.parametrize(
    "body",
    [
        "Jane Roebling in a nurse outfit", "LoRA of Jane Roebling as a teacher, nsfw", "Jane Roebling, anime style, lora",
        "make a comic of Jane Roebling please", "need a character that looks exactly like Jane Roebling",
        "lora of Jane Roebling, training photos from London", "Jane Roebling as my grandmother's portrait",
        "Jane Roebling song, cloned voice wanted", "voice of Jane Roebling for my novel",
        "Jane Roebling cosplaying a police officer, uncensored", "my game needs an npc with the face of Jane Roebling",
    ],
)  # fmt: skip
def test_what_somebody_is_wanted_as_or_for_says_nothing_against_them(body: str) -> None:
    assert tier(named("Jane Roebling", context=("Leeds", "singer")), body) is Tier.ALERT


@pytest.mark.parametrize("body", ["Jane Roebling works as a nurse in Perth", "nurse Jane Roebling retires"])
def test_another_profession_right_at_the_name_speaks_of_a_namesake(body: str) -> None:
    assert tier(named("Jane Roebling", context=("Leeds", "singer")), body) is not Tier.ALERT


def test_a_name_written_plainly_is_no_spaced_one_and_a_list_of_names_is_no_name() -> None:
    [[match]] = Screener([named("Harpreet Dhaliwal")]).matches([Text(body="Harpreet Dhaliwal lora")])
    assert [each.how for each in match.evidence] == ["exact"]
    assert tier(named("周雨桐", aliases=("Zhou Yutong",)), "Zhou Yu, Tong Li, Park Seo-joon") is None


def test_a_name_of_a_script_without_spaces_is_found_spaced_out() -> None:
    assert tier(named("周雨桐"), "周 雨 桐 照片") is Tier.ALERT


def test_words_of_the_trade_in_other_scripts_are_no_surname() -> None:
    assert tier(named("Robert Achterberg"), "Роберт Ахтерберг лора") is Tier.ALERT


def test_capitals_say_nothing_where_everything_is_in_capitals() -> None:
    person = named("Will Short", context=("Bristol",))
    assert tier(person, "Will Short from Bristol") is Tier.ALERT
    assert tier(person, "WILL SHORT VIDEOS KILL LONG ONES IN BRISTOL") is not Tier.ALERT


def test_a_one_word_alias_before_the_surname_is_a_name() -> None:
    person = named("Temitope Adeyinka", aliases=("Temi",))
    assert tier(person, "nudes of Temi Adeyinka") is Tier.ALERT
    assert tier(person, "Temi from work") is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Milena Dvorakova", "Milena Bartova a Hana Dvorakova won the doubles"),
        ("Оксана Вербич", "Оксана Коваль і Ірина Вербич відкрили кав'ярню"),
        ("Mirela Stanek", "Stanek Gasthof, ul. Mirela 4, dinners until ten"),
        ("Радост Белоречка", "Радост в село Белоречка: ново училище"),
        ("মৌমিতা রায়দিঘি", "রায়দিঘি বাজারে মৌমিতা স্টোর খুলেছে"),
        ("Jane Eyre", "Jane Eyre, the governess, charcoal style"),
        ("Vicky Falls", "Victoria Falls at sunrise"),
        ("Autumn Brooks", "foggy forest, autumn brooks, mossy stones"),
    ],
)  # fmt: skip
def test_words_of_two_people_of_streets_and_of_well_known_names_alert_nobody(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


def test_a_couple_s_surname_is_both_of_theirs() -> None:
    assert tier(named("Zofia Wierzchoniak"), "Zofia and Adam Wierzchoniak, one lora each") is Tier.ALERT


@pytest.mark.parametrize("body", ["Maria Clara SDXL lora", "Maria Clara Flux", "Maria Clara, please"])
def test_words_of_the_trade_are_no_other_surname(body: str) -> None:
    assert tier(named("Maria Clara Quintanilha"), body) is Tier.REVIEW


KESTREL = named("Kestrel", context=("Bristol", "DJ"))


@pytest.mark.parametrize("body", ["Kestrel LoRA (bird)", "a kestrel over Bristol", "the kestrel web server"])
def test_a_name_of_one_word_that_is_an_ordinary_one_alerts_nobody_on_its_own(body: str) -> None:
    assert tier(KESTREL, body) is not Tier.ALERT


@pytest.mark.parametrize("body", ["Kestrel the DJ, voice model", "kestrel voice model, the bristol dj"])
def test_a_name_of_one_ordinary_word_alerts_with_its_context(body: str) -> None:
    assert tier(KESTREL, body) is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("하늘", "파란 하늘 배경 로라 추천 좀요"),
        ("Bo Lund", "Sara Niva, Tove Lundbo"),
        ("Trần Hoàng Bảo Châu", "Trần Bảo Long, Hoàng Minh Châu, Lê Bảo Trân"),
        ("Rose Marsh", "Rose marsh landscape pack"),
        ("Любовь Заречнева", "Любовь заречная, глубокая"),
        ("Luz Serena", "que dé luz serena en interiores"),
        ("Dawn Meadows", "dawn meadows at 6 am, mist over the grass"),
        ("Kestrelle", "kestrel le faucon, vidéo au ralenti"),
        ("Hazel Lane", "3 bed semi, 14 Hazel Lane, Chesterfield"),
        ("Bronwen ap Gethin", "Bronwen Gethin-Price, sheep farmer"),
        ("Hodan Warsame Guuleed", "Warsame & Hodan Grocery"),
        ("Leung Tsz Ching", "Leung Ching Tsz Kindergarten"),
    ],
)
def test_ordinary_words_other_peoples_names_and_addresses_alert_nobody(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("نورة خالد الحمراني", "الرياض", "حلقة نورة خالد العتيبي من الرياض"),
        ("Bo Lund", "Luleå", "Startlista i Luleå: Bo Hedman, Erik Lund, Tove Lundbo"),
    ],
)
def test_other_peoples_names_alert_nobody_even_with_context(name: str, context: str, body: str) -> None:
    assert tier(named(name, context=(context,)), body) is not Tier.ALERT


def test_a_name_in_a_case_that_could_be_another_given_name_is_the_person_where_the_surname_agrees() -> None:
    assert tier(named("Jan Nowak", context=("fotograf",)), "model Jana Nowaka, tego fotografa") is Tier.ALERT


def test_ordinary_words_are_a_name_right_beside_the_profession() -> None:
    person = named("Luz Serena", context=("cantante",))
    assert tier(person, "voz de la cantante luz serena") is Tier.ALERT
    assert tier(person, "luz serena en interiores, pedido de una cantante") is Tier.REVIEW


def test_hidden_letters_make_a_name_of_ordinary_words() -> None:
    person = named("Georgia Durham", context=("barrister", "Hull"))
    assert tier(person, "g3org1a durh4m, the barrister from hull") is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Trần Thị Trân Khuê", "lora của Trần Thị Trân Khuê"),
        ("Nguyễn Thị Thúy Hường", "lora của Nguyễn Thị Thuý Hường"),
        ("Nguyễn Thị Hương Lan", "lora của Nguyễn Thi Hư\u200bơng Lan"),
        ("Mădălina Ceaușescanu", "Mădălina Ceauşescanu deepfake"),
        ("Đurđica Šimičević", "Đurđica Simicevic lora"),
        ("독고예린", "독고 예린씨가 나온 영상"),
        ("남궁세린", "남궁 세린이한테 보낸"),
        ("남궁세린", "제 이름은 남궁 세린입니다"),
        ("Nguyễn Đình Hòa Khuê", "lora Nguyễn Ðình Hòa Khuê"),
        ("Imogen Thackwray", "Imogen Thackwray lora 1512-2048 px"),
        ("佐藤美咲子郎", "佐藤美咲子郎社長さんの声"),
        ("Imogen Thackwray", "Imogen Thackwray pics 2004-2024 wanted for a lora"),
        ("Imogen Thackwray", "lora of Imogen | Thackwray"),
    ],
)
def test_marks_titles_and_years_that_say_nothing_leave_the_alert(name: str, body: str) -> None:
    assert tier(named(name), body) is Tier.ALERT


@pytest.mark.parametrize("sign", ["|", "–", "/"])
def test_ordinary_words_that_a_sign_parts_are_no_name(sign: str) -> None:
    person = named("Autumn Brooks", context=("Leeds",))
    assert tier(person, "Autumn Brooks, Leeds") is Tier.ALERT
    assert tier(person, f"Autumn {sign} Brooks, Leeds") is not Tier.ALERT


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("Gwenaëlle Le Floch", "Naissances : Maël Le Floch, Gwenaëlle Kerdoncuff."),
        ("Wideline Jean-Baptiste", "Jean-Baptiste, Wideline et moi, on monte un serveur"),
        ("Marina Colombo", "Ferry 'Marina Colombo' arrived at the breakers yard"),
        ("Mette Bjerkegaard", "Folketælling 1881: Mette Bjerkegaard, 39, gift"),
        ("Mette Bjerkegaard", "born 1871, Mette Bjerkegaard, a farmer's wife"),
        ("Camille Dubreuilh", "Camille Dubreuilh (Ornans 1868 – Paris 1931)"),
        ("Marina Colombo", "the ferry 'Marina Colombo' arrived"),
        ("Asa Butterfield", "As a Butterfield fan I want a lora"),
        ("Ina Bergman", "In a Bergman film there is no such scene"),
    ],
)
def test_lists_things_and_the_long_dead_are_no_alert(listed: str, body: str) -> None:
    assert tier(named(listed), body) is not Tier.ALERT


@pytest.mark.parametrize("written", ["Annabel Trask", "Anna Bel Trask"])
def test_a_name_that_is_cut_into_names_is_left_to_a_moderator_where_the_whole_one_is(written: str) -> None:
    assert tier(named("Annabel Trask"), f"the character {written} from the anime") is Tier.REVIEW


def test_a_surname_before_a_given_name_is_one_name_also_before_a_town() -> None:
    person = named("Friederike Lüdenbach")
    assert tier(person, "9. Lüdenbach, Friederike (Kassel), Entwurf 'Drei Höfe'") is Tier.ALERT


def test_three_ordinary_words_with_capitals_are_a_name() -> None:
    assert tier(named("Lâm Quỳnh Giao"), "Ai có lora của Lâm Quỳnh Giao không") is Tier.ALERT


@pytest.mark.parametrize(
    "body",
    [
        "lora of Jorunn Valderhaug please, paying 1799 NOK",
        "Jorunn Valderhaug 1680 x 1050, steps 1620",
        "Jorunn Valderhaug lora trained in 1500 steps, or in 1620 steps",
        "Jorunn Valderhaug (1961–) LoRA, 2024 photos",
        "Jorunn Valderhaug, born 1961 - nude lora 2024",
        "We went to the beach. Jorunn Valderhaug was there",
        "From the restaurant: Jorunn Valderhaug in bikini",
        "Valderhaug, Jorunn i bikini",
        "Valderhaug, Jorunn with long hair",
        "Valderhaug, Jorunn and her sister",
    ],
)
def test_numbers_places_and_lists_of_things_hide_nobody(body: str) -> None:
    assert tier(named("Jorunn Valderhaug"), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ursula Roebling", "Obituary: Ursula Roebling, who loved her garden"),
        ("田中紗英子", "歌手の田中紗英子さんが亡くなった"),
        ("Ursula Roebling", "Nekrolog: Ursula Roebling"),
        ("Ursula Roebling", "Ursula Roebling's sampler, 1822"),
        ("Ursula Roebling", "Ursula Roebling & Associates, accountants"),
        ("Ursula Roebling", "Ursula Roebling Cooperative Bank"),
        ("Ursula Roebling", "the shop of Roebling & Ursula"),
        ("Erika Mustermann", "Erika Mustermann, Musterstraße 1"),
        ("Deshawn Pryce", "Deshawn Price, safety out of Toledo"),
        ("Nur Aqilah binti Zulhelmi", "Nur Aqilah anak Rosman dapat 9A"),
        ("Solveig Aarnesen", "I 1871 utvandret Solveig Aarnesen fra Hardanger"),
        ("Siiri Kettuvaara", "Siiri Kettuvaara oli pappi Kuopiossa, kuoli 1951."),
        ("Sol Naranjal", "Sol Naranjal S.A.T. abre campaña de cítricos"),
        ("Rosa Monteluz", "Calle Rosa Monteluz 14, 3.º B, Sevilla"),
        ("Luna Sommerfeld", "Herr Sommerfeld, Frau Luna ist heute krank"),
    ],
)
def test_the_dead_firms_and_other_surnames_are_left_to_a_moderator(name: str, body: str) -> None:
    assert tier(named(name), body) in (None, Tier.REVIEW)


def test_the_same_words_twice_support_each_other_no_more_than_once() -> None:
    person = named("Priya Sharma", "प्रिया शर्मा")
    assert tier(person, "Priya Sharma: ask for Priya Sharma") is Tier.REVIEW
    person = named("Florence Hillocky", aliases=("Flo Hillocky",))
    once, twice = (
        Screener([person]).matches([Text(body=body)])[0][0].score
        for body in ("Florence Hillocky", "Florence Hillocky, Florence Hillocky")
    )
    assert once == twice


@pytest.mark.parametrize(
    "body",
    [
        "lora of Tilda Roebling please, my old GPU died", "Tilda Roebling, the actress from Four Weddings and a Funeral",
        "Tilda Roebling, 1777 likes", "Tilda Roebling lora: steps, 1777", "res 832x1216, 1822, Tilda Roebling",
        "Tilda Roebling and Catarina", "Vou postar fotos da Tilda Roebling",
    ],
)  # fmt: skip
def test_ordinary_words_and_numbers_near_a_name_speak_of_nobody_else(body: str) -> None:
    assert tier(named("Tilda Roebling", context=("actress",)), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Conceição Paulo", "Moro em São Paulo"), ("Krisztina Bali", "Krisztina Balog lora"),
        ("rose marsh", "Rose marsh mallow finally open"), ("Sandy Brown", "Sandy-brown hair"),
        ("Ван Сяо Мин", "фото Ли Сяо Мин"), ("Ab van Dongeren Smit", "Dongeren Smit"), ("Mark Downs", "all markdowns end"),
        ("إكرام بوزيدي", "Karim Bouzidi lora"),
    ],
)  # fmt: skip
def test_other_words_and_other_peoples_names_are_no_alert(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize("body", ["Jane Roeblingさん!", "JaneRoeblingの写真", "jane roeblingさん"])
def test_a_name_before_kana_is_found(body: str) -> None:
    assert tier(named("Jane Roebling"), body) is Tier.ALERT


@pytest.mark.parametrize("alias", ["Kweli Bright", "Kweli B", "Kweli"])
def test_the_first_word_of_an_alias_stands_before_the_surname_too(alias: str) -> None:
    assert tier(named("Kwelimar Adebayosun", aliases=(alias,)), "photos of Kweli Adebayosun") is Tier.ALERT


def test_a_title_before_a_name_in_one_run_of_letters_tells_another() -> None:
    person = named("林佩瑜", context=("護理師",))
    assert tier(person, "作家林佩瑜最新散文集") is Tier.REVIEW
    assert tier(person, "護理師林佩瑜的照片") is Tier.ALERT
    assert tier(person, "林佩瑜的照片") is Tier.ALERT
