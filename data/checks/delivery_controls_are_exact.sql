-- check: Sums of who delivers equal England's totals to their last printed digit.
-- level: stop
SELECT control, period, what, published, ours
FROM control_total
WHERE control LIKE 'delivery_%' AND must_equal AND published <> ours
