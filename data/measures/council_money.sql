-- Council tax, reserves and debt, as set and beside residents or a year's spending.
WITH line AS (
    SELECT f.*, t.starts FROM finance f JOIN period t USING (period) JOIN council c USING (council)
    WHERE c.class <> 'other' AND (c.starts IS NULL OR c.starts <= t.ends)
), per_head AS (
    SELECT l.*, p.residents FROM line l LEFT JOIN population p ON p.council = l.council AND p.year = year(l.starts)
), reserve AS (
    SELECT l.council, l.period, any_value(l.source) AS source,
           sum(l.value) FILTER (l.line = 'reserves_earmarked') + sum(l.value) FILTER (l.line = 'reserves_unallocated') AS both_gbp,
           sum(l.value) FILTER (l.line = 'reserves_unallocated') AS unallocated_gbp
    FROM line l WHERE l.line IN ('reserves_earmarked', 'reserves_unallocated') AND l.status <> 'estimated'
    GROUP BY l.council, l.period
), share AS (
    SELECT r.*, s.value_gbp AS spending_gbp
    FROM reserve r JOIN spending s USING (council, period)
    WHERE s.service = 'total' AND s.component = 'net_current_expenditure' AND s.status IN ('published', 'not_submitted')
), figure AS (
    SELECT line AS key, council, period, value, NULL AS numerator, NULL AS denominator, status, source,
           CASE WHEN value IS NULL THEN 'Its parts still paid different rates after the merger.' END AS note
    FROM line WHERE line IN ('band_d', 'band_d_area')
    UNION ALL
    SELECT 'band_d_area', council, period, value, NULL, NULL, status, source, NULL
    FROM line WHERE line = 'area_band_d' AND source IN ('council-tax-scotland', 'council-tax-scotland-compiled', 'council-tax-wales')
    UNION ALL
    -- Councils of Wales that the extracts do not show.
    SELECT 'band_d_area', c.council, y.period, NULL, NULL, NULL, 'not_held', y.source,
           'Published by the Welsh Government on StatsWales; not in a file held here.'
    FROM council c CROSS JOIN (SELECT DISTINCT period, source FROM line WHERE source = 'council-tax-wales') y
    WHERE c.class = 'welsh' AND c.ends IS NULL
      AND NOT EXISTS (FROM line l WHERE l.council = c.council AND l.period = y.period AND l.line = 'area_band_d')
    UNION ALL
    SELECT key, council, period, value / residents, value, residents,
           CASE WHEN value IS NOT NULL AND residents IS NULL THEN 'not_collected' ELSE status END, source,
           CASE WHEN value IS NOT NULL AND residents IS NULL THEN 'No estimate of residents for this council and year; the pounds are known.' END
    FROM per_head JOIN (VALUES ('council_tax_requirement', 'council_tax_per_head'), ('borrowing_total', 'borrowing_per_head'),
                               ('capital_financing_requirement', 'capital_financing_requirement_per_head')) k (line, key) USING (line)
    UNION ALL
    -- Income can outweigh a service's cost: a share of less than nothing says nothing.
    SELECT key, council, period, CASE WHEN spending_gbp > 0 THEN 100 * reserve_gbp / spending_gbp END, reserve_gbp, spending_gbp,
           CASE WHEN spending_gbp <= 0 THEN 'not_comparable' END, source,
           CASE WHEN spending_gbp <= 0 THEN 'Its services brought in more than they cost.' END
    FROM share, LATERAL (VALUES ('reserves_share', both_gbp), ('unallocated_reserves_share', unallocated_gbp)) AS kind (key, reserve_gbp)
)
SELECT m.measure, f.council, f.period, f.value, f.numerator, f.denominator, f.status, f.source, f.note
FROM member m JOIN figure f USING (key)
