"""Made-up outturn files in the shape of each generation of the published ones."""

import csv
import gzip
import json
from pathlib import Path

from tests.build.finance.world import workbook

FOLDER = "finance/england_ro"
RS_2010 = f"{FOLDER}/Revenue_Outturn_Summary__RS__data_2010-11_by_LA_-_27-Nov-2012-v2.xls"
RS_2017 = f"{FOLDER}/RS_2017-18_data_by_LA.xlsx"
RSX_2021 = f"{FOLDER}/RSX_2021-22_data_by_LA_Live.csv"
RSX_2022 = f"{FOLDER}/RSX_2022-23_data_by_LA.csv"
RSX_2024 = f"{FOLDER}/RSX_LA_Data_2024-25_data_by_LA.ods"
TREE = f"{FOLDER}_derived/budgetgalaxy_la_service_tree_2017_2023.csv.gz"
JSON_2024 = f"{FOLDER}_derived/uk_council_finance_2024_25.json"
PARTS = ["empl", "run-exp", "tot-exp", "sfc", "oth-inc", "tot-inc", "net-cur-exp"]


def all_files(folder: Path) -> dict[str, Path]:
    """One small file of every generation: path in a mirror -> made-up file."""
    return {
        RS_2010: rs_2010(folder),
        RS_2017: rs_2017(folder),
        RSX_2021: rsx(folder / "rsx21.csv", certified=False),
        RSX_2022: rsx(folder / "rsx22.csv", certified=True),
        TREE: tree(folder),
        JSON_2024: compiled_2024(folder),
    }


def rs_2010(folder: Path) -> Path:
    """Social care in one column, service names repeated in a second block, no ONS codes."""
    header = ["E-code", "Local authority", None, "Class", None, "Education services", "Social care"]
    header += ["Central services", "TOTAL SERVICE EXPENDITURE (TOTAL OF LINES 190 TO 698)"]
    header += ["Revenue Support Grant", "Education services"]
    rows = [[None]] * 5 + [header, [None]]
    rows += [["E4704", "Leeds", None, "MD", None, 300, 200, 50, 550, -40, 999]]
    rows += [["E0102", "Bristol UA", None, "UA", None, 100, 80, 20, 200, -10, 999]]
    rows += [[None, "ENGLAND", None, None, None, 400, 280, 70, 750, -50, 1998]]
    rows += [[None, "UNITARY AUTHORITIES", None, "UA", None, 100, 80, 20, 200, -10, 999]]
    reserves = [
        "E-code",
        "Local authority",
        None,
        "Class",
        None,
        "Unallocated financial reserves level",
    ]
    second = [[None]] * 5 + [reserves, [None], ["E4704", "Leeds", None, "MD", None, 25]]
    second += [
        ["E0102", "Bristol UA", None, "UA", None, 9],
        [None, "ENGLAND", None, None, None, 34],
    ]
    name = "RS LA Data 2010-11"
    return workbook(folder / "rs10.xlsx", {f"{name} (1)": rows, f"{name} (2)": second})


def rs_2017(folder: Path) -> Path:
    """One sheet with both reserve dates; a council without a return."""
    header = ["E-code", "ONS Code", "Local authority", None, "Class", "Education services"]
    header += ["Central services", "TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)"]
    header += [
        "Retained income from Rate Retention Scheme",
        "Appropriations to(+)/ from(-) schools' reserves",
    ]
    header += ["Appropriations to(+)/ from(-) unallocated financial reserves"]
    header += [
        "Estimated unallocated financial reserves level at 1 April",
        "Estimated unallocated financial reserves level at 31 March",
    ]
    rows = [[None]] * 6 + [header]
    rows += [["E4704", "E08000035", "Leeds", None, "MD", 250.5, -2, 248.5, -154, -3, 1, 20, 21]]
    rows += [["E3831", "E07000223", "Adur", None, "SD", "…", "…", "…", "…", "…", "…", "…", "…"]]
    rows += [[None, None, "ENGLAND", None, None, 251.5, -2, 249.5, -155, -3, 1, 20, 21]]
    return workbook(folder / "rs17.xlsx", {"RS LA Data 2017-18": rows})


