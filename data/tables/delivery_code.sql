-- makes: what each source's words for who delivers are taken to mean, from areas/delivery_code.csv
-- after: delivery_model
FROM declared.delivery_code
