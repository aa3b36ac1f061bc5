-- question: Which figures of ours come nearest to each result of a study, and why do they differ?
-- takes: study text
-- gives: result text, measure text, delivery_service text, model text, differs text[]
-- one row per: result
SELECT n.result, n.measure, n.delivery_service, n.model, n.differs
FROM study_nearest n
WHERE n.result IN (SELECT result FROM study_estimate WHERE study = $study)
ORDER BY n.result
