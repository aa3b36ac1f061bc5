-- question: Of which councils are payments held, for which months, and from which amount on?
-- takes: councils text[]
-- gives: council text, slug text, name text, class text, source text, threshold_gbp integer, level text,
--   note text, first_month date, last_month date, months integer, missing integer, card_months integer,
--   first_card_month date, last_card_month date, cards_only boolean, payments integer, amount_gbp double, repeated integer, repeated_gbp double
-- one row per: council
-- Months are those of invoices; purchases by card are counted apart, and in their place only where there are no others.
WITH covered AS (
    SELECT council, NOT bool_or(NOT card) AS cards_only,
           min(month) FILTER (WHERE NOT card) AS first_invoices, max(month) FILTER (WHERE NOT card) AS last_invoices,
           count(*) FILTER (WHERE NOT card) AS invoice_months,
           min(month) FILTER (WHERE card) AS first_cards, max(month) FILTER (WHERE card) AS last_cards,
           count(*) FILTER (WHERE card) AS card_months
    FROM ledger.coverage
    WHERE ledger.of_councils(council, $councils)
    GROUP BY council
), held AS (
    SELECT council, cards_only, card_months, first_cards, last_cards,
           CASE WHEN cards_only THEN first_cards ELSE first_invoices END AS first_month,
           CASE WHEN cards_only THEN last_cards ELSE last_invoices END AS last_month,
           CASE WHEN cards_only THEN card_months ELSE invoice_months END AS months
    FROM covered
), summed AS (
    SELECT council, sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM ledger.council_month WHERE ledger.of_councils(council, $councils) GROUP BY council
), again AS (
    SELECT council, sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM ledger.repeated WHERE ledger.of_councils(council, $councils) GROUP BY council
)
SELECT p.council, c.slug, c.name, c.class, p.source, p.threshold_gbp, p.level, p.note,
       h.first_month, h.last_month, CAST(h.months AS INTEGER) AS months,
       -- Months between the first and the last for which no file is held.
       CAST(datediff('month', h.first_month, h.last_month) + 1 - h.months AS INTEGER) AS missing,
       CAST(h.card_months AS INTEGER) AS card_months, h.first_cards AS first_card_month,
       h.last_cards AS last_card_month, h.cards_only,
       CAST(s.payments AS INTEGER) AS payments, ledger.pounds(s.amount_pence) AS amount_gbp,
       CAST(coalesce(a.payments, 0) AS INTEGER) AS repeated,
       ledger.pounds(coalesce(a.amount_pence, 0)) AS repeated_gbp
FROM held h
JOIN summed s USING (council)
JOIN ledger.publisher p USING (council)
JOIN council c USING (council)
LEFT JOIN again a USING (council)
ORDER BY c.name, p.council
