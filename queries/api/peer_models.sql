-- question: By which models are councils called alike?
-- takes: nothing
-- gives: model text, title text, explanation text, source text
-- one row per: model
SELECT model, title, explanation, source FROM neighbour_model ORDER BY position, model
