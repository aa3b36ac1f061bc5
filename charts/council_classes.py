"""The kinds of council in words."""

CLASSES = {
    "london_borough": ("London borough", "London boroughs"),
    "metropolitan_district": ("metropolitan district", "metropolitan districts"),
    "unitary": ("unitary council", "unitary councils"),
    "county": ("county council", "county councils"),
    "district": ("district council", "district councils"),
    "scottish": ("Scottish council", "Scottish councils"),
    "welsh": ("Welsh council", "Welsh councils"),
    "northern_irish": ("Northern Irish council", "Northern Irish councils"),
    "other": ("other authority", "other authorities"),
}


def class_word(kind: str) -> str:
    return CLASSES[kind][0]


def class_words(kind: str) -> str:
    return CLASSES[kind][1]
