-- makes: areas whose councils are to be replaced, kept by hand with their evidence in areas/reorganisation.csv
SELECT reorganisation, name, state, happened, precision, takes_effect, new_councils,
       CASE WHEN successors IS NULL THEN [] ELSE string_split(successors, '; ') END AS successors,
       says, evidence_url, as_of
FROM declared.reorganisation
