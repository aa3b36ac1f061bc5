-- after: council
-- makes: the council of most postcodes of a sector, Great Britain
SELECT sector, council FROM raw.sector
