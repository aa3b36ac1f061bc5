-- makes: changes in who delivers, kept by hand with their evidence in areas/delivery_event.csv
-- after: council, delivery_service, delivery_model
SELECT council, service, nullif(delivery_service, '') AS delivery_service, nullif(from_model, '') AS from_model, model, organisation, nullif(since, '') AS since, nullif(until, '') AS until,
       evidence_url, evidence_dated, says
FROM declared.delivery_event
