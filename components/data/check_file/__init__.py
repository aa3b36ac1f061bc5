"""Check your file: an officer's own list of payments, read as the build would read it."""
