"""The parts of the page on one service and all the councils that run it."""
