"""What a published name is taken for, and the sentence that says why."""

from typing import NamedTuple


class Kind(NamedTuple):
    """organisation, person, redacted or none, and the sentence that says why."""

    kind: str
    why: str


def person(why: str) -> Kind:
    """Give the answer that a name is a private person's."""
    return Kind("person", why)


def organisation(why: str) -> Kind:
    """Give the answer that a name may be shown."""
    return Kind("organisation", why)
