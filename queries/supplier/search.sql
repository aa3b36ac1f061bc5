-- question: Which suppliers have a name, in any council's spelling, with all of these words or ones nearly like them?
-- takes: words text[], sort text, most integer, skip integer
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text,
--   near boolean, found integer
-- one row per: slug
-- A word counts whole, then as the beginning of one, then with a slip or two of the letters.
WITH asked AS MATERIALIZED (
    SELECT place, ledger.word_of(said) AS word, lower(said) AS said
    FROM (SELECT unnest($words) AS said, generate_subscripts($words, 1) AS place)
), whole AS (
    SELECT DISTINCT a.place, i.supplier, 0 AS off
    FROM asked a JOIN ledger.supplier_word i ON i.word = a.word
), begun AS (
    SELECT DISTINCT a.place, i.supplier, 1 AS off
    FROM asked a JOIN ledger.supplier_word i
      ON length(a.word) > 2 AND i.word > a.word AND i.word < a.word || '{'
), unknown AS MATERIALIZED (
    SELECT * FROM asked
    WHERE length(word) > 3
      AND place NOT IN (SELECT place FROM whole UNION ALL SELECT place FROM begun)
), nearly AS (
    SELECT u.place, n.word, 1 + damerau_levenshtein(n.word, u.word) AS off
    FROM unknown u
    JOIN (SELECT DISTINCT word FROM ledger.supplier_word WHERE length(word) > 3) n
      ON abs(length(n.word) - length(u.word)) <= 2
     AND (n.word[1] = u.word[1] OR n.word[2] = u.word[2])
    WHERE damerau_levenshtein(n.word, u.word) <= CASE WHEN length(u.word) > 7 THEN 2 ELSE 1 END
), signs AS (
    -- Not a letter in it: looked for as it stands.
    SELECT a.place, n.supplier, 0 AS off
    FROM asked a JOIN ledger.supplier_name n ON a.word = '' AND contains(lower(n.name), a.said)
), numbered AS (
    SELECT a.place, s.supplier, 0 AS off
    FROM asked a JOIN ledger.supplier s ON s.company_number = upper(a.said)
), hit AS (
    SELECT supplier, sum(off) AS off, bool_or(slip) AS near
    FROM (
        SELECT place, supplier, min(off) AS off, min(off) > 1 AS slip
        FROM (
            FROM whole UNION ALL FROM begun UNION ALL FROM signs UNION ALL FROM numbered
            UNION ALL
            SELECT n.place, i.supplier, n.off
            FROM nearly n JOIN ledger.supplier_word i USING (word)
        )
        GROUP BY place, supplier
    )
    GROUP BY supplier
    HAVING count(*) = len($words)
), shown AS (
    SELECT s.*, h.off, h.near, CAST(count(*) OVER () AS INTEGER) AS found
    FROM hit h JOIN ledger.supplier s USING (supplier)
    WHERE s.kind = 'organisation'
    ORDER BY CASE $sort WHEN 'sum' THEN -s.amount_pence WHEN 'councils' THEN -s.councils END,
             CASE WHEN $sort = 'name' THEN lower(s.name) END,
             h.near, lower(s.name) = lower(array_to_string($words, ' ')) DESC,
             starts_with(lower(s.name), lower($words[1])) DESC, h.off, s.councils DESC,
             s.amount_pence DESC, s.slug
    LIMIT greatest($most, 0) OFFSET greatest($skip, 0)
), spelled AS (
    -- Which spelling it was found by, where the name shown does not say so itself.
    SELECT s.slug, arg_min(n.name, (NOT list_has_all(ledger.words_of(n.name), w.words), n.name)) AS spelling
    FROM shown s
    CROSS JOIN (SELECT list(word) FILTER (word <> '') AS words FROM asked) w
    JOIN ledger.supplier_name n USING (supplier)
    WHERE NOT list_has_all(ledger.words_of(s.name), coalesce(w.words, []))
      AND NOT list_contains(list_transform($words, lambda said: upper(said)), coalesce(s.company_number, ''))
    GROUP BY s.slug
)
SELECT s.slug, s.name, s.company_number, ledger.pounds(s.amount_pence) AS amount_gbp, s.councils,
       CAST(s.payments AS INTEGER) AS payments, s.names, s.first_month, s.last_month,
       CASE WHEN p.spelling <> s.name THEN p.spelling END AS spelling, s.near, s.found
FROM shown s LEFT JOIN spelled p USING (slug)
ORDER BY CASE $sort WHEN 'sum' THEN -s.amount_pence WHEN 'councils' THEN -s.councils END,
         CASE WHEN $sort = 'name' THEN lower(s.name) END,
         s.near, lower(s.name) = lower(array_to_string($words, ' ')) DESC,
         starts_with(lower(s.name), lower($words[1])) DESC, s.off, s.councils DESC,
         s.amount_pence DESC, s.slug
