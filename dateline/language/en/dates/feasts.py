"""Feasts and holidays: Good Friday 2024, New Year's Eve, the August bank holiday."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    THAT_YEAR,
    Atom,
    Atoms,
    B,
    Context,
    Meaning,
    atom,
    date_rule,
    fixed,
    near,
    year_meaning,
)
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.words import (
    one_of,
)
from dateline.patterns import compile_later


def _easter(year_number: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden = year_number % 19
    hundreds, rest = divmod(year_number, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (8 * hundreds + 13) // 25 + 15) % 30
    to_sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    number, offset = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return dt.date(year_number, number, offset + 1)


def _fixed(month_number: int, day_number: int) -> Callable[[int], dt.date]:
    return lambda year_number: dt.date(year_number, month_number, day_number)


def _after(on: Callable[[int], dt.date], days: int) -> Callable[[int], dt.date]:
    return lambda year_number: on(year_number) + days * DAY


# Holidays by their name in lower case, with ' for either apostrophe.
HOLIDAYS: Final[Mapping[str, Callable[[int], dt.date]]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "hogmanay": _fixed(12, 31),
    "twelfth night": _fixed(1, 5),
    "epiphany": _fixed(1, 6),
    "candlemas": _fixed(2, 2),
    "waitangi day": _fixed(2, 6),
    "st david's day": _fixed(3, 1),
    "lady day": _fixed(3, 25),
    "earth day": _fixed(4, 22),
    "king's day": _fixed(4, 27),
    "ve day": _fixed(5, 8),
    "midsummer day": _fixed(6, 24),
    "midsummer's day": _fixed(6, 24),
    "lammas": _fixed(8, 1),
    "vj day": _fixed(8, 15),
    "michaelmas": _fixed(9, 29),
    "trafalgar day": _fixed(10, 21),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "remembrance day": _fixed(11, 11),
    "st andrew's day": _fixed(11, 30),
    "st stephen's day": _fixed(12, 26),
    "burns night": _fixed(1, 25),
    "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "st patrick's day": _fixed(3, 17),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "st george's day": _fixed(4, 23),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "guy fawkes night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "martin luther king jr. day": intervals.nth_weekday(1, 0, 3),
    "martin luther king day": intervals.nth_weekday(1, 0, 3),
    "presidents day": intervals.nth_weekday(2, 0, 3),
    "presidents' day": intervals.nth_weekday(2, 0, 3),
    "memorial day": intervals.nth_weekday(5, 0, -1),
    "father's day": intervals.nth_weekday(6, 6, 3),
    "labor day": intervals.nth_weekday(9, 0, 1),
    "columbus day": intervals.nth_weekday(10, 0, 2),
    "indigenous peoples' day": intervals.nth_weekday(10, 0, 2),
    "election day": _after(intervals.nth_weekday(11, 0, 1), 1),
    "remembrance sunday": intervals.nth_weekday(11, 6, 2),
    "thanksgiving": intervals.nth_weekday(11, 3, 4),
    "thanksgiving day": intervals.nth_weekday(11, 3, 4),
    "black friday": _after(intervals.nth_weekday(11, 3, 4), 1),
    "cyber monday": _after(intervals.nth_weekday(11, 3, 4), 4),
    "shrove tuesday": _after(_easter, -47),
    "pancake day": _after(_easter, -47),
    "mardi gras": _after(_easter, -47),
    "mothering sunday": _after(_easter, -21),
    "ash wednesday": _after(_easter, -46),
    "palm sunday": _after(_easter, -7),
    "maundy thursday": _after(_easter, -3),
    "good friday": _after(_easter, -2),
    "holy saturday": _after(_easter, -1),
    "easter sunday": _easter,
    "easter": _easter,
    "easter monday": _after(_easter, 1),
    "ascension day": _after(_easter, 39),
    "pentecost": _after(_easter, 49),
    "whitsun": _after(_easter, 49),
    "whit sunday": _after(_easter, 49),
    "whit monday": _after(_easter, 50),
}
_FIRST_OF_AUGUST: Final = intervals.nth_weekday(8, 0, 1)
_LAST_OF_MAY: Final = intervals.nth_weekday(5, 0, -1)
# Those of one name on days that differ by country, the likeliest first.
_BY_COUNTRY: Final[Mapping[str, tuple[Callable[[int], dt.date], ...]]] = {
    "independence day": (_fixed(7, 4), _fixed(8, 15), _fixed(3, 6), _fixed(10, 1), _fixed(12, 12)),
    "republic day": (_fixed(1, 26), _fixed(10, 29), _fixed(6, 2)),
    "mother's day": (_after(_easter, -21), intervals.nth_weekday(5, 6, 2)),
    "labour day": (
        _fixed(5, 1), intervals.nth_weekday(9, 0, 1), intervals.nth_weekday(10, 0, 4)
    ),
}  # fmt: skip
# The Mondays off in Britain and Ireland.
_BANK_HOLIDAYS: Final[Mapping[str, tuple[Callable[[int], dt.date], ...]]] = {
    "easter": (_after(_easter, 1),),
    "early may": (intervals.nth_weekday(5, 0, 1),),
    "may day": (intervals.nth_weekday(5, 0, 1),),
    "late may": (_LAST_OF_MAY,),
    "spring": (_LAST_OF_MAY,),
    "may": (intervals.nth_weekday(5, 0, 1), _LAST_OF_MAY),
    "june": (intervals.nth_weekday(6, 0, 1),),
    "august": (intervals.nth_weekday(8, 0, -1), _FIRST_OF_AUGUST),
    "october": (intervals.nth_weekday(10, 0, -1),),
}


_NAMES: Final = {**{name: (on,) for name, on in HOLIDAYS.items()}, **_BY_COUNTRY}
_NAME_SIGNS: Final = {name.split()[-1] for name in _NAMES}


@date_rule(
    rf"{B}(?=(?-i:[A-Z]|last|this|next))(?:(?P<which>last|this|next) )?"
    rf"(?:(?P<name>{one_of(_NAMES)})\b(?!['’]s? (?:tree|card|present|dinner"
    r"|market))(?! (?:tree|cards?|presents?|dinner|markets?|shopping|lights|carol"
    r"|agreement|accords?|island|party|parties|decorations|movies?|films?|songs?|costumes?|eggs?|bunny"
    r"|number|rising|(?:bank )?holidays?|term))"
    r"|(?<=at\s)(?P<new>New Year)(?!['’]| \w))"
    rf"(?P<year>{THAT_YEAR})?",
    signs={*_NAME_SIGNS, "new year"},
)
def holiday(match: re.Match[str]) -> Atoms:
    """New Year's Eve, Good Friday 2024."""
    name = (match["name"] or "new year's day").lower().replace("’", "'")
    is_of_a_name = " " not in name and _CAPITAL_AFTER.match(match.string, match.end())
    if (match["name"] or match["new"])[0].isupper() and not (is_of_a_name or _surname(match)):
        yield _on_days(match, _NAMES[" ".join(name.split())], intervals.day)


