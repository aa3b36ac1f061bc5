"""What is typed and what things are called, made alike: case, accents, short forms, marks."""

import re
import unicodedata

LONGEST = 80
# Words that most councils share and nobody types to tell them apart.
_SHARED = """council borough city district county the of london royal cc metropolitan unitary
authority mbc mdc bc dc uk combined cyngor comhairle"""
SHARED = frozenset(_SHARED.split())
# Words of a question that say nothing of what is looked for.
_IDLE = """how much many does do did is are what who where spend spends spending spent on in for a
an my by and to it cost costs figures data statistics stats show me about with"""
IDLE = frozenset(_IDLE.split())
# Words that rank; what is ranked is looked for. By themselves they are of names too.
_RANKING = "highest lowest best worst most least top biggest largest average"
RANKING = frozenset(_RANKING.split())
# Short forms of words inside names.
SHORT = {
    "saint": "st",
    "hants": "hampshire",
    "herts": "hertfordshire",
    "staffs": "staffordshire",
    "notts": "nottinghamshire",
    "northants": "northamptonshire",
    "lincs": "lincolnshire",
    "leics": "leicestershire",
    "cambs": "cambridgeshire",
    "oxon": "oxfordshire",
    "derbys": "derbyshire",
    "warks": "warwickshire",
    "lancs": "lancashire",
    "yorks": "yorkshire",
    "worcs": "worcestershire",
    "glos": "gloucestershire",
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "northumb": "northumberland",
    "co": "county",
    "nth": "north",
    "sth": "south",
}


def alike(text: str) -> str:
    """Lower case, no accents, no marks, "&" as a word, short forms written out."""
    text = text[:LONGEST].replace("&", " and ").replace("’", "'")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return " ".join(SHORT.get(word, word) for word in words)


def telling(plain: str) -> str:
    """Without the words that all councils share; they stay where nothing else is left."""
    words = plain.split()
    return " ".join([word for word in words if word not in SHARED] or words)


def topic(plain: str) -> str:
    """Without the words of a question."""
    words = plain.split()
    ranked = [word for word in words if word not in IDLE | RANKING]
    kept = ranked if set(ranked) - SHARED else [word for word in words if word not in IDLE]
    return " ".join(kept or words)
