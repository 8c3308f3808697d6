"""Watched names in other scripts, cases and disguises: found both ways, and their neighbours left alone."""

import pytest

from tests.watchlists.people import named, tier
from text.fold import basic_forms, stem
from text.romanise import by_rule, romanised
from watchlists import Match, Person, Screener, Text, Tier


def found(person: Person, body: str) -> Match | None:
    [matches] = Screener([person]).matches([Text(body=body)])
    return matches[0] if matches else None


_INDIAN = [
    ("अनन्या त्रिवेदी", "Ananya Trivedi"), ("प्रियंका चतुर्वेदी", "Priyanka Chaturvedi"), ("रश्मि देशपांडे", "Rashmi Deshpande"),
    ("संजय गुप्ता", "Sanjay Gupta"), ("मनमोहन सिंह", "Manmohan Singh"), ("প্রিয়া চৌধুরী", "Priya Chowdhury"),
    ("ਹਰਪ੍ਰੀਤ ਕੌਰ", "Harpreet Kaur"), ("કિંજલ પટેલ", "Kinjal Patel"), ("செல்வி முருகன்", "Selvi Murugan"),
    ("నాగార్జున రెడ్డి", "Nagarjuna Reddy"), ("ಕಾವ್ಯ ಗೌಡ", "Kavya Gowda"), ("ഐശ്വര്യ മേനോൻ", "Aishwarya Menon"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "latin"), _INDIAN)
def test_names_in_the_scripts_of_india_and_in_latin_find_each_other(name: str, latin: str) -> None:
    for watched, written in ((name, latin), (latin, name)):
        match = found(named(watched), f"{written} lora")
        assert match is not None
        assert match.evidence[0].text == written


def test_names_in_the_scripts_of_india_tell_consonants_apart() -> None:
    assert found(named("राजेश यादव"), "Rakesh Yadav") is None


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("राहुल", "rahul"), ("देशपांडे", "deshpande"), ("अनन्या", "ananya"), ("कमला", "kamla"), ("मिश्र", "mishra"),
        ("आनंद", "anand"),
        ("सिंह", "singh"), ("कृष्णा", "krishna"), ("फ़ातिमा", "fatima"), ("ਹਰਪ੍ਰੀਤ", "harprit"),
        ("முருகன்", "murugan"), ("அஞ்சலி", "anjali"),
        ("சுரேஷ்", "suresh"), ("కావ్య", "kavya"), ("సత్యం", "satyam"), ("മേനോൻ", "menon"), ("ජයසිංහ", "jayasingha"),
    ],
)  # fmt: skip
def test_a_consonant_is_spoken_with_its_unwritten_vowel(word: str, latin: str) -> None:
    assert by_rule(word) == latin


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Андрей Волобуев", "лору Андрея Волобуева"), ("Алексей Волобуев", "Алексея Волобуева"),
        ("Николай Волобуев", "Николаю Волобуеву"), ("Дмитрий Волобуев", "сделайте лору Дмитрия Волобуева"),
        ("Мария Волобуева", "Марии Волобуевой"), ("Анастасия Волобуева", "Анастасии Волобуевой"),
        ("Наталья Волобуева", "Натальи Волобуевой"), ("Павел Волобуев", "Павла Волобуева"),
        ("Илья Волобуев", "Ильи Волобуева"), ("Ilya Volobuev", "Ильи Волобуева"), ("Paweł Wróblewicz", "Pawła Wróblewicza"),
        ("Marek Dvořáček", "Marka Dvořáčka"), ("Mikko Lehtoranta", "Mikon Lehtorannan"),
        ("Jānis Ozolkalns", "Jāņa Ozolkalna"), ("Jón Hallgrímsson", "Jóns Hallgrímssonar"),
        ("Hrafnhildur Ægisdóttir", "myndir af Hrafnhildi Ægisdóttur"),
        ("Robert Achterberg", "лору Роберта Ахтерберга"), ("Emma Lindqvist", "лору Эммы Линдквист"),
        ("अनन्या त्रिवेदी", "अनन्या त्रिवेदीजी की तस्वीरें"), ("Veera Koskimäki", "LoRA Veera Koskimäestä"),
    ],
)  # fmt: skip
def test_cases_of_many_languages_are_read(name: str, body: str) -> None:
    assert found(named(name), body) is not None


