-- question: Beside whom is a council set on a service, under every way of choosing peers?
-- takes: council text, service text
-- gives: model text, council text, peer text
-- one row per: model, peer
SELECT model, council, peer FROM comparable_peer WHERE council = $council AND service = $service
ORDER BY model, peer
