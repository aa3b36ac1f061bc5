"""The sections of the page What changed."""