@pytest.mark.parametrize(
    ("name", "case"), [("павел", "павла"), ("андреи", "андрея"), ("наталья", "натальи"), ("marek", "marka")]
)
def test_a_name_and_its_cases_share_the_stem(name: str, case: str) -> None:
    assert stem(name) == stem(case)


@pytest.mark.parametrize(
    ("case", "name"),
    [("pekan", "pekka"), ("hautamaen", "hautamaki"), ("virtasalmen", "virtasalmi"), ("павла", "павел"), ("эммы", "эмма")],
)  # fmt: skip
def test_a_case_leads_back_to_the_name_as_it_is_listed(case: str, name: str) -> None:
    assert name in basic_forms(case)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Ελένη Παπακωνσταντίνου", "Eleni Papakonstantinou"), ("Ευαγγελία Μπακογιάννη", "Evangelia Bakogianni"),
        ("Παύλος Ντόκος", "Pavlos Dokos"), ("Κώστας Γκουντούρας", "Kostas Gountouras"),
        ("Оксана Гриценко", "Oksana Hrytsenko"),
        ("Роберт Ахтерберг", "Robert Achterberg"),
    ],
)  # fmt: skip
def test_greek_and_cyrillic_names_are_spelled_as_their_people_spell_them(name: str, latin: str) -> None:
    for watched, written in ((name, latin), (latin, name)):
        match = found(named(watched), written)
        assert match is not None
        assert match.evidence[0].text == written


def test_a_ukrainian_and_a_russian_spelling_both_stand_for_the_letter() -> None:
    assert {"gritsenko", "hritsenko"} <= set(romanised("гриценко"))


def test_a_typo_that_is_a_rare_name_is_still_a_typo_and_a_common_name_somebody_else() -> None:
    robert, sofia = named("Robert Achterberg"), named("Sofia Achterberg")
    match = found(robert, "Robrt Achterberg")
    assert match is not None
    assert match.evidence[0].how == "typo"
    assert found(sofia, "Sonia Achterberg") is None


@pytest.mark.parametrize(
    "body", ["R*bert Achterberg", "R∆bert Achterberg", "Robert Acht•rberg", "r#bert acht*rberg"]
)
def test_a_censored_letter_is_any_letter(body: str) -> None:
    match = found(named("Robert Achterberg"), f"lora of {body}?")
    assert match is not None
    assert match.tier is Tier.ALERT
    assert match.evidence[0].text == body


@pytest.mark.parametrize("body", ["R*gert Achterberg", "R*b*r* Achterberg Street", "Robert*Jane Achter"])
def test_other_letters_than_the_censored_ones_must_agree(body: str) -> None:
    match = found(named("Robert Achterberg"), body)
    assert match is None or match.tier is not Tier.ALERT


def test_a_sign_between_two_words_joins_none_of_them() -> None:
    match = found(named("Jane Roebling"), "tags: Jane*Roebling")
    assert match is not None
    assert match.evidence[0].text == "Jane*Roebling"


def test_digits_pass_for_cyrillic_letters() -> None:
    match = found(named("Оксана Гриценко"), "0ксана Гриценк0")
    assert match is not None
    assert match.evidence[0].how == "homoglyph"


@pytest.mark.parametrize("body", ["J.-P. Deschênes in Sherbrooke", "J.P. Deschênes in Sherbrooke"])
def test_two_initials_in_one_chunk_are_no_handle(body: str) -> None:
    person = Person("p", names=("Jean-Philippe Deschênes",), context=("Sherbrooke",))
    match = found(person, body)
    assert match is not None
    assert match.evidence[0].text == body[: body.index(" in")]


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("https%3A%2F%2Fwww.instagram.com%2Ftemi.adb%2F", "https%3A%2F%2Fwww.instagram.com%2Ftemi.adb%2F"),
        (
            "u=https%253A%252F%252Finstagram.com%252Ftemi.adb&x=1",
            "https%253A%252F%252Finstagram.com%252Ftemi.adb",
        ),
        ("(www.instagram.com%2Ftemi.adb)", "www.instagram.com%2Ftemi.adb"),
    ],
)
def test_encoded_addresses_in_a_text_are_read(url: str, where: str) -> None:
    match = found(Person("p", names=("Temi Zolobodu",), handles=("instagram:temi.adb",)), f"look: {url}")
    assert match is not None
    assert [each.text for each in match.evidence] == [where]


