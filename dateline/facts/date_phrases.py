"""Dates as parts of a sentence: "on 1 October 2024", "in July 2025", "between 2003 and 2015"."""

from dataclasses import replace

from dateline.facts.dates import CivilDate, Date, show_civil, show_date
from dateline.facts.phrasing import capitalise
from dateline.words import _, spoken


def when_words(date: Date) -> str:
    """When something happens, to follow a verb: "on 1 October", "in July", "by the end of 2026"."""
    start, shown = date.start, show_date(date)
    if start is None:
        return shown
    if date.form == "since":
        return _("from %(date)s on", date=show_civil(start))
    if date.approximate:
        return _("around %(date)s", date=_span(date))
    if date.form == "range" and date.end and not date.uncertain:
        begins = spoken().formats.date_before(start, date.end)
        return _("between %(start)s and %(end)s", start=begins, end=show_civil(date.end))
    if start.day:
        return _("on %(date)s", date=shown)
    return _("in %(month)s", month=shown) if start.month else _("in %(year)s", year=shown)


def _span(date: Date) -> str:
    """The date without "about"."""
    return show_date(replace(date, approximate=False))


def window_words(window: Date) -> str:
    """When something is expected; what has no end is only said not to come earlier."""
    if window.form == "since" and window.start:
        shown = show_civil(window.start)
        if window.start.day:
            return _("on or after %(date)s", date=shown)
        return _("in %(date)s or later", date=shown)
    return when_words(window)


def window_heading(window: Date) -> str:
    """The date of something expected, by itself: "September 2025", "In 2027 or later"."""
    return capitalise(window_words(window) if window.form == "since" else show_date(window))


def date_heading(date: Date, *, reason: str = "") -> str:
    """The date of an event by itself: "11 September 2024", "No later than August 2024", "Since 1901"."""
    if date.start is None and date.end:
        return _("No later than %(date)s", date=_of_end(date, date.end))
    return capitalise(show_date(date, reason=reason))


def _of_end(date: Date, end: CivilDate) -> str:
    """The end of an open date, with its marks of doubt."""
    return show_date(replace(date, form="point", start=end))
