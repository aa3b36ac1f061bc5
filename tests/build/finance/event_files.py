"""Made-up lists of events, in the shape of the published ones."""

from pathlib import Path

from tests.build.finance.nation_files import packed

NOTICES = (
    "finance/financial_distress/s114_notices_with_evidence_as_at_2026-10-11_transcribed.csv.gz"
)
SUPPORT = "finance/financial_distress/efs_2020-21_to_2026-27_transcribed.csv"


def event_files(folder: Path) -> dict[str, Path]:
    notices = [
        "la_name,lad24cd,notice_date,date_confirmed,financial_year,reason,evidence_url",
        "Leeds,E08000035,2023-09-05,exact,2023-24,Overspend,https://example.org/notice",
        "Leeds,E08000035,2000-10-17,exact (day not in the evidence),2000-01,Overspend,"
        "https://example.org/old",
    ]
    support = [
        "authority_name,financial_year,amount_gbp_million,row_mentions_revised,source",
        "Leeds,2025-26,95.6,true,pages",
        "City of London,2020-21,2.65,false,pages",
    ]
    plain = folder / "efs.csv"
    plain.write_text("\n".join(support))
    return {NOTICES: packed(folder / "s114.csv.gz", notices), SUPPORT: plain}
