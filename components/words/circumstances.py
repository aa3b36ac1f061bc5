"""What a circumstance of a place is called, and what one more of it is."""

# Column of service/circumstances -> plain name, and what one more of it is.
COVARIATES = {
    "deprivation": ("deprivation (UK scale)", "point of the score"),
    "share_0_15_pct": ("share of residents under 16", "percentage point"),
    "share_65_plus_pct": ("share of residents aged 65 or over", "percentage point"),
    "density_doublings": ("density of population", "doubling"),
    "weekly_pay_gbp": ("weekly pay of residents", "£1 a week"),
    "rural_pct": ("share of residents in rural places", "percentage point"),
}
NAMES = {key: name for key, (name, _) in COVARIATES.items()}
UNITS = {key: unit for key, (_, unit) in COVARIATES.items()}
