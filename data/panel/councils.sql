-- Names and codes, one row per council.
SELECT council, name AS council_name, gss, "class", region, sparse FROM council
