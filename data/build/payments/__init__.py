"""Payments to suppliers in any council's own file: read by its evidence, or refused with a reason.

``unpacking`` and ``opening`` find the tables in a file (``markup`` and ``objects`` those of
pages and JSON), ``decode``, ``dialect`` and ``splitting`` turn bytes into columns of text
(``cells``); for each table (``table``) ``headers`` finds the header, ``registers`` refuses what
is another kind of list, ``columns`` says which column is what, ``typed`` reads days and pence,
``taking`` makes each row a payment or sets it aside, ``totals`` tells sums from payments.
``whose`` names the council, ``judging`` what is odd, ``report`` what was read.
"""

from data.build.payments.reading import read, read_all
from data.build.payments.result import Reading, Refused

__all__ = ["Reading", "Refused", "read", "read_all"]
