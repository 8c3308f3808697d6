"""Relatives, and others of a like name: another given name, father, half or generation is another person."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Person, Screener, Text, Tier


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Park Min-seo", "Park Min-ho from Busan"),
        ("Nguyễn Thị Huyền Trang", "Nguyễn Thị Thu Trang bán cà phê ở Hà Nội"),
        ("João Vitor Souza Figueiredo", "João Vitor is my neighbour"),
    ],
)
def test_another_part_in_the_place_of_a_missing_one_makes_it_another_name(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Кирилл Олегович Панфилов", "Кирилл Игоревич Панфилов"),
        ("Omar Khalid Hashemian", "Amir Khalid Hashemian"),
        ("Robert Langhammer Sr.", "Robert Langhammer Jr."),
    ],
)
def test_another_father_given_name_or_generation_is_another_person(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Rustam Ibragimovich Kadyshev", "lora of Rustam Magomedovich Kadyshev please"),
        ("GHANIM HAMMUD AL-DURAZI", "GHANIM HAMMUD AL-QUBAISI was here"),
        ("Gabriel Pinto Moura", "a portrait of Gabriel Pinto Lorca, photoreal"),
        ("Tarek Anwar El Sayed Mahrous", "Tarek Anwar El Sayed Fawzi"),
        ("Abdul Karim Rahmani Faizi", "Abdul Karim Wardaki Faizi"),
        ("Yusuf bin Harith Al-Mazini", "Harith bin Yusuf Al-Mazini"),
        ("محمد شكري المازني", "صورة محمد رياض المازني"),
    ],
)
def test_whoever_has_another_name_in_place_of_a_part_is_somebody_else(name: str, body: str) -> None:
    assert tier(named(name), body) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Rustam Ibragimovich Kadyshev", "lora of Rustam Ibrahimovich Kadyshev please"),
        ("Rustam Ibragimovich Kadyshev", "lora of Rustam Kadyshev please"),
        ("Gabriel Pinto Moura", "a portrait of Gabriel Pinto, photoreal"),
        ("Gabriel Pinto Moura", "Gabriel “Biel” Moura lora, anyone?"),
        ("Gabriel Pinto Moura", "Gabriel Pinto Lora SDXL"),
        ("Gabriel Pinto Moura", "GABRIEL PINTO. Berlin, anyone?"),
        ("Gabriel Pinto Moura", "not Gabriel Pinto Lorca but Gabriel Pinto Moura"),
        ("Gabriel Pinto Moura", "Gabriel P. Moura lora"),
        ("GHANIM HAMMUD AL-DURAZI", "Ghanim Hammud Durazi lora"),
        ("OdettaVask", "lora of Odetta Vask"),
        ("Marieke Jansma Vandermolen", "Marieke Jansma van der Molen, a lora"),
        ("Amir Sayyid Abdulwali", "Amir Abdulwali lora"),
        ("bin Harith Yusuf Al-Mazini", "Yusuf bin Harith Al-Mazini"),
    ],
)
def test_a_part_left_out_or_spelled_otherwise_is_still_the_person(name: str, body: str) -> None:
    assert tier(named(name), body) is not None


def test_a_shorter_name_is_not_theirs_inside_somebody_elses_longer_one() -> None:
    rosa = named("Роза Игоревна Чернякина", "Rosa Chernyakina")
    assert tier(rosa, "лора Розы Олеговны Чернякиной") is None
    assert tier(rosa, "Rosa Chernyakina lora") is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("James Walter Hurlock Jr.", "James Walter Hurlock Sr."),
        ("Richard Bentley Crofton III", "Richard Bentley Crofton II"),
        ("Mohammed Rubayi", "محمود الربيعي"),
        ("Aung Kyaw Moe", "Aung Kyaw Soe"),
    ],
)
def test_another_generation_and_other_known_names_are_somebody_else(name: str, body: str) -> None:
    assert tier(named(name), body) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Nguyễn Thị Hương", "Nguyễn Thị Hường, Trần Văn Nam"),
        ("Leonor Sá Nogueira", "Leonor Nogueira de Sá, 61 anos, ganhou o concurso das sopas"),
        ("Nagy Eszter", "Nagy Eszter (Szeged, 1931–2024) népművelő emlékére"),
        ("Hazel Thwaite", "Thwaite Hazel (Mrs), 1911-1998, herbarium sheets"),
        ("佐藤美咲", "佐藤美咲希さんの新作は桜あん"),
        ("이은정", "이은 정류장이 어디인가요?"),
        ("مریم رضایی", "آقای رضایی و مریم خانم نذری می‌دهند"),
        ("Ottavia Zuccherini", "zuccherini dell'ottava di pasqua, ricetta della nonna"),
    ],
)
def test_other_tones_orders_lives_and_longer_names_alert_nobody(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Nguyễn Thị Hương Lan", "nhờ làm giúp Nguyễn Thị Hương Lan"),
        ("Leonor Sá Nogueira", "Sá Nogueira, Leonor"),
        ("鷹取美咲", "鷹取美咲さんの新作"),
        ("Xóchitl Barragán Tun", "la chef Xochitl Barragan (la de Mérida) pide que no compartan"),
    ],
)
def test_what_looks_like_another_name_at_a_glance_is_still_found(name: str, body: str) -> None:
    assert tier(named(name), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Pedro Thackwray", "Petra Thackwray lora"),
        ("Serena Thackwray", "Renata Thackwray lora"),
        ("Andrew Thackwray", "Andres Thackwray lora"),
        ("דינה גולדשטרום", "דנה גולדשטרום"),
        ("Александр Корзух", "Александра Корзухинская"),
    ],
)
def test_another_given_name_is_no_pet_name_or_spelling(name: str, body: str) -> None:
    assert tier(named(name), body) is not Tier.ALERT


def test_a_title_that_is_somebody_s_surname_is_part_of_the_name() -> None:
    screener = Screener([Person("p", names=("Robert Maulana",), context=("drummer",))])
    alone, whole = screener.matches(
        [Text(body="Robert, our drummer, is back"), Text(body="a lora of Robert Maulana, the drummer")]
    )
    assert not alone
    assert [match.tier for match in whole] == [Tier.ALERT]


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("Быстрицкий Пётр Ильич", "Павел Ильич Быстрицкий"),  # the given name is another
        ("Jean-Claude Mbuyi Kalondji", "Jean-Pierre Mbuyi Kalondji"),  # half of it is
        ("Trần Thị Bích Hằng", "Tran Thi Bich Ngoc"),
        ("Bogusław Niedźwiedzki", "Bogusława Niedźwiedzka"),  # his sister
        ("Omar Abdullah", "Abdullah bin Omar"),  # father and child
        ("Ковальський Іван", "Ковальська Іванна"),
        ("Богдан Покровський", "Богдана Покровська"),
        ("Евгения Покровская", "Евгений Покровский"),
        ("Valeria Pokrovska", "Valeriy Pokrovsky"),
        ("Daniel Wolski", "Danielle Wolska"),
        ("حسن كامل الفرطوسي", "Hussein Kamil al-Fartusi"),
    ],
)
def test_a_relative_with_another_given_name_is_no_alert(listed: str, body: str) -> None:
    assert tier(named(listed), f"a lora of {body} please") is not Tier.ALERT


def test_a_given_name_of_two_words_alone_is_nobody_s_name() -> None:
    assert tier(named("Jean-Bosco Nshimyumukiza"), "who has a lora of Jean-Bosco Habimana?") is not Tier.ALERT


def test_a_listed_initial_is_not_the_next_word() -> None:
    person = named("Ambili K. Varkey", context=("advocate", "Kochi"))
    assert tier(person, "Adv. Ambili Varkey from Kochi: somebody offered me her cloned voice") is Tier.ALERT


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("Юлия Поланская", "Julia Polanski"),  # a woman abroad
        ("Sophia Zelensky", "Sofia Zelenska"),
        ("Sheikh Qorvathian", "lora of Qorvathian"),
        ("Sheikh Qorvathian", "lora of Sheikh Qorvathian"),
        ("Hafiz Rahmanullin", "lora of Hafiz Rahmanullin nude deepfake"),
        ("Dr. Jean-Claude Mbuyi Kalondji", "lora of Jean Mbuyi Kalondji"),
        ("Jean-Claude Mbuyi Kalondji", "lora of Jean Mbuyi Kalondji"),
        ("Hans-Peter Gruber Zulwenska", "Hans Gruber Zulwenska"),
        ("Jaelynn Beth Rabinovich", "lora of Jaelynn Rabinovich"),  # no patronymic
        ("Affleck Jones", "Jones, Ben Affleck"),
        ("Bella Hadidova", "Bella hadidova lora"),
    ],
)
def test_who_writes_a_name_otherwise_still_means_the_person(listed: str, body: str) -> None:
    assert tier(named(listed), body) is Tier.ALERT
