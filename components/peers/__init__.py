"""Which council a page is about, its peers, and what is said of it beside them."""
