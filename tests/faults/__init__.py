"""Faults of the machine, tried on a copy of the project: python -m tests.faults. Long, by hand."""
