-- question: How many payments match a search?
-- takes: way text, supplier_words text[], supplier_slug text, councils text[], service text, category text,
--   first text, last text, least_gbp double, most_gbp double, words_like text, cards text, credits text
-- gives: payments integer
-- one row per: query
SELECT CAST(count(*) AS INTEGER) AS payments
FROM ledger.matching_payments(
    $way, $supplier_words, $supplier_slug, $councils, $service, $category, $first, $last,
    $least_gbp, $most_gbp, $words_like, $cards, $credits)
