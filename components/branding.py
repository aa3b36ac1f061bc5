"""Who runs this installation, in which colours: `brand.toml`, read once and checked."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "brand.toml"
LEAST = {"text": 4.5, "accent": 3.0, "support": 3.0}


class BrandError(ValueError):
    """`brand.toml` cannot be used; the message says what to change."""


@dataclass(frozen=True)
class Colours:
    """Each as `#rrggbb`."""

    accent: str
    support: str
    text: str
    ground: str
    panel: str


@dataclass(frozen=True)
class Brand:
    name: str
    strapline: str
    publisher: str
    contact: str
    mark: str
    logo: str
    footer: tuple[str, ...]
    colours: Colours
    dark: Colours

    @property
    def contact_url(self) -> str:
        """`contact` as something a link can point to; "" when there is none."""
        if "@" in self.contact and "://" not in self.contact:
            return f"mailto:{self.contact}"
        return self.contact

    @property
    def logo_path(self) -> Path | None:
        return FILE.parent / self.logo if self.logo else None


@cache
def brand() -> Brand:
    return read(FILE)


def read(path: Path) -> Brand:
    """Raises BrandError with a sentence for the person who edited the file."""
    try:
        record = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise BrandError(f"{path.name} is missing: restore it from the repository.") from None
    except tomllib.TOMLDecodeError as error:
        raise BrandError(f"{path.name} is not valid TOML: {error}.") from None
    sets = {
        name: Colours(**_take(record.pop(name, {}), Colours, path.name))
        for name in ("colours", "dark")
    }
    taken = _take(record | sets, Brand, path.name)
    taken["footer"] = tuple(taken["footer"])
    for colours in sets.values():
        _check_contrast(colours, path.name)
    for what in ("logo", "mark"):
        if taken[what] and not (path.parent / taken[what]).is_file():
            raise BrandError(f"{path.name} names the {what} {taken[what]}, which is not there.")
    return Brand(**taken)


def _take(record: dict, kind: type, where: str) -> dict:
    wanted = {field.name: field.type for field in fields(kind)}
    for name in record.keys() - wanted.keys():
        raise BrandError(f"{where} has '{name}', which is not a setting.")
    for name in wanted.keys() - record.keys():
        raise BrandError(f"{where} says nothing of '{name}'.")
    for name, value in record.items():
        if wanted[name] is str and not isinstance(value, str):
            raise BrandError(f"{where}: '{name}' must be text in quotes.")
    return dict(record)


def _check_contrast(colours: Colours, where: str) -> None:
    for ground in (colours.ground, colours.panel):
        for name, least in LEAST.items():
            ratio = contrast(getattr(colours, name), ground)
            if ratio < least:
                raise BrandError(
                    f"{where}: {name} on {ground} has a contrast of {ratio:.1f} to 1; "
                    f"readers need {least} to 1."
                )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise BrandError(f"'{colour}' is not a colour of the form #rrggbb.")
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
