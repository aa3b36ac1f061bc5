-- makes: the words for each indicator of context, from areas/context_indicator.csv
SELECT indicator, plain_name, official_name, unit, CAST(decimals AS INTEGER) AS decimals, explanation,
       CAST(position AS INTEGER) AS position
FROM declared.context_indicator
