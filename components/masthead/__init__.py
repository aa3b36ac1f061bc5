"""What stands at the head of every page: name and mark, menu, search, the council in hand."""
