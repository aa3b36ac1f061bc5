"""Address keys of suppliers: readable, safe in an address, unique, never empty."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

LONGEST = 60


def slug(name: str) -> str:
    """Give the letters a-z and digits of a name, joined by hyphens; '' when it has none."""
    text = name.replace("&", " and ").replace("'", "").replace("\u2019", "")
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rsplit("-", 1)[0]


def unique(named: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> list[str]:
    """Give a slug to each (name, key); the first of equal ones keeps the plain slug.

    The key tells suppliers apart and stays what it is from one edition to the next, so that the
    others' slugs, which end with a piece of its digest, stay too.
    """
    used, found = Counter(taken), []
    for name, key in named:
        plain, code = slug(name), hashlib.sha256(key.encode()).hexdigest()
        chosen, size = plain or f"supplier-{code[:6]}", 4
        while used[chosen]:
            chosen, size = f"{plain or 'supplier'}-{code[:size]}", size + 2
        used[chosen] += 1
        found.append(chosen)
    return found
