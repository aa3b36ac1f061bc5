-- question: Which outcomes cover the same councils and years as the shares of a part of their service?
-- takes: nothing
-- gives: delivery_service text, measure text, title text, official_title text, unit text, decimals integer,
--   polarity text, series text, first_year integer, last_year integer, years integer, council_years integer
-- one row per: delivery_service, measure
-- A period counts for the calendar year in which it ends, as in delivery/panel. Figures of the place rather than the
-- council say too little of the council's service. Of several series of shares it is the one that covers the outcome
-- most: figures of two are not comparable.
WITH share AS (
    SELECT DISTINCT d.delivery_service, p.service, d.series, d.council, year(d.ends) AS year
    FROM delivery_share d
    JOIN delivery_service p USING (delivery_service)
    JOIN council c USING (council)
    WHERE d.left_out_because IS NULL AND NOT c.sparse
), outcome AS (
    SELECT DISTINCT m.measure, m.service, v.council, year(v.ends) AS year
    FROM measure_value v
    JOIN measure m USING (measure)
    WHERE m.kind = 'outcome' AND m.describes = 'council' AND m.price_basis = 'not_money' AND v.left_out_because IS NULL
), together AS (
    SELECT s.delivery_service, o.measure, s.series, min(s.year) AS first_year, max(s.year) AS last_year,
           count(DISTINCT s.year) AS years, count(*) AS council_years
    FROM share s
    JOIN outcome o USING (service, council, year)
    GROUP BY s.delivery_service, o.measure, s.series
    QUALIFY row_number() OVER (PARTITION BY s.delivery_service, o.measure
                               ORDER BY count(*) DESC, max(s.year) DESC, s.series) = 1
)
SELECT b.delivery_service, b.measure, m.title, m.official_title, m.unit, m.decimals, m.polarity, b.series,
       CAST(b.first_year AS INTEGER) AS first_year, CAST(b.last_year AS INTEGER) AS last_year,
       CAST(b.years AS INTEGER) AS years, CAST(b.council_years AS INTEGER) AS council_years
FROM together b
JOIN delivery_service p USING (delivery_service)
JOIN measure m USING (measure)
ORDER BY p.position, m.position, m.measure
