"""The sections of the Home page."""
