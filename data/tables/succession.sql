-- after: council
-- makes: who followed whom; from the register, and by hand where it is silent (Northern Ireland 2015) or
--   partly so (Christchurch went from Dorset's county to Bournemouth, Christchurch and Poole)
WITH named AS (
    SELECT local_authority_code AS predecessor, trim(successor) AS successor
    FROM raw.register, unnest(string_split(replaced_by, ',')) AS t (successor)
    WHERE replaced_by <> '' AND local_authority_type NOT IN ('COMB', 'SRA')
      AND local_authority_code NOT IN (SELECT predecessor FROM declared.succession)
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY predecessor) AS successors, count(*) OVER (PARTITION BY successor) AS predecessors
    FROM named
)
SELECT n.predecessor, n.successor, c.ends + 1 AS takes_effect,
       CASE WHEN n.successors > 1 THEN 'split' WHEN n.predecessors > 1 THEN 'merged' ELSE 'became' END AS kind
FROM counted n JOIN council c ON c.council = n.predecessor
UNION ALL
SELECT predecessor, successor, CAST(takes_effect AS DATE), kind FROM declared.succession
