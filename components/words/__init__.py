"""Names and texts as a reader sees them."""
