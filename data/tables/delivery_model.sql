-- makes: the codebook of who delivers, in the order of areas/delivery_model.csv
SELECT *, row_number() OVER () - 1 AS position FROM declared.delivery_model
