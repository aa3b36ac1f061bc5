-- makes: the ways of being similar, each in a sentence, from areas/neighbour_model.csv
SELECT model, title, explanation, source, CAST(position AS INTEGER) AS position,
       CAST(usual_order AS INTEGER) AS usual_order,
       CASE WHEN usual_services <> '' THEN string_split(usual_services, ' ') ELSE [] END AS usual_services
FROM declared.neighbour_model
