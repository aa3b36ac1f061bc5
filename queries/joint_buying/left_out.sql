-- question: How much of these payments cannot or should not be compared as buying, and why?
-- takes: councils text[], periods text[]
-- gives: reason text, payments integer, amount_gbp double, share_pct double
-- one row per: reason
WITH paid AS (
    SELECT supplier, category, treasury, sum(payments) AS payments, sum(amount_pence) AS pence
    FROM ledger.year_supplier
    WHERE council IN (SELECT unnest($councils)) AND period IN (SELECT unnest($periods))
    GROUP BY ALL
), told AS (
    SELECT CASE WHEN p.treasury THEN 'treasury'
                WHEN k.kind <> 'duty' THEN k.kind
                WHEN NOT coalesce(c.bought, true) THEN 'not_bought'
                WHEN k.kind = 'duty' THEN 'duty'
                ELSE 'compared' END AS reason,
           p.payments, p.pence
    FROM paid p
    LEFT JOIN ledger.special_supplier k USING (supplier)
    LEFT JOIN ledger.category c USING (category)
)
SELECT reason, CAST(sum(payments) AS INTEGER) AS payments,
       ledger.pounds(sum(pence)) AS amount_gbp,
       100 * CAST(sum(pence) AS DOUBLE) / nullif(sum(sum(pence)) OVER (), 0) AS share_pct
FROM told
GROUP BY reason
ORDER BY amount_gbp DESC, reason
