"""Words as published -> plain words that rules are written for."""

import polars as pl


def plain(text: pl.Expr) -> pl.Expr:
    """``Children's & Ed. Services`` -> ``childrens and ed services``."""
    return (
        text.str.to_lowercase()
        .str.replace_all(r"\\xb4|\\x92|[\u2019\u2018'´`]", "")
        .str.replace_all("&", " and ", literal=True)
        .str.replace_all(r"[^a-z0-9]+", " ")
        .str.strip_chars()
    )
