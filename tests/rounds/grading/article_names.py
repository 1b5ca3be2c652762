"""The names of the article that lie close together, as a bank would hand them to grading."""

from quiz.rounds.names import Names

KINDS = {
    "city": ("city", "town"),
    "settlement": ("town", "village"),
    "river": ("river",),
    "lake": ("lake",),
    "range": ("range", "mountains"),
    "region": ("region", "oblast"),
    "republic": (),
    "pass": ("pass",),
}

ENTITIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "almaty": ("city", ("Almaty", "Alma-Ata", "Алматы")),
    "bishkek": ("city", ("Bishkek", "Бишкек")),
    "taraz": ("city", ("Taraz", "Тараз")),
    "aktobe": ("city", ("Aktobe", "Актобе")),
    "korday": ("settlement", ("Korday", "Kordai", "Qorday", "Кордай")),
    "merke": ("settlement", ("Merke", "Мерке")),
    "kegen": ("settlement", ("Kegen", "Кеген")),
    "kasyk": ("settlement", ("Kasyk",)),
    "kok-say": ("settlement", ("Kök-Say", "Kok-Sai", "Көк-Сай")),
    "kara-su": ("settlement", ("Kara-Su", "Kara-Suu")),
    "kara-balta": ("settlement", ("Kara-Balta", "Кара-Балта")),
    "kara-bulak": ("settlement", ("Kara-Bulak", "Кара-Булак")),
    "tokmok": ("settlement", ("Tokmok", "Tokmak", "Токмок")),
    "tup": ("settlement", ("Tüp", "Tyup", "Түп")),
    "kenbulun": ("settlement", ("Kenbulun",)),
    "akjol": ("settlement", ("Lugovoye/Akjol", "Akjol", "Lugovoye")),
    "vasilyevka": ("settlement", ("Vasil'yevka", "Васильевка")),
    "ivanovka": ("settlement", ("Ivanovka", "Ивановка")),
    "pokrovka": ("settlement", ("Pokrovka",)),
    "kamyshanovka": ("settlement", ("Kamyshanovka",)),
    "chaldybar": ("settlement", ("Chaldybar, Chuy", "Chaldybar")),
    "chu": ("river", ("Chu", "Чу", "Шу")),
    "issyk-kul": ("lake", ("Issyk-Kul", "Ysyk-Köl", "Иссык-Куль", "Ысык-Көл")),
    "ugam": ("range", ("Ugam Range", "Угам")),
    "kyrgyz-ala-too": ("range", ("Kyrgyz Ala-Too",)),
    "kungoy-ala-too": ("range", ("Küngöy Ala-Too", "Kungey Ala-Too", "Күңгөй Ала-Тоо")),
    "ozerny": ("pass", ("Ozerny Pass", "Pereval Ozernyy")),
    "almaty-region": ("region", ("Almaty Region",)),
    "jambyl-region": ("region", ("Jambyl Region", "Zhambyl Region", "Жамбыльская область")),
    "chuy-region": ("region", ("Chüy Region", "Chüy", "Chui")),
    "talas-region": ("region", ("Talas Region", "Таласская область")),
    "issyk-kul-region": ("region", ("Issyk-Kul Region", "Ysyk-Köl Region")),
    "kirghiz-assr": ("republic", ("Kirghiz ASSR",)),
    "kirghiz-assr-1926": ("republic", ("Kirghiz ASSR", "Kirghiz ASSR of 1926")),
    "kirghiz-ssr": ("republic", ("Kirghiz SSR", "Kyrgyz SSR")),
    "kazak-assr": ("republic", ("Kazak ASSR",)),
}
"""By id: kind and names, the one it is shown by first."""

WHAT = {
    "almaty": "Almaty is Kazakhstan's largest city.",
    "chu": "The border follows the Chu past Bishkek and Tokmok.",
    "bishkek": "Bishkek is the Kyrgyz capital.",
}


def article_names() -> Names:
    """All of them."""
    rows = [(entity, kind, name, i > 0) for entity, (kind, names) in ENTITIES.items() for i, name in enumerate(names)]
    return Names(rows, KINDS, WHAT)
