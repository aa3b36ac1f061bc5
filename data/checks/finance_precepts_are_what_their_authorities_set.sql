-- check: What a bill charges for a county, police, fire or combined authority is the Band D which that authority set, within five pence.
-- level: warn
WITH charged AS (
    SELECT p.*, f.value FROM precept p JOIN finance f ON f.council = p.council AND f.period = p.period AND f.line = 'band_d_' || p.kind
), set_by AS (
    SELECT council AS authority, period, line, value FROM finance WHERE line IN ('band_d', 'band_d_police', 'band_d_combined_authority')
)
SELECT c.council, c.kind, c.authority, c.period, c.value AS charged, coalesce(own.value, whole.value) AS set_by_authority
FROM charged c
LEFT JOIN set_by own ON own.authority = c.authority AND own.period = c.period AND own.line = 'band_d_' || c.kind
LEFT JOIN set_by whole ON whole.authority = c.authority AND whole.period = c.period AND whole.line = 'band_d'
-- The City of London pays the Greater London Authority less: it runs its own police.
WHERE c.council <> 'LND' AND abs(c.value - coalesce(own.value, whole.value, 0)) > 0.05
