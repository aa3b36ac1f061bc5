-- The contract between the build and the app: every table of an edition.
-- Amounts are pounds, cash, unless a name says otherwise. A NULL value always carries a status that explains it.
-- Loading an edition runs this file first, so a row that breaks a CHECK never reaches a reader.

-- Whether a status stands beside a figure that may be shown.
CREATE MACRO has_figure(status) AS status IN ('published', 'estimated', 'derived');

CREATE TABLE edition (
    name VARCHAR PRIMARY KEY,
    built_from VARCHAR NOT NULL,
    latest_spending_period VARCHAR NOT NULL,
    price_base VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    before VARCHAR
);
COMMENT ON TABLE edition IS 'One row: which edition this is and what it was built from.';
COMMENT ON COLUMN edition.schema_version IS 'Number of this contract: another one means that tables or columns changed, and that another version of the program reads it.';
COMMENT ON COLUMN edition.name IS 'Name of the edition, for citing: the date of the newest source in it and the start of a hash over the rows of all its tables but this one and edition_change, however they are packed.';
COMMENT ON COLUMN edition.built_from IS 'Provenance: sha256 over the hashes of all source files, in order.';
COMMENT ON COLUMN edition.latest_spending_period IS 'Newest financial year with spending.';
COMMENT ON COLUMN edition.before IS 'Name of the earlier edition that edition_change tells against; NULL where the build knew none.';
COMMENT ON COLUMN edition.price_base IS 'Financial year whose prices real-terms figures are in.';

CREATE TABLE edition_change (
    council VARCHAR,
    kind VARCHAR NOT NULL CHECK (kind IN ('measure', 'spending', 'spending_line', 'finance', 'population', 'context', 'delivery')),
    series VARCHAR NOT NULL,
    change VARCHAR NOT NULL CHECK (change IN ('new_series', 'gone_series', 'new_period', 'added', 'dropped', 'revised')),
    figures INTEGER NOT NULL CHECK (figures > 0),
    councils INTEGER NOT NULL CHECK (councils > 0),
    first_period VARCHAR NOT NULL,
    last_period VARCHAR NOT NULL,
    period VARCHAR,
    before DOUBLE,
    now DOUBLE
);
COMMENT ON TABLE edition_change IS 'What is new against the edition before, series by series; for councils only figures that came late, went or were revised, since new series and periods are found in the tables themselves. No part of the edition''s name.';
COMMENT ON COLUMN edition_change.council IS 'The council whose figures changed; NULL: all councils together.';
COMMENT ON COLUMN edition_change.kind IS 'What the series is of: a measure, spending on a service or on a line of it, a line of finance, residents, an indicator of context, a delivered service.';
COMMENT ON COLUMN edition_change.series IS 'Key of the measure, service, line or indicator.';
COMMENT ON COLUMN edition_change.change IS 'new_series and gone_series: none was held before, or is now; new_period: a period without any figure before; added and dropped: figures of periods held before; revised: another value for the same council and period.';
COMMENT ON COLUMN edition_change.figures IS 'How many figures.';
COMMENT ON COLUMN edition_change.councils IS 'Of how many councils.';
COMMENT ON COLUMN edition_change.first_period IS 'First period concerned.';
COMMENT ON COLUMN edition_change.last_period IS 'Last period concerned.';
COMMENT ON COLUMN edition_change.period IS 'For a revision of one council: the period whose figure moved most in proportion.';
COMMENT ON COLUMN edition_change.before IS 'That figure in the edition before, in the unit of its series.';
COMMENT ON COLUMN edition_change.now IS 'That figure in this edition.';

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
    known_problems VARCHAR[] NOT NULL,
    rhythm VARCHAR CHECK (rhythm IN ('month', 'quarter', 'half-year', 'year', 'irregular', 'once')),
    months_after INTEGER,
    held_to DATE
);
COMMENT ON TABLE source IS 'One row per publication that figures are taken from, or checked against.';
COMMENT ON COLUMN source.source IS 'Key of the source: the name of its record in data/sources.';
COMMENT ON COLUMN source.title IS 'Title of the publication.';
COMMENT ON COLUMN source.publisher IS 'Who published it.';
COMMENT ON COLUMN source.licence IS 'Identifier of its licence, such as OGL-UK-3.0; facts-only: none is stated, and single facts are taken with where they are evidenced; none-stated: compared only, no figure is taken from it.';
COMMENT ON COLUMN source.attribution IS 'The words that its licence asks to be shown with its figures.';
COMMENT ON COLUMN source.landing_url IS 'The publisher''s page from which its files can be downloaded.';
COMMENT ON COLUMN source.published IS 'Date of publication of the edition used, or of its newest file.';
COMMENT ON COLUMN source.coverage IS 'Places and periods that it covers.';
COMMENT ON COLUMN source.about IS 'What it says, in a sentence or two.';
COMMENT ON COLUMN source.known_problems IS 'What is known to be wrong, missing or easily misread in it.';
COMMENT ON COLUMN source.use IS 'publish: official figures; derived: taken from a named compiler until the official file is at hand; check: compared only.';
COMMENT ON COLUMN source.rhythm IS 'How often its publisher brings a new period; irregular: no rhythm is kept; once: it has ended, or came once.';
COMMENT ON COLUMN source.months_after IS 'Months from the end of a period to its publication, going by the last releases; below nought where it is published before the period ends.';
COMMENT ON COLUMN source.held_to IS 'Day up to which it is held, where its figures name no period.';

CREATE TABLE source_address (
    source VARCHAR NOT NULL REFERENCES source (source),
    what VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('newer', 'original', 'more')),
    period VARCHAR NOT NULL,
    url VARCHAR NOT NULL CHECK (starts_with(url, 'http')),
    said_by VARCHAR NOT NULL,
    as_of DATE NOT NULL
);
COMMENT ON TABLE source_address IS 'Files that are known of and not held: where their publishers keep them, as others say. None has been opened for this edition.';
COMMENT ON COLUMN source_address.what IS 'What is to be had there.';
COMMENT ON COLUMN source_address.kind IS 'newer: a later period or release than is held; original: the publisher''s own form of what is held as a copy or a compilation; more: what the publisher has besides.';
COMMENT ON COLUMN source_address.period IS 'Newest period in it, as far as is said; empty where nothing is.';
COMMENT ON COLUMN source_address.url IS 'Its address, or the page on which it is to be found.';
COMMENT ON COLUMN source_address.said_by IS 'Who says that it is there.';
COMMENT ON COLUMN source_address.as_of IS 'When that was read.';

CREATE TABLE source_file (
    source VARCHAR NOT NULL REFERENCES source (source),
    path VARCHAR PRIMARY KEY,
    url VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    bytes BIGINT NOT NULL
);
COMMENT ON TABLE source_file IS 'One row per published file: its place in a mirror, its address, its hash.';
COMMENT ON COLUMN source_file.path IS 'Place of the file below a mirror folder.';
COMMENT ON COLUMN source_file.url IS 'The publisher''s address of the file itself; empty when only the landing page is known.';
COMMENT ON COLUMN source_file.sha256 IS 'Hash of the publisher''s bytes.';
COMMENT ON COLUMN source_file.bytes IS 'Size of the file.';

CREATE TABLE reading (
    source VARCHAR NOT NULL REFERENCES source (source),
    path VARCHAR NOT NULL,
    dataset VARCHAR NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_other BIGINT NOT NULL,
    rows_set_aside BIGINT NOT NULL
);
COMMENT ON TABLE reading IS 'Row accounting: one row per file and dataset read. rows_read = rows kept + rows_other + rows_set_aside.';
COMMENT ON COLUMN reading.dataset IS 'Name of the dataset that the file was read into, as declared in the source''s record.';
COMMENT ON COLUMN reading.rows_read IS 'Rows of the file''s table; where columns were turned into rows, one per cell.';
COMMENT ON COLUMN reading.rows_other IS 'Rows that are declared not to be wanted: totals, regions, notes, bodies that are not councils.';
COMMENT ON COLUMN reading.rows_set_aside IS 'Rows refused, each an issue.';

