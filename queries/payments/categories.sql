-- question: Into which common categories are payments sorted, and what belongs to each?
-- takes: nothing
-- gives: category text, plain_name text, explanation text, bought boolean
-- one row per: category
SELECT category, plain_name, explanation, bought FROM ledger.category ORDER BY position
