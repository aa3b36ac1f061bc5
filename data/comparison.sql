-- Who may be compared with whom, on what, and why the others may not: decided here and nowhere else.
-- The macros are kept in the assembled file; the tables of schema judged are filled when it is assembled.

-- Why one figure may stand in no n, median, scale or rank; NULL when it may.
CREATE MACRO why_left_out(status, figure, sparse, council, joint_lead, denominator, min_denominator) AS CASE
    WHEN NOT has_figure(status) THEN status
    WHEN figure IS NULL OR NOT isfinite(figure) THEN 'no_value'
    WHEN sparse THEN 'sparse'
    WHEN joint_lead <> council THEN 'joint'
    WHEN min_denominator IS NULL OR min_denominator = 0 THEN NULL
    WHEN denominator IS NULL THEN 'denominator_unknown'
    WHEN denominator < min_denominator THEN 'denominator_small'
END;

-- A quantile of figures some of which are known only to be nought or less; NULL where it falls among those, or
-- below nought, where their order is not known. It aggregates the rows of a group, as quantile_cont does.
CREATE MACRO censored_quantile(figure, is_censored, share) AS
CASE WHEN isfinite(quantile_cont(CASE WHEN is_censored THEN '-infinity'::DOUBLE ELSE figure END, share))
          AND (NOT bool_or(is_censored)
               OR quantile_cont(CASE WHEN is_censored THEN '-infinity'::DOUBLE ELSE figure END, share) >= 0)
     THEN quantile_cont(CASE WHEN is_censored THEN '-infinity'::DOUBLE ELSE figure END, share) END;

CREATE VIEW measure_value AS
SELECT v.measure, v.council, v.period, t.starts, t.ends, v.status, v.source, v.note, v.numerator, v.denominator,
       v.value, v.lower, v.upper,
       v.value * r.rate AS real_value, v.lower * r.rate AS real_lower, v.upper * r.rate AS real_upper,
       v.joint_lead, v.censored, coalesce((v.upper - v.lower) / 2, m.rounded_to / 2) AS half_width,
       why_left_out(v.status, v.value, c.sparse, v.council, v.joint_lead, v.denominator, m.min_denominator)
           AS left_out_because
FROM value v
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN period t USING (period)
LEFT JOIN deflator d USING (period)
CROSS JOIN LATERAL (SELECT CASE WHEN m.price_basis = 'cash' THEN 100 / d.index ELSE 1 END AS rate) r;
COMMENT ON VIEW measure_value IS 'Values with the dates of their period; real_ columns are in the edition''s prices where the measure is money, and equal the plain ones where it is not.';
COMMENT ON COLUMN measure_value.left_out_because IS 'Why it may stand in no n, median, scale or rank: its status, no_value, sparse (too few residents), joint (counted once, under another council), denominator_unknown or denominator_small; NULL when it may.';
COMMENT ON COLUMN measure_value.half_width IS 'To how much either way the value is known, in its unit: half its 95% limits; without limits half the step to which the publisher rounds. NULL: not known.';
COMMENT ON COLUMN measure_value.real_value IS 'The value in the edition''s prices.';
COMMENT ON COLUMN measure_value.real_lower IS 'Its lower 95% limit in the edition''s prices.';
COMMENT ON COLUMN measure_value.real_upper IS 'Its upper 95% limit in the edition''s prices.';

-- Residents do not count here: a share of who delivers is of homes, libraries or pounds, and only of too few is it left out.
CREATE VIEW delivery_share AS
SELECT d.council, d.period, t.starts, t.ends, d.delivery_service, d.model, d.series, d.value, d.total, d.share_pct,
       why_left_out(d.status, d.share_pct, false, d.council, NULL, d.total, p.min_total) AS left_out_because,
       CASE WHEN has_figure(d.status) AND left_out_because IS NOT NULL THEN 'not_comparable' ELSE d.status END AS status,
       CASE WHEN left_out_because = 'denominator_small'
            THEN concat_ws(' ', d.note, 'Fewer than ' || CAST(p.min_total AS INTEGER) || ' ' || p.unit || ': a share of so few is compared with none.')
            ELSE d.note END AS note,
       d.source