def _on_days(
    match: re.Match[str],
    ons: tuple[Callable[[int], dt.date], ...],
    at: Callable[[dt.date], Interval],
) -> Atom:
    """A feast that has one day a year, or one for each country."""
    which, year = (match["which"] or "").lower(), match["year"]

    def of_year(on: Callable[[int], dt.date]) -> Meaning:
        return (
            near(lambda y: at(on(y)), which) if which else year_meaning(year, lambda y: at(on(y)))
        )

    meanings = [of_year(on) for on in ons]

    def meaning(context: Context) -> tuple[Interval, ...]:
        return tuple(day for each in meanings for day in each(context))

    found = atom(match, "day", meaning, dated=bool(year))
    return replace(found, unsure=len(ons) > 1, which=which in {"last", "next"})


@date_rule(
    rf"\b(?:the )?(?:(?P<which>last|this|next) )?(?P<name>{one_of(_BANK_HOLIDAYS)}) bank holiday"
    rf"(?: Monday| (?P<weekend>weekend))?\b(?!s)(?P<year>{THAT_YEAR})?",
    signs=["bank holiday"],
)
def bank_holiday(match: re.Match[str]) -> Atoms:
    """The August bank holiday: a Monday, or the three days to it."""
    at = _to_monday if match["weekend"] else intervals.day
    yield _on_days(match, _BANK_HOLIDAYS[" ".join(match["name"].lower().split())], at)


def _to_monday(monday: dt.date) -> Interval:
    return intervals.span(intervals.day(monday - 2 * DAY), intervals.day(monday))


# Feasts whose day the moon gives: which one it is, a calendar of the year says.
_MOVING_FEASTS: Final = (
    r"(?:Diwali|Deepavali|Deepawali|Eid(?:[ -](?:al|ul)-\w+)?|Ramadan|Ramzan|Passover|Hanukkah|Yom Kippur|Rosh Hashanah"
    r"|Holi|Navratri|Dussehra|Dasara|Onam|Pongal|Vesak|(?:Lunar|Chinese) New Year|Orthodox Easter)"
)


@date_rule(
    rf"\b(?:by|before|until|till|after|since|on|at|over|during) (?P<feast>(?-i:{_MOVING_FEASTS}))\b(?! [a-z]+s\b)",
    signs="hdrpynovlce",
)
def moving_feast(match: re.Match[str]) -> Atoms:
    """By Diwali: a time without a date."""
    yield Atom(match.start("feast"), match.end(), "vague", fixed())


_CAPITAL_AFTER: Final = compile_later(r" [A-Z][a-z]")
_SAYS: Final = compile_later(r"\s+(?:said|says|told|added|wrote)\b")
_CAPITAL_BEFORE: Final = compile_later(
    r"\b(?!(?:On|At|By|Before|After|Since|Until|Till|From|For|This|Last|Next|And|But|In|Every|Around)\b)"
    r"[A-Z][a-z]+\s$"
)


def _surname(match: re.Match[str]) -> bool:
    """Whether it is a surname or the end of another name: "Jerryl Christmas", "White Christmas"."""
    text, start = match.string, match.start()
    before = _CAPITAL_BEFORE.search(text, max(0, start - 16), start)
    return before is not None or _SAYS.match(text, match.end()) is not None
