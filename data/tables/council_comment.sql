-- after: council, period
-- makes: what councils said of their own figures, kept by hand in areas/council_comment.csv
SELECT d.council, d.measure, d.service, d.period, d.name, d.role, CAST(d.said_on AS DATE) AS said_on,
       d.comment, d.address
FROM declared.council_comment d JOIN council c USING (council)
