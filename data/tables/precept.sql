-- after: council
-- makes: who is paid through a billing council's bill, from areas/precept.csv (check precepts_are_what_their_authorities_set)
SELECT council, kind, authority, period FROM declared.precept