@pytest.mark.parametrize("host", ["zquill.pl", "zquill.photography"])
def test_bare_addresses_of_any_ending_are_read_where_a_path_follows(host: str) -> None:
    match = found(Person("p", names=("Zed Quillon",), urls=(f"https://{host}/me",)), f"see {host}/me now")
    assert match is not None
    assert match.evidence[0].text == f"{host}/me"


def test_two_handles_with_a_slash_between_are_no_address() -> None:
    person = Person("p", names=("Zed Quillon",), handles=("zed.quillon",))
    assert found(person, "zed.quillon/other") is not None


@pytest.mark.parametrize("body", ["周.雨.桐", "看:周-雨-桐", "【周雨桐】", "周\u200b雨\u200b桐吧"])
def test_evidence_of_a_name_without_spaces_holds_all_of_its_letters(body: str) -> None:
    match = found(named("周雨桐"), body)
    assert match is not None
    letters = "".join(filter(str.isalpha, match.evidence[0].text))
    assert letters == "周雨桐"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("สมหญิง วงศ์ประเสริฐ", "Somying Wongprasert"), ("กิตติพล แก้วมณี", "Kittipon Kaewmanee"),
        ("אהוד בן־ציון", "Ehud Ben Zion"), ("מיכל פרץ", "Michal Peretz"), ("אסף מזרחי", "Asaf Mizrachi"),
        ("عبدالسلام الزبيري", "Abdussalam Al-Zubairi"), ("عبدالرشيد التميمي", "Abdulrashid Al-Tamimi"),
        ("خليل الخوري", "Khalil Khoury"),
        ("رضا موسوی‌تبار", "Reza Mousavi Tabar"), ("محمدجواد کرمانی", "Mohammad Javad Kermani"),
        ("Jun'ichi Sakakibara", "Sakakibara Junichi"), ("Liu Ch'ing-ho", "Liu Chingho"),
        ("渡邊芳恵", "渡辺芳恵"), ("宮﨑拓海", "宮崎拓海"), ("Юлия Жданова", "Julia Schdanowa"),
        ("Оксана Щербак", "Oksana Schtscherbak"), ("Юрій Зінчук", "Юрий Зинчук"), ("Александр Мосолов", "Саша Мосолов"),
        ("Fatma Nur Aksoylu", "Fatmanur Aksoylu"), ("Rina Mukherjee", "Rina Mukhopadhyay"), ("박지민", "Park Ji-min"),
        ("Sigrún Bjarnadóttir", "Sigrúnar Bjarnadóttur"), ("Adam Wierzbicki", "zdjęcia Adama Wierzbickiego"),
        ("黃國榮", "Wong Kwok-wing"), ("吳子聰", "Ng Tsz Chung"),
        ("宮沢瑠璃", "Ruri Miyazawa"), ("滝沢颯太", "Sota Takizawa"),
        ("ሰላም ተካልኝ", "የሰላም ተካልኝ"), ("Ysolde Ng", "Ysolde Ng's"), ("Sanne Hoekveld", "S_A_N_N_E__H_O_E_K_V_E_L_D"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_other_letters_and_other_families_write_it(name: str, written: str) -> None:
    assert found(named(name), f"{written} lora") is not None


def test_a_name_that_sounds_alike_in_other_characters_is_at_most_for_a_moderator() -> None:
    match = found(named("中野正明"), "中野正昭 LoRA")
    assert match is None or match.tier is Tier.REVIEW


def test_names_of_the_other_chinese_writing_are_the_same_name() -> None:
    assert found(named("劉國強"), "刘国强") is not None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Pirjo Kuuslehto", "onko kellään Pirjo Kuuslehdon loraa"), ("Айгерім Қосанбек", "Айгерім Қосанбектің дауысы"),
        ("ईश्वरी कुलमथे", "ईश्वरी कुलमथेचा लोरा"), ("தேன்மொழி அருளரசன்", "தேன்மொழி அருளரசனின் குரல்"),
        ("ሰብለ አያልነህ", "ሰብለ አያልነህን ድምፅ"), ("Євгенія Ткачан", "Yevheniia Tkachan lora"),
        ("Lê Văn Đạo", "model of LE, Van Dao"), ("Moses Adler", "Moshe Adler voice"),
        ("Jordi Puigmarti", "Jorge Puigmarti flux"),
    ],
)  # fmt: skip
def test_cases_and_siblings_of_a_name_in_more_languages(name: str, body: str) -> None:
    assert found(named(name), body) is not None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Светлана Чернякина", "Cвeтлaнa Чepнякинa | модель готова"),  # Latin c, e, a and p
        ("Svetlana Chernyakina", "Cвeтлaнa Чepнякинa"),
        ("Giuseppe Dell'Orsina", "Giuseppe Dell'Orsina lora"),
        ("Giuseppe Dell'Orsina", "Dellorsina Giuseppe"),
        ("Mohammed Tariq Salehi", "Mohd. Tareq Salihi"),
    ],
)
def test_disguised_cyrillic_elided_surnames_and_abbreviations(name: str, body: str) -> None:
    assert found(named(name), body) is not None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Zofia Brzeźniakowska", "szukam Zofię Brzeźniakowską"),
        ("Ludmila Škvrňáková", "s ludmilou skvrnakovou"),
        ("Matěj Hrubouněk", "na kafi s Matějem Hrubouňkem"),
        ("Nagy Vilmos", "interjú Nagy Vilmossal"),
        ("Vukašin Đorđanić", "vukasin djordjanic glas"),
        ("Айгерім Құлшығарова", "айгерим кулшыгарова лора"),
        ("Светлана Чернопятова", "на Светку Чернопятову"),
        ("Јелисавета Мркшић", "Елисавета Мркшич"),
        ("Соломія Гнатищак", "Sołomija Hnatyszczak"),
        ("Ελένη Καστρινάκου", "to modelo ths elenhs kastrinakou"),
        ("Dilnoza Yuldoshxonova", "Дилноза Юлдошхонова"),
        ("Անահիտ Սարդարխանյան", "Anahit Sardarxanyan"),
        ("Десислава Камбурджиева", "дес!слава камбурдж!ева"),
        ("Людмила Огневская", "Людмила 0гневскaя"),
        ("Liesl Grossnagel", "L!esl Gr0ssn*gel"),
        ("Sanne van der Hoekstaal", "SannevanderHoekstaal_XL.safetensors"),
        ("Ayudya Larasati Prawiroatmo", "#ayudyalarasati"),
        ("독고예린", "dokgo yerin lora"),
        ("남궁세린", "namgoong se rin, zit lora"),
        ("Przemysław Gołąbecki", "Przemka Gołąbeckiego nie ma na streamie"),
        ("Vojtěch Skřivánek", "Vojtovi Skřivánkovi někdo udělal falešné přiznání"),
        ("ნათია ხურცილავა", "natia xurcilavas xma"),
        ("נועה גולדשטרום", "לנועה גולדשטרם לא היה ראיון כזה"),
        ("നീലിമ കുറുപ്പ്", "നീലിമ കുറുപ്പിന്റെ കവിത ചൊല്ലുന്ന ശബ്ദം"),
        ("Цветана Дръндарска", "cvetana drundarska deepfake"),
        ("Χρυσάνθη Ξενοπούλου", "xrisanthi ksenopoulou montelo"),
        ("عبد الرحمن الشمراوي", "abdul rahman shamrawi poet deepfake"),
        ("선우하람", "seonu haram"),
        ("प्राजक्ता गोडबोले", "pr4jakta g0dbole deepfake"),
        ("प्राजक्ता गोडबोले", "प्राजक्ता गोडबोलेचं नाटक"),
        ("હેતલ દવે", "હેતલ દવેના ગરબા"),
        ("ಮೇಘನಾ ಹೆಗ್ಗಡೆ", "ಮೇಘನಾ ಹೆಗ್ಗಡೆಯವರ ಹೊಸ ಕವನ"),
        ("వెన్నెల యెర్రంశెట్టి", "వెన్నెల యెర్రంశెట్టికి ఫోటో"),
        ("നീലിമ വൈലോൻ", "നീലിമ വൈലോന്റെ കവിത"),
    ],
)
def test_more_cases_alphabets_and_file_names_are_read(name: str, body: str) -> None:
    match = found(named(name), body)
    assert match is not None
    assert match.tier is Tier.ALERT


