"""Made-up files of the lines of services (RO3, RO4), in the shape of the published ones."""

from pathlib import Path

from tests.build.finance.nation_files import packed
from tests.build.finance.world import workbook

FOLDER = "finance/england_ro"
RO3_2023 = f"{FOLDER}/RO3_2023-24_data_by_LA.ods"
RO3_2024 = f"{FOLDER}/RO3_LA_Data_2024-25_data_by_LA.ods"
RO4_2024 = f"{FOLDER}/ro4_housing_lines_2024-25_derived.csv.gz"
CODES = ["csclkd", "csclkdres", "csclkdfos", "csclkdasy", "csclkdoth", "cscfml", "csctot"]
NAMES = [f"RO3-{code}-{part}" for code in CODES for part in ("empl", "net-cur-exp")]


def ro3_2024(folder: Path) -> Path:
    """Codes in a hidden row 430; one council whose sum is not broken down; the GLA again."""
    apart = [1, 30, 0, "[note 4]", 0, "[note 4]", 0, "[note 4]", 0, "[note 4]", 2, 8, 3, 38]
    rows = [[None]] * 7
    rows += [["E4704", None, "Leeds", None, "MD", None, "Y", 1, 30, 0, 14, 0, 9, 0, 3, 0, 4]]
    rows[-1] += [2, 8, 3, 38]
    rows += [["E0102", None, "Bristol UA", None, "UA", None, "N", *apart]]
    rows += [["E3831", None, "Adur", None, "SD", None, "Y", *[0] * 14]]
    rows += [["E5100", None, "GLA", None, "O", None, "Y", *[0] * 10, 0, 2, 0, 2]]
    rows += [["Eng", None, "ENGLAND", None, "Eng", None, "[Y]", *[90] * 14]]
    rows += [["E5100", None, "GLA", None, "O", None, "1", *[0] * 10, 0, 2, 0, 2]]
    rows += [[None]] * (430 - len(rows)) + [[*[None] * 7, *NAMES]]
    return workbook(folder / "ro3_24.xlsx", {"RO3_LA_Data_202425": rows})


def ro3_2023(folder: Path) -> Path:
    """The first release: codes in row 6, a council that had not made its return by then."""
    rows = [[None]] * 6 + [[*[None] * 7, *NAMES]] + [[None]] * 5
    rows += [["E4704", None, "Leeds", None, "MD", None, "N", *["[x]"] * 14]]
    rows += [["E0102", None, "Bristol UA", None, "UA", None, "Y", *["[x]"] * 14]]
    rows += [["Eng", None, "ENGLAND", None, "Eng", None, "[Y]", *[90] * 14]]
    return workbook(folder / "ro3_23.xlsx", {"RO3_LA_Data_2023-24": rows})


def ro4_2024(folder: Path) -> Path:
    """Five lines and two sums, net, and some gross; a council without a return; a class total."""
    net = ["nightly_paid_ta", "hostels", "bb", "hra_admin_prevention_relief"]
    names = [f"{one}_net_exp_000" for one in [*net, "total_homelessness", "total_housing"]]
    lines = ["lad24cd,la_name,financial_year,nightly_paid_ta_gross_exp_000," + ",".join(names)]
    lines += ["E08000035,Leeds,2024-25,9.0,5.0,0.0,2.0,-1.0,10.0,25.5"]
    lines += ["E07000223,Adur,2024-25,,,,,,,"]
    lines += ["E07,Shire Districts,2024-25,9.0,5.0,0.0,2.0,-1.0,10.0,40.0"]
    return packed(folder / "ro4.csv.gz", lines)
