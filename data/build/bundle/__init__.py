"""One edition as a bundle for an archive of research data: the same bytes whenever it is made."""
