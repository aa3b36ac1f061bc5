-- makes: the ways of being similar, each in a sentence, from areas/neighbour_model.csv
SELECT model, title, explanation, source, CAST(position AS INTEGER) AS position FROM declared.neighbour_model
