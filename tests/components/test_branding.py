from pathlib import Path

import pytest

from components.branding import FILE, BrandError, contrast, read


def edited(tmp_path: Path, old: str, new: str) -> Path:
    """The repository's own file with one change."""
    text = FILE.read_text("utf-8")
    assert old in text
    copy = tmp_path / "brand.toml"
    copy.write_text(text.replace(old, new), "utf-8")
    mark = tmp_path / "static" / "brand" / "mark.svg"
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text("<svg/>", "utf-8")
    return copy


def test_the_file_as_it_stands_can_be_used():
    assert read(FILE).name


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"#0b0c0c"', '"#c8c8c8"', "text on #ffffff has a contrast of 1.7 to 1"),
        ('"#1d5b8f"', '"blue"', "'blue' is not a colour of the form #rrggbb"),
        ("strapline =", "straplne =", "straplne"),
        ('name = "Public Pound"', "name = 7", "'name' must be text"),
        ("[colours]", "[colours", "not valid TOML"),
        ('logo = ""', 'logo = "static/brand/none.svg"', "static/brand/none.svg, which is not"),
        ('mark = "static/brand/mark.svg"', 'mark = "no.svg"', "the mark no.svg, which is not"),
        ('support = "#f2b705"', 'support = "#202020"', "support on #12181f has a contrast"),
    ],
)
def test_a_mistake_is_named(tmp_path, old, new, says):
    with pytest.raises(BrandError, match=says.replace(".", r"\.")):
        read(edited(tmp_path, old, new))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BrandError, match="is missing"):
        read(tmp_path / "brand.toml")


@pytest.mark.parametrize(
    ("contact", "url"),
    [("data@leeds.gov.uk", "mailto:data@leeds.gov.uk"), ("https://a.uk/x", "https://a.uk/x")],
)
def test_contact_becomes_a_link(tmp_path, contact, url):
    assert read(edited(tmp_path, 'contact = ""', f'contact = "{contact}"')).contact_url == url


def test_contrast_agrees_with_the_published_extremes():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
