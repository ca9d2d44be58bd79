"""Which values a figure has, whose they are, and whether others deny its own."""

from collections.abc import Callable, Iterator

from dateline.facts.dates import Date, show_date
from dateline.facts.records import Figure, HistoryPoint, OtherValue, Revision
from dateline.pages.numeral import numeral


def is_disputed(figure: Figure) -> bool:
    """Whether another source gives another value for the same."""
    own = figure.value
    return any(
        rival.value.text != own.text
        if own.is_words or rival.value.is_words
        else (rival.value.low, rival.value.high) != (own.low, own.high)
        for rival in figure.values
    )


def value_of(figure: Figure) -> str:
    """Hedge, value and unit, and that others give another value: “about 40%, disputed”."""
    plain = numeral(figure.value, figure.unit, figure.hedge).plain
    return f"{plain}, disputed" if is_disputed(figure) else plain


def when_true(date: Date | None, made: Date | None) -> str:
    """The time of a value, and of a forecast when it was made: "2025, forecast in September 2024"."""
    shown = [show_date(date)] if date else []
    if made:
        start = made.start if made.form == "point" and not made.approximate else None
        preposition = "" if start is None else "on " if start.day else "in "
        shown.append(f"forecast {preposition}{show_date(made)}")
    return ", ".join(shown)


def values_where(figure: Figure, condition: Callable[[OtherValue], bool]) -> Iterator[str]:
    """The other values of a figure that fit the condition, in words: “5.5%”, “2023: 4.9%”."""
    others: tuple[OtherValue, ...] = (*figure.history, *figure.values, *figure.revised)
    for other in others:
        if condition(other):
            plain = numeral(other.value, figure.unit, other.hedge).plain
            match other:
                case HistoryPoint():
                    yield f"{when_true(other.date, other.made)}: {plain}"
                case Revision():
                    yield f"{plain}, revised"
                case _:
                    yield plain
