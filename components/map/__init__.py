"""The pieces of the Map page: what is chosen, which councils stand together, the map, its words."""
