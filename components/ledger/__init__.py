"""What several pages show of payments: what is held, and over time."""
