"""Councils' own words -> our services and common categories of what payments are for.

``records`` reads what is declared in ``data/payments/words/*.toml``, ``rules`` makes patterns of
it, ``plain`` evens out spelling, ``matching`` finds which rules speak in which words, ``deciding``
lets one of them decide and ``serving`` weighs the service; ``hinting`` keeps suppliers apart.
"""

from data.build.wording.deciding import classify
from data.build.wording.hinting import hint
from data.build.wording.records import load_categories

__all__ = ["classify", "hint", "load_categories"]
