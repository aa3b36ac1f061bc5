-- question: By which codes of its own may an address name a council?
-- takes: nothing
-- gives: code text, council text
-- one row per: code
SELECT lower(council) AS code, council FROM council WHERE class <> 'other'
UNION
SELECT lower(gss), council FROM council WHERE class <> 'other' AND gss IS NOT NULL
UNION
SELECT lower(ecode), council FROM council WHERE class <> 'other' AND ecode IS NOT NULL