CREATE TABLE period (
    period VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL CHECK (kind IN ('financial', 'academic', 'calendar', 'rolling', 'quarter', 'day', 'year_to')),
    starts DATE NOT NULL,
    ends DATE NOT NULL CHECK (ends >= starts)
);
COMMENT ON TABLE period IS 'One row per period that a figure can belong to. financial 2023-24, academic 2023/24, calendar 2024, rolling 2022 to 2024, quarter 2025 Q4, day 2024-03-31.';
COMMENT ON COLUMN period.period IS 'Label of the period; the table period says what labels look like.';
COMMENT ON COLUMN period.kind IS 'Which sort of period: April to March, September to August, a calendar year, several years, a quarter, one day, or twelve months to a month''s end.';
COMMENT ON COLUMN period.starts IS 'First day of the period.';
COMMENT ON COLUMN period.ends IS 'Last day of the period.';

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
COMMENT ON COLUMN council.name IS 'Name as shown; an abolished county says that it was one.';
COMMENT ON COLUMN council.official_name IS 'Name in law.';
COMMENT ON COLUMN council.other_names IS 'Other names by which it is searched.';
COMMENT ON COLUMN council.slug IS 'Name in an address.';
COMMENT ON COLUMN council.gss IS 'ONS (GSS) code of today, or the last one that it had.';
COMMENT ON COLUMN council.gss_before IS 'ONS (GSS) codes that it had before.';
COMMENT ON COLUMN council.ecode IS 'MHCLG''s E-code; England only.';
COMMENT ON COLUMN council.tier IS 'single: runs every service; upper: county; lower: district; other: not a principal council.';
COMMENT ON COLUMN council.nation IS 'England, Scotland, Wales or Northern Ireland.';
COMMENT ON COLUMN council.region IS 'English region; NULL elsewhere.';
COMMENT ON COLUMN council.combined_authority IS 'Combined authority that it belongs to.';
COMMENT ON COLUMN council.fire_authority IS 'Fire and rescue authority that serves it.';
COMMENT ON COLUMN council.police_authority IS 'Police force area that it lies in.';
COMMENT ON COLUMN council.area_km2 IS 'Land area, square kilometres.';
COMMENT ON COLUMN council.longitude IS 'Longitude of a point inside it, degrees east; of a county the mean of its districts.';
COMMENT ON COLUMN council.latitude IS 'Latitude of a point inside it, degrees north; of a county the mean of its districts.';
COMMENT ON COLUMN council.rural_urban IS 'Rural-urban class, in its publisher''s words.';
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
COMMENT ON COLUMN succession.predecessor IS 'The abolished council.';
COMMENT ON COLUMN succession.successor IS 'The council that took over all or part of it.';
COMMENT ON COLUMN succession.takes_effect IS 'First day of the successor.';
COMMENT ON COLUMN succession.kind IS 'merged into a new council, split between new councils, or became: the same area under a new council.';

CREATE TABLE place_code (
    scheme VARCHAR NOT NULL CHECK (scheme IN ('gss', 'ecode', 'dfe', 'cassr', 'lgf', 'name')),
    code VARCHAR NOT NULL,
    council VARCHAR NOT NULL REFERENCES council (council),
    valid_from DATE,
    valid_to DATE
);
COMMENT ON TABLE place_code IS 'Every code or name by which publishers call a council, per scheme; the only place where names are resolved. valid_from/valid_to only where a code changed hands.';
COMMENT ON COLUMN place_code.scheme IS 'Who uses the code: gss ONS, ecode MHCLG, dfe three-digit number of the education department, cassr adult social care, lgf local government finance, name a name without case and punctuation.';
COMMENT ON COLUMN place_code.code IS 'The code, or the normalised name.';
COMMENT ON COLUMN place_code.valid_from IS 'First day of the code''s meaning this council; NULL: always.';
COMMENT ON COLUMN place_code.valid_to IS 'First day on which it no longer does; NULL: still does.';

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
COMMENT ON COLUMN boundary.layer IS 'What the areas are.';
COMMENT ON COLUMN boundary.code IS 'ONS (GSS) code of the area.';
COMMENT ON COLUMN boundary.name IS 'Name of the area.';
COMMENT ON COLUMN boundary.valid_from IS 'First calendar year of the area; NULL: before the layer begins.';
COMMENT ON COLUMN boundary.valid_to IS 'Last calendar year of the area; NULL: still there.';
COMMENT ON COLUMN boundary.geojson IS 'The geometry as GeoJSON text, degrees, WGS84.';
COMMENT ON COLUMN boundary.vintage IS 'current: councils of today; history: dated layer 2014 to 2025, valid in calendar year Y when valid_from <= Y (or NULL) and valid_to >= Y (or NULL).';

CREATE TABLE hex (
    council VARCHAR PRIMARY KEY REFERENCES council (council),
    q INTEGER NOT NULL,
    r INTEGER NOT NULL
);
COMMENT ON TABLE hex IS 'One row per district or single-tier council: its place in the hex cartogram, layout odd-r.';
COMMENT ON COLUMN hex.q IS 'Column in the layout.';
COMMENT ON COLUMN hex.r IS 'Row in the layout; odd rows are shifted by half a hexagon.';

CREATE TABLE postcode_sector (sector VARCHAR PRIMARY KEY, council VARCHAR NOT NULL REFERENCES council (council));
COMMENT ON TABLE postcode_sector IS 'Great Britain: the council in which most postcodes of the sector lie (sector written as AB1 0).';
COMMENT ON COLUMN postcode_sector.sector IS 'Postcode without its last two letters, as AB1 0.';
CREATE TABLE postcode_exception (postcode VARCHAR NOT NULL, council VARCHAR NOT NULL REFERENCES council (council));
COMMENT ON TABLE postcode_exception IS 'Great Britain: postcodes (no space) whose council differs from their sector''s.';
COMMENT ON COLUMN postcode_exception.postcode IS 'The whole postcode, without a space.';

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
COMMENT ON COLUMN population.year IS 'Calendar year of the mid-year estimate (30 June).';
COMMENT ON COLUMN population.residents IS 'People who usually live there.';
COMMENT ON COLUMN population.share_0_15_pct IS 'Residents aged under 16, percent.';
COMMENT ON COLUMN population.share_16_64_pct IS 'Residents aged 16 to 64, percent.';
COMMENT ON COLUMN population.share_65_plus_pct IS 'Residents aged 65 or over, percent.';
COMMENT ON COLUMN population.density_per_km2 IS 'Residents per square kilometre.';

