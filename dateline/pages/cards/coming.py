"""What was expected, in a few rows: what comes next, and what became of the rest."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.facts.dates import last_day
from dateline.facts.expectations import Phase, last_look
from dateline.facts.records import Event
from dateline.facts.times import show_time
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, show_day
from dateline.pages.summary import ExpectedGroup, ExpectedPanel, SummaryEvent
from dateline.words import _, ngettext

ROWS: Final = 4


def expected_panel(edition: Edition, here: Here) -> ExpectedPanel | None:
    """At most four rows: what is open, the nearest end first, then the newest outcomes, then the rest."""
    expected = [event for event in edition.events if event.expected]
    if not expected:
        return None
    coming = sorted(
        (event for event in expected if _is_open(event, edition)),
        key=lambda event: _last_day(event, edition),
    )
    over = sorted(
        (event for event in expected if event not in coming),
        key=lambda event: _newest_outcome_first(event, edition),
    )
    return ExpectedPanel(
        groups=tuple(_groups(coming[:ROWS], over[: max(ROWS - len(coming), 0)], edition, here)),
        rest=_rest(len(expected), edition, here) if len(expected) > ROWS else None,
    )


def _groups(
    coming: list[Event], over: list[Event], edition: Edition, here: Here
) -> Iterator[ExpectedGroup]:
    if coming:
        yield ExpectedGroup(
            title=_("What comes next"),
            is_open=True,
            remark=_as_of(edition),
            events=tuple(_row(event, edition, here) for event in coming),
        )
    if not over:
        return
    title, remark = _("What was expected"), "" if coming else _as_of(edition)
    if any(edition.statuses[event.id].outcome for event in over):
        title = _("What was expected, and what happened")
    else:
        over = sorted(over, key=lambda event: _last_day(event, edition))
    rows = [_row(event, edition, here) for event in over]
    if not any(_is_followed_up(event, edition) for event in over):
        remark = ngettext(
            "We have not followed up on this.", "We have not followed up on these.", len(over)
        )
        rows = [replace(row, follows="") for row in rows]
    yield ExpectedGroup(title=title, is_open=False, remark=remark, events=tuple(rows))


def _is_followed_up(event: Event, edition: Edition) -> bool:
    return bool(edition.statuses[event.id].outcome or last_look(event, edition.today))


def _as_of(edition: Edition) -> str:
    return _("Status as of %(date)s.", date=show_day(edition.as_of).words) if edition.as_of else ""


def _last_day(event: Event, edition: Edition) -> date:
    """The last day of its window: what has no end is last."""
    window = edition.dates[event.id]
    return (last_day(window) if window else None) or date.max


def has_open(edition: Edition) -> bool:
    return any(_is_open(event, edition) for event in edition.events)


def _is_open(event: Event, edition: Edition) -> bool:
    state = edition.statuses[event.id].state
    return state is not None and state.phase in (Phase.AHEAD, Phase.DUE)


def _newest_outcome_first(event: Event, edition: Edition) -> tuple[bool, int]:
    since = edition.stays[event.id].since
    return edition.statuses[event.id].outcome is None, -since.toordinal() if since else 0


def _row(event: Event, edition: Edition, here: Here) -> SummaryEvent:
    link, status = fact_link(event, edition, here), edition.statuses[event.id]
    state, time = status.state, show_time(status.time)
    assert state
    is_timed = time and status.outcome is None
    return SummaryEvent(
        lead=_("%(when)s, %(time)s", when=state.lead, time=time) if is_timed else state.lead,
        title=link.name,
        phase=link.phase,
        follows=state.follows,
        href=link.href,
    )


def _rest(count: int, edition: Edition, here: Here) -> Link:
    timeline = addresses.page_of(edition.briefing.slug, "timeline")
    words = _("All %(number)s on the timeline", number=count)
    return Link(words=words, href=here.to(timeline, addresses.AT_WRITTEN))
