"""Briefs as files: made in a process beside the server, kept, limited."""