CREATE TABLE deflator (
    period VARCHAR PRIMARY KEY REFERENCES period (period),
    index DOUBLE NOT NULL CHECK (index > 0),
    base VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE deflator IS 'GDP deflator per financial year, base year = 100.';
COMMENT ON COLUMN deflator.index IS 'Price level, base year = 100.';
COMMENT ON COLUMN deflator.base IS 'The financial year whose price level is 100.';
COMMENT ON COLUMN deflator.status IS 'outturn or forecast, in the publisher''s word.';

CREATE TABLE neighbour_model (
    model VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    source VARCHAR REFERENCES source (source),
    position INTEGER NOT NULL,
    usual_order INTEGER,
    usual_services VARCHAR[] NOT NULL DEFAULT []
);
COMMENT ON TABLE neighbour_model IS 'One row per way of being similar, in a sentence.';
COMMENT ON COLUMN neighbour_model.model IS 'Name of the model in an address.';
COMMENT ON COLUMN neighbour_model.title IS 'Name of the model as shown.';
COMMENT ON COLUMN neighbour_model.explanation IS 'What makes two councils alike in this model.';
COMMENT ON COLUMN neighbour_model.position IS 'Order in which models are offered.';
COMMENT ON COLUMN neighbour_model.usual_order IS 'Order in which models are tried as the usual one of a service; NULL: never the usual one.';
COMMENT ON COLUMN neighbour_model.usual_services IS 'Services that it was made for; empty: any.';

CREATE TABLE neighbour (
    model VARCHAR NOT NULL REFERENCES neighbour_model (model),
    council VARCHAR NOT NULL REFERENCES council (council),
    neighbour VARCHAR NOT NULL REFERENCES council (council),
    rank INTEGER,
    distance DOUBLE,
    closeness VARCHAR
);
COMMENT ON TABLE neighbour IS 'Model x council x neighbour as published; rank 1 is nearest; distance or closeness where published. Classes and regions are in the view peer.';
COMMENT ON COLUMN neighbour.neighbour IS 'The similar council.';
COMMENT ON COLUMN neighbour.rank IS '1 is the most similar; NULL where the publisher gives no order.';
COMMENT ON COLUMN neighbour.distance IS 'Distance as published, smaller is more similar; its scale is the model''s own.';
COMMENT ON COLUMN neighbour.closeness IS 'Closeness in the publisher''s words.';

CREATE TABLE context_indicator (
    indicator VARCHAR PRIMARY KEY,
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    explanation VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE context_indicator IS 'One row per indicator of the table context, in plain and official words.';
COMMENT ON COLUMN context_indicator.indicator IS 'What is described; the unit is the end of its name.';
COMMENT ON COLUMN context_indicator.plain_name IS 'Name in a resident''s words.';
COMMENT ON COLUMN context_indicator.official_name IS 'Name as the publisher has it.';
COMMENT ON COLUMN context_indicator.unit IS 'Unit in words.';
COMMENT ON COLUMN context_indicator.decimals IS 'Decimal places to show.';
COMMENT ON COLUMN context_indicator.explanation IS 'How to read it, and what it cannot say.';
COMMENT ON COLUMN context_indicator.position IS 'Order on a page.';

CREATE TABLE context (
    council VARCHAR NOT NULL REFERENCES council (council),
    indicator VARCHAR NOT NULL REFERENCES context_indicator (indicator),
    period VARCHAR NOT NULL REFERENCES period (period),
    value DOUBLE NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE context IS 'What kind of place it is: deprivation, rurality, pay, income, households: covariates, never verdicts.';
COMMENT ON COLUMN context.indicator IS 'What is described; the unit is the end of its name.';
COMMENT ON COLUMN context.value IS 'The figure, in the unit that its indicator names.';

CREATE TABLE service (
    service VARCHAR PRIMARY KEY,
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    not_decided_because VARCHAR,
    position INTEGER NOT NULL
);
COMMENT ON TABLE service IS 'One row per service, in plain and official words.';
COMMENT ON COLUMN service.service IS 'Key of the service.';
COMMENT ON COLUMN service.plain_name IS 'The words that a resident would use.';
COMMENT ON COLUMN service.official_name IS 'The words of the official return.';
COMMENT ON COLUMN service.explanation IS 'What it is, in a sentence.';
COMMENT ON COLUMN service.not_decided_because IS 'Why it is left out of the sum decided (what a council decides on); NULL for services that count.';
COMMENT ON COLUMN service.position IS 'Order on a page.';

CREATE TABLE responsibility (
    service VARCHAR NOT NULL REFERENCES service (service),
    council VARCHAR NOT NULL REFERENCES council (council),
    comparison_group VARCHAR NOT NULL,
    starts DATE,
    ends DATE,
    reason VARCHAR,
    PRIMARY KEY (service, council)
);
COMMENT ON TABLE responsibility IS 'One row per service and council that runs it, or did. A council is compared, for this service, only with councils of the same nation and comparison_group.';
COMMENT ON COLUMN responsibility.starts IS 'First day on which the council had the duty; NULL: for all of its life.';
COMMENT ON COLUMN responsibility.ends IS 'Last day on which it had the duty; NULL: it has it still, or had it to its own end.';
COMMENT ON COLUMN responsibility.reason IS 'Why the duty began or ended, and who had it before or has it since; NULL where it never moved.';
COMMENT ON COLUMN responsibility.comparison_group IS 'Councils of one group may be compared with each other for this service.';

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
    classes VARCHAR[] NOT NULL DEFAULT [],
    headline BOOLEAN NOT NULL,
    rounded_to DOUBLE,
    clustered BOOLEAN NOT NULL DEFAULT false,
    stock BOOLEAN NOT NULL DEFAULT false,
    grades VARCHAR[] NOT NULL DEFAULT [],
    circumstances VARCHAR[] NOT NULL DEFAULT [],
    circumstances_because VARCHAR[] NOT NULL DEFAULT [],
    position INTEGER NOT NULL
);
COMMENT ON TABLE measure IS 'One row per measure: the codebook.';
COMMENT ON COLUMN measure.measure IS 'Key of the measure.';
COMMENT ON COLUMN measure.family IS 'Name of the two files in data/measures (.toml and .sql) that declare and compute it.';
COMMENT ON COLUMN measure.title IS 'Title in a resident''s words.';
COMMENT ON COLUMN measure.official_title IS 'Title in the publisher''s words.';
COMMENT ON COLUMN measure.question IS 'The question that it answers.';
COMMENT ON COLUMN measure.kind IS 'spend, outcome (what people get), activity (how much is done), context, finance, or delivery (who does it).';
COMMENT ON COLUMN measure.unit IS 'Unit of its values.';
COMMENT ON COLUMN measure.decimals IS 'Decimal places that are shown.';
COMMENT ON COLUMN measure.numerator IS 'What is counted.';
COMMENT ON COLUMN measure.denominator IS 'What it is counted against.';
COMMENT ON COLUMN measure.interval_method IS 'How 95% limits are made: published by the source, Wilson score for shares, Byar for counts and rates, or none.';
COMMENT ON COLUMN measure.min_denominator IS 'Below this denominator a value is shown but left out of scales, ranks and extremes.';
COMMENT ON COLUMN measure.price_basis IS 'cash: pounds of the year; not_money: no price.';
COMMENT ON COLUMN measure.caveats IS 'What to know before using it.';
COMMENT ON COLUMN measure.comparable_from IS 'First period from which the series is comparable with today''s.';
COMMENT ON COLUMN measure.position IS 'Order in the codebook.';
COMMENT ON COLUMN measure.polarity IS 'Which direction is better; neither: never ranked or judged.';
COMMENT ON COLUMN measure.describes IS 'council: what the council does; place: residents and places, which a council influences but does not decide.';
COMMENT ON COLUMN measure.breaks IS 'Periods at which the series starts anew: no trend runs across them.';
COMMENT ON COLUMN measure.nations IS 'Nations within which it may be ranked; never across them.';
COMMENT ON COLUMN measure.classes IS 'Classes of council that it is meant for; empty: every council that runs its service.';
COMMENT ON COLUMN measure.headline IS 'Shown first among its service''s measures.';
COMMENT ON COLUMN measure.rounded_to IS 'Step to which the publisher rounds the values, in the measure''s unit (1: whole percents): a value is known to half of it. NULL: to more places than are shown. Limits made here are wider by half of it; a value without limits still has that half.';
COMMENT ON COLUMN measure.clustered IS 'Whether several of the events counted belong to one child or family, so that an interval from the counts alone is too narrow.';
COMMENT ON COLUMN measure.stock IS 'Whether it is a count on one day (households in temporary accommodation, children in care) and not of a year: a trend compares the same day of the year only.';
COMMENT ON COLUMN measure.circumstances IS 'What leads one to expect a figure: the covariates of its model, columns of the query service/circumstances. Empty: no model.';
COMMENT ON COLUMN measure.circumstances_because IS 'Why each circumstance is counted, in their order.';
COMMENT ON COLUMN measure.grades IS 'For a judgement in words: its grades in the order of the values 1, 2, 3 and so on. Empty for a quantity.';

CREATE TABLE measure_source (
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    source VARCHAR NOT NULL REFERENCES source (source),
    PRIMARY KEY (measure, source)
);
COMMENT ON TABLE measure_source IS 'Which sources a measure is taken from.';

CREATE TABLE value (
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    value DOUBLE,
    numerator DOUBLE,
    denominator DOUBLE,
    lower DOUBLE,
    upper DOUBLE,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'estimated', 'derived', 'not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected', 'not_held')),
    source VARCHAR REFERENCES source (source),
    note VARCHAR,
    joint_lead VARCHAR REFERENCES council (council),
    censored BOOLEAN NOT NULL DEFAULT false,
    CHECK (NOT censored OR value IS NULL),
    CHECK (value IS NOT NULL OR status IN ('not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected', 'not_held')),
    CHECK (lower IS NULL OR upper IS NULL OR lower <= upper)
);
COMMENT ON TABLE value IS 'Measure x council x period. Every responsible council has a row for every period of a measure; a NULL value has a status that explains it. 95% limits.';
COMMENT ON COLUMN value.value IS 'The figure, in the measure''s unit.';
COMMENT ON COLUMN value.numerator IS 'The count above the line, where the source gives it.';
COMMENT ON COLUMN value.denominator IS 'The count below the line, where the source gives it.';
COMMENT ON COLUMN value.lower IS 'Lower 95% limit.';
COMMENT ON COLUMN value.upper IS 'Upper 95% limit.';
COMMENT ON COLUMN value.status IS 'published; estimated or derived: a figure with a reservation; or why there is none: not_responsible, not_submitted, suppressed, not_comparable, not_collected (nobody collected it), not_held (published, but in no file held here: the note says where).';
COMMENT ON COLUMN value.note IS 'What the publisher or the build says about this one value.';
COMMENT ON COLUMN value.censored IS 'Whether there is no figure because it was nought or negative: see spending.censored.';
COMMENT ON COLUMN value.joint_lead IS 'Where several councils share one figure: the council under which it is counted, once; each of them carries it, the lead too, and the note says who they are. NULL: the council''s own figure.';

