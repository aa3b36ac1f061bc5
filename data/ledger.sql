-- The contract of the payments that councils publish: schema "ledger" of the assembled database.
-- Run after schema.sql. Amounts are whole pence, cash; a credit is negative. Nothing is added up across councils
-- without saying that thresholds, months and bodies differ.

CREATE SCHEMA ledger;

CREATE TABLE ledger.holding (
    whole BOOLEAN NOT NULL,
    payments BIGINT NOT NULL,
    published_payments BIGINT NOT NULL,
    first_month DATE NOT NULL,
    last_month DATE NOT NULL,
    note VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.holding IS 'One row: how much of the published payments this installation holds.';
COMMENT ON COLUMN ledger.holding.whole IS 'Whether every payment that was read is here, or the part that comes with the program.';
COMMENT ON COLUMN ledger.holding.payments IS 'Payments held here.';
COMMENT ON COLUMN ledger.holding.published_payments IS 'Payments in all the files that were read.';
COMMENT ON COLUMN ledger.holding.first_month IS 'First day of the earliest month.';
COMMENT ON COLUMN ledger.holding.last_month IS 'First day of the latest month.';
COMMENT ON COLUMN ledger.holding.note IS 'What is held and why, in a sentence.';

CREATE TABLE ledger.publisher (
    council VARCHAR PRIMARY KEY,
    source VARCHAR NOT NULL,
    threshold_gbp INTEGER,
    level VARCHAR NOT NULL CHECK (level IN ('as_published', 'tidied', 'compiled')),
    beside_accounts VARCHAR,
    note VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.publisher IS 'One row per council whose payments are held.';
COMMENT ON COLUMN ledger.publisher.council IS 'Code of the council (key of table council).';
COMMENT ON COLUMN ledger.publisher.source IS 'Record of the publication (key of table source).';
COMMENT ON COLUMN ledger.publisher.threshold_gbp IS 'Payments of fewer pounds need not be published; lines of a larger invoice may be smaller.';
COMMENT ON COLUMN ledger.publisher.level IS 'as_published: the council''s own bytes; tidied: its columns and rows, dates rewritten by a third party; compiled: put together by a third party.';
COMMENT ON COLUMN ledger.publisher.beside_accounts IS 'Why a year of its payments is far from the running expenses in its accounts, where it is.';
COMMENT ON COLUMN ledger.publisher.note IS 'What a reader of this council''s payments should know.';

CREATE TABLE ledger.payment_file (
    file INTEGER PRIMARY KEY,
    council VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    url VARCHAR,
    copied BOOLEAN NOT NULL DEFAULT false,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('read', 'refused', 'superseded', 'repeated')),
    reason VARCHAR,
    held BOOLEAN NOT NULL,
    payments BIGINT NOT NULL,
    set_aside BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    cards BOOLEAN NOT NULL,
    encoding VARCHAR NOT NULL,
    dialect VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    columns VARCHAR NOT NULL,
    problems VARCHAR[] NOT NULL
);
COMMENT ON TABLE ledger.payment_file IS 'One row per published file: how it read, or why it was refused or left out.';
COMMENT ON COLUMN ledger.payment_file.file IS 'Number of the file in this edition.';
COMMENT ON COLUMN ledger.payment_file.path IS 'Place of the file below a mirror folder.';
COMMENT ON COLUMN ledger.payment_file.url IS 'Address of the file at its publisher, else of the copy that was read; NULL where neither is known.';
COMMENT ON COLUMN ledger.payment_file.copied IS 'Whether the address is that of a copy.';
COMMENT ON COLUMN ledger.payment_file.outcome IS 'read: its payments count; refused: it holds none that can be read; superseded: the council published them anew in another file; repeated: the same content as another file.';
COMMENT ON COLUMN ledger.payment_file.reason IS 'Why it was refused or left out.';
COMMENT ON COLUMN ledger.payment_file.held IS 'Whether payments of it are in this installation: all, or those of the months that are held.';
COMMENT ON COLUMN ledger.payment_file.payments IS 'Payments read from it.';
COMMENT ON COLUMN ledger.payment_file.set_aside IS 'Rows that are no payment or could not be read, each with its reason.';
COMMENT ON COLUMN ledger.payment_file.amount_pence IS 'Sum of its payments.';
COMMENT ON COLUMN ledger.payment_file.first_day IS 'Earliest date in it.';
COMMENT ON COLUMN ledger.payment_file.last_day IS 'Latest date in it.';
COMMENT ON COLUMN ledger.payment_file.cards IS 'Whether it lists purchases by card: a card''s bill may also be paid as an invoice.';
COMMENT ON COLUMN ledger.payment_file.encoding IS 'How its text is encoded.';
COMMENT ON COLUMN ledger.payment_file.dialect IS 'How its cells and lines are divided.';
COMMENT ON COLUMN ledger.payment_file.confidence IS 'How sure the reader is of its reading, 0 to 1.';
COMMENT ON COLUMN ledger.payment_file.columns IS 'Which of its columns was read as what, as JSON.';
COMMENT ON COLUMN ledger.payment_file.problems IS 'What is odd about it, in sentences.';

CREATE TABLE ledger.set_aside (
    file INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    line INTEGER NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.set_aside IS 'One row per published row that is not among the payments, with its reason. Its text stays in the publisher''s file.';
COMMENT ON COLUMN ledger.set_aside.file IS 'Number of the file (table payment_file).';
COMMENT ON COLUMN ledger.set_aside.sheet IS 'Sheet of a workbook; empty for a text file.';
COMMENT ON COLUMN ledger.set_aside.line IS 'Line of the file or row of the sheet, from 1.';
COMMENT ON COLUMN ledger.set_aside.reason IS 'Why it was set aside.';

CREATE TABLE ledger.category (
    category VARCHAR PRIMARY KEY,
    plain_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    bought BOOLEAN NOT NULL,
    treasury BOOLEAN NOT NULL DEFAULT false,
    position INTEGER NOT NULL
);
COMMENT ON TABLE ledger.category IS 'One row per common category of what payments are for: councils'' own words differ, these do not.';
COMMENT ON COLUMN ledger.category.category IS 'Key of the category.';
COMMENT ON COLUMN ledger.category.plain_name IS 'Name in a resident''s words.';
COMMENT ON COLUMN ledger.category.explanation IS 'What belongs to it.';
COMMENT ON COLUMN ledger.category.bought IS 'Whether councils buy it, so that they could buy it together; grants, taxes, benefits and loans are not bought.';
COMMENT ON COLUMN ledger.category.treasury IS 'Whether it is money moved by the treasury or on the balance sheet (loans, investments, taxes passed on): no spending on services.';
COMMENT ON COLUMN ledger.category.position IS 'Order in a list.';

CREATE TABLE ledger.wording (
    wording INTEGER PRIMARY KEY,
    department VARCHAR,
    purpose VARCHAR,
    published_category VARCHAR,
    service VARCHAR,
    service_why VARCHAR,
    category VARCHAR,
    category_why VARCHAR
);
COMMENT ON TABLE ledger.wording IS 'One row per combination of words in which councils describe payments, and what they were taken to mean.';
COMMENT ON COLUMN ledger.wording.wording IS 'Number of the combination in this edition.';
COMMENT ON COLUMN ledger.wording.department IS 'Department, directorate or service area as published.';
COMMENT ON COLUMN ledger.wording.purpose IS 'Purpose or description as published.';
COMMENT ON COLUMN ledger.wording.published_category IS 'Category, expense type or account as published.';
COMMENT ON COLUMN ledger.wording.service IS 'Service (table service) that the words tell of; NULL when they do not tell.';
COMMENT ON COLUMN ledger.wording.service_why IS 'Which words decided the service.';
COMMENT ON COLUMN ledger.wording.category IS 'Common category (table category); NULL when the words do not tell.';
COMMENT ON COLUMN ledger.wording.category_why IS 'Which words decided the category.';

CREATE TABLE ledger.supplier (
    supplier INTEGER PRIMARY KEY,
    slug VARCHAR NOT NULL UNIQUE,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('organisation', 'person', 'redacted', 'none', 'collective', 'treasury')),
    company_number VARCHAR,
    names INTEGER NOT NULL,
    councils INTEGER NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL,
    treasury_payments BIGINT NOT NULL DEFAULT 0,
    treasury_pence BIGINT NOT NULL DEFAULT 0,
    first_month DATE,
    last_month DATE
);
COMMENT ON TABLE ledger.supplier IS 'One row per supplier, resolved over all councils. Private persons are one row, names that councils withheld another.';
COMMENT ON COLUMN ledger.supplier.supplier IS 'Number of the supplier in this edition.';
COMMENT ON COLUMN ledger.supplier.slug IS 'Name of the supplier in an address.';
COMMENT ON COLUMN ledger.supplier.name IS 'The spelling that is used most.';
COMMENT ON COLUMN ledger.supplier.kind IS 'organisation; person: looks like a private person, masked here; redacted: withheld by the council; none: no name published; collective: words of a ledger that stand for many payees, as Miscellaneous Payments; treasury: lends to councils or keeps their money.';
COMMENT ON COLUMN ledger.supplier.company_number IS 'Number at Companies House, where a council published it.';
COMMENT ON COLUMN ledger.supplier.names IS 'Number of published spellings.';
COMMENT ON COLUMN ledger.supplier.councils IS 'Number of councils that paid it.';
COMMENT ON COLUMN ledger.supplier.payments IS 'Number of payments held.';
COMMENT ON COLUMN ledger.supplier.amount_pence IS 'Sum of the payments held, credits taken off.';
COMMENT ON COLUMN ledger.supplier.treasury_payments IS 'Number of those which are money moved by the treasury or on the balance sheet.';
COMMENT ON COLUMN ledger.supplier.treasury_pence IS 'That part of the sum which is money moved by the treasury or on the balance sheet.';
COMMENT ON COLUMN ledger.supplier.first_month IS 'First day of the month of its first payment.';
COMMENT ON COLUMN ledger.supplier.last_month IS 'First day of the month of its last payment.';

CREATE TABLE ledger.supplier_name (
    published_name INTEGER PRIMARY KEY,
    supplier INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.supplier_name IS 'One row per spelling of a supplier''s name as published, and why it was taken for this supplier.';
COMMENT ON COLUMN ledger.supplier_name.published_name IS 'Number of the spelling in this edition.';
COMMENT ON COLUMN ledger.supplier_name.name IS 'The name as published; masked where it looks like a private person.';
COMMENT ON COLUMN ledger.supplier_name.rule IS 'Which rule made the link.';
COMMENT ON COLUMN ledger.supplier_name.evidence IS 'Why, in a sentence.';

CREATE TABLE ledger.supplier_word (
    word VARCHAR NOT NULL,
    suppliers INTEGER[] NOT NULL
);
COMMENT ON TABLE ledger.supplier_word IS 'One row per word of suppliers'' names in any spelling, in small letters: where a search looks. Made when the database is put together.';
COMMENT ON COLUMN ledger.supplier_word.word IS 'A word; initials joined by & stand as one word too, as m&s.';
COMMENT ON COLUMN ledger.supplier_word.suppliers IS 'Numbers of the suppliers that are called so (table supplier).';

CREATE TABLE ledger.supplier_address (
    slug VARCHAR NOT NULL,
    supplier INTEGER NOT NULL,
    name VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.supplier_address IS 'One row per address that a spelling of a supplier makes and that is not its own: where an earlier edition may have had it. Made when the database is put together.';
COMMENT ON COLUMN ledger.supplier_address.slug IS 'The address.';
COMMENT ON COLUMN ledger.supplier_address.name IS 'The spelling that makes it; the first of several.';

CREATE TABLE ledger.special_supplier (
    supplier INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL CHECK (kind IN ('person', 'redacted', 'none', 'collective', 'treasury', 'duty'))
);
COMMENT ON TABLE ledger.special_supplier IS 'The few suppliers that nobody chooses among others: those that are no organisation, and public bodies paid by duty. What is asked of them need not read those of all. Made when the database is put together.';
COMMENT ON COLUMN ledger.special_supplier.supplier IS 'Number of the supplier in this edition.';
COMMENT ON COLUMN ledger.special_supplier.kind IS 'As in table supplier; duty: an organisation that is paid because the law says so, told by words of its name.';

CREATE TABLE ledger.wording_said (
    wording INTEGER NOT NULL,
    said VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.wording_said IS 'One row per combination of words that says anything, in small letters: where a search for words looks. Made when the database is put together.';
COMMENT ON COLUMN ledger.wording_said.wording IS 'Number of the combination in this edition (table wording).';
COMMENT ON COLUMN ledger.wording_said.said IS 'Department, purpose and category as published, in small letters, with the sign U+0001 between them.';

CREATE TABLE ledger.said_word (
    word VARCHAR NOT NULL,
    wordings INTEGER[] NOT NULL
);
COMMENT ON TABLE ledger.said_word IS 'Words of the texts in table wording_said and where each stands: what a search for a word looks through first. Made when the database is put together.';
COMMENT ON COLUMN ledger.said_word.word IS 'What stands between two spaces, in small letters; more than once where there are very many combinations.';
COMMENT ON COLUMN ledger.said_word.wordings IS 'Numbers of the combinations that it stands in (table wording).';

CREATE TABLE ledger.supplier_family (
    supplier INTEGER PRIMARY KEY,
    family VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.supplier_family IS 'One row per supplier that is a company of a group which more suppliers belong to. Made when the database is put together.';
COMMENT ON COLUMN ledger.supplier_family.supplier IS 'Number of the supplier in this edition.';
COMMENT ON COLUMN ledger.supplier_family.family IS 'Name of the group of companies.';
COMMENT ON COLUMN ledger.supplier_family.evidence IS 'Why it was taken for one of the group, in a sentence.';

CREATE TABLE ledger.category_code (
    category VARCHAR PRIMARY KEY,
    division VARCHAR NOT NULL,
    division_name VARCHAR NOT NULL
);
COMMENT ON TABLE ledger.category_code IS 'One row per common category that buyers in public bodies have a code for. Made when the database is put together.';
COMMENT ON COLUMN ledger.category_code.category IS 'Key of the category (table category).';
COMMENT ON COLUMN ledger.category_code.division IS 'Division of the Common Procurement Vocabulary (CPV 2008) that most of the category is in: its first two digits.';
COMMENT ON COLUMN ledger.category_code.division_name IS 'Its official name, shortened.';

CREATE TABLE ledger.payment (
    council VARCHAR NOT NULL,
    month DATE,
    day DATE,
    amount_pence BIGINT NOT NULL,
    supplier INTEGER NOT NULL,
    published_name INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    card BOOLEAN NOT NULL,
    reference VARCHAR,
    file INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    line INTEGER NOT NULL
);
COMMENT ON TABLE ledger.payment IS 'One row per published payment, exact repeats kept, in the order of council and month.';
COMMENT ON COLUMN ledger.payment.month IS 'First day of the month of the payment; NULL when neither the row nor its file tells.';
COMMENT ON COLUMN ledger.payment.day IS 'Date of the payment; NULL when only the month is known.';
COMMENT ON COLUMN ledger.payment.amount_pence IS 'Amount in pence, without VAT where the council says so; credits are negative.';
COMMENT ON COLUMN ledger.payment.card IS 'Whether it was made by purchase card.';
COMMENT ON COLUMN ledger.payment.reference IS 'Transaction or invoice number as published.';

CREATE TABLE ledger.month_total (
    council VARCHAR NOT NULL,
    month DATE,
    service VARCHAR,
    category VARCHAR,
    card BOOLEAN NOT NULL,
    treasury BOOLEAN NOT NULL DEFAULT false,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.month_total IS 'Payments of a council in a month by service and common category: sums of table payment.';
COMMENT ON COLUMN ledger.month_total.treasury IS 'Whether it is money moved by the treasury or on the balance sheet, by its words or by whom it went to.';
COMMENT ON COLUMN ledger.month_total.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.month_total.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.council_month (
    council VARCHAR NOT NULL,
    month DATE,
    card BOOLEAN NOT NULL,
    treasury BOOLEAN NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.council_month IS 'Payments of a council in a month, whatever they are for: sums of table month_total. Made when the database is put together.';
COMMENT ON COLUMN ledger.council_month.treasury IS 'Whether it is money moved by the treasury or on the balance sheet.';
COMMENT ON COLUMN ledger.council_month.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.council_month.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.nation_month (
    month DATE,
    service VARCHAR,
    category VARCHAR,
    card BOOLEAN NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.nation_month IS 'Payments of all councils in a month by service and common category: sums of table month_total. Made when the database is put together.';
COMMENT ON COLUMN ledger.nation_month.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.nation_month.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.largest_supplier (
    supplier INTEGER NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL,
    suppliers BIGINT NOT NULL
);
COMMENT ON TABLE ledger.largest_supplier IS 'The 25 suppliers that were paid most by all councils in all months, without money of the treasury. Made when the database is put together.';
COMMENT ON COLUMN ledger.largest_supplier.supplier IS 'Number of the supplier in this edition.';
COMMENT ON COLUMN ledger.largest_supplier.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.largest_supplier.amount_pence IS 'Sum of payments.';
COMMENT ON COLUMN ledger.largest_supplier.suppliers IS 'Of how many suppliers these are the largest.';

CREATE TABLE ledger.supplier_year (
    supplier INTEGER NOT NULL,
    council VARCHAR NOT NULL,
    period VARCHAR,
    service VARCHAR,
    category VARCHAR,
    treasury BOOLEAN NOT NULL DEFAULT false,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.supplier_year IS 'Payments of a council to a supplier in a financial year by service and common category: sums of table payment.';
COMMENT ON COLUMN ledger.supplier_year.period IS 'Financial year, as 2021-22; NULL when no month is known.';
COMMENT ON COLUMN ledger.supplier_year.treasury IS 'Whether it is money moved by the treasury or on the balance sheet.';
COMMENT ON COLUMN ledger.supplier_year.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.supplier_year.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.year_supplier (
    period VARCHAR,
    council VARCHAR NOT NULL,
    supplier INTEGER NOT NULL,
    service VARCHAR,
    category VARCHAR,
    treasury BOOLEAN NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.year_supplier IS 'The sums of table supplier_year in the order of financial years and councils: questions about a year, or about a council, read those of it. Made when the database is put together.';
COMMENT ON COLUMN ledger.year_supplier.period IS 'Financial year, as 2021-22; NULL when no month is known.';
COMMENT ON COLUMN ledger.year_supplier.treasury IS 'Whether it is money moved by the treasury or on the balance sheet.';
COMMENT ON COLUMN ledger.year_supplier.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.year_supplier.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.wording_sum (
    council VARCHAR NOT NULL,
    wording INTEGER NOT NULL,
    month DATE,
    card BOOLEAN NOT NULL,
    supplier INTEGER NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.wording_sum IS 'Payments of a council in a month to a supplier under the same words: sums of table payment, where a search for words looks.';
COMMENT ON COLUMN ledger.wording_sum.wording IS 'Number of the combination of words (table wording).';
COMMENT ON COLUMN ledger.wording_sum.card IS 'Whether they were made by purchase card.';
COMMENT ON COLUMN ledger.wording_sum.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.wording_sum.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.sum_by_year (
    council VARCHAR NOT NULL,
    wording INTEGER NOT NULL,
    month DATE,
    card BOOLEAN NOT NULL,
    supplier INTEGER NOT NULL,
    service VARCHAR,
    category VARCHAR,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.sum_by_year IS 'The sums of table wording_sum in the order of financial years and councils, with what their words were taken to mean: questions about a year read those of that year. Made when the database is put together; table wording_sum is a view of it then.';
COMMENT ON COLUMN ledger.sum_by_year.wording IS 'Number of the combination of words (table wording).';
COMMENT ON COLUMN ledger.sum_by_year.card IS 'Whether they were made by purchase card.';
COMMENT ON COLUMN ledger.sum_by_year.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.sum_by_year.amount_pence IS 'Sum of payments.';

CREATE TABLE ledger.sum_by_supplier (
    supplier INTEGER NOT NULL,
    council VARCHAR NOT NULL,
    month DATE,
    card BOOLEAN NOT NULL,
    wording INTEGER NOT NULL,
    service VARCHAR,
    category VARCHAR,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.sum_by_supplier IS 'The same again in the order of suppliers: questions about one supplier read those of that supplier. Made when the database is put together.';
COMMENT ON COLUMN ledger.sum_by_supplier.card IS 'Whether they were made by purchase card.';
COMMENT ON COLUMN ledger.sum_by_supplier.wording IS 'Number of the combination of words (table wording).';
COMMENT ON COLUMN ledger.sum_by_supplier.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.sum_by_supplier.amount_pence IS 'Sum of payments.';

CREATE VIEW ledger.payment_by_supplier AS FROM ledger.payment;
COMMENT ON VIEW ledger.payment_by_supplier IS 'The payments again, kept in the order of supplier where the whole dataset is held: for questions about one supplier.';

CREATE TABLE ledger.month_held (
    council VARCHAR NOT NULL,
    month DATE NOT NULL,
    card BOOLEAN NOT NULL,
    files INTEGER NOT NULL
);
COMMENT ON TABLE ledger.month_held IS 'One row per month that files of a council cover, invoices and purchases by card apart: a month that is not here is missing, never zero, though a payment of another month''s file may be dated in it.';
COMMENT ON COLUMN ledger.month_held.month IS 'First day of the month.';
COMMENT ON COLUMN ledger.month_held.card IS 'Purchases by card, or else invoices.';
COMMENT ON COLUMN ledger.month_held.files IS 'Number of files that cover it.';

CREATE TABLE ledger.repeated (
    council VARCHAR NOT NULL,
    month DATE,
    card BOOLEAN NOT NULL,
    file INTEGER NOT NULL,
    payments BIGINT NOT NULL,
    amount_pence BIGINT NOT NULL
);
COMMENT ON TABLE ledger.repeated IS 'Payments that repeat another row of their file in every word, beyond the first: kept, for many are real, and counted here.';
COMMENT ON COLUMN ledger.repeated.file IS 'Number of the file (table payment_file).';
COMMENT ON COLUMN ledger.repeated.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.repeated.amount_pence IS 'Sum of payments.';

CREATE VIEW ledger.coverage AS
SELECT h.council, h.month, h.card, coalesce(t.payments, 0)::BIGINT AS payments,
       coalesce(t.amount_pence, 0)::BIGINT AS amount_pence
FROM ledger.month_held h
LEFT JOIN (SELECT council, month, card, sum(payments) AS payments, sum(amount_pence) AS amount_pence
           FROM ledger.council_month GROUP BY ALL) t USING (council, month, card);
COMMENT ON VIEW ledger.coverage IS 'Months for which payments of a council are held, invoices and purchases by card apart: a month that is not here is missing, never zero.';
COMMENT ON COLUMN ledger.coverage.card IS 'Purchases by card, or else invoices.';
COMMENT ON COLUMN ledger.coverage.payments IS 'Number of payments.';
COMMENT ON COLUMN ledger.coverage.amount_pence IS 'Sum of payments.';

-- Macros: what a search asks for, said once. An argument that is NULL asks for everything.

CREATE MACRO ledger.pounds(pence) AS CAST(pence AS DOUBLE) / 100;

-- Files are sorted by council: those outside the bounds are not opened.
CREATE MACRO ledger.of_councils(council, councils) AS councils IS NULL
    OR (council BETWEEN list_min(councils) AND list_max(councils) AND list_contains(councils, council));

-- Months are their first days, and arrive as text from an address.
CREATE MACRO ledger.in_months(month, first, last) AS
    (first IS NULL OR month >= TRY_CAST(first AS DATE)) AND (last IS NULL OR month <= TRY_CAST(last AS DATE));

-- 'none' asks for what the words do not tell.
CREATE MACRO ledger.of_kind(kind, wanted) AS wanted IS NULL OR coalesce(kind, 'none') = wanted;

-- 'with', 'without' or 'only': card purchases, credits.
CREATE MACRO ledger.with_or_without(is_one, asked) AS asked = 'with' OR is_one = (asked = 'only');

-- Words of a name: small letters without accents and apostrophes; "M & S" gives m, s and m&s.
CREATE MACRO ledger.plain_words(said) AS regexp_replace(
    regexp_replace(lower(strip_accents(said)), '[''’`]', '', 'g'),
    '\b([a-z]) ?& ?([a-z])\b', '\1&\2', 'g');
CREATE MACRO ledger.words_of(said) AS list_filter(list_distinct(list_concat(
    regexp_extract_all(ledger.plain_words(said), '[a-z0-9&]+'),
    regexp_extract_all(ledger.plain_words(said), '[a-z0-9]+'))), lambda word: word <> '&');
CREATE MACRO ledger.word_of(said) AS regexp_replace(ledger.plain_words(said), '[^a-z0-9&]+', '', 'g');

-- Suppliers that all of the words name, in any spelling: `off` says how far, `near` that a letter is another.
-- A word counts whole, then as the beginning of one, then with a slip or two of the letters.
CREATE MACRO ledger.suppliers_named(words) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT place, ledger.word_of(said) AS word, lower(said) AS said
    FROM (SELECT unnest(CAST(words AS VARCHAR[])) AS said,
                 generate_subscripts(CAST(words AS VARCHAR[]), 1) AS place)
), known AS MATERIALIZED (
    -- Which words of names are meant: suppliers are looked at when that is known.
    SELECT a.place, i.word, CASE WHEN i.word = a.word THEN 0 ELSE 1 END AS off
    FROM asked a JOIN ledger.supplier_word i
      ON i.word >= a.word AND i.word < a.word || '{' AND (i.word = a.word OR length(a.word) > 2)
    WHERE a.word <> ''
), unknown AS MATERIALIZED (
    SELECT * FROM asked WHERE length(word) > 3 AND place NOT IN (SELECT place FROM known)
), nearly AS (
    SELECT u.place, n.word, 1 + damerau_levenshtein(n.word, u.word) AS off
    FROM unknown u
    JOIN (SELECT word FROM ledger.supplier_word WHERE length(word) > 3) n
      ON abs(length(n.word) - length(u.word)) <= 2
     AND (n.word[1] = u.word[1] OR n.word[2] = u.word[2])
    WHERE damerau_levenshtein(n.word, u.word) <= CASE WHEN length(u.word) > 7 THEN 2 ELSE 1 END
), meant AS MATERIALIZED (
    FROM known UNION ALL FROM nearly
), signs AS (
    -- Not a letter in it: looked for as it stands.
    SELECT a.place, n.supplier, 0 AS off
    FROM asked a JOIN ledger.supplier_name n ON a.word = '' AND contains(lower(n.name), a.said)
), numbered AS (
    SELECT a.place, s.supplier, 0 AS off
    FROM asked a JOIN ledger.supplier s ON s.company_number = upper(a.said)
)
SELECT supplier, sum(off) AS off, bool_or(slip) AS near
FROM (
    SELECT place, supplier, min(off) AS off, min(off) > 1 AS slip
    FROM (
        SELECT m.place, unnest(i.suppliers) AS supplier, m.off
        FROM meant m JOIN ledger.supplier_word i USING (word)
        UNION ALL FROM signs UNION ALL FROM numbered
    )
    GROUP BY place, supplier
)
GROUP BY supplier
HAVING count(*) = (SELECT count(*) FROM asked);

CREATE MACRO ledger.suppliers_called(supplier_words, supplier_slug) AS TABLE
SELECT s.supplier, s.payments, n.near
FROM ledger.suppliers_named(supplier_words) n JOIN ledger.supplier s USING (supplier)
WHERE supplier_words IS NOT NULL AND (supplier_slug IS NULL OR s.slug = supplier_slug)
UNION ALL
SELECT supplier, payments, false FROM ledger.supplier
WHERE supplier_words IS NULL AND (supplier_slug IS NULL OR slug = supplier_slug);

-- Whether one of the texts is like it: all of them are looked through at once, and singly where that finds something.
CREATE MACRO ledger.says(said, words_like) AS CASE
    WHEN said LIKE lower(words_like) ESCAPE '^'
    THEN list_bool_or(list_transform(string_split(said, chr(1)), lambda one: one LIKE lower(words_like) ESCAPE '^'))
    ELSE false END;

-- Whether a pattern is words with anything between them, and whether it is a single word.
CREATE MACRO ledger.is_words(words_like) AS
    starts_with(words_like, '%') AND ends_with(words_like, '%') AND NOT regexp_matches(words_like, '[\^_]');
CREATE MACRO ledger.is_one_word(words_like) AS
    ledger.is_words(words_like) AND NOT regexp_matches(trim(words_like, '%'), '[% ]');
CREATE MACRO ledger.longest_word(words_like) AS list_reduce(
    regexp_split_to_array(trim(lower(words_like), '%'), '[% ]'),
    lambda one, other: CASE WHEN length(other) > length(one) THEN other ELSE one END);

-- Wordings that say something like it. A word is part of a word of the text, so words are looked through and not texts;
-- of several words the longest is, and then the texts that hold it. Only one of the three parts is ever run.
CREATE MACRO ledger.wordings_saying(words_like) AS TABLE
SELECT DISTINCT unnest(wordings) AS wording FROM ledger.said_word
WHERE ledger.is_one_word(words_like) AND contains(word, trim(lower(words_like), '%'))
UNION ALL
SELECT wording FROM ledger.wording_said
SEMI JOIN (SELECT unnest(wordings) AS wording FROM ledger.said_word
           WHERE ledger.is_words(words_like) AND contains(word, ledger.longest_word(words_like))) USING (wording)
WHERE ledger.is_words(words_like) AND NOT ledger.is_one_word(words_like) AND ledger.says(said, words_like)
UNION ALL
SELECT wording FROM ledger.wording_said WHERE NOT ledger.is_words(words_like) AND ledger.says(said, words_like);

CREATE MACRO ledger.wordings_of(service_wanted, category_wanted, words_like) AS TABLE
SELECT wording, service, category FROM ledger.wording
WHERE words_like IS NULL AND ledger.of_kind(service, service_wanted) AND ledger.of_kind(category, category_wanted)
UNION ALL
SELECT w.wording, w.service, w.category
FROM ledger.wording w JOIN ledger.wordings_saying(words_like) USING (wording)
WHERE words_like IS NOT NULL AND ledger.of_kind(service, service_wanted) AND ledger.of_kind(category, category_wanted);

-- Payments of a search. The way is the cheapest, 'by_place' or 'by_supplier': only one of the three parts is ever run.
CREATE MACRO ledger.matching_payments(
    way, supplier_words, supplier_slug, councils, service_wanted, category_wanted, first, last,
    least_gbp, most_gbp, words_like, cards, credits
) AS TABLE
WITH called AS (FROM ledger.suppliers_called(supplier_words, supplier_slug)),
looked_at AS (
    FROM ledger.payment WHERE way = 'by_place' AND supplier_words IS NULL AND supplier_slug IS NULL
    UNION ALL
    FROM ledger.payment SEMI JOIN called USING (supplier)
    WHERE way = 'by_place' AND NOT (supplier_words IS NULL AND supplier_slug IS NULL)
    UNION ALL
    FROM ledger.payment_by_supplier SEMI JOIN called USING (supplier) WHERE way = 'by_supplier'
)
SELECT looked_at.*, w.service, w.category
FROM looked_at JOIN ledger.wordings_of(service_wanted, category_wanted, words_like) w USING (wording)
WHERE ledger.of_councils(council, councils)
  AND ledger.in_months(month, first, last)
  AND (least_gbp IS NULL OR amount_pence >= CAST(round(least_gbp * 100) AS BIGINT))
  AND (most_gbp IS NULL OR amount_pence <= CAST(round(most_gbp * 100) AS BIGINT))
  AND ledger.with_or_without(card, cards) AND ledger.with_or_without(amount_pence < 0, credits);

-- Sums of the same for whoever got it and however much: no payment is looked at. Only one of the two parts is ever run.
CREATE MACRO ledger.sums_to_anyone(councils, service_wanted, category_wanted, first, last, words_like, cards) AS TABLE
WITH asked AS (
    FROM ledger.sum_by_year WHERE words_like IS NULL
    UNION ALL
    FROM ledger.sum_by_year SEMI JOIN ledger.wordings_saying(words_like) USING (wording) WHERE words_like IS NOT NULL
)
FROM asked
WHERE ledger.of_kind(service, service_wanted) AND ledger.of_kind(category, category_wanted)
  AND ledger.of_councils(council, councils) AND ledger.in_months(month, first, last)
  AND ledger.with_or_without(card, cards);

-- And of suppliers by their names.
CREATE MACRO ledger.sums_to_called(
    supplier_words, supplier_slug, councils, service_wanted, category_wanted, first, last, words_like, cards
) AS TABLE
WITH called AS MATERIALIZED (FROM ledger.suppliers_called(supplier_words, supplier_slug)),
paid AS (
    FROM ledger.sum_by_supplier SEMI JOIN called USING (supplier)
    WHERE ledger.of_kind(service, service_wanted) AND ledger.of_kind(category, category_wanted)
      AND ledger.of_councils(council, councils) AND ledger.in_months(month, first, last)
      AND ledger.with_or_without(card, cards)
)
FROM paid WHERE words_like IS NULL
UNION ALL
FROM paid SEMI JOIN ledger.wordings_saying(words_like) USING (wording) WHERE words_like IS NOT NULL;

-- What organisations were paid for what is bought: no grants, taxes and benefits, no public body paid by duty,
-- and no council whose credits outweigh its payments.
CREATE MACRO ledger.bought(councils, periods) AS TABLE
SELECT y.category, y.supplier, y.council, sum(y.amount_pence) AS pence
FROM ledger.year_supplier y
JOIN ledger.category c ON c.category = y.category AND c.bought
WHERE NOT y.treasury AND y.supplier NOT IN (SELECT supplier FROM ledger.special_supplier)
  AND y.council IN (SELECT unnest(councils)) AND y.period IN (SELECT unnest(periods))
GROUP BY ALL HAVING sum(y.amount_pence) > 0;
