-- The contract between the build and the app: every table of an edition.
-- Amounts are pounds, cash, unless a name says otherwise. A NULL value always carries a status that explains it.
-- Loading an edition runs this file first, so a row that breaks a CHECK never reaches a reader.

CREATE TABLE edition (
    name VARCHAR PRIMARY KEY,
    built_from VARCHAR NOT NULL,
    latest_spending_period VARCHAR NOT NULL,
    price_base VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL
);
COMMENT ON TABLE edition IS 'One row: which edition this is and what it was built from.';
COMMENT ON COLUMN edition.name IS 'Name of the edition, for citing: the date of the newest source in it and the start of its content hash.';
COMMENT ON COLUMN edition.built_from IS 'sha256 over the hashes of all source files, in order.';
COMMENT ON COLUMN edition.latest_spending_period IS 'Newest financial year with outturn for England.';
COMMENT ON COLUMN edition.price_base IS 'Financial year whose prices real-terms figures are in.';

CREATE TABLE source (
    source VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    attribution VARCHAR NOT NULL,
    landing_url VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    coverage VARCHAR NOT NULL,
    use VARCHAR NOT NULL CHECK (use IN ('publish', 'derived', 'check')),
    about VARCHAR NOT NULL,
    known_problems VARCHAR[] NOT NULL
);
COMMENT ON TABLE source IS 'One row per publication that figures are taken from, or checked against.';
COMMENT ON COLUMN source.use IS 'publish: official figures; derived: taken from a named compiler until the official file is at hand; check: compared only.';

CREATE TABLE source_file (
    source VARCHAR NOT NULL REFERENCES source (source),
    path VARCHAR PRIMARY KEY,
    url VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    bytes BIGINT NOT NULL
);
COMMENT ON TABLE source_file IS 'One row per published file: its place in a mirror, its address, its hash.';

CREATE TABLE reading (
    source VARCHAR NOT NULL REFERENCES source (source),
    path VARCHAR NOT NULL,
    dataset VARCHAR NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_other BIGINT NOT NULL,
    rows_set_aside BIGINT NOT NULL
);
COMMENT ON TABLE reading IS 'Row accounting: one row per file and dataset read. rows_read = rows kept + rows_other + rows_set_aside.';
COMMENT ON COLUMN reading.rows_other IS 'Rows that are declared not to be wanted: totals, regions, notes, bodies that are not councils.';
COMMENT ON COLUMN reading.rows_set_aside IS 'Rows refused, each an issue.';

CREATE TABLE period (
    period VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL CHECK (kind IN ('financial', 'academic', 'calendar', 'rolling', 'quarter', 'day', 'year_to')),
    starts DATE NOT NULL,
    ends DATE NOT NULL CHECK (ends >= starts)
);
COMMENT ON TABLE period IS 'One row per period that a figure can belong to. financial 2023-24, academic 2023/24, calendar 2024, rolling 2022 to 2024, quarter 2025 Q4, day 2024-03-31.';

CREATE TABLE council (
    council VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    other_names VARCHAR[] NOT NULL,
    slug VARCHAR NOT NULL UNIQUE,
    gss VARCHAR,
    gss_before VARCHAR[] NOT NULL,
    ecode VARCHAR,
    class VARCHAR NOT NULL CHECK (class IN ('london_borough', 'metropolitan_district', 'unitary', 'county', 'district', 'scottish', 'welsh', 'northern_irish', 'other')),
    tier VARCHAR NOT NULL CHECK (tier IN ('single', 'upper', 'lower', 'other')),
    nation VARCHAR NOT NULL CHECK (nation IN ('England', 'Scotland', 'Wales', 'Northern Ireland')),
    region VARCHAR,
    county VARCHAR,
    combined_authority VARCHAR,
    fire_authority VARCHAR,
    police_authority VARCHAR,
    sparse BOOLEAN NOT NULL,
    starts DATE,
    ends DATE,
    area_km2 DOUBLE,
    longitude DOUBLE,
    latitude DOUBLE,
    rural_urban VARCHAR
);
COMMENT ON TABLE council IS 'One row per council that exists or has existed since 2010, and per other authority with an outturn return (police, fire, parks, waste, combined authorities, GLA).';
COMMENT ON COLUMN council.council IS 'Three-letter register code; for other authorities their E-code.';
COMMENT ON COLUMN council.class IS 'CIPFA class; other: not a principal council, never in a comparison.';
COMMENT ON COLUMN council.county IS 'For a district: the register code of its county council.';
COMMENT ON COLUMN council.sparse IS 'City of London and Isles of Scilly: so few residents that they never set a scale, a percentile or a rank.';
COMMENT ON COLUMN council.starts IS 'First day, for councils made since April 2009; NULL for older ones.';
COMMENT ON COLUMN council.ends IS 'Last day, for abolished councils.';

