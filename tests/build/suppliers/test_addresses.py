"""Addresses that suppliers had before their names were joined."""

import polars as pl

from data.build.suppliers.addresses import addresses_of


def test_every_other_spelling_makes_an_address_and_its_own_is_none():
    names = pl.DataFrame(
        [
            (1, "Quill & Nib Ltd", "quill-and-nib"),
            (1, "Quill and Nib", "quill-and-nib"),
            (1, "QUILL AND NIB LTD", "quill-and-nib"),
            (2, "Møller Institute", "moller"),
            (2, "\u00a3", "moller"),
            (3, "Quill & Nib Ltd", "quill-and-nib-1a2b"),
        ],
        schema=["supplier", "name", "own"],
        orient="row",
    )
    assert addresses_of(names).rows() == [
        ("mller-institute", 2, "Møller Institute"),
        ("quill-and-nib-ltd", 1, "QUILL AND NIB LTD"),
        ("quill-and-nib-ltd", 3, "Quill & Nib Ltd"),
    ]
