"""Turns published files into one checked edition: the only code that fetches, reads or writes.

Run it with ``python -m data.build``. Nothing of the app imports this package.
"""