CREATE TABLE succession (
    predecessor VARCHAR NOT NULL REFERENCES council (council),
    successor VARCHAR NOT NULL REFERENCES council (council),
    takes_effect DATE NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('merged', 'split', 'became')),
    PRIMARY KEY (predecessor, successor)
);
COMMENT ON TABLE succession IS 'One row per predecessor and successor: merged into a new council, split between new councils, or became (same area, new council).';

CREATE TABLE place_code (
    scheme VARCHAR NOT NULL CHECK (scheme IN ('gss', 'ecode', 'dfe', 'cassr', 'lgf', 'name')),
    code VARCHAR NOT NULL,
    council VARCHAR NOT NULL REFERENCES council (council),
    valid_from DATE,
    valid_to DATE
);
COMMENT ON TABLE place_code IS 'Every code or name by which publishers call a council, per scheme; the only place where names are resolved. valid_from/valid_to only where a code changed hands.';

CREATE TABLE boundary (
    layer VARCHAR NOT NULL CHECK (layer IN ('district', 'county', 'combined_authority', 'region', 'nation')),
    code VARCHAR NOT NULL,
    council VARCHAR REFERENCES council (council),
    name VARCHAR NOT NULL,
    valid_from INTEGER,
    valid_to INTEGER,
    vintage VARCHAR NOT NULL,
    geojson VARCHAR NOT NULL
);
COMMENT ON TABLE boundary IS 'One row per area and layer and vintage: simplified geometry, WGS84, as GeoJSON text, rings clockwise.';
COMMENT ON COLUMN boundary.vintage IS 'current: councils of today; history: dated layer 2014 to 2025, valid in calendar year Y when valid_from <= Y (or NULL) and valid_to >= Y (or NULL).';

CREATE TABLE hex (
    council VARCHAR PRIMARY KEY REFERENCES council (council),
    q INTEGER NOT NULL,
    r INTEGER NOT NULL
);
COMMENT ON TABLE hex IS 'One row per district or single-tier council: its place in the hex cartogram, layout odd-r.';

CREATE TABLE postcode_sector (sector VARCHAR PRIMARY KEY, council VARCHAR NOT NULL REFERENCES council (council));
COMMENT ON TABLE postcode_sector IS 'Great Britain: the council in which most postcodes of the sector lie (sector written as AB1 0).';
CREATE TABLE postcode_exception (postcode VARCHAR NOT NULL, council VARCHAR NOT NULL REFERENCES council (council));
COMMENT ON TABLE postcode_exception IS 'Great Britain: postcodes (no space) whose council differs from their sector''s.';

CREATE TABLE population (
    council VARCHAR NOT NULL REFERENCES council (council),
    year INTEGER NOT NULL,
    residents BIGINT NOT NULL CHECK (residents > 0),
    share_0_15_pct DOUBLE CHECK (share_0_15_pct BETWEEN 0 AND 100),
    share_16_64_pct DOUBLE CHECK (share_16_64_pct BETWEEN 0 AND 100),
    share_65_plus_pct DOUBLE CHECK (share_65_plus_pct BETWEEN 0 AND 100),
    density_per_km2 DOUBLE,
    source VARCHAR NOT NULL REFERENCES source (source),
    PRIMARY KEY (council, year)
);
COMMENT ON TABLE population IS 'Residents at mid-year, 2001 to 2024. A financial year uses the mid-year in it (2023-24: mid-2023).';

