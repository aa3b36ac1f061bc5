"""Words that claim more than figures of what happened can bear, for tests to look for.

Councils were not drawn by lot to use one provider or another, so no sentence here says that one
thing makes another. "Fixed effects" is the name of a method and is let through.
"""

import re

CAUSAL = re.compile(
    r"\b(?:"
    r"caus(?:e|es|ed|al|ally|ing|ality)|(?<!fixed )effects? (?:of|on)|affect(?:s|ed|ing)?|"
    r"impacts?|impacted|influenc(?:e|es|ed|ing)|lead(?:s|ing)? to|led to|"
    r"because of|due to|owing to|thanks to|as a result|result(?:s|ed|ing)? (?:in|from)|"
    r"reduc(?:e|es|ed|ing)|increas(?:es|ed|ing)|rais(?:es|ed|ing)|lower(?:s|ed|ing)|"
    r"improv(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|harm(?:s|ed|ing)?|benefit(?:s|ed|ing)?|"
    r"driv(?:e|es|en|ing)|brings? about|brought about|produc(?:e|es|ed|ing)|"
    r"mak(?:e|es|ing) .{0,30}(?:better|worse)|attribut(?:e|es|ed|able)|works better|pays off"
    r")\b",
    re.IGNORECASE,
)


def causal_words(text: str) -> list[str]:
    """Each causal wording in the text, as it stands there."""
    return [found[0] for found in CAUSAL.finditer(text)]