CREATE TABLE spending (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    service VARCHAR NOT NULL REFERENCES service (service),
    component VARCHAR NOT NULL CHECK (component IN ('net_current_expenditure', 'employees', 'running_expenses', 'total_expenditure', 'sales_fees_charges', 'other_income', 'total_income')),
    value_gbp DOUBLE,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'derived', 'not_responsible', 'not_submitted', 'not_collected', 'not_held')),
    certified BOOLEAN,
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    source_row INTEGER NOT NULL,
    source_column VARCHAR NOT NULL,
    note VARCHAR,
    censored BOOLEAN NOT NULL DEFAULT false,
    CHECK (NOT censored OR value_gbp IS NULL)
);
COMMENT ON TABLE spending IS 'Revenue outturn in pounds: authority x year x service x component, every authority of England that makes a return and every council of Wales, Scotland and Northern Ireland, with the file, row and column that each figure stands in.';
COMMENT ON COLUMN spending.component IS 'net_current_expenditure is what the service cost after its income; the others are its parts. Beside it stands what the other nations publish of a service: Wales revenue outturn expenditure, Scotland net revenue expenditure, Northern Ireland expenditure, which looks gross. Never compared across nations.';
COMMENT ON COLUMN spending.value_gbp IS 'Pounds, cash.';
COMMENT ON COLUMN spending.status IS 'published; derived: from a compiler''s table; or why there is none: not_responsible, not_submitted, not_collected (no such line in the return), not_held (returned and published, but in no file held here).';
COMMENT ON COLUMN spending.note IS 'Why there is no figure, or what is odd about it.';
COMMENT ON COLUMN spending.censored IS 'Whether the line is missing because it was nought or negative: no figure, but known to be no more than nought. Quantiles count it so: censored_quantile.';
COMMENT ON COLUMN spending.certified IS 'Whether the council''s finance officer had certified the return; NULL where the file does not say.';
COMMENT ON COLUMN spending.source_file IS 'Place of the file below a mirror folder.';
COMMENT ON COLUMN spending.source_row IS 'Row of the file, counted from 1 as a spreadsheet does.';
COMMENT ON COLUMN spending.source_column IS 'Column of the file, in a spreadsheet''s letters.';

CREATE TABLE service_line (
    line VARCHAR PRIMARY KEY,
    service VARCHAR NOT NULL REFERENCES service (service),
    part_of VARCHAR,
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE service_line IS 'One row per line of which a service''s spending is made, in plain and official words.';
COMMENT ON COLUMN service_line.line IS 'Key of the line, such as looked_after_fostering.';
COMMENT ON COLUMN service_line.part_of IS 'The line of the same service that this one is a part of; NULL: a part of the service itself. Lines without one add to the service.';
COMMENT ON COLUMN service_line.position IS 'Order in the return.';

CREATE TABLE spending_line (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    line VARCHAR NOT NULL REFERENCES service_line (line),
    component VARCHAR NOT NULL CHECK (component IN ('net_current_expenditure', 'employees', 'running_expenses', 'total_expenditure', 'sales_fees_charges', 'other_income', 'total_income')),
    value_gbp DOUBLE,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'derived', 'not_submitted', 'not_collected', 'not_held')),
    certified BOOLEAN,
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    source_row INTEGER NOT NULL,
    source_column VARCHAR NOT NULL,
    note VARCHAR
);
COMMENT ON TABLE spending_line IS 'What the spending of a service is made of, in pounds: authority x year x line x component, with the file, row and column of each figure. Authorities with the duty, and money that others have in a line; a line of which others are parts is there beside them.';
COMMENT ON COLUMN spending_line.value_gbp IS 'Pounds, cash.';
COMMENT ON COLUMN spending_line.status IS 'published; derived: from a compiler''s table; or why there is none: not_submitted, not_collected, not_held (returned after the release that is held here).';

CREATE TABLE finance (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    line VARCHAR NOT NULL,
    basis VARCHAR NOT NULL CHECK (basis IN ('outturn', 'budget', 'set', 'position')),
    value DOUBLE,
    unit VARCHAR NOT NULL CHECK (unit IN ('gbp', 'dwellings')),
    status VARCHAR NOT NULL CHECK (status IN ('published', 'estimated', 'derived', 'budget', 'not_submitted', 'not_collected', 'not_held')),
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    source_row INTEGER NOT NULL,
    source_column VARCHAR NOT NULL,
    CHECK (value IS NULL OR (basis = 'budget') = (status = 'budget'))
);
COMMENT ON TABLE finance IS 'Where the money comes from and what stands behind it: funding lines, reserves, borrowing, council tax (requirement, Band D, tax base), each with its source cell.';
COMMENT ON COLUMN finance.line IS 'What the figure is: see finance_line.';
COMMENT ON COLUMN finance.basis IS 'outturn: what happened; budget: what was planned; set: decided for the year; position: at the end of the year.';
COMMENT ON COLUMN finance.value IS 'The figure, cash pounds or dwellings.';
COMMENT ON COLUMN finance.status IS 'published; estimated (expected, not what came out); derived: from a compiler''s table; budget: planned before the year, never in one series with outturn and never compared; or why there is none.';
COMMENT ON COLUMN finance.unit IS 'gbp: pounds; dwellings.';

