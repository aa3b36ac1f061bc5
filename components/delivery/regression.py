"""The panel regression: what went with a share, within stated choices, and what it cannot say."""

import streamlit as st

from charts.wording import count_words
from components.delivery import (
    coefficients,
    leave_one_out,
    mechanism,
    partial_scatter,
    specification,
)
from components.delivery.model_fits import estimates
from components.delivery.outcome_choice import choose_estimated
from components.delivery.plain_names import plainly
from components.delivery.share_and_outcome import Together
from components.delivery.subject import Part
from components.words.naming import safe
from inference.need.expectation import Refusal
from inference.panel.card import feols_formula, model_card
from inference.panel.conclusions import may_be_concluded, may_not_be_concluded
from inference.panel.estimation import Panel
from inference.panel.sentences import association_sentence, movement_sentence

WAY_ON = (
    "Another outcome, other effects or fewer covariates may do: see “Change the specification”."
)


def section(part: Part, deliverer: tuple[str, str]) -> None:
    st.header("Who delivers and outcomes, within the same councils", anchor="regression")
    ways = mechanism.of_share(part, deliverer[0])
    one = choose_estimated(part, deliverer, ways)
    if one is None:
        return
    if one.outcome["years"] < 2:
        st.info(
            f"The share and this outcome are both known for one year only ({one.period}): nothing "
            "can be followed over time. Under “Outcomes” councils can be compared in that year."
        )
        return
    way = ways[str(one.outcome["measure"])]
    wanted = specification.choose()
    wrong = specification.wrong(wanted)
    if wrong:
        st.info(" ".join(wrong) + " It is left out, or the usual choice is shown instead.")
    made, near = estimates(one, wanted)
    if isinstance(made, Refusal):
        st.info(f"No estimate: {safe(plainly(made.sentence))} {WAY_ON}")
        mechanism.say(way)
        if near["estimate"].drop_nulls().len():
            coefficients.figure_of_choices(one, wanted, near)
        return
    _said(one, made)
    mechanism.say(way)
    coefficients.figure_of_choices(one, wanted, near)
    partial_scatter.section(one, made)
    left_out = leave_one_out.section(one, made)
    _conclusions(one, made, left_out)
    _card(one, made)


def _said(one: Together, made: Panel) -> None:
    st.markdown(f"**{safe(association_sentence(made, one.naming))}**")
    p_value = made.exposure["p_value"]
    p = "p below 0.001" if p_value < 0.001 else f"p = {p_value:.3f}"
    st.markdown(
        safe(
            f"{movement_sentence(made, one.naming)} {made.n:,} figures of "
            f"{count_words(made.councils, 'council')} in {count_words(len(made.years), 'year')} "
            f"({made.years[0]} to {made.years[-1]}); {p} by Student's t; within R² "
            f"{made.r_squared_within:.3f}."
        )
    )


def _conclusions(one: Together, made: Panel, left_out) -> None:
    st.subheader("What the regression shows, and what it does not", anchor="conclusions")
    left, right = st.columns(2)
    with left:
        st.markdown(
            "**May be concluded**\n\n" + _list(may_be_concluded(made, one.naming, left_out))
        )
    with right:
        st.markdown(
            "**May not be concluded**\n\n" + _list(may_not_be_concluded(made, one.naming, left_out))
        )


def _card(one: Together, made: Panel) -> None:
    st.subheader("Model card of the regression", anchor="card")
    entries = model_card(made, one.naming).entries()
    st.markdown("\n".join(f"- **{heading}**: {safe(text)}" for heading, text in entries))
    st.dataframe(
        coefficients.table_of_terms(made, one.naming),
        hide_index=True,
        alt="Coefficients of the chosen specification",
    )
    st.markdown("As pyfixest and fixest write it, for the rows that the figures above give as CSV:")
    st.code(feols_formula(made), language=None, wrap_lines=True)


def _list(sentences: list[str]) -> str:
    return "\n".join(f"- {safe(sentence)}" for sentence in sentences)
