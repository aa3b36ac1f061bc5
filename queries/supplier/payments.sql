-- question: Which payments to this supplier are held, the newest first?
-- takes: supplier integer, council text, most integer, skip integer
-- gives: day date, month date, council text, council_name text, amount_gbp double, name text,
--   department text, purpose text, published_category text, card boolean, reference text,
--   path text, sheet text, line integer, source text, file integer, file_url text
-- one row per: file, sheet, line
WITH shown AS (
    SELECT * FROM ledger.payment_by_supplier
    WHERE supplier = $supplier AND ($council IS NULL OR council = $council)
    ORDER BY month DESC NULLS LAST, day DESC NULLS LAST, council, file, sheet, line
    LIMIT greatest($most, 0) OFFSET greatest($skip, 0)
)
SELECT p.day, p.month, p.council, c.name AS council_name, ledger.pounds(p.amount_pence) AS amount_gbp,
       n.name, w.department, w.purpose, w.published_category, p.card, p.reference, f.path, p.sheet, p.line,
       f.source, p.file, f.url AS file_url
FROM shown p
JOIN council c USING (council)
JOIN ledger.supplier_name n USING (published_name)
JOIN ledger.wording w USING (wording)
JOIN ledger.payment_file f USING (file)
ORDER BY p.month DESC NULLS LAST, p.day DESC NULLS LAST, p.council, p.file, p.sheet, p.line
