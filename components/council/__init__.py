"""The sections of the Council page, one file each, in the order of the page."""
