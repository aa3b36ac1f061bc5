-- question: What befell this council: notices of its finance officer, support, intervention, reorganisation?
-- takes: council text
-- gives: kind text, happened text, precision text, value_gbp double, revised_gbp double, says text,
--   evidence_url text, as_of text, source text
-- one row per: kind, happened, says, evidence_url
SELECT kind, happened, precision, value_gbp, revised_gbp, says, evidence_url, as_of, source
FROM council_event
WHERE council = $council
ORDER BY kind, happened DESC, says, evidence_url
