"""Registration numbers as councils publish them, in one form or not at all."""

import re

# Letters before a number of Companies House: Scotland, Northern Ireland, partnerships, societies.
PREFIXES = {
    "AC",
    "CE",
    "CS",
    "FC",
    "GE",
    "GN",
    "GS",
    "IC",
    "IP",
    "LP",
    "NA",
    "NC",
    "NF",
    "NI",
    "NL",
    "NO",
    "NP",
    "NR",
    "NV",
    "NZ",
    "OC",
    "OE",
    "PC",
    "R",
    "RC",
    "RS",
    "SA",
    "SC",
    "SF",
    "SG",
    "SI",
    "SL",
    "SO",
    "SP",
    "SR",
    "SZ",
    "ZC",
}
# Fillers of forms, and what a column of numbers holds by mistake.
NEVER = {"00000000", "12345678", "99999999", "11111111"}


def company_number(text: str | None) -> str | None:
    """Give a company number in its eight characters, or None when it is none.

    Leading zeros that a spreadsheet dropped are put back when at least five digits are left.
    """
    plain = re.sub(r"[\s./-]", "", text or "").upper()
    if re.fullmatch(r"\d{5,8}", plain):
        number = plain.zfill(8)
    elif found := re.fullmatch(r"([A-Z]{1,2})(\d{3,6})(R?)", plain):
        if found[1] not in PREFIXES:
            return None
        number = f"{found[1]}{found[2].zfill(8 - len(found[1]) - len(found[3]))}{found[3]}"
    else:
        return None
    return None if number in NEVER else number


def vat_number(text: str | None) -> str | None:
    """Give a British VAT number in its nine digits, or None when its check digits are wrong."""
    digits = re.sub(r"\D", "", re.sub(r"^\s*GB", "", (text or "").upper()))
    if len(digits) == 12:
        digits = digits[:9]
    if len(digits) != 9 or digits[:7] == "0000000":
        return None
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=False))
    check = total + int(digits[7:])
    return digits if check % 97 == 0 or (check + 55) % 97 == 0 else None
