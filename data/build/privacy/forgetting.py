"""What the rule remembers of names and texts that it has read, and how it is given back."""

from data.build.privacy.rule import judged
from data.build.privacy.takedown import plain_words
from data.build.privacy.wordings import shown, without_listed

REMEMBERED = (judged, shown, without_listed, plain_words)


def forget() -> None:
    """Forget all names and texts: a build that is done needs none, and the next step needs room."""
    for one in REMEMBERED:
        one.cache_clear()
