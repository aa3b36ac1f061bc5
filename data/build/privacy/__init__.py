"""Who is masked: private persons that councils name in their payments. The one place of the rule.

``kinds`` says of each published name whether it is an organisation's or looks like a person's, and
why; ``masked`` puts other words in the place of those names, of the purposes beside them, and of
persons whom other purposes name.
docs/privacy.md says the rule in words and how a name is taken down.
"""

from data.build.privacy.elsewhere import told_by_type, told_elsewhere
from data.build.privacy.masking import BY_COUNCIL, PERSON, WORDS, masked
from data.build.privacy.rule import kind_of, kinds
from data.build.privacy.takedown import digest, taken_down

__all__ = [
    "BY_COUNCIL",
    "PERSON",
    "WORDS",
    "digest",
    "kind_of",
    "kinds",
    "masked",
    "taken_down",
    "told_by_type",
    "told_elsewhere",
]