CREATE TABLE finance_line (
    line VARCHAR PRIMARY KEY,
    family VARCHAR NOT NULL CHECK (family IN ('funding', 'reserves', 'borrowing', 'council_tax')),
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE finance_line IS 'The lines of the table finance in plain and official words.';
COMMENT ON COLUMN finance_line.family IS 'Which part of a council''s finances it belongs to.';

CREATE TABLE precept (
    council VARCHAR NOT NULL REFERENCES council (council),
    kind VARCHAR NOT NULL CHECK (kind IN ('county', 'police', 'fire', 'combined_authority')),
    authority VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    PRIMARY KEY (council, kind, period)
);
COMMENT ON TABLE precept IS 'Who else is paid through a billing council''s council tax bill: one row per part of the bill. The amount is the finance line band_d_<kind> of the billing council.';
COMMENT ON COLUMN precept.council IS 'The billing council.';
COMMENT ON COLUMN precept.kind IS 'Which part of the bill; county: county council or Greater London Authority.';
COMMENT ON COLUMN precept.authority IS 'Who receives it: register code of a county council, E-code of any other body.';

CREATE TABLE delivery_service (
    delivery_service VARCHAR PRIMARY KEY,
    service VARCHAR NOT NULL REFERENCES service (service),
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    counts VARCHAR NOT NULL CHECK (counts IN ('spending', 'homes', 'places', 'providers', 'libraries', 'activity', 'councils')),
    unit VARCHAR NOT NULL,
    min_total DOUBLE,
    position INTEGER NOT NULL
);
COMMENT ON TABLE delivery_service IS 'One row per part of a service of which it is known who delivers it, and what is counted to tell.';
COMMENT ON COLUMN delivery_service.delivery_service IS 'Key of the part of a service and what is counted of it, such as childrens_home_places.';
COMMENT ON COLUMN delivery_service.counts IS 'What the shares are shares of: spending (pounds, cash), homes, places, providers, libraries, activity, or councils, each with its one way of doing it.';
COMMENT ON COLUMN delivery_service.unit IS 'Unit of what is counted: £ are cash pounds of the year.';
COMMENT ON COLUMN delivery_service.min_total IS 'Of fewer than these a share is shown for its council, but stands in no map, group, peer figure or estimate: one home more would move it by too much. NULL: of any.';

CREATE TABLE delivery_model (
    model VARCHAR PRIMARY KEY,
    plain_name VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    position INTEGER NOT NULL
);
COMMENT ON TABLE delivery_model IS 'One row per kind of deliverer, or way of doing it where that is what differs: one codebook over all services. public and external stand where a source does not tell the kinds within them apart.';
COMMENT ON COLUMN delivery_model.model IS 'Key of the kind of deliverer: own is the council itself.';

CREATE TABLE delivery_code (
    source VARCHAR NOT NULL REFERENCES source (source),
    published_word VARCHAR NOT NULL,
    model VARCHAR NOT NULL REFERENCES delivery_model (model),
    why VARCHAR NOT NULL,
    PRIMARY KEY (source, published_word)
);
COMMENT ON TABLE delivery_code IS 'What a source''s word for who delivers is taken to mean. Words are compared without regard to case and outer blanks.';
COMMENT ON COLUMN delivery_code.published_word IS 'The source''s own word, code or column, in lower case.';
COMMENT ON COLUMN delivery_code.model IS 'The kind of deliverer that it is taken for.';
COMMENT ON COLUMN delivery_code.why IS 'Why it is taken so, and what it may hide.';

CREATE TABLE delivery (
    council VARCHAR NOT NULL REFERENCES council (council),
    period VARCHAR NOT NULL REFERENCES period (period),
    delivery_service VARCHAR NOT NULL REFERENCES delivery_service (delivery_service),
    model VARCHAR NOT NULL REFERENCES delivery_model (model),
    series VARCHAR NOT NULL,
    value DOUBLE,
    total DOUBLE,
    share_pct DOUBLE CHECK (share_pct BETWEEN 0 AND 100),
    status VARCHAR NOT NULL CHECK (status IN ('published', 'estimated', 'derived', 'not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected', 'not_held')),
    source VARCHAR NOT NULL REFERENCES source (source),
    source_file VARCHAR NOT NULL,
    note VARCHAR,
    PRIMARY KEY (council, period, delivery_service, model),
    CHECK (value IS NOT NULL OR status IN ('not_responsible', 'not_submitted', 'suppressed', 'not_comparable', 'not_collected', 'not_held')),
    CHECK (share_pct IS NULL OR value IS NOT NULL)
);
COMMENT ON TABLE delivery IS 'Who delivers: council x period x part of a service x kind of deliverer. The shares of a council, period and part add to 100, or every one of them is NULL and the note says why.';
COMMENT ON COLUMN delivery.series IS 'Name of the unbroken series: figures of two series are not comparable and no line joins them.';
COMMENT ON COLUMN delivery.value IS 'Amount or number delivered by this kind of deliverer, in the unit of its part of a service.';
COMMENT ON COLUMN delivery.total IS 'All kinds of deliverer together: the source''s own total where it has one, else their sum.';
COMMENT ON COLUMN delivery.share_pct IS 'This kind''s share of the total, percent. NULL where the total is nought, or the parts do not make a whole.';
COMMENT ON COLUMN delivery.note IS 'Why there is no share, or what the build says about this figure.';

CREATE TABLE delivery_event (
    council VARCHAR NOT NULL REFERENCES council (council),
    service VARCHAR NOT NULL REFERENCES service (service),
    delivery_service VARCHAR REFERENCES delivery_service (delivery_service),
    from_model VARCHAR REFERENCES delivery_model (model),
    model VARCHAR NOT NULL REFERENCES delivery_model (model),
    organisation VARCHAR NOT NULL,
    since VARCHAR CHECK (regexp_full_match(since, '\d{4}(-\d{2}(-\d{2})?)?')),
    until VARCHAR CHECK (regexp_full_match(until, '\d{4}(-\d{2}(-\d{2})?)?')),
    evidence_url VARCHAR NOT NULL,
    evidence_dated VARCHAR NOT NULL,
    says VARCHAR NOT NULL,
    source VARCHAR REFERENCES source (source)
);
COMMENT ON TABLE delivery_event IS 'Changes in who delivers a whole service, each with its evidence: children''s trusts, companies that councils own, libraries handed over. Known to be incomplete: no row is no proof that nothing changed.';
COMMENT ON COLUMN delivery_event.delivery_service IS 'Part of the service, where the change concerns one part only.';
COMMENT ON COLUMN delivery_event.from_model IS 'The kind of deliverer until then: from own the service left the council, to own it came back, between two others it did neither. NULL where it is not known.';
COMMENT ON COLUMN delivery_event.model IS 'The kind of deliverer from then on.';
COMMENT ON COLUMN delivery_event.organisation IS 'Who delivers from then on, in the words of the evidence.';
COMMENT ON COLUMN delivery_event.since IS 'When it began, as exactly as the evidence says: 2014, 2014-10 or 2014-10-01; NULL where it does not say.';
COMMENT ON COLUMN delivery_event.until IS 'When it ended, written likewise; NULL: no end is known, which does not mean that it still lasts.';
COMMENT ON COLUMN delivery_event.evidence_url IS 'The page or data set that says so.';
COMMENT ON COLUMN delivery_event.evidence_dated IS 'Date of that page; what happened since then is not known from it.';
COMMENT ON COLUMN delivery_event.says IS 'What the evidence says, in a sentence.';
COMMENT ON COLUMN delivery_event.source IS 'Source of this edition from which the change is read; NULL where it is kept by hand from the page named.';

CREATE TABLE council_event (
    council VARCHAR NOT NULL REFERENCES council (council),
    kind VARCHAR NOT NULL CHECK (kind IN ('section_114', 'exceptional_support', 'intervention', 'inspection', 'reorganisation_decided', 'reorganisation_proposed')),
    happened VARCHAR NOT NULL CHECK (regexp_full_match(happened, '\d{4}(-\d{2}(-\d{2})?)?')),
    precision VARCHAR NOT NULL CHECK (precision IN ('day', 'month', 'year', 'financial_year')),
    value_gbp DOUBLE CHECK (value_gbp IS NULL OR kind = 'exceptional_support'),
    revised_gbp DOUBLE CHECK (revised_gbp IS NULL OR kind = 'exceptional_support'),
    says VARCHAR NOT NULL,
    evidence_url VARCHAR NOT NULL CHECK (starts_with(evidence_url, 'http')),
    as_of VARCHAR NOT NULL,
    source VARCHAR REFERENCES source (source)
);
COMMENT ON TABLE council_event IS 'What befell a council in England: notices of its finance officer, support and intervention of the government, reorganisation. Each with its evidence, none a score. Known to be incomplete: no row is no proof that nothing happened.';
COMMENT ON COLUMN council_event.kind IS 'section_114: the finance officer''s report of unlawful or unfunded spending; exceptional_support: leave to meet running costs from capital; intervention: directions or commissioners; inspection: a best value inspection; reorganisation_decided or _proposed: a new council in its place.';
COMMENT ON COLUMN council_event.happened IS 'When, as exactly as the evidence says: 2023-09-05, 2023-09, 2023, or for support the financial year 2024-25.';
COMMENT ON COLUMN council_event.precision IS 'How to read happened: day, month, year or financial_year.';
COMMENT ON COLUMN council_event.value_gbp IS 'Pounds of support agreed or requested, as listed; NULL for other kinds.';
COMMENT ON COLUMN council_event.revised_gbp IS 'Pounds that a later page lists for the same year; NULL where no other sum is known.';
COMMENT ON COLUMN council_event.says IS 'What the evidence says, in a sentence.';
COMMENT ON COLUMN council_event.evidence_url IS 'The page or report that says so.';
COMMENT ON COLUMN council_event.as_of IS 'Date of the evidence or of the list; what happened since then is not known from it.';
COMMENT ON COLUMN council_event.source IS 'Source of this edition from which the event is read; NULL where it is kept by hand from the page named.';

CREATE TABLE council_comment (
    council VARCHAR NOT NULL REFERENCES council (council),
    measure VARCHAR,
    service VARCHAR REFERENCES service (service),
    period VARCHAR REFERENCES period (period),
    name VARCHAR NOT NULL CHECK (name <> ''),
    role VARCHAR NOT NULL CHECK (role <> ''),
    said_on DATE NOT NULL,
    comment VARCHAR NOT NULL CHECK (length(comment) BETWEEN 1 AND 1500),
    address VARCHAR NOT NULL CHECK (starts_with(address, 'https://')),
    CHECK (measure IS NULL OR service IS NULL)
);
COMMENT ON TABLE council_comment IS 'What a council says of its own figures, in its own words: a record with name, office and day. It changes no figure and is no judgement of this edition.';
COMMENT ON COLUMN council_comment.measure IS 'Measure that it is about; NULL where it is about a service or the whole council.';
COMMENT ON COLUMN council_comment.service IS 'Service that it is about; NULL where it is about one measure or the whole council.';
COMMENT ON COLUMN council_comment.period IS 'Period that it is about; NULL where it names none.';
COMMENT ON COLUMN council_comment.name IS 'Who said it, an officer or a member who speaks for the council.';
COMMENT ON COLUMN council_comment.role IS 'Office in which it was said.';
COMMENT ON COLUMN council_comment.said_on IS 'Day on which it was said.';
COMMENT ON COLUMN council_comment.comment IS 'The words, unchanged; at most 1,500 characters.';
COMMENT ON COLUMN council_comment.address IS 'Page of the council that carries the same words.';

CREATE TABLE reorganisation (
    reorganisation VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('decided', 'proposed')),
    happened VARCHAR NOT NULL CHECK (regexp_full_match(happened, '\d{4}(-\d{2}(-\d{2})?)?')),
    precision VARCHAR NOT NULL CHECK (precision IN ('day', 'month', 'year')),
    takes_effect DATE NOT NULL,
    new_councils INTEGER,
    successors VARCHAR[] NOT NULL,
    says VARCHAR NOT NULL,
    evidence_url VARCHAR NOT NULL CHECK (starts_with(evidence_url, 'http')),
    as_of VARCHAR NOT NULL
);
COMMENT ON TABLE reorganisation IS 'Areas of England whose councils are to be replaced: decided, or proposed and not decided as far as is known. Reorganisations that have happened are in succession.';
COMMENT ON COLUMN reorganisation.reorganisation IS 'Key, as greater-essex.';
COMMENT ON COLUMN reorganisation.name IS 'The area.';
COMMENT ON COLUMN reorganisation.state IS 'decided: a minister has decided, whether or not Parliament has agreed yet; proposed: consulted on.';
COMMENT ON COLUMN reorganisation.happened IS 'When it was decided, or the proposals were first consulted on.';
COMMENT ON COLUMN reorganisation.precision IS 'How to read happened: day, month or year.';
COMMENT ON COLUMN reorganisation.takes_effect IS 'Day on which the new councils begin, or are meant to.';
COMMENT ON COLUMN reorganisation.new_councils IS 'How many councils there will be; NULL where that was not found.';
COMMENT ON COLUMN reorganisation.successors IS 'Their names, often working names; empty where they were not found.';
COMMENT ON COLUMN reorganisation.says IS 'What the evidence says, and what was not found.';
COMMENT ON COLUMN reorganisation.evidence_url IS 'The page that says so.';
COMMENT ON COLUMN reorganisation.as_of IS 'Date of the evidence.';

