"""Made-up files of the nations' spending, in the shape of the published ones."""

import gzip
from pathlib import Path

WALES = "finance/wales/wales_revenue_outturn_by_service_2001-02_2024-25_derived.csv.gz"
SCOTLAND = "finance/scotland/scotland_slgfs_net_revenue_by_service_2018-19_2024-25_derived.csv.gz"
NORTHERN_IRELAND = (
    "finance/northern_ireland/"
    "ni_district_councils_expenditure_by_service_2019-20_2023-24_transcribed.csv.gz"
)
HEADER = "financial_year,gss,council,service,gbp_thousand"
REAL, CASH = '"real, 2023-24 prices",Report 2025', "cash,Report 2023"
IRISH = [
    "Waste collection and disposal",
    "Other cleaning",
    "Recreation and sport",
    "Culture and heritage",
    "Economic development",
    "Tourism",
    "Community services",
    "Environmental health",
    '"Cemetery, cremation and mortuary"',
    "Other",
]


def nation_files(folder: Path) -> dict[str, Path]:
    """Path in a mirror -> made-up file."""
    return {
        WALES: packed(folder / "wales.csv.gz", wales()),
        SCOTLAND: packed(folder / "scotland.csv.gz", scotland()),
        NORTHERN_IRELAND: packed(folder / "ni.csv.gz", northern_ireland()),
    }


def wales() -> list[str]:
    lines = [
        HEADER,
        "2001-02,W06000015,Cardiff,Education,100",
        "2024-25,W06000015,Cardiff,Education,300",
        "2024-25,W06000015,Cardiff,Social services (children and adults together),200",
        '2024-25,W06000015,Cardiff,"Council fund housing, including housing benefit (NHRA)",90',
        "2024-25,W06000015,Cardiff,Sum of the lines above,590",
    ]
    return lines


def scotland() -> list[str]:
    return [
        HEADER,
        "2024-25,S12000033,Aberdeen City,Social Work,50",
        "2024-25,S12000033,Aberdeen City,Central Services,-3",
        "2024-25,S12000033,Aberdeen City,Sum of the lines above,47",
    ]


def northern_ireland() -> list[str]:
    """Two price bases; one line of 2023-24 that is nought between amounts."""
    lines = ["financial_year,gss,council,service,gbp_million,price_basis,report"]
    lines += ["2020-21,N09000003,Belfast,Other,9.9," + CASH]
    lines += [f"2022-23,N09000003,Belfast,{line},2.5,{REAL}" for line in IRISH]
    lines += [f"2023-24,N09000003,Belfast,{line},2.0,{REAL}" for line in IRISH]
    lines += [
        f"2023-24,N09000006,Fermanagh and Omagh,{line},"
        f"{0 if line == 'Community services' else 1.0},{REAL}"
        for line in IRISH
    ]
    return lines


def packed(path: Path, lines: list[str]) -> Path:
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path
