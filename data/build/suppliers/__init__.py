"""Published names -> suppliers, across councils: every link has its rule and a sentence for it.

``plain`` reads a name into its plain form, ``nodes`` gathers equal ones, ``numbers`` joins by
company number, ``branches`` and ``likeness`` find what else is one supplier, ``resolving`` puts it
together. docs/suppliers.md says how, and how often it is right.
"""

from data.build.suppliers.resolving import Resolution, resolve

__all__ = ["Resolution", "resolve"]