FROM delivery d
JOIN delivery_service p USING (delivery_service)
JOIN period t USING (period);
COMMENT ON VIEW delivery_share IS 'Shares of who delivers with the dates of their period, and whether they may be compared.';
COMMENT ON COLUMN delivery_share.left_out_because IS 'Why the share may stand on no map, in no group, among no peers and in no estimate: its status, no_value (its parts make no whole) or denominator_small (of fewer than min_total); NULL when it may.';
COMMENT ON COLUMN delivery_share.status IS 'As in delivery; not_comparable where it is left out although there is a figure.';

-- Every model but the usual one, which is chosen among them service by service.
CREATE VIEW listed_peer AS
SELECT model, council, neighbour AS peer, rank, distance, closeness FROM neighbour
UNION ALL
SELECT 'same_class', a.council, b.council, NULL, NULL, NULL
FROM council a JOIN council b ON a.class = b.class AND a.nation = b.nation AND a.council <> b.council
WHERE a.class <> 'other'
UNION ALL
SELECT 'same_region', a.council, b.council, NULL, NULL, NULL
FROM council a JOIN council b ON a.region = b.region AND a.nation = b.nation AND a.council <> b.council
WHERE a.class <> 'other' AND b.class <> 'other';
COMMENT ON VIEW listed_peer IS 'Every peer model as it lists its councils, the subject left out; same_class and same_region are made here.';
COMMENT ON COLUMN listed_peer.model IS 'Name of the model.';
COMMENT ON COLUMN listed_peer.peer IS 'The council to compare with.';

CREATE VIEW listed_comparable_peer AS
SELECT p.model, mine.service, p.council, p.peer, p.rank, p.distance, p.closeness, theirs.comparison_group,
       greatest(mine.starts, theirs.starts) AS starts, least(mine.ends, theirs.ends) AS ends
FROM listed_peer p
JOIN council a ON a.council = p.council
JOIN council b ON b.council = p.peer AND b.nation = a.nation AND NOT b.sparse
JOIN responsibility mine ON mine.council = p.council
JOIN responsibility theirs ON theirs.council = p.peer AND theirs.service = mine.service
     AND theirs.comparison_group = mine.comparison_group;
COMMENT ON VIEW listed_comparable_peer IS 'listed_peer, service by service, with those alone who may be compared.';
COMMENT ON COLUMN listed_comparable_peer.starts IS 'First day on which both had the duty; NULL: always. Figures of other days are not_responsible, so that an n never counts them.';
COMMENT ON COLUMN listed_comparable_peer.ends IS 'Last day on which both had the duty; NULL: both have it still.';

CREATE VIEW usual_model AS
WITH standing AS (
    SELECT p.service, p.council, p.model, count(*) AS peers
    FROM listed_comparable_peer p
    JOIN council a ON a.council = p.council
    JOIN council b ON b.council = p.peer
    -- Of councils of one time: those of today, or those of the subject's last day.
    WHERE coalesce(b.ends, DATE '9999-12-31') >= coalesce(a.ends, DATE '9999-12-31')
      AND coalesce(b.starts, DATE '0001-01-01') <= coalesce(a.ends, DATE '9999-12-31')
    GROUP BY p.service, p.council, p.model
)
-- Where none has eight, the last in order.
SELECT s.service, s.council,
       arg_min(s.model, CASE WHEN s.peers >= 8 THEN m.usual_order ELSE 1000 - m.usual_order END) AS model
FROM standing s
JOIN neighbour_model m USING (model)
WHERE m.usual_order IS NOT NULL
  AND (len(m.usual_services) = 0 OR list_contains(m.usual_services, s.service))
GROUP BY s.service, s.council;
COMMENT ON VIEW usual_model IS 'Which published neighbours fit a service, council by council: the first in usual_order that was made for the service and has eight who run it; else councils of the same kind.';

CREATE VIEW comparable_peer AS
FROM listed_comparable_peer
UNION ALL
SELECT 'usual', p.service, p.council, p.peer, p.rank, p.distance, p.closeness, p.comparison_group,
       p.starts, p.ends
FROM listed_comparable_peer p
JOIN usual_model u ON u.service = p.service AND u.council = p.council AND u.model = p.model;
COMMENT ON VIEW comparable_peer IS 'Model x service x council x peer with whom it may be compared: both run the service, in one nation and comparison group; sparse councils compare with nobody''s scale. usual is the model that fits the service.';
COMMENT ON COLUMN comparable_peer.starts IS 'First day on which both had the duty; NULL: always. Figures of other days are not_responsible, so that an n never counts them.';
COMMENT ON COLUMN comparable_peer.ends IS 'Last day on which both had the duty; NULL: both have it still.';

