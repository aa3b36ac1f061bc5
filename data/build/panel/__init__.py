"""The delivery panel to take away: one row per council and year, with its codebook."""
