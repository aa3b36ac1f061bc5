"""Pieces of the page about one supplier: the search, who pays it, for what, and why it is one."""
