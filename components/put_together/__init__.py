"""What councils would be as one, and what became of those that did it."""
