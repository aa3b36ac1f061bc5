-- after: council
-- makes: postcodes whose council is not their sector's, Great Britain
SELECT postcode, council FROM raw.odd_postcode
