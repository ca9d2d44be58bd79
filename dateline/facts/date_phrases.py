"""Dates as parts of a sentence: "on 1 October 2024", "in July 2025", "between 2003 and 2015"."""

from dateline.facts.dates import CivilDate, Date, show_civil, show_date
from dateline.facts.phrasing import capitalise


def when_words(date: Date) -> str:
    """When something happens, to follow a verb: "on 1 October", "in July", "by the end of 2026"."""
    shown = show_date(date)
    if date.form == "until" or date.start is None:
        return shown
    if date.form == "since":
        return f"{shown.replace('since', 'from', 1)} on"
    if date.approximate:
        return shown.replace("about", "around", 1)
    if date.form == "range":
        return f"between {shown.replace(' to ', ' and ', 1)}"
    return f"{_preposition(date.start)} {shown}"


def _preposition(date: CivilDate) -> str:
    return "on" if date.day else "in"


def window_words(window: Date) -> str:
    """When something is expected; what has no end is only said not to come earlier."""
    if window.form == "since":
        return show_date(window).replace("since", "not before", 1)
    return when_words(window)


def deadline_words(window: Date) -> str:
    """When it should have happened at the latest: "on 15 June 2025", "by September 2024"."""
    if window.form != "point" or window.approximate or window.start is None or window.start.day:
        return window_words(window)
    end = "" if window.start.month or window.start.part else "the end of "
    return f"by {end}{show_date(window)}"


def window_heading(window: Date) -> str:
    """The date of something expected, by itself: "September 2025", "Not before 2027"."""
    return capitalise(show_date(window).replace("since", "not before", 1))


def date_heading(date: Date, *, reason: str = "") -> str:
    """The date of an event by itself: "11 September 2024", "No later than August 2024", "Since 1901"."""
    shown = show_date(date, reason=reason)
    if date.form == "until":
        return f"No later than {shown.removeprefix('by ').removeprefix('the end of ')}"
    if date.form == "point" and date.approximate and date.start and not date.uncertain:
        civil = show_civil(date.start)
        return f"About {civil}" if date.start.day else f"In {civil} (date uncertain)"
    return capitalise(shown)