CREATE TABLE reorganisation_part (
    reorganisation VARCHAR NOT NULL REFERENCES reorganisation (reorganisation),
    council VARCHAR NOT NULL REFERENCES council (council),
    successor VARCHAR,
    extent VARCHAR NOT NULL CHECK (extent IN ('whole', 'part', 'services', 'unknown')),
    evidence_url VARCHAR NOT NULL CHECK (starts_with(evidence_url, 'http')),
    as_of VARCHAR NOT NULL,
    CHECK ((successor IS NULL) = (extent = 'unknown'))
);
COMMENT ON TABLE reorganisation_part IS 'Which council becomes what: one row per council that ends and new council to which its area, a part of it, or a share of its services goes.';
COMMENT ON COLUMN reorganisation_part.council IS 'The council that ends.';
COMMENT ON COLUMN reorganisation_part.successor IS 'Name of the new council; NULL where it was not found.';
COMMENT ON COLUMN reorganisation_part.extent IS 'whole: all of its area; part: some of its area, the rest to another, which is given where it was found; services: a county, whose services every new council of the area takes over for its part; unknown: where it goes was not found.';
COMMENT ON COLUMN reorganisation_part.evidence_url IS 'The page that says so.';
COMMENT ON COLUMN reorganisation_part.as_of IS 'Date of the evidence.';

CREATE TABLE delivery_mechanism (
    service VARCHAR NOT NULL REFERENCES service (service),
    delivery_service VARCHAR REFERENCES delivery_service (delivery_service),
    model VARCHAR REFERENCES delivery_model (model),
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    mechanism VARCHAR,
    expected VARCHAR CHECK (expected IN ('higher', 'lower', 'none')),
    exposed VARCHAR,
    reason VARCHAR NOT NULL,
    CHECK ((mechanism IS NULL) = (expected IS NULL)),
    CHECK ((mechanism IS NULL) = (exposed IS NULL))
);
COMMENT ON TABLE delivery_mechanism IS 'By what way who delivers could reach an outcome, as records with reasons. A share and an outcome without such a way are set in no regression and no event study.';
COMMENT ON COLUMN delivery_mechanism.delivery_service IS 'Part of the service whose share it is about; NULL: a change of who runs the whole service, as in delivery_event.';
COMMENT ON COLUMN delivery_mechanism.model IS 'The kind of deliverer whose share it is about; NULL: of any kind, or any body but the council.';
COMMENT ON COLUMN delivery_mechanism.mechanism IS 'By what way, in a sentence; NULL: none is known, and the reason says why.';
COMMENT ON COLUMN delivery_mechanism.expected IS 'How the outcome is expected to go with a higher share, or after the change; none: either way.';
COMMENT ON COLUMN delivery_mechanism.exposed IS 'Whom it can reach, so that the size of a difference can be weighed.';
COMMENT ON COLUMN delivery_mechanism.reason IS 'Why it is believed, with its source; or why there is none.';

CREATE TABLE study (
    study VARCHAR PRIMARY KEY,
    authors VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    journal VARCHAR NOT NULL,
    doi VARCHAR NOT NULL,
    landing_url VARCHAR NOT NULL,
    code_url VARCHAR NOT NULL,
    read VARCHAR NOT NULL,
    population VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    exposure VARCHAR NOT NULL,
    specification VARCHAR NOT NULL
);
COMMENT ON TABLE study IS 'One row per published study of who delivers that our own estimates are set beside.';
COMMENT ON COLUMN study.study IS 'Key of the study.';
COMMENT ON COLUMN study.authors IS 'Who wrote it.';
COMMENT ON COLUMN study.year IS 'Year of publication.';
COMMENT ON COLUMN study.title IS 'Its title, as published.';
COMMENT ON COLUMN study.journal IS 'Where it was published.';
COMMENT ON COLUMN study.doi IS 'Its digital object identifier.';
COMMENT ON COLUMN study.landing_url IS 'Where it can be found.';
COMMENT ON COLUMN study.code_url IS 'Where its authors published their code and file.';
COMMENT ON COLUMN study.read IS 'How much of it was read for this record.';
COMMENT ON COLUMN study.population IS 'Whom it is about.';
COMMENT ON COLUMN study.period IS 'Years that it covers.';
COMMENT ON COLUMN study.exposure IS 'Whose share the outcome is set against.';
COMMENT ON COLUMN study.specification IS 'How it was estimated.';

