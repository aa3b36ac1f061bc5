-- check: Shares of who delivers add to 100, or all of them are missing and say why.
-- level: stop
SELECT council, period, delivery_service, sum(share_pct) AS shares, count(share_pct) AS given, count(*) AS rows, any_value(note) AS note
FROM delivery
GROUP BY council, period, delivery_service
HAVING (count(share_pct) > 0 AND abs(sum(share_pct) - 100) > 0.01)
    OR (count(share_pct) = 0 AND count(note) < count(*))
    OR (count(share_pct) > 0 AND count(*) FILTER (share_pct IS NULL AND note IS NULL) > 0)
