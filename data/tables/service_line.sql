-- makes: the lines of services in words, in the order of areas/service_line.csv
SELECT line, service, part_of, plain_name, official_name, row_number() OVER () - 1 AS position
FROM declared.service_line
