-- check: What is better in a framework's metric is better in the measure that stands for it, or no direction is given to one of them.
-- level: stop
SELECT f.framework, f.metric, f.measure, t.polarity AS of_the_metric, m.polarity AS of_the_measure
FROM framework_figure f
JOIN framework_metric t USING (framework, metric)
JOIN measure m USING (measure)
WHERE f.relation <> 'near' AND t.polarity <> 'neither' AND m.polarity <> 'neither' AND t.polarity <> m.polarity
