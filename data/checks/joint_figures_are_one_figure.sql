-- check: Councils that are said to share a figure have the same one as the council under which it is counted.
-- level: stop
SELECT v.measure, v.period, v.council, v.value, v.joint_lead, led.value AS value_of_lead
FROM value v LEFT JOIN value led ON led.measure = v.measure AND led.period = v.period AND led.council = v.joint_lead
WHERE v.joint_lead IS NOT NULL
  AND (led.joint_lead IS DISTINCT FROM v.joint_lead OR led.value IS NULL OR (v.value IS NOT NULL AND v.value <> led.value))
