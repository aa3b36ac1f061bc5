"""What a circumstance of a place is called, and what one more of it is."""

# Column of service/circumstances -> plain name, and what one more of it is.
COVARIATES = {
    "income_deprived_pct": ("people in income deprivation", "percentage point"),
    "children_income_deprived_pct": ("children in income deprivation", "percentage point"),
    "older_income_deprived_pct": ("older people in income deprivation", "percentage point"),
    "household_income_1000": ("household income per resident", "£1,000 a year"),
    "share_0_15_pct": ("share of residents under 16", "percentage point"),
    "share_65_plus_pct": ("share of residents aged 65 or over", "percentage point"),
    "density_doublings": ("density of population", "doubling"),
    "weekly_pay_gbp": ("weekly pay of residents", "£1 a week"),
    "rural_pct": ("share of residents in rural places", "percentage point"),
}
# What is said of its date, and the columns of its period and its source.
DATED = {
    "income_deprived_pct": ("deprivation", "deprivation_period", "deprivation_source"),
    "children_income_deprived_pct": ("deprivation", "deprivation_period", "deprivation_source"),
    "older_income_deprived_pct": ("deprivation", "deprivation_period", "deprivation_source"),
    "household_income_1000": ("income", "income_period", "income_source"),
    "share_0_15_pct": ("residents", "population_year", "residents_source"),
    "share_65_plus_pct": ("residents", "population_year", "residents_source"),
    "density_doublings": ("residents", "population_year", "residents_source"),
    "weekly_pay_gbp": ("pay", "pay_period", "pay_source"),
    "rural_pct": ("rurality", "rural_period", "rural_source"),
}
NAMES = {key: name for key, (name, _) in COVARIATES.items()}
UNITS = {key: unit for key, (_, unit) in COVARIATES.items()}
