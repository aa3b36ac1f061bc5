"""Where other pages are."""
