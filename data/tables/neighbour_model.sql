-- makes: the ways of being similar, each in a sentence: those that sources publish, from their records,
--   and those that are made here, from areas/neighbour_model.csv
SELECT model, title, explanation, source, position, usual_order, usual_services FROM declared.peer_model
UNION ALL
SELECT model, title, explanation, NULL, CAST(position AS INTEGER), CAST(usual_order AS INTEGER), []
FROM declared.neighbour_model
