-- question: What were one deliverer's share, an outcome and the circumstances of each council in each year?
-- takes: part text, deliverer text, measure text, series text
-- gives: council text, slug text, name text, year integer, share_pct double, share_total double, share_status text,
--   share_period text, share_note text, outcome double, outcome_status text, outcome_period text, deprivation double,
--   rural_pct double, share_0_15_pct double, share_65_plus_pct double, density_doublings double,
--   weekly_pay_gbp double, spending_per_head_gbp double, residents integer, source text, outcome_source text,
--   population_source text, pay_source text, spending_source text, deprivation_source text, rural_source text
-- one row per: council, year
-- A period counts for the calendar year in which it ends: 2023-24, 2023/24, 31 March 2024 and the year to September
-- 2024 are all 2024; of two that end in one year the later. Residents are those of the mid-year before (2023-24:
-- mid-2023). Deprivation and rurality are of one date only. Spending is net, on the whole service, in the edition's
-- prices. An outcome that may not be compared stands as missing with its status, and so does a share of too few
-- (delivery_service.min_total); sparse councils do not stand at all. Two years after the last share are kept, for shares
-- that are read earlier than the outcome.
WITH share AS (
    SELECT d.council, year(d.ends) AS year, CASE WHEN d.left_out_because IS NULL THEN d.share_pct END AS share_pct,
           d.total, d.period, d.source, d.status, d.note
    FROM delivery_share d
    WHERE d.delivery_service = $part AND d.model = $deliverer AND d.series = $series
    QUALIFY row_number() OVER (PARTITION BY d.council, year(d.ends) ORDER BY d.ends DESC) = 1
), outcome AS (
    SELECT v.council, year(v.ends) AS year, CASE WHEN v.left_out_because IS NULL THEN v.value END AS value, v.period, v.source,
           CASE WHEN v.left_out_because IS NOT NULL AND has_figure(v.status) THEN 'not_comparable'
                ELSE v.status END AS status
    FROM measure_value v
    WHERE v.measure = $measure AND v.council IN (SELECT council FROM share)
      AND year(v.ends) BETWEEN (SELECT min(year) FROM share) AND (SELECT max(year) + 2 FROM share)
    QUALIFY row_number() OVER (PARTITION BY v.council, year(v.ends) ORDER BY v.ends DESC) = 1
), standing AS (
    SELECT council, year FROM share UNION SELECT council, year FROM outcome
), place AS (
    SELECT x.council,
           arg_max(x.value, t.ends) FILTER (WHERE x.indicator = 'uk_deprivation_score') AS deprivation,
           arg_max(x.value, t.ends) FILTER (WHERE x.indicator = 'rural_pct') AS rural_pct,
           any_value(x.source) FILTER (WHERE x.indicator = 'uk_deprivation_score') AS deprivation_source,
           any_value(x.source) FILTER (WHERE x.indicator = 'rural_pct') AS rural_source
    FROM context x
    JOIN period t USING (period)
    WHERE x.indicator IN ('uk_deprivation_score', 'rural_pct')
    GROUP BY x.council
), pay AS (
    SELECT x.council, year(t.ends) AS year, arg_max(x.value, t.ends) AS weekly_gbp, any_value(x.source) AS source
    FROM context x
    JOIN period t USING (period)
    WHERE x.indicator = 'median_weekly_pay_gbp'
    GROUP BY x.council, year(t.ends)
), spent AS (
    SELECT h.council, year(t.ends) AS year, h.real_per_head_gbp, h.source
    FROM spending_per_head h
    JOIN period t USING (period)
    WHERE h.component = 'net_current_expenditure'
      AND h.service = (SELECT service FROM delivery_service WHERE delivery_service = $part)
)
SELECT c.council, c.slug, c.name, CAST(k.year AS INTEGER) AS year, s.share_pct, s.total AS share_total,
       coalesce(s.status, 'not_collected') AS share_status, s.period AS share_period,
       s.note AS share_note, o.value AS outcome,
       coalesce(o.status, 'not_collected') AS outcome_status, o.period AS outcome_period, d.deprivation, d.rural_pct,
       p.share_0_15_pct, p.share_65_plus_pct,
       CASE WHEN p.density_per_km2 > 0 THEN log2(p.density_per_km2) END AS density_doublings,
       w.weekly_gbp AS weekly_pay_gbp, h.real_per_head_gbp AS spending_per_head_gbp,
       CAST(p.residents AS INTEGER) AS residents, s.source, o.source AS outcome_source, p.source AS population_source,
       w.source AS pay_source, h.source AS spending_source, d.deprivation_source, d.rural_source
FROM standing k
JOIN council c ON c.council = k.council AND NOT c.sparse
LEFT JOIN share s ON s.council = k.council AND s.year = k.year
LEFT JOIN outcome o ON o.council = k.council AND o.year = k.year
LEFT JOIN place d ON d.council = k.council
LEFT JOIN population p ON p.council = k.council AND p.year = k.year - 1
LEFT JOIN pay w ON w.council = k.council AND w.year = k.year
LEFT JOIN spent h ON h.council = k.council AND h.year = k.year
ORDER BY c.name, c.council, k.year
