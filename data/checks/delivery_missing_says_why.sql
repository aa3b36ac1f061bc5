-- check: An amount that is missing says why, and one that is there does not claim to be missing.
-- level: stop
SELECT council, period, delivery_service, model, value, status
FROM delivery
WHERE CASE WHEN value IS NULL THEN has_figure(status)
      ELSE status IN ('not_responsible', 'not_submitted', 'suppressed', 'not_collected', 'not_held') END
