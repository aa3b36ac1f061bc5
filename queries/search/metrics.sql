-- question: Which metrics of a framework are not held here, and who publishes each?
-- takes: nothing
-- gives: metric text, outcome integer, title text, wording text, publisher text, publication text
-- one row per: metric
SELECT metric, min(outcome) AS outcome, min(title) AS title, coalesce(min(official_title), '') AS wording,
       min(publisher) AS publisher, min(publication) AS publication
FROM framework_metric
-- One that stands under two outcomes is found once.
WHERE held = 'not_held' AND title NOT LIKE '% (repeat)'
GROUP BY metric
ORDER BY min(position), metric
