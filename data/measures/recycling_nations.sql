-- Recycling rates as each nation counts them; the responsible councils of a measure's nation keep their rows.
SELECT measure, council, period, value, value_status AS status FROM member CROSS JOIN raw.recycling_nations
