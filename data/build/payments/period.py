"""The month that a file's name or a title above its table gives."""

import re
from datetime import date

from data.build.payments.dates import month_number

NAMES = (
    r"(?<![a-z])(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|"
    r"ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)(?![a-z])"
)
GAP = r"[-_ .,'’%()]*(?:20(?=[-_ (]))?"
FORMS = (
    re.compile(rf"{NAMES}[-_ .,'’()]*(?P<year>20[0-3]\d)(?!\d)", re.I),
    re.compile(rf"(?<!\d)(?P<year>20[0-3]\d)[-_ .]*(?:\d\d[-_ ]+)?{NAMES}", re.I),
    re.compile(r"(?<!\d)(?P<year>20[0-3]\d)[-_ .]?(?P<month>0[1-9]|1[0-2])(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>0[1-9]|1[0-2])[-_ .](?P<year>20[0-3]\d)(?!\d)"),
    re.compile(rf"{NAMES}[-_ .'’]*(?P<short>[0-3]\d)(?!\d)", re.I),
)


def period_in(text: str) -> date | None:
    """Give the first day of the only month that a text names; None where it names several."""
    for form in FORMS:
        found = {_month(match) for match in form.finditer(text.replace("%20", " "))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def period_of(file: str, titles: list[str]) -> date | None:
    """Give the month that the file's own name gives, or else a title."""
    named = period_in(re.split(r"[/\\!]", file)[-1])
    if named:
        return named
    told = {period for title in titles if len(title) < 200 and (period := period_in(title))}
    return told.pop() if len(told) == 1 else None


def _month(match: re.Match[str]) -> date:
    told = match.groupdict()
    year = int(told["year"]) if told.get("year") else 2000 + int(told["short"])
    if told.get("month"):
        return date(year, int(told["month"]), 1)
    return date(year, month_number(told["name"]), 1)
