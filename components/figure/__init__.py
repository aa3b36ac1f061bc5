"""A figure with table, files, sources and citation."""
