-- question: What did a study find, and what does our way of estimating make of its file?
-- takes: study text
-- gives: result text, kind text, outcome text, exposure text, outcome_title text, estimate double, lower double,
--   upper double, n integer, councils integer, period text, says text, position integer
-- one row per: position
SELECT e.result, e.kind, e.outcome, e.exposure, m.title AS outcome_title, e.estimate, e.lower, e.upper, e.n,
       e.councils, e.period, e.says, e.position
FROM study_estimate e
LEFT JOIN measure m ON m.measure = e.outcome
WHERE e.study = $study
ORDER BY e.position
