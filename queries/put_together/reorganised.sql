-- question: Which areas of England were reorganised, when, and from what into what?
-- takes: nothing
-- gives: area text, takes_effect date, predecessors text[], successors text[], name text
-- one row per: area
SELECT a.area, any_value(a.takes_effect) AS takes_effect, list(DISTINCT p.name ORDER BY p.name) AS predecessors,
       list(DISTINCT s.name ORDER BY s.name) AS successors,
       array_to_string(list(DISTINCT s.name ORDER BY s.name), ' and ') AS name
FROM reorganised_areas() a
JOIN council p ON p.council = a.predecessor
JOIN council s ON s.council = a.successor
GROUP BY a.area
ORDER BY takes_effect, name
