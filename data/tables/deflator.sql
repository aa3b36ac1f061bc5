-- makes: GDP deflator per financial year, 2024-25 = 100
SELECT period, index, base, status, source FROM raw.gdp_deflator