CREATE TABLE study_estimate (
    study VARCHAR NOT NULL REFERENCES study (study),
    result VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('published', 'recomputed_plain', 'recomputed_weighted', 'bridge')),
    outcome VARCHAR NOT NULL,
    exposure VARCHAR NOT NULL,
    estimate DOUBLE NOT NULL,
    lower DOUBLE NOT NULL,
    upper DOUBLE NOT NULL,
    n INTEGER,
    councils INTEGER,
    period VARCHAR,
    says VARCHAR,
    position INTEGER NOT NULL,
    CHECK (lower <= estimate AND estimate <= upper)
);
COMMENT ON TABLE study_estimate IS 'Estimates of a study''s results: as published, computed again from the authors'' file, and with one side ours. Percentage points of the outcome for one point more of the exposure.';
COMMENT ON COLUMN study_estimate.result IS 'Key of the result within the study.';
COMMENT ON COLUMN study_estimate.kind IS 'published; recomputed: our estimator on the authors'' file, without (plain) or with their balancing weights; bridge: one side theirs, the other ours.';
COMMENT ON COLUMN study_estimate.outcome IS 'What was set against the share: words, a measure of this edition, or theirs.';
COMMENT ON COLUMN study_estimate.exposure IS 'Whose share: words, a part of a service and a kind of deliverer of this edition, or theirs.';
COMMENT ON COLUMN study_estimate.estimate IS 'Percentage points of the outcome for one percentage point more.';
COMMENT ON COLUMN study_estimate.period IS 'Years that the estimate covers, in words.';
COMMENT ON COLUMN study_estimate.n IS 'Councils times years.';
COMMENT ON COLUMN study_estimate.councils IS 'Number of councils.';
COMMENT ON COLUMN study_estimate.says IS 'The words of the publication, or what the bridge says.';
COMMENT ON COLUMN study_estimate.position IS 'Order of the estimates.';

CREATE TABLE study_nearest (
    result VARCHAR NOT NULL,
    measure VARCHAR NOT NULL REFERENCES measure (measure),
    delivery_service VARCHAR NOT NULL REFERENCES delivery_service (delivery_service),
    model VARCHAR NOT NULL REFERENCES delivery_model (model),
    differs VARCHAR[] NOT NULL
);
COMMENT ON TABLE study_nearest IS 'Which of our measures and shares come nearest to a study''s result, and what is another in them.';
COMMENT ON COLUMN study_nearest.differs IS 'What is another in ours, in sentences.';

CREATE TABLE framework (
    framework VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    landing_url VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    nation VARCHAR NOT NULL CHECK (nation IN ('England', 'Scotland', 'Wales', 'Northern Ireland')),
    about VARCHAR NOT NULL,
    cautions VARCHAR[] NOT NULL,
    source VARCHAR NOT NULL REFERENCES source (source)
);
COMMENT ON TABLE framework IS 'One row per framework of outcomes by which councils are looked at, and who set it. Made of the records in data/frameworks.';
COMMENT ON COLUMN framework.framework IS 'Key of the framework: the name of its record.';
COMMENT ON COLUMN framework.title IS 'Name of the framework.';
COMMENT ON COLUMN framework.publisher IS 'Who set it.';
COMMENT ON COLUMN framework.landing_url IS 'Its publisher''s page.';
COMMENT ON COLUMN framework.published IS 'Date of the edition that is described.';
COMMENT ON COLUMN framework.nation IS 'Whose councils it is about.';
COMMENT ON COLUMN framework.about IS 'What it is, in a sentence or two.';
COMMENT ON COLUMN framework.cautions IS 'What to know of the whole of it.';

CREATE TABLE framework_outcome (
    framework VARCHAR NOT NULL REFERENCES framework (framework),
    outcome INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    ambition VARCHAR NOT NULL,
    contextual BOOLEAN NOT NULL,
    PRIMARY KEY (framework, outcome)
);
COMMENT ON TABLE framework_outcome IS 'One row per outcome of a framework, in its order.';
COMMENT ON COLUMN framework_outcome.outcome IS 'Its number in the framework.';
COMMENT ON COLUMN framework_outcome.title IS 'Its name.';
COMMENT ON COLUMN framework_outcome.ambition IS 'What shall come of it, in our words.';
COMMENT ON COLUMN framework_outcome.contextual IS 'Whether the framework itself calls it context and not a result of councils.';

CREATE TABLE framework_metric (
    framework VARCHAR NOT NULL,
    metric VARCHAR NOT NULL,
    outcome INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    official_title VARCHAR,
    wording VARCHAR NOT NULL CHECK (wording IN ('whole', 'part', 'not_read', 'none')),
    kind VARCHAR NOT NULL CHECK (kind IN ('outcome', 'output')),
    unit VARCHAR,
    polarity VARCHAR NOT NULL CHECK (polarity IN ('higher', 'lower', 'neither')),
    level VARCHAR NOT NULL,
    level_says VARCHAR NOT NULL,
    classes VARCHAR[] NOT NULL,
    publisher VARCHAR NOT NULL,
    publication VARCHAR,
    landing_url VARCHAR,
    latest_seen VARCHAR,
    uncertainty VARCHAR,
    caution VARCHAR,
    held VARCHAR NOT NULL CHECK (held IN ('exact', 'derived', 'near', 'not_held', 'no_metric')),
    not_ranked_because VARCHAR,
    position INTEGER NOT NULL,
    PRIMARY KEY (framework, metric),
    FOREIGN KEY (framework, outcome) REFERENCES framework_outcome (framework, outcome)
);
COMMENT ON TABLE framework_metric IS 'One row per metric of a framework: its words, whom it is asked of, where it is published, and whether it is held here.';
COMMENT ON COLUMN framework_metric.metric IS 'Its number in our list of the framework: the outcome and a running number.';
COMMENT ON COLUMN framework_metric.title IS 'What it is in a resident''s words.';
COMMENT ON COLUMN framework_metric.official_title IS 'Its title as published; an ellipsis stands for words that could not be read. NULL: the framework sets no metric.';
COMMENT ON COLUMN framework_metric.wording IS 'How much of the official title was read: whole, part, not_read (the title is inferred), none (there is no metric).';
COMMENT ON COLUMN framework_metric.kind IS 'outcome (what comes of it) or output (what is done), in the framework''s sense.';
COMMENT ON COLUMN framework_metric.unit IS 'Unit of its figures.';
COMMENT ON COLUMN framework_metric.polarity IS 'Which direction is better by the list''s compiler; neither: no direction. A measure has its own.';
COMMENT ON COLUMN framework_metric.level IS 'Which level of councils it is asked of.';
COMMENT ON COLUMN framework_metric.level_says IS 'The same in words.';
COMMENT ON COLUMN framework_metric.classes IS 'Classes of council that it is asked of; for all others it is not this council''s duty.';
COMMENT ON COLUMN framework_metric.publisher IS 'Who publishes the figures.';
COMMENT ON COLUMN framework_metric.publication IS 'In which publication or table.';
COMMENT ON COLUMN framework_metric.landing_url IS 'The publisher''s page; NULL: none is known, see the framework''s own.';
COMMENT ON COLUMN framework_metric.latest_seen IS 'Newest period known to be published, in words; NULL: not known.';
COMMENT ON COLUMN framework_metric.uncertainty IS 'Whether the publisher gives intervals or counts.';
COMMENT ON COLUMN framework_metric.caution IS 'What is easily misread in it.';
COMMENT ON COLUMN framework_metric.held IS 'exact: a measure is the metric; derived: so it is, worked out here from published figures; near: another measure, its figure says how it differs; not_held: see landing_url; no_metric: the framework sets none.';
COMMENT ON COLUMN framework_metric.not_ranked_because IS 'Why no word is said of its figures; NULL where the law of comparison decides.';
COMMENT ON COLUMN framework_metric.position IS 'Order of the metrics.';

