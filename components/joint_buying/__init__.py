"""Pieces of the page about what councils buy one by one and could talk about together."""