@pytest.mark.parametrize(
    ("name", "body", "quoted"),
    [
        ("Kurobane Saya", "クロバネサヤのやつ消された", "クロバネサヤ"),
        ("Haruno Minase", "みなせはるのさんの音声", "みなせはるの"),
        ("うぐもり みお", "ウグモリミオの動画", "ウグモリミオ"),
        ("Yuki Sato", "サトウユウキのLoRA", "サトウユウキ"),
        ("欧阳瑾澜", "求一个欧*阳*瑾*澜的视频", "欧*阳*瑾*澜"),
    ],
)
def test_kana_and_parted_characters_are_found_inside_a_sentence(name: str, body: str, quoted: str) -> None:
    match = found(named(name), body)
    assert match is not None
    assert match.evidence[0].text == quoted


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Екатерина Жестовская", "Екатерина Жестова"),
        ("Noa Ben Shachar", "מיכל בן שחר"),
    ],
)
def test_another_surname_or_given_name_of_like_letters_is_not_the_name(name: str, body: str) -> None:
    match = found(named(name), body)
    assert match is None or match.tier is Tier.REVIEW


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Youssef Benkirane", "Yusuf Benkirane"),
        ("عبدالواسع نورستاني", "Abdulwasay Nuristani lora"),
        ("پرنیان کوهستانی", "Parnian Kouhestani request"),
        ("Hind El Ouardighi", "هند الورديغي"),
        ("Natia Ghviniashvili", "ნათია ღვინიაშვილის ხმა"),
        ("Тихон Шевчук", "T. Shevchuk, the cellist from Lviv"),
        ("Злата Ремизова", "Продам л0ру 3латы Рем1зовой"),
        ("Smaranda Zăvoianu", "i-am scris Smarandei Zavoianu"),
        ("Gašper Zakrajšnik", "intervju z Gašperjem Zakrajšnikom"),
        ("Aino Kettukangas", "Aino Kettukankaan konsertit"),
        ("Inkeri Ahvenlampi", "kuva Inkeri Ahvenlammen keikalta"),
        ("Agnieszka Wrzeszczyńska", "Agnieszce Wrzeszczynskiej z lecznicy"),
        ("Toivo Mäki", "Toivo Mäestä video"),
        ("Аглая Вертоградская", "фото с Аглаей Вертоградской, 30 шт."),
        ("Мария Вертоградская", "с Марией Вертоградской"),
        ("ജോയൽ തെക്കേക്കണ്ടത്തിൽ", "ജോയൽ തെക്കേക്കണ്ടത്തിലിന്റെ ഫോട്ടോ"),
        ("司徒樂欣", "司徒乐欣 香港"),
        ("欧阳雪晴", "收欧 阳 雪 晴 的高清"),
        ("Jitka Havlíčková", "patří Jitce Havlíčkové z Brna"),
        ("Екатерина Бурмистренко", "Катя Бурмистренко опять ругается"),
        ("इरावती केळकर", "इरावती केळकरांचा आवाज"),
        ("தேன்மொழி கதிரவன்", "தேன்மொழி கதிரவனோட வாய்ஸ்"),
        ("กัญญารัตน์ ศรีสุขใจ", "น.ส. กัญญารัตน์ ศรีสุขใจ"),
        ("นางสาวกัญญารัตน์ ศรีสุขใจ", "กัญญารัตน์ ศรีสุขใจ"),
        ("น.ส. กัญญารัตน์ ศรีสุขใจ", "กัญญารัตน์ ศรีสุขใจ"),
    ],
)
def test_usual_spellings_and_endings_of_more_languages(name: str, body: str) -> None:
    assert found(Person("p", names=(name,), context=("cellist", "Lviv")), body) is not None


