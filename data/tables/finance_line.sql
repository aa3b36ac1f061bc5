-- makes: the lines of the table finance in words, in the order of areas/finance_line.csv
SELECT line, family, plain_name, official_name, explanation, row_number() OVER () - 1 AS position
FROM declared.finance_line
