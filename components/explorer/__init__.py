"""The pieces of the Explorer page: choices, the trail, the treemap with its table and words."""
