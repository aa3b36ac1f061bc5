"""Payments to suppliers in any council's own file: read by its evidence, or refused with a reason.

``opening`` finds the tables in a file, ``decode`` and ``dialect`` turn bytes into rows of cells,
``headers`` finds the header, ``columns`` says which column is what, ``rows`` takes each row or sets
it aside, ``judging`` refuses what is not payments, ``report`` says what was read.
"""

from data.build.payments.reading import read, read_all
from data.build.payments.result import Reading, Refused

__all__ = ["Reading", "Refused", "read", "read_all"]