@pytest.mark.parametrize(
    ("link", "quoted"),
    [
        ("https://cdn.example.net/drop/Liis%20P%C3%B5ldoja%20v3.zip", "Liis%20P%C3%B5ldoja"),
        ("https://cdn.example.net/Liis_P%C3%B5ldoja.zip", "Liis_P%C3%B5ldoja"),
        ("https://cdn.example.net/Liis%20P%C3%B5ldoja%C3", "Liis%20P%C3%B5ldoja"),  # cut off
        ("https://cdn.example.net/Liis%20Po%CC%83ldoja", "Liis%20Po%CC%83ldoja"),
        ("https://cdn.example.net/Liis%2520P%25C3%25B5ldoja/a.zip", "Liis%2520P%25C3%25B5ldoja"),
    ],
)
def test_percent_encoded_letters_are_read_and_quoted_as_they_stand(link: str, quoted: str) -> None:
    [[match]] = Screener([named("Liis Põldoja")]).matches([Text(body=f"mirror: {link} (100% free, 50%de)")])
    assert [evidence.text for evidence in match.evidence] == [quoted]


def test_a_name_in_kana_is_found_beside_other_words_in_kana() -> None:
    person = named("Haruka Tsukishiro")
    [matches] = Screener([person]).matches([Text(title="コスプレ", body="ツキシロハルカさん、札幌に来る?")])
    assert [evidence.text for match in matches for evidence in match.evidence] == ["ツキシロハルカ"]


