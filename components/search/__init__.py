"""One box for councils, places, postcodes, measures, services, suppliers, pages and words."""
