"""Which values a figure has, whose they are, and whether others deny its own."""

from collections.abc import Callable, Iterator

from dateline.facts.briefing import Briefing
from dateline.facts.date_phrases import when_words
from dateline.facts.dates import Date, show_civil, show_date
from dateline.facts.quantities import Amount, show_amount
from dateline.facts.records import Figure, HistoryPoint, OtherValue, Revision, RivalValue
from dateline.pages.numeral import Numeral, numeral
from dateline.pages.operands import operands_of
from dateline.words import _, all_of


def is_disputed(figure: Figure) -> bool:
    """Whether another source gives another value for the same."""
    return any(_denying(figure))


def disputed_basis(figure: Figure, briefing: Briefing) -> Figure | None:
    """The first disputed figure that a figure was worked out from, step by step."""
    waiting, seen = [*operands_of(figure, briefing)], set[str]()
    while waiting:
        operand = waiting.pop(0)
        if not isinstance(operand, Figure) or operand.id in seen:
            continue
        if is_disputed(operand):
            return operand
        seen.add(operand.id)
        waiting += operands_of(operand, briefing)
    return None


def _denying(figure: Figure) -> Iterator[RivalValue]:
    for rival in figure.values:
        if figure.unit_of(rival) != figure.unit or _differ(rival.value, figure.value):
            yield rival


def other_claims(figure: Figure, briefing: Briefing) -> Iterator[str]:
    """Who denies the value, and with which: “29, according to the council”."""
    titles = {source.id: _("“%(words)s”", words=source.title) for source in briefing.sources}
    for rival in _denying(figure):
        plain = numeral(rival.value, figure.unit_of(rival), rival.hedge).plain
        names = [titles[reference.id] for reference in rival.source if reference.id in titles]
        if rival.by:
            names = [briefing.name_of(rival.by)]
        who = all_of(map(in_sentence, names) if names else [_("another source")])
        yield _("%(claim)s, according to %(name)s", claim=plain, name=who)


def as_revised(figure: Figure) -> Figure:
    """The figure with the value that its source gave last; itself where it has revised nothing."""
    if not figure.revised:
        return figure
    newest = figure.revised[-1]
    return figure.model_copy(update={"value": newest.value, "hedge": newest.hedge})


def as_first_given(figure: Figure) -> Figure:
    """The figure without what its source has revised since: sums are made with its first value."""
    return figure.model_copy(update={"revised": ()}) if figure.revised else figure


def revised_from(figure: Figure, revision: Revision, old: Figure | Revision) -> str:
    """When its source revised the number, and from which: “Revised in April 2025 from 21,500 people”."""
    value = numeral(old.value, figure.unit, old.hedge).plain
    if not revision.date:
        return _("Revised from %(value)s", value=value)
    return _("Revised %(when)s from %(value)s", when=when_words(revision.date), value=value)


def said_instead(figure: Figure) -> str:
    """The values that others give, or else the one that its source had given before; empty for most."""
    if rivals := [*_denying(figure)]:
        plain = (numeral(each.value, figure.unit_of(each), each.hedge).plain for each in rivals)
        return _("Disputed. Others: %(values)s", values="; ".join(plain))
    if not figure.revised:
        return ""
    *_earlier, before, newest = (figure, *figure.revised)
    return revised_from(figure, newest, before)


def in_sentence(name: str) -> str:
    """A name within an English sentence: “according to the auditors”."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def _differ(value: Amount, other: Amount) -> bool:
    if value.is_words or other.is_words:
        return value.text != other.text
    return (value.low, value.high) != (other.low, other.high)


def numeral_of(figure: Figure) -> Numeral:
    """The value of a figure; a share in words is “of the collapsed houses”, not “of houses”."""
    is_share = figure.whole and show_amount(figure.value, figure.whole).is_share
    return numeral(figure.value, figure.whole if is_share else figure.unit, figure.hedge)


def value_of(figure: Figure, briefing: Briefing) -> str:
    """Hedge, newest value and unit, and that others give another value: “about 40%, disputed”."""
    return _with_doubt(as_revised(figure), figure, briefing)


def value_before(figure: Figure, briefing: Briefing) -> str:
    """The same of the value that its source gave first."""
    return _with_doubt(figure, figure, briefing)


def _with_doubt(shown: Figure, figure: Figure, briefing: Briefing) -> str:
    value = numeral_of(shown).plain
    if is_disputed(figure):
        return _("%(value)s, disputed", value=value)
    if disputed_basis(figure, briefing):
        return _("%(value)s, from a disputed figure", value=value)
    return value


def period_words(period: Date) -> str:
    """A time in words; twelve months that do not begin in January by their end: “year to June 2025”."""
    start, end = period.start, period.end
    if period.form != "range" or start is None or end is None or start.month in (None, 1):
        return show_date(period)
    is_whole = not (start.day or end.day or start.part or end.part or period.approximate)
    is_year = end.year == start.year + 1 and end.month == (start.month or 0) - 1
    return (
        _("year to %(date)s", date=show_civil(end)) if is_whole and is_year else show_date(period)
    )


def when_true(date: Date | None, made: Date | None) -> str:
    """The time of a value, and of a forecast when it was made: "2025, forecast in September 2024"."""
    return forecast_words(period_words(date) if date else "", made)


def forecast_words(shown: str, made: Date | None) -> str:
    """A time in words, and when it was forecast, if it was."""
    if made is None:
        return shown
    if not shown:
        return _("forecast %(when)s", when=when_words(made))
    return _("%(date)s, forecast %(when)s", date=shown, when=when_words(made))


def values_where(figure: Figure, condition: Callable[[OtherValue], bool]) -> Iterator[str]:
    """The other values of a figure that fit the condition, in words: “5.5%”, “2023: 4.9%”."""
    others: tuple[OtherValue, ...] = (*figure.history, *figure.values, *figure.revised)
    for other in others:
        if condition(other):
            plain = numeral(other.value, figure.unit_of(other), other.hedge).plain
            match other:
                case HistoryPoint():
                    when = when_true(other.date, other.made)
                    yield _("%(date)s: %(value)s", date=when, value=plain)
                case Revision():
                    yield _("%(value)s, revised", value=plain)
                case _:
                    yield plain