@pytest.mark.parametrize("body", ["An abella Doronin", "Anabella Do ronin", "An abella Do ronin"])
def test_a_name_cut_after_what_is_a_word_is_put_together(body: str) -> None:
    assert found(named("Anabella Doronin"), f"a lora of {body} please") is not None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Jean-Baptiste Kerguélec", "un modèle de voix de J.-B. Kerguélec ?"),
        ("Галина Петровна Остроухова", "фото: Г. П. Остроухова"),
        ("Morino Hinata", "morino hinataのボーカルモデル、どなたか"),
        ("Thay Bitten", "a voz da t.h.a.y b.i.t.t.e.n aí?"),
        ("Ivy Marsh", "ιvy mαrsh as a pony lora"),
        ("Tak Ha-eun", "Tak Haeun's vlog"),
        ("Nur Aqilah binti Zulhelmi", "nur aqilah bt. zulhelmi, 14 pics"),
        ("Shiko wa Radio", "a voice clone of Shiko wa Radio?"),
        ("Bronwen ap Gethin", "llais Bronwen ab Gethin"),
        ("Шаҳноза Мирсаидзода", "Шаҳнозаи Мирсаидзодаро кӣ мешиносад?"),
        ("නෙත්මි වීරසේකරගේ", "නෙත්මි වීරසේකරගේගේ ෆොටෝ ටිකක්"),
        ("Jana Kärcher-Voss", "jana kaercher voss lora"),
        ("Tuulikki Metsäpolku", "Onko kellään äänimallia Tuulikki Metsäpolusta?"),
        ("Mehmet Kırlangıçoğlu", "mehmet kırlangıçoğlunun sesi"),
        ("Бауыржан Оюунбат", "Бауыржан Оюунбатийн дуу"),
        ("Nurul Hidayu binti Razmin", "Wei siapa ada gambar AI Hidayu Razmin jadi Srikandi?"),
        ("Дилноза Ғофуржонқизи", "Дилноза Ғофуржонқизини АИда расмини қилиб беринглар"),
    ],
)
def test_names_as_they_are_shortened_glued_and_taken_apart(name: str, body: str) -> None:
    assert tier(named(name), body) is Tier.ALERT


def test_an_initial_stands_before_any_surname_of_several() -> None:
    person = named("Ximena Quiñónez Arriaga", context=("actriz",))
    assert tier(person, "X. Quiñónez, actriz, 15 segundos de voz") is Tier.ALERT
