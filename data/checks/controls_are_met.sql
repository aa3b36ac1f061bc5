-- check: Sums that must equal the publisher's own total do.
-- level: stop
SELECT control, period, what, published, ours, ours - published AS difference
FROM control_total
WHERE must_equal AND abs(ours - published) > 0.5