CREATE VIEW peer AS
FROM listed_peer
UNION ALL
SELECT DISTINCT 'usual', council, peer, CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE), CAST(NULL AS VARCHAR)
FROM comparable_peer WHERE model = 'usual';
COMMENT ON VIEW peer IS 'Every peer model in one shape, the subject left out; usual has everyone who is a peer on some service. Councils that have ended are peers for the years in which they were: join to figures of a period, or test starts and ends.';
COMMENT ON COLUMN peer.model IS 'Name of the model; same_class, same_region and usual are made here.';
COMMENT ON COLUMN peer.peer IS 'The council to compare with.';

CREATE VIEW newest_period AS
WITH held AS (
    SELECT v.measure, c.nation, v.period, t.ends
    FROM value v JOIN council c USING (council) JOIN period t USING (period)
    WHERE v.value IS NOT NULL
    GROUP BY ALL
)
SELECT v.measure, v.council, arg_max(v.period, h.ends) AS period
FROM value v
JOIN council c USING (council)
JOIN held h ON h.measure = v.measure AND h.nation = c.nation AND h.period = v.period
GROUP BY v.measure, v.council;
COMMENT ON VIEW newest_period IS 'The period that a measure of a council is compared in: the newest that anybody of its nation has a figure for, within the council''s own life.';

-- Why a council on a list of peers is compared on nothing of a service; NULL when it is. A group is NULL where the
-- service is not run.
CREATE MACRO why_no_peer(my_nation, their_nation, sparse, my_group, their_group) AS CASE
    WHEN their_nation <> my_nation THEN 'other_nation'
    WHEN my_group IS NULL OR their_group IS NULL THEN 'not_responsible'
    WHEN their_group <> my_group THEN 'other_parts'
    WHEN sparse THEN 'sparse'
END;

-- Who is set beside a council, service by service: the peers of a model, or a list of one's own under the same rules.
CREATE MACRO beside(subject, chosen, others) AS TABLE
SELECT service, peer FROM comparable_peer WHERE council = subject AND model = chosen
UNION
SELECT a.service, b.council
FROM responsibility a
JOIN responsibility b USING (service, comparison_group)
JOIN council mine ON mine.council = a.council
JOIN council theirs ON theirs.council = b.council AND theirs.nation = mine.nation
WHERE chosen = 'own' AND a.council = subject AND b.council <> a.council
  AND list_contains(others, b.council) AND NOT theirs.sparse;

-- A measure's figures of a council and of those beside it, in every period; left_out_because says who does not count.
CREATE MACRO compared(subject, chosen, others, wanted) AS TABLE
WITH mine AS (
    SELECT v.period, v.joint_lead FROM measure_value v WHERE v.measure = wanted AND v.council = subject
)
SELECT v.* REPLACE (
           CASE WHEN v.council <> subject AND v.joint_lead = mine.joint_lead THEN 'partner'
                ELSE v.left_out_because END AS left_out_because)
FROM measure m
JOIN (FROM beside(subject, chosen, others)
      UNION ALL SELECT service, council FROM responsibility WHERE council = subject) b ON b.service = m.service
JOIN measure_value v ON v.measure = m.measure AND v.council = b.peer
LEFT JOIN mine ON mine.period = v.period
WHERE m.measure = wanted;

CREATE SCHEMA judged;

