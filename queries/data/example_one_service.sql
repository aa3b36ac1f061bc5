-- question: How has England's spending on adult social care moved, in real terms?
-- takes: nothing
-- gives: period text, councils integer, million_gbp double
-- one row per: period
SELECT period, CAST(count(value_gbp) AS INTEGER) AS councils,
       round(sum(real_gbp) / 1e6, 1) AS million_gbp
FROM spending_per_head
JOIN council USING (council)
WHERE service = 'adult_social_care'
  AND component = 'net_current_expenditure'
  AND class IN ('county', 'unitary', 'metropolitan_district', 'london_borough')
GROUP BY period
ORDER BY period
