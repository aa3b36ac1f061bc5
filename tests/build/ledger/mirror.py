"""A made-up mirror of two councils' payments, with every kind of trap in a few rows."""

from pathlib import Path

from data.build import paths
from data.build.ledger.listing import list_mirror
from data.build.ledger.making import Places, make
from data.build.ledger.publishers import Publisher

HEADER = "Date,Amount,Supplier Name,Creditor Type,Department,Description,Transaction Number"
ALDBY_APRIL = f"""{HEADER}
05/04/2022,1200.50,Acme Care Ltd,LTD,Adult Services,Home care visits,A1
06/04/2022,800.00,Mr John Exampleton,INDV,Adult Services,Direct payment for his care,A2
06/04/2022,800.00,Mr John Exampleton,INDV,Adult Services,Direct payment for his care,A2
07/04/2022,,Acme Care Ltd,LTD,Adult Services,An amount that is missing,A3
08/04/2022,-100.25,ACME CARE LIMITED,LTD,Adult Services,Credit for home care,A4
"""
ALDBY_MAY = f"""{HEADER}
05/05/2022,600.00,Bold Bins PLC,LTD,Environment,Refuse collection,A5
06/05/2022,700.00,REDACTED,LTD,Children,Foster placement,A6
07/05/2022,650.00,Bold Bins PLC,LTD,Environment,Refuse collection for Mrs J Exampleton,A7
"""
ALDBY_JUNE_OLD = f"""{HEADER}
05/06/2022,999.00,Bold Bins PLC,LTD,Environment,Refuse collection,A8
06/06/2022,999.00,Bold Bins PLC,LTD,Environment,Refuse collection,A9
"""
ALDBY_JUNE = ALDBY_JUNE_OLD.replace("999.00", "555.00")
BEXHOLME_CARDS = f"""{HEADER}
,12.00,Acme Care Ltd,LTD,Schools,Books,B1
03/04/2022,15.00,Station Stores,LTD,Schools,Food,B2
03/04/2026,16.00,Station Stores,LTD,Schools,Food,B3
"""
ALDBY_AUGUST = f"""{HEADER},Procurement Card
05/08/2022,560.00,Bold Bins PLC,LTD,Environment,Refuse collection,A10,No
06/08/2022,570.00,Bold Bins PLC,LTD,Environment,Refuse collection,A11,Yes
"""
FILES = {
    "aldby/2022-04.csv": ALDBY_APRIL,
    "aldby/2022-05.csv": ALDBY_MAY,
    "aldby/2022-05-again.csv": ALDBY_MAY,
    "aldby/old-2022-06.csv": ALDBY_JUNE_OLD,
    "aldby/2022-06.csv": ALDBY_JUNE,
    "aldby/2022-08.csv": ALDBY_AUGUST,
    "aldby/2022-07.csv": "<!DOCTYPE html><html><title>403 Access denied</title></html>",
    "bexholme/2022-04_p.csv": BEXHOLME_CARDS,
}
SAID = {
    "publisher": "Made-up council",
    "licence": "transparency-code",
    "attribution": "Made up",
    "landing_url": "https://council.example/",
    "published": "2022",
    "coverage": "2022",
    "about": "Made-up payments.",
    "known_problems": ["Made up."],
    "level": "as_published",
}
ALDBY = Publisher(
    slug="aldby",
    council="MAA",
    title="Aldby",
    threshold_gbp=500,
    files=["aldby/*.csv"],
    superseded=[
        {"files": ["aldby/old-*.csv"], "by": "aldby/2022-06.csv", "why": "Published anew."}
    ],
    **SAID,
)
BEXHOLME = Publisher(
    slug="bexholme",
    council="MAB",
    title="Bexholme",
    files=["bexholme/*.csv"],
    cards=["bexholme/*_p.csv"],
    months=["bexholme/%Y-%m_*.csv"],
    months_ahead=2,
    **SAID,
)
PUBLISHERS = {one.slug: one for one in (ALDBY, BEXHOLME)}


def made(mirror: Path, folder: Path, workers: int = 1) -> Path:
    """Make the whole dataset of a mirror in ``folder``."""
    places = Places(paths.SCHEMA, paths.LEDGER_CONTRACT, paths.SERVICES, folder)
    make(mirror, list_mirror(mirror, PUBLISHERS, []), PUBLISHERS, places, print, workers)
    return folder
