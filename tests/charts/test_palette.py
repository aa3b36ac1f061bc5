"""Colours that can be read, and words that don't rest on colour."""

import pytest

from charts.palette import PALETTE, SIGNS, Palette, contrast, mix, see_through


def test_contrast_is_that_of_the_accessibility_guidelines():
    """WCAG 2.2: black on white is 21; #767676 is the lightest grey that passes 4.5."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("ground", [PALETTE.ground, PALETTE.panel])
def test_words_stand_out_from_both_grounds(ground):
    for colour in (PALETTE.text, PALETTE.muted, *(sign.colour for sign in SIGNS.values())):
        assert contrast(colour, ground) >= 4.5


def test_marks_stand_out_from_the_ground():
    for colour in (PALETTE.accent, PALETTE.peers, PALETTE.missing_line, PALETTE.negative):
        assert contrast(colour, PALETTE.ground) >= 3


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
