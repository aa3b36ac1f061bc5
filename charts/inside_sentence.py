"""A label of the edition as it goes on inside a sentence: only what may be small becomes small."""

from charts.periods import days_in_words

# First words of services, lines and measures that are names.
NAMES = frozenset(
    ["Band", "Britain", "British", "England", "English", "Euro", "Gypsy", "London", "Northern"]
) | frozenset(["Ofsted", "Scotland", "Scottish", "Traveller", "Wales", "Welsh"])
# "A" is an article but before these.
CLASSED = ("level", "levels", "road", "roads")
# Grants go by their names, capitals and all.
NAMED_GRANT = ("Grant", "Scheme", "Act", "Fund", "Year")


def inside(label: str) -> str:
    """ "Adult social care" as "adult social care"; "GCSE passes", "Ofsted…" and "Revenue Support
    Grant" as they are; "A private company" as "a private company", "A roads" as they are."""
    first, *others = label.split(" ")
    if first == "A" and others and others[0].islower() and others[0] not in CLASSED:
        return f"a {' '.join(others)}"
    bare = first.strip("(,:;").replace("’", "'").removesuffix("'s")
    if not bare or bare in NAMES or not bare[1:].islower():
        return label
    if others and others[-1].strip("()") in NAMED_GRANT and others[0][:1].isupper():
        return label
    return label[0].lower() + label[1:]


def period_inside(period: str) -> str:
    """ "Year to September 2024" as "the year to September 2024"; a day as people write it."""
    words = days_in_words(period)
    return f"the y{words[1:]}" if words.startswith("Year to ") else words