CREATE TABLE deflator (
    period VARCHAR PRIMARY KEY REFERENCES period (period),
    index DOUBLE NOT NULL CHECK (index > 0),
    base VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE deflator IS 'GDP deflator per financial year, base year = 100.';

CREATE TABLE neighbour_model (
    model VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    source VARCHAR REFERENCES source (source),
    position INTEGER NOT NULL
);
COMMENT ON TABLE neighbour_model IS 'One row per way of being similar, in a sentence.';

CREATE TABLE neighbour (
    model VARCHAR NOT NULL REFERENCES neighbour_model (model),
    council VARCHAR NOT NULL REFERENCES council (council),
    neighbour VARCHAR NOT NULL REFERENCES council (council),
    rank INTEGER,
    distance DOUBLE,
    closeness VARCHAR
);
COMMENT ON TABLE neighbour IS 'Model x council x neighbour as published; rank 1 is nearest; distance or closeness where published. Classes and regions are in the view peer.';

CREATE TABLE context (
    council VARCHAR NOT NULL REFERENCES council (council),
    indicator VARCHAR NOT NULL,
    period VARCHAR NOT NULL REFERENCES period (period),
    value DOUBLE NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE context IS 'What kind of place it is: deprivation, rurality, pay, income, households: covariates, never verdicts.';

CREATE TABLE service (
    service VARCHAR PRIMARY KEY,
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE service IS 'One row per service, in plain and official words.';

CREATE TABLE responsibility (
    service VARCHAR NOT NULL REFERENCES service (service),
    council VARCHAR NOT NULL REFERENCES council (council),
    comparison_group VARCHAR NOT NULL,
    PRIMARY KEY (service, council)
);
COMMENT ON TABLE responsibility IS 'One row per service and council that runs it. A council is compared, for this service, only with councils of the same nation and comparison_group.';

CREATE TABLE measure (
    measure VARCHAR PRIMARY KEY,
    family VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    official_title VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    service VARCHAR NOT NULL REFERENCES service (service),
    kind VARCHAR NOT NULL CHECK (kind IN ('spend', 'outcome', 'activity', 'context', 'finance', 'delivery')),
    describes VARCHAR NOT NULL CHECK (describes IN ('council', 'place')),
    unit VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    polarity VARCHAR NOT NULL CHECK (polarity IN ('higher', 'lower', 'neither')),
    numerator VARCHAR NOT NULL,
    denominator VARCHAR NOT NULL,
    interval_method VARCHAR NOT NULL CHECK (interval_method IN ('published', 'wilson', 'byar', 'none')),
    min_denominator DOUBLE,
    price_basis VARCHAR NOT NULL CHECK (price_basis IN ('cash', 'not_money')),
    caveats VARCHAR[] NOT NULL,
    breaks VARCHAR[] NOT NULL,
    comparable_from VARCHAR,
    nations VARCHAR[] NOT NULL,
    headline BOOLEAN NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE measure IS 'One row per measure: the codebook.';
COMMENT ON COLUMN measure.polarity IS 'Which direction is better; neither: never ranked or judged.';
COMMENT ON COLUMN measure.describes IS 'council: what the council does; place: residents and places, which a council influences but does not decide.';
COMMENT ON COLUMN measure.breaks IS 'Periods at which the series starts anew: no trend runs across them.';
COMMENT ON COLUMN measure.nations IS 'Nations within which it may be ranked; never across them.';
COMMENT ON COLUMN measure.headline IS 'Shown first among its service''s measures.';

CREATE TABLE measure_source (
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    source VARCHAR NOT NULL REFERENCES source (source),
    PRIMARY KEY (measure, source)
);

CREATE TABLE value (
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    value DOUBLE,
    numerator DOUBLE,
    denominator DOUBLE,
    lower DOUBLE,
    upper DOUBLE,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'estimated', 'derived', 'not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected')),
    source VARCHAR REFERENCES source (source),
    note VARCHAR,
    CHECK (value IS NOT NULL OR status IN ('not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected')),
    CHECK (lower IS NULL OR upper IS NULL OR lower <= upper)
);
COMMENT ON TABLE value IS 'Measure x council x period. Every responsible council has a row for every period of a measure; a NULL value has a status that explains it. 95% limits.';

CREATE TABLE spending (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    service VARCHAR NOT NULL REFERENCES service (service),
    component VARCHAR NOT NULL CHECK (component IN ('net_current_expenditure', 'employees', 'running_expenses', 'total_expenditure', 'sales_fees_charges', 'other_income', 'total_income')),
    value_gbp DOUBLE,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'derived', 'not_submitted', 'not_collected')),
    certified BOOLEAN,
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    source_row INTEGER NOT NULL,
    source_column VARCHAR NOT NULL
);
COMMENT ON TABLE spending IS 'England revenue outturn in pounds: authority x year x service x component, every authority that makes a return, with the file, row and column that each figure stands in.';

