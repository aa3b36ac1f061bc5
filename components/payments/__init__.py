"""Pieces of the pages about payments: the search, what it found, and what is held at all."""