CREATE TABLE framework_figure (
    framework VARCHAR NOT NULL,
    metric VARCHAR NOT NULL,
    part INTEGER NOT NULL,
    measure VARCHAR REFERENCES measure (measure),
    indicator VARCHAR REFERENCES context_indicator (indicator),
    relation VARCHAR NOT NULL CHECK (relation IN ('exact', 'part', 'near')),
    differs VARCHAR,
    PRIMARY KEY (framework, metric, part),
    FOREIGN KEY (framework, metric) REFERENCES framework_metric (framework, metric),
    CHECK ((measure IS NULL) <> (indicator IS NULL)),
    CHECK (relation = 'exact' OR differs IS NOT NULL)
);
COMMENT ON TABLE framework_figure IS 'Which measures, or rows of context, stand for a metric of a framework: one row each, none for what is not held.';
COMMENT ON COLUMN framework_figure.part IS 'Which figure of the metric, from 1.';
COMMENT ON COLUMN framework_figure.measure IS 'The measure of this edition; NULL where it is an indicator of context.';
COMMENT ON COLUMN framework_figure.indicator IS 'The indicator of context; NULL where it is a measure.';
COMMENT ON COLUMN framework_figure.relation IS 'exact: it is the metric; part: one of the parts that the metric names; near: it is another thing.';
COMMENT ON COLUMN framework_figure.differs IS 'Which part it is, or how it differs from the metric.';

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
COMMENT ON COLUMN control_total.control IS 'Which reconciliation it is part of.';
COMMENT ON COLUMN control_total.what IS 'What is added up.';
COMMENT ON COLUMN control_total.published IS 'The publisher''s own total.';
COMMENT ON COLUMN control_total.ours IS 'The sum of the edition''s rows.';
COMMENT ON COLUMN control_total.unit IS 'Unit of both totals.';
COMMENT ON COLUMN control_total.difference_explained IS 'Why the two differ; empty when they are equal.';
COMMENT ON COLUMN control_total.must_equal IS 'Whether a difference stops the build.';

CREATE TABLE issue (
    source VARCHAR NOT NULL,
    source_file VARCHAR NOT NULL,
    source_row INTEGER,
    rows INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    content VARCHAR,
    explanation VARCHAR NOT NULL,
    who_can_mend VARCHAR NOT NULL CHECK (who_can_mend IN ('publisher', 'project', 'nobody')),
    council VARCHAR,
    period VARCHAR
);
COMMENT ON TABLE issue IS 'What was refused, flagged or odd in a source, and who can mend it; known problems of certain figures among them.';
COMMENT ON COLUMN issue.council IS 'The council whose figures it is about, where it is about one.';
COMMENT ON COLUMN issue.period IS 'The period that it is about, where it is about one.';
COMMENT ON COLUMN issue.field IS 'Column, line or measure concerned.';
COMMENT ON COLUMN issue.kind IS 'What is wrong, in a word or two.';
COMMENT ON COLUMN issue.content IS 'What the cell says.';
COMMENT ON COLUMN issue.explanation IS 'What was done about it, and why.';
COMMENT ON COLUMN issue.who_can_mend IS 'Who could put it right: the publisher, this project, or nobody.';
COMMENT ON COLUMN issue.source_row IS 'First row concerned, counted from 1 as a spreadsheet does.';
COMMENT ON COLUMN issue.rows IS 'How many rows are concerned; 0 where that is not known.';

-- What is held of each source and when the next of it is due.

CREATE VIEW source_release AS
WITH figures AS (
    SELECT source, period FROM value WHERE value IS NOT NULL
    UNION SELECT source, period FROM spending WHERE value_gbp IS NOT NULL
    UNION SELECT source, period FROM finance WHERE value IS NOT NULL
    UNION SELECT source, period FROM delivery WHERE value IS NOT NULL
    UNION SELECT source, period FROM context WHERE value IS NOT NULL
), newest AS (
    SELECT source, max_by(period, ends) AS period, max(ends) AS ends
    FROM figures JOIN period USING (period) GROUP BY source
), held AS (
    SELECT s.source, s.rhythm, s.months_after,
           CASE WHEN s.held_to IS NULL THEN n.period END AS newest_period, coalesce(s.held_to, n.ends) AS newest_ends,
           CASE s.rhythm WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half-year' THEN 6 WHEN 'year' THEN 12 END AS step
    FROM source s LEFT JOIN newest n USING (source)
)
SELECT source, rhythm, newest_period, newest_ends,
       last_day(CAST(newest_ends + to_months(step) AS DATE)) AS next_ends,
       last_day(CAST(newest_ends + to_months(step + months_after) AS DATE)) AS next_due
FROM held;
COMMENT ON VIEW source_release IS 'One row per source: the newest period of which it gave a figure, and by the publisher''s rhythm the end of the next one and the last day of the month in which that is due.';
COMMENT ON COLUMN source_release.newest_period IS 'Newest period of which it gave a figure; NULL where the record says held_to, or nothing is held.';
COMMENT ON COLUMN source_release.newest_ends IS 'Day on which that period ends, or held_to.';
COMMENT ON COLUMN source_release.next_ends IS 'Day on which the period after it ends; NULL without a rhythm.';
COMMENT ON COLUMN source_release.next_due IS 'Last day of the month in which a figure of that period is due.';

-- due: the next figure should be out by that day; waiting: not yet; nothing: none is held; else the rhythm.
CREATE MACRO release_state(rhythm, newest_ends, next_due, on_day) AS CASE
    WHEN newest_ends IS NULL AND rhythm <> 'once' THEN 'nothing'
    WHEN next_due IS NULL THEN rhythm
    WHEN next_due <= on_day THEN 'due'
    ELSE 'waiting' END;

-- Per-head and real-terms spending; who may be compared with whom stands in comparison.sql.

CREATE VIEW decided_spending AS
SELECT t.council, t.period, 'decided' AS service, t.component, false AS censored,
       sum(l.value_gbp) FILTER (t.value_gbp IS NOT NULL) AS value_gbp, t.status, t.note, t.certified, t.source
FROM spending t
JOIN spending l ON l.council = t.council AND l.period = t.period AND l.component = t.component AND l.service <> 'total'
JOIN service v ON v.service = l.service AND v.not_decided_because IS NULL
-- Schools leave the accounts in England alone.
JOIN council c ON c.council = t.council AND c.nation = 'England'
WHERE t.service = 'total' AND EXISTS (FROM service WHERE service = 'decided')
GROUP BY t.council, t.period, t.component, t.status, t.note, t.certified, t.source;
COMMENT ON VIEW decided_spending IS 'What an authority of England spends on the services that councils decide on: all but those with a not_decided_because. Given where its total is: in compiled years a line of a thousandth of the total may lack.';

CREATE VIEW current_responsibility AS
SELECT r.* FROM responsibility r JOIN council c USING (council) WHERE r.ends IS NULL OR r.ends >= c.ends;
COMMENT ON VIEW current_responsibility IS 'Who runs what today; for a council that has ended, on its last day.';

CREATE VIEW spending_per_head AS
SELECT s.council, s.period, s.service, s.component, s.status, s.note, s.censored, s.certified, s.source,
       s.value_gbp,
       s.value_gbp * 100 / d.index AS real_gbp,
       p.residents,
       s.value_gbp / p.residents AS per_head_gbp,
       s.value_gbp * 100 / d.index / p.residents AS real_per_head_gbp,
       CASE WHEN s.value_gbp IS NOT NULL AND p.residents IS NULL THEN 'no_residents' ELSE s.status END AS per_head_status
FROM (FROM spending UNION ALL BY NAME FROM decided_spending) s
JOIN period t USING (period)
LEFT JOIN deflator d USING (period)
LEFT JOIN population p ON p.council = s.council AND p.year = year(t.starts);
COMMENT ON VIEW spending_per_head IS 'Spending in cash and real terms, in total and per resident of that year, with decided_spending as a service of its own.';
COMMENT ON COLUMN spending_per_head.per_head_status IS 'The status of the amounts per head: no_residents where the pounds are known and nobody counted the residents.';
COMMENT ON COLUMN spending_per_head.real_gbp IS 'Pounds of the deflator''s base year.';
COMMENT ON COLUMN spending_per_head.per_head_gbp IS 'Cash pounds per resident of that year.';
COMMENT ON COLUMN spending_per_head.real_per_head_gbp IS 'Pounds of the deflator''s base year per resident of that year.';
