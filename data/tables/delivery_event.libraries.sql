-- makes: library services that changed hands: the kind that runs three in five of the open libraries is another than in the year before it in the data
-- after: council, delivery_service, delivery_model, delivery
WITH most AS (
    SELECT council, period, source, model, share_pct, value, total FROM delivery
    WHERE delivery_service = 'libraries' AND model <> 'unknown' AND share_pct >= 60
), change AS (
    SELECT *, lag(model) OVER past AS model_before, lag(period) OVER past AS period_before FROM most
    WINDOW past AS (PARTITION BY council ORDER BY period)
)
SELECT c.council, 'culture' AS service, 'libraries' AS delivery_service, c.model_before AS from_model, c.model, m.plain_name AS organisation, c.period AS since, NULL AS until,
       s.landing_url AS evidence_url, s.published AS evidence_dated, c.source,
       CAST(c.value AS INTEGER) || ' of ' || CAST(c.total AS INTEGER) || ' static libraries in ' || c.period || '; in ' || period_before || ' most were run by another: ' ||
       lower(b.plain_name) || '. The change came between the two, or the council reported otherwise.' AS says
FROM change c JOIN delivery_model m USING (model) JOIN delivery_model b ON b.model = c.model_before JOIN source s USING (source)
WHERE c.model <> c.model_before
