"""The parts of the page that compares one council with its peers."""
