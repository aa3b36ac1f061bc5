-- after: council, neighbour_model
-- makes: Scotland's family groups: every council of the same group, unranked, one set for services to people and one to places
WITH family AS (
    SELECT council, family_group, CASE WHEN type LIKE 'Child%' THEN 'lgbf_family_people' ELSE 'lgbf_family_place' END AS model
    FROM raw.lgbf_family
)
SELECT a.model, a.council, b.council AS neighbour
FROM family a JOIN family b ON a.model = b.model AND a.family_group = b.family_group AND a.council <> b.council
