"""Councils' own words -> our services and common categories of what payments are for.

``records`` reads the rules (``data/payments/words/*.toml``), ``plain`` evens out spelling,
``matching`` finds which rules speak in which words, ``deciding`` lets one of them decide.
"""

from data.build.wording.deciding import classify
from data.build.wording.hinting import hint
from data.build.wording.records import load_categories

__all__ = ["classify", "hint", "load_categories"]
