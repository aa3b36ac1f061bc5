"""The panel for study: one row per council and year, spending and every outcome, in two tiers."""
