"""Limits that chance and the spread between councils allow, by size."""
