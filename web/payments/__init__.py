"""All payments of a search as files of any length, streamed past the pages."""
