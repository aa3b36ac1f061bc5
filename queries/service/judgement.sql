-- question: What may be said of one council's figure beside its usual peers, as it was judged when the edition was assembled?
-- takes: council text, measure text, period text
-- gives: left_out_because text, peers_n integer, peers_median double, below_n integer, same_n integer,
--   word text, reason text, holds_n integer, judged_n integer, models_n integer, funnel_place text
-- one row per: query
SELECT left_out_because, peers_n, peers_median, below_n, same_n, word, reason, holds_n, judged_n, models_n, funnel_place
FROM judgement
WHERE council = $council AND measure = $measure AND period = $period AND model = 'usual'
