-- question: Where did this council's money come from in one year, as planned (budget) or as it came out (outturn)?
-- takes: council text, period text, basis text
-- gives: line text, plain_name text, official_name text, note text, value_gbp double, status text,
--   share_pct double, source text
-- one row per: line
SELECT f.line, l.plain_name, l.official_name, l.explanation AS note, f.value AS value_gbp, f.status,
       -- No shares of a whole with a part that is missing or below zero.
       CASE WHEN min(coalesce(f.value, -1)) OVER () >= 0
            THEN 100 * f.value / nullif(sum(f.value) OVER (), 0) END AS share_pct, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council AND f.period = $period AND f.basis = $basis AND l.family = 'funding'
  -- What the money is spent on, and what passes straight through, is no source of money.
  AND f.line NOT IN ('net_current_expenditure', 'revenue_expenditure', 'interest_paid', 'interest_earned',
                     'debt_repayment', 'grants_passed_on')
ORDER BY f.value DESC NULLS LAST, l.position
