"""Words that were put aside, and that what is taken covers: they go with the same decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.checking import check_briefing
from dateline.drafting.deciding.items import Desk
from dateline.drafting.deciding.objections import after_step
from dateline.drafting.sheets import edits
from dateline.drafting.sheets.edits import EditRefused, Sheet
from dateline.drafting.sheets.step_journal import SheetChange, Step
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import count_of
from dateline.problems import Problem, Rule
from dateline.reading.briefing_files import parse_briefing

COVERAGE = "coverage.yaml"


def without_idle(desk: Desk, step: Step) -> Step:
    """The step, which also removes the waivers that nothing would need after it, and needed before."""
    sheet = _coverage_after(desk, step)
    after = parse_briefing(after_step(desk, step))[0] if desk.draft.briefing.waived else None
    if after is None:
        return step
    known = {problem.found for problem in _idle(desk, desk.draft.briefing)}
    found = [each for each in _idle(desk, after) if each.found not in known]
    try:
        new = edits.remove_at_lines(sheet, "waived", [each.position.line for each in found])
    except EditRefused:
        return step  # then `check` names the waiver
    if not found:
        return step
    before = desk.sheet(COVERAGE)
    others = [change for change in step.changes if change.name != COVERAGE]
    label = f"{step.label}, and {count_of(len(found), 'waiver')} that it makes idle removed"
    return replace(step, label=label, changes=(SheetChange.of(before, new), *others))


def _coverage_after(desk: Desk, step: Step) -> Sheet:
    changed = (change.after for change in step.changes if change.name == COVERAGE)
    return replace(desk.sheet(COVERAGE), data=next(changed, desk.sheet(COVERAGE).data))


def _idle(desk: Desk, briefing: Briefing) -> Iterator[Problem]:
    """The waivers that nothing needs, by the facts alone: proposals may still become others."""
    facts = replace(briefing, undecided=())
    draft = desk.draft
    found = check_briefing(facts, today=draft.today, site_language=draft.language).problems
    yield from (problem for problem in found if problem.rule == Rule.COVERAGE_IDLE)