CREATE TABLE finance (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    line VARCHAR NOT NULL,
    basis VARCHAR NOT NULL CHECK (basis IN ('outturn', 'budget', 'set', 'position')),
    value DOUBLE,
    unit VARCHAR NOT NULL CHECK (unit IN ('gbp', 'dwellings')),
    status VARCHAR NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    source_row INTEGER NOT NULL,
    source_column VARCHAR NOT NULL
);
COMMENT ON TABLE finance IS 'Where the money comes from and what stands behind it: funding lines, reserves, borrowing, council tax (requirement, Band D, tax base), each with its source cell.';

CREATE TABLE finance_line (
    line VARCHAR PRIMARY KEY,
    family VARCHAR NOT NULL CHECK (family IN ('funding', 'reserves', 'borrowing', 'council_tax')),
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE finance_line IS 'The lines of the table finance in plain and official words.';

CREATE TABLE control_total (
    control VARCHAR NOT NULL,
    period VARCHAR,
    what VARCHAR NOT NULL,
    published DOUBLE NOT NULL,
    ours DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    difference_explained VARCHAR NOT NULL,
    must_equal BOOLEAN NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE control_total IS 'Reconciliation: the publisher''s own total beside the sum of our rows, and why they differ where they may.';

CREATE TABLE issue (
    source VARCHAR NOT NULL,
    source_file VARCHAR NOT NULL,
    source_row INTEGER,
    rows INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    content VARCHAR,
    explanation VARCHAR NOT NULL,
    who_can_mend VARCHAR NOT NULL CHECK (who_can_mend IN ('publisher', 'project', 'nobody'))
);
COMMENT ON TABLE issue IS 'What was refused, flagged or odd in a source, and who can mend it.';
COMMENT ON COLUMN issue.source_row IS 'First row concerned, counted from 1 as a spreadsheet does.';
COMMENT ON COLUMN issue.rows IS 'How many rows are concerned.';

-- Views: the single home of per-head, real-terms and comparability rules.

CREATE VIEW spending_per_head AS
SELECT s.council, s.period, s.service, s.component, s.status, s.certified, s.source,
       s.value_gbp,
       s.value_gbp * 100 / d.index AS real_gbp,
       p.residents,
       s.value_gbp / p.residents AS per_head_gbp,
       s.value_gbp * 100 / d.index / p.residents AS real_per_head_gbp
FROM spending s
JOIN period t USING (period)
LEFT JOIN deflator d USING (period)
LEFT JOIN population p ON p.council = s.council AND p.year = year(t.starts);
COMMENT ON VIEW spending_per_head IS 'Spending in cash and real terms, in total and per resident of that year.';

CREATE VIEW peer AS
SELECT model, council, neighbour AS peer, rank, distance, closeness FROM neighbour
UNION ALL
SELECT 'same_class', a.council, b.council, NULL, NULL, NULL
FROM council a JOIN council b ON a.class = b.class AND a.nation = b.nation AND a.council <> b.council
WHERE a.class <> 'other' AND b.ends IS NULL
UNION ALL
SELECT 'same_region', a.council, b.council, NULL, NULL, NULL
FROM council a JOIN council b ON a.region = b.region AND a.nation = b.nation AND a.council <> b.council
WHERE a.class <> 'other' AND b.class <> 'other' AND b.ends IS NULL;
COMMENT ON VIEW peer IS 'Every peer model in one shape; comparability by service is in responsibility.';
