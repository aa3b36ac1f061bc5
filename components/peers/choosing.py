"""The choice of peers: a published model or a list of one's own, the same on every page."""

import streamlit as st

from components.address import pick, refusal
from components.answers import Answer, answer, asked
from components.several import pick_several, refusal_of_several, several_said
from findings.subject import DEFAULT_MODEL, MOST_OTHERS, OWN, Subject, models

NO_OTHERS = "Choose the councils to compare with; until then there is nothing to compare."


def choose_peers(about: dict[str, object]) -> Subject:
    """The list of models with the own list as its last."""
    offered = models(asked, about["council"])
    chosen = pick(
        st.selectbox,
        "Compare with",
        "peers",
        list(offered),
        words=lambda model: offered[model][0],
        default=DEFAULT_MODEL,
    )
    return Subject(about, chosen, *offered[chosen])


def choose_others(subject: Subject) -> Subject:
    """The own list, whose choice is shown only when it is the comparison; `others` is kept."""
    slugs = _others_on_offer(subject.about)
    keys = dict(slugs.frame.select("slug", "council").iter_rows())
    names = dict(slugs.frame.select("slug", "name").iter_rows())
    offered = [slug for slug in keys if keys[slug] != subject.key]
    if subject.model == OWN:
        chosen = pick_several(
            "Councils to compare with",
            "others",
            offered,
            words=names.get,
            most=MOST_OTHERS,
            placeholder="Type a name",
        )
    else:
        chosen = several_said("others", offered)[:MOST_OTHERS]
    others = tuple(sorted(keys[slug] for slug in chosen))
    return Subject(
        subject.about, subject.model, subject.model_title, subject.model_explanation, others
    )


def wrong_peers(about: dict[str, object]) -> list[str | None]:
    """Sentences on what the address asks for and this council does not have."""
    slugs = _others_on_offer(about).frame["slug"].to_list()
    return [
        refusal("peers", list(models(asked, about["council"])), "peer group"),
        refusal_of_several("others", slugs, "councils"),
    ]


def _others_on_offer(about: dict[str, object]) -> Answer:
    """Councils of the same nation: no figure is compared across nations."""
    every = answer("council/names")
    return every._replace(frame=every.frame.filter(nation=about["nation"]))