CREATE TABLE judged.spread (
    measure VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    nation VARCHAR NOT NULL,
    comparison_group VARCHAR NOT NULL,
    councils INTEGER NOT NULL,
    centre DOUBLE NOT NULL,
    scale VARCHAR NOT NULL,
    phi DOUBLE NOT NULL,
    chi_squared DOUBLE NOT NULL,
    p_value DOUBLE NOT NULL,
    tau DOUBLE NOT NULL,
    between_lower DOUBLE NOT NULL,
    between_upper DOUBLE NOT NULL
);
CREATE TABLE judged.judgement (
    measure VARCHAR NOT NULL,
    council VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    left_out_because VARCHAR,
    peers_n INTEGER NOT NULL,
    peers_median DOUBLE,
    peers_q1 DOUBLE,
    peers_q3 DOUBLE,
    peers_min DOUBLE,
    peers_max DOUBLE,
    below_n INTEGER NOT NULL,
    same_n INTEGER NOT NULL,
    difference DOUBLE,
    gap DOUBLE,
    error DOUBLE,
    median_error DOUBLE,
    tau DOUBLE,
    funnel_place VARCHAR,
    word VARCHAR NOT NULL,
    reason VARCHAR,
    holds_n INTEGER NOT NULL,
    judged_n INTEGER NOT NULL,
    models_n INTEGER NOT NULL
);
COMMENT ON TABLE judged.spread IS 'The rows of the view spread, which tells the columns.';
COMMENT ON TABLE judged.judgement IS 'The rows of the view judgement, which tells the columns.';
CREATE VIEW spread AS FROM judged.spread;
COMMENT ON VIEW spread IS 'How far the councils of a group truly differ on a measure in a period: what the funnel and the words stand on. Made when the database is assembled.';
COMMENT ON COLUMN spread.councils IS 'How many councils it stands on.';
COMMENT ON COLUMN spread.centre IS 'The pooled figure where counts are published, else the mean weighted by what is known of each council; in the measure''s unit.';
COMMENT ON COLUMN spread.scale IS 'The scale of errors, gap and tau: arcsine (of the root of a share), root, log or plain.';
COMMENT ON COLUMN spread.phi IS 'Mean square of the z-scores, winsorised at a tenth on either side, over that of chance alone: 1 is chance.';
COMMENT ON COLUMN spread.chi_squared IS 'Pearson''s chi-squared of the figures about the centre.';
COMMENT ON COLUMN spread.p_value IS 'Its p-value: below 0.05 the councils differ by more than chance.';
COMMENT ON COLUMN spread.tau IS 'Standard deviation between councils beyond chance, on the scale; 0 where they differ by no more than chance.';
COMMENT ON COLUMN spread.between_lower IS 'Below it lies no more than one council in forty for the spread between councils alone; in the measure''s unit.';
COMMENT ON COLUMN spread.between_upper IS 'Above it lies no more than one council in forty for the spread between councils alone; in the measure''s unit.';
CREATE VIEW judgement AS FROM judged.judgement;
COMMENT ON VIEW judgement IS 'What may be said of a council''s figure beside the peers of a model: one row per measure, council, period and model, by one law (docs/comparison.md). Made when the database is assembled; money in the edition''s prices.';
COMMENT ON COLUMN judgement.left_out_because IS 'Why the council''s own figure may not be compared; NULL when it may.';
COMMENT ON COLUMN judgement.peers_n IS 'How many peers have a figure that counts, the council left out.';
COMMENT ON COLUMN judgement.peers_median IS 'Their median, in the measure''s unit.';
COMMENT ON COLUMN judgement.peers_q1 IS 'Their lower quartile; NULL with fewer than eight peers.';
COMMENT ON COLUMN judgement.peers_q3 IS 'Their upper quartile; NULL with fewer than eight peers.';
COMMENT ON COLUMN judgement.peers_min IS 'The lowest of them.';
COMMENT ON COLUMN judgement.peers_max IS 'The highest of them.';
COMMENT ON COLUMN judgement.below_n IS 'How many of them lie below the council.';
COMMENT ON COLUMN judgement.same_n IS 'How many of them have the same figure.';
COMMENT ON COLUMN judgement.difference IS 'The council''s figure less their median, in the measure''s unit.';
COMMENT ON COLUMN judgement.gap IS 'The same on the scale of the table spread.';
COMMENT ON COLUMN judgement.error IS 'Standard error of the council''s figure towards the median, on that scale; NULL where none is known.';
COMMENT ON COLUMN judgement.median_error IS 'Standard error of the median, on that scale.';
COMMENT ON COLUMN judgement.funnel_place IS 'Where the council lies in the adjusted 95% funnel of its group: inside, above or below; NULL where none can be drawn.';
COMMENT ON COLUMN judgement.word IS 'better, somewhat_better, similar, somewhat_worse, worse; higher, lower (the place, or no direction); position (no error known); grade; not_judged.';
COMMENT ON COLUMN judgement.reason IS 'Why it is not judged; NULL otherwise.';
COMMENT ON COLUMN judgement.holds_n IS 'Under how many peer models the same word comes out, this one included where it is one of them.';
COMMENT ON COLUMN judgement.judged_n IS 'Under how many peer models a word comes out at all.';
COMMENT ON COLUMN judgement.models_n IS 'How many peer models the council has.';