def rsx(path: Path, *, certified: bool) -> Path:
    """Codes in row 6, names in row 10; the GLA stands again below England, with its own code."""
    fixed = ["E-code", "ONS Code", "Local authority", "Notes", "Class", "Detailed Class"]
    fixed += ["Certified"] if certified else []
    codes = [f"RSX-{service}-{part}" for service in ("edu", "cen", "totsx") for part in PARTS]
    figures = {
        "E4704": [60, 50, 110, 5, 5, 10, 100, 4, 7, 11, 1, 0, 1, 10, 64, 57, 121, 6, 5, 11, 110],
        "E5100": [
            "1,000",
            0,
            "1,000",
            0,
            0,
            0,
            "1,000",
            *[0] * 7,
            "1,000",
            0,
            "1,000",
            0,
            0,
            0,
            "1,000",
        ],
        "E3831": ["[x]" if certified else "..."] * 21,
    }
    england = [0] * 6 + ["1,100"] + [0] * 6 + [10] + [0] * 6 + ["1,150"]
    mark = {"E4704": ["Y"], "E5100": ["N"], "E3831": ["[x]"]}
    rows = [["Worksheet"]] * 6 + [[""] * len(fixed) + codes, [], [], [], fixed + codes]
    for code, values in figures.items():
        rows.append([code, "", code, "", "", "", *(mark[code] if certified else []), *values])
    rows.append(["Eng", "", "ENGLAND", "", "", "", *(["[Y]"] if certified else []), *england])
    rows.append(
        ["E5100", "", "GLA", "", "O", "GLA", *(["1"] if certified else []), *figures["E5100"]]
    )
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def rsx_sheet(folder: Path) -> Path:
    """2024-25: names in row 6, the codes in a hidden row 430; the GLA again below England."""
    codes = [f"RSX-{service}-{part}" for service in ("edu", "cen", "totsx") for part in PARTS]
    leeds = [60, 50, 110, 5, 5, 10, 100, 4, 7, 11, 1, 0, 1, 10, 64, 57, 121, 6, 5, 11, 110]
    london = [30, 10, 40, 0, 0, 0, 40, *[0] * 7, 30, 10, 40, 0, 0, 0, 40]
    rows = [[None]] * 6 + [["E-code", *[None] * 6, *[f"Title of {code}" for code in codes]]]
    rows += [["E4704", None, "Leeds", None, "MD", None, "Y", *leeds]]
    rows += [["E5100", None, "GLA", None, "O", "GLA", "N", *london]]
    rows += [["E3831", None, "Adur", "M", "SD", None, "[x]", *["[x]"] * 21]]
    rows += [["Eng", None, "ENGLAND", None, "Eng", "Eng", "[Y]", *[500] * 21]]
    rows += [["E-code", *[None] * 6, *codes]]
    rows += [["E5100", None, "GLA", "[note 4]", "O", "GLA", "0", *london]]
    rows += [[None]] * (430 - len(rows)) + [[*[None] * 7, *codes]]
    return workbook(folder / "rsx24.xlsx", {"RSX_LA_Data_202425": rows})


def tree(folder: Path) -> Path:
    """A compiler's table: no codes, positive lines only; two years, one of them official too."""
    lines = ["tree_year,la_class,la_name,service,value_gbp,council_total_gbp"]
    lines += ["2018,Metropolitan Districts,Leeds,Education,240000,240000"]
    lines += ["2018,Shire Districts,Adur,Housing,3000,3000"]
    lines += ["2021,Metropolitan Districts,Leeds,Education,77000,77000"]
    path = folder / "tree.csv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def compiled_2024(folder: Path) -> Path:
    councils = [
        {
            "lgf_code": "MD",
            "name": "Metropolitan Districts",
            "class": "Met District",
            "status": "total",
            "services_net_gbp": {"Education": 90000},
        },
        {
            "lgf_code": "E4704",
            "name": "Leeds",
            "class": "Met District",
            "status": "submitted",
            "services_net_gbp": {"Education": 95000, "Highways & Transport": -5000},
        },
        {
            "lgf_code": "E3831",
            "name": "Adur",
            "class": "Shire District",
            "status": "not submitted",
            "services_net_gbp": {},
        },
    ]
    path = folder / "2024.json"
    path.write_text(json.dumps({"councils": councils}))
    return path
