-- Kinds of deliverer that a part has.
SELECT DISTINCT d.delivery_service, d.model, m.plain_name, m.position
FROM delivery d JOIN delivery_model m USING (model) ORDER BY d.delivery_service, m.position
