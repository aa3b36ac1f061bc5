"""Colours that can be read, and words that don't rest on colour."""

import pytest

from charts.palette import DARK, PALETTE, SIGNS, Palette, contrast, mix, see_through


def test_contrast_is_that_of_the_accessibility_guidelines():
    """WCAG 2.2: black on white is 21; #767676 is the lightest grey that passes 4.5."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("palette", [PALETTE, DARK], ids=["light", "dark"])
def test_words_stand_out_from_both_grounds(palette):
    for ground in (palette.ground, palette.panel):
        for colour in (palette.text, palette.muted, *(palette.sign(w).colour for w in SIGNS)):
            assert contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("palette", [PALETTE, DARK], ids=["light", "dark"])
def test_marks_stand_out_from_the_ground(palette):
    marks = (palette.accent, palette.peers, palette.missing_line, palette.negative, palette.second)
    for colour in marks:
        assert contrast(colour, palette.ground) >= 3


@pytest.mark.parametrize("palette", [PALETTE, DARK], ids=["light", "dark"])
def test_the_range_of_the_peers_and_its_middle_are_told_apart(palette):
    assert contrast(palette.peers_middle, palette.peers_range) > 1.3
    assert contrast(palette.peers_range, palette.ground) > 1.2
    assert contrast(palette.peers, palette.peers_middle) > 1.8


def test_a_scale_leads_away_from_a_dark_ground_too():
    against_ground = [contrast(str(colour), DARK.ground) for _, colour in DARK.sequential()]
    assert against_ground == sorted(against_ground)
    assert against_ground[-1] > 3


def test_a_sign_on_a_light_screen_is_the_one_of_files():
    assert {word: PALETTE.sign(word) for word in SIGNS} == SIGNS


def test_no_two_words_share_a_shape_or_a_character():
    assert len({sign.symbol for sign in SIGNS.values()}) == len(SIGNS)
    assert len({sign.character for sign in SIGNS.values()}) == len(SIGNS)


def test_higher_and_lower_are_the_same_colour_and_not_a_judgements():
    assert SIGNS["higher"].colour == SIGNS["lower"].colour
    assert SIGNS["higher"].colour not in {SIGNS["better"].colour, SIGNS["worse"].colour}


@pytest.mark.parametrize("accent", ["#1d5b8f", "#7a1f5c", "#006435"])
def test_the_scale_of_any_accent_goes_steadily_from_light_to_dark(accent):
    scale = Palette(accent=accent).sequential()
    against_white = [contrast(colour, "#ffffff") for _, colour in scale]
    assert against_white == sorted(against_white)
    assert [place for place, _ in scale] == pytest.approx([0, 1 / 3, 2 / 3, 1])


def test_parts_of_a_stack_differ_in_pattern():
    patterns = [pattern for _, pattern in PALETTE.series()]
    assert len(set(patterns)) == len(patterns)


def test_mixing():
    assert mix("#ff0000", "#0000ff", 1) == "#ff0000"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert see_through("#ff8000", 0.2) == "rgba(255,128,0,0.2)"
