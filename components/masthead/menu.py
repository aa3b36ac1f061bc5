"""The menu: a few words, and under the open one the pages of its section."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.masthead.carrying import InHand, carried, in_hand
from components.words.naming import safe

# Pages whose title is the council in hand.
ABOUT_IT = {"council", "compare"}


@dataclass(frozen=True)
class Menu:
    """`sections`: word of the menu -> its pages (stem -> title), the first is where the word
    leads; `listed`: every page of the app by stem; `here`: the stem of the one that is open."""

    sections: Mapping[str, Mapping[str, str]]
    listed: Mapping[str, StreamlitPage]
    here: str

    def link(self, stem: str, label: str) -> None:
        st.page_link(self.listed[stem], label=label, query_params=carried())

    @property
    def beside(self) -> Mapping[str, str]:
        """The pages of the open section."""
        return next((pages for pages in self.sections.values() if self.here in pages), {})


def sections_row(menu: Menu) -> None:
    """The words of the menu; the one whose page is open stands out."""
    for word, pages in menu.sections.items():
        with _standing("now" if menu.here in pages else f"menu_{word.lower()}"):
            menu.link(next(iter(pages)), word)


def pages_row(menu: Menu) -> None:
    """The pages of the open section, and the council in hand."""
    held = in_hand() if menu.here not in ABOUT_IT else None
    many = len(menu.beside) > 1
    if not many and held is None:
        return
    with st.container(horizontal=True, key="pages", gap="xsmall", vertical_alignment="center"):
        for stem, title in menu.beside.items() if many else ():
            with _standing("here" if stem == menu.here else f"page_{stem}"):
                menu.link(stem, title)
        if held:
            _in_hand(menu, held)


def _in_hand(menu: Menu, held: InHand) -> None:
    with st.container(
        horizontal=True, key="inhand", gap="xsmall", width="content", vertical_alignment="center"
    ):
        menu.link("council", f"In hand: **{safe(held.name)}** beside {safe(held.peers)}")
        st.page_link(
            menu.listed[menu.here], label="Clear", icon=":material/close:", query_params={}
        )


def _standing(key: str) -> AbstractContextManager:
    return st.container(key=key, width="content")
