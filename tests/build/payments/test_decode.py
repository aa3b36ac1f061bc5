import pytest

from data.build.payments.decode import text_of


@pytest.mark.parametrize(
    ("content", "text", "name"),
    [
        (b"plain", "plain", "ascii"),
        ("£5 café".encode("utf-8-sig"), "£5 café", "utf-8 with BOM"),
        ("£5 café".encode(), "£5 café", "utf-8"),
        ("£5 café – O’Neill".encode("cp1252"), "£5 café – O’Neill", "cp1252"),
        ("Net Amount(£)".encode("cp850"), "Net Amount(£)", "cp850"),
        ("£5".encode("utf-16"), "£5", "utf-16"),
        (b"O\xc2\x92Neill", "O’Neill", "utf-8"),
        (b"\x9c5 O\x92Neill", "£5 O’Neill", "cp1252 with cp850 pound signs"),
        ("éè".encode() + b" \xa3", "éè £", "utf-8 with some cp1252"),
        ("Sacré-Cœur".encode("cp1252"), "Sacré-Cœur", "cp1252"),
    ],
)
def test_an_encoding_is_told_by_its_bytes(content, text, name):
    assert text_of(content) == (text, name)


def test_no_byte_stops_the_reading():
    assert text_of(bytes(range(256)))[0]
