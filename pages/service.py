"""What does this service cost, and what do people get, council by council?"""

import streamlit as st

from components.address import pick
from components.answers import answer
from components.branding import brand
from components.links.briefs import brief_menu
from components.links.of_a_council import COMPARE, COUNCIL, MAP, to_pages
from components.service import (
    group,
    left_out,
    lines,
    measure,
    need,
    over_years,
    spend_and_outcome,
    spread,
    subject_judgement,
)
from components.tabs import open_tabs
from components.words.naming import safe
from findings.service_group import group_key
from findings.service_words import figure_words

NO_FIGURES = (
    "No figure of this service in this edition covers these councils. Choose other councils above."
)


def page() -> None:
    heading, beside = st.columns([3, 1.4], vertical_alignment="top")
    with beside:
        choices = st.popover("Service, figure, councils", icon=":material/tune:", width="stretch")
    with choices:
        chosen = group.choose_group(group.choose_service())
        pick(
            st.segmented_control,
            "Words",
            "words",
            ["plain", "official"],
            words=str.capitalize,
            required=True,
        )
    heading.title(f"{safe(chosen.service_name)} across councils", anchor="content")
    st.set_page_config(page_title=f"{chosen.service_name} · {brand().name}")
    if not measure.offered(chosen):
        st.info(NO_FIGURES)
        return
    with choices:
        chosen, one, spending = _choices(chosen)
    with beside:
        _brief(chosen, one, spending)
    _complain(chosen, one)
    st.markdown(_finding(chosen, one))
    _ways_on(chosen, one)
    _sections(chosen, one, spending)


def _choices(chosen: group.Group) -> tuple[group.Group, measure.Looked, measure.Looked | None]:
    """The council pointed out, the figure, and the spending that stands beside it."""
    one = measure.choose_period(chosen, measure.choose_measure(chosen)["measure"])
    spending = measure.choose_spending(chosen, one)
    return group.choose_subject(chosen, _names(one)), one, spending


def _brief(chosen: group.Group, one: measure.Looked, spending: measure.Looked | None) -> None:
    """With the figure, year and councils that the page shows."""
    slugs = dict(one.figures.frame.select("council", "slug").iter_rows())
    service = str(chosen.about["service"])
    brief_menu(
        f"service/{service.replace('_', '-')}",
        {
            "where": group_key(chosen.about),
            "measure": str(one.row["measure"]),
            "year": str(one.row["period"]),
            "spend": str(spending.row["measure"]) if spending else "",
            "council": slugs.get(chosen.subject or "", ""),
            "words": "official" if chosen.official else "",
        },
    )


def _names(one: measure.Looked) -> dict[str, str]:
    """Slug -> name of the councils that may be pointed out."""
    return dict(one.figures.frame.select("slug", "name").iter_rows())


def _sections(chosen: group.Group, one: measure.Looked, spending: measure.Looked | None) -> None:
    """Each made when it is opened."""
    draw = {
        "order": ("Every council in order", lambda: _in_order(chosen, one)),
        "years": ("Over the years", lambda: over_years.section(chosen, one)),
        "chance": ("Chance or difference", lambda: spread.by_size(chosen, one)),
        "expected": ("Beside what is expected", lambda: need.expected(chosen, one)),
    }
    if spending:
        draw["money"] = (
            "Beside spending",
            lambda: spend_and_outcome.against(chosen, one, spending),
        )
    if lines.held(chosen):
        draw["lines"] = ("What the money is made of", lambda: lines.made_of(chosen))
    for section in open_tabs("section", {key: words for key, (words, _) in draw.items()}):
        draw[section][1]()


def _in_order(chosen: group.Group, one: measure.Looked) -> None:
    spread.in_order(chosen, one)
    left_out.rules(chosen)


def _ways_on(chosen: group.Group, one: measure.Looked) -> None:
    """The council pointed out by itself and beside its peers; the map of the figure."""
    row, links = one.row, {}
    if chosen.subject:
        name = safe(one.names[chosen.subject])
        slugs = dict(one.figures.frame.select("council", "slug").iter_rows())
        asked = {"council": slugs[chosen.subject]}
        links[COUNCIL] = (f"Everything about {name}", asked)
        about = asked | {"show": str(chosen.about["service"])}
        links[COMPARE] = (f"{name} compared on this service", about)
    nation = str(chosen.about["nation"])
    if row["measure"] in answer("map/measures", nation=nation).frame["measure"]:
        where = {"nation": nation, "measure": str(row["measure"])}
        links[MAP] = ("This figure on the map", where)
    to_pages(links)


def _finding(chosen: group.Group, one: measure.Looked) -> str:
    """What the figure is, its median, and n."""
    about = answer("measure/about", measure=one.row["measure"]).one()
    words = safe(figure_words(about, one))
    return f"{words} {subject_judgement.sentence(chosen, one)}".strip()


def _complain(chosen: group.Group, one: measure.Looked) -> None:
    wrong = [
        *group.wrong_group(chosen.about["service"], _names(one)),
        *measure.wrong_measure(chosen, one.row["measure"]),
        need.wrong_covariates(),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")


page()
