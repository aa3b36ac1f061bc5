"""Words of firms that are names as well, and signs between names, on made-up names."""

import pytest

from data.build.privacy import kind_of
from data.build.privacy.vocabulary import HERE, ORGANISATION_WORDS
from data.build.word_lists import words

BOTH = sorted(ORGANISATION_WORDS & words(HERE / "surnames_that_are_words.txt"))


@pytest.mark.parametrize("word", BOTH)
def test_no_word_of_a_firm_that_is_a_surname_wins_over_a_title(word):
    assert kind_of(f"Mr {word.title()}").kind == "person"
    assert kind_of(f"Mrs J {word.title()}").kind == "person"


@pytest.mark.parametrize("name", ["Mr Band", "Mrs J Band", "J Band", "Dr Piri", "Jane Suite"])
def test_a_surname_that_is_a_word_of_few_firms_is_a_persons(name):
    assert kind_of(name).kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "J/A Peterson",
        "J/S Zorba",
        "J. / A. Peterson",
        "J A/H Zorbason",
        "Peterson/Jones",
        "Nguyen/Tran",
        "Zorbason_Peterson",
        "Abdi - Zorbason",
        "Zorbason - J",
        "Zorba - Jones-Zorbason",
        "Zorba Qarestst/Zorbana Qurtly",
        "Zorba Qureshen at DOUGHTY",
    ],
)
def test_initials_and_names_around_a_sign_are_persons(name):
    assert kind_of(name).kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "(H/C) Zorbacare",
        "(H/C) Zintre",
        "Zorba B/C",
        "Zorbaquest/Hardwicktst",
        "Nowhera - Exampletec",
    ],
)
def test_words_that_no_list_knows_around_a_sign_are_a_firms(name):
    assert kind_of(name).kind == "organisation"


@pytest.mark.parametrize("name", ["Art Jones", "Art Peterson", "Iris Art", "Jane Zorbason Art"])
def test_art_is_a_name_or_what_a_person_makes(name):
    assert kind_of(name).kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "Les Enphants",
        "Les Halles",
        "Les Mignons",
        "Les Miserables",
        "Fisher Mac",
        "Stena Mac",
        "Bright Sparkz",
        "Bright Mobi",
    ],
)
def test_a_foreign_article_a_computer_and_a_bright_firm_are_shown(name):
    assert kind_of(name).kind == "organisation"
