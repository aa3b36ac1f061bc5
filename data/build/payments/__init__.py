"""Payments to suppliers in any council's own file: read by its evidence, or refused with a reason.

``unpacking`` and ``opening`` find the tables in a file (``markup`` and ``objects`` those of
pages and JSON, ``hidden`` and ``merged`` what a workbook does not show), ``decode``, ``dialect``,
``splitting`` and ``one_cell`` turn bytes into columns of text (``cells``). For each table
(``table``) ``headers`` finds the header, ``registers`` refuses what is another kind of list, and
``righting`` puts rows under its names (``offsets``, ``ragged`` with ``joining`` and ``glued``).
``columns`` says which column is what (``exchanged_headings``, ``parts_of_dates``,
``private_columns``), ``units`` in what the amounts are counted, ``typed`` reads days (``orders``,
``exchanged``) and pence. ``payment_rows`` makes each row a payment or sets it aside: ``totals``
and ``proven`` tell sums from payments, ``unpaid`` what was cancelled or not paid, ``cut_off`` a
broken last row. ``identify_council`` names the council, ``sheets`` what sheets repeat, ``noting``,
``exposing`` and ``judging`` what is odd, ``report`` what was read.
"""

from data.build.payments.reading import read, read_all
from data.build.payments.result import Reading, Refused

__all__ = ["Reading", "Refused", "read", "read_all"]
