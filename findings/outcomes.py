"""What people get, measure by measure, as it stands beside the subject's peers."""

from collections.abc import Sequence

from findings.asking import Ask
from findings.judgements import Finding, findings
from findings.own_list import Judge, beside_own_list
from findings.subject import Subject

KINDS = {"outcome", "activity"}
CONTEXT = {"context"}
# Asked for at once, because asking twice costs twice.
BOTH = sorted(KINDS | CONTEXT)


def measured(ask: Ask, subject: Subject, kinds: Sequence[str], judged: Judge) -> list[Finding]:
    """The findings of the measures of these kinds; sixty tests of trend take a while."""
    newest = ask("council/outcomes", council=subject.key, model=subject.model, kinds=list(kinds))
    series = ask("council/outcome_series", council=subject.key, kinds=list(kinds))
    return findings(beside_own_list(subject, newest, judged), series)


def judged_of(found: Sequence[Finding]) -> list[Finding]:
    """Those that the council itself answers for and that its nation collects."""
    return [one for one in found if one.row["kind"] in KINDS and one.row["nation_collected"]]
