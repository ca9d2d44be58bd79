"""Dates that the calendar names: days, months, years, quarters, seasons, decades."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.language import DateKind
from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    MONTH,
    MONTH_SIGNS,
    THAT_YEAR,
    WEEKDAY,
    YEAR,
    Atom,
    Atoms,
    B,
    Context,
    Meaning,
    atom,
    date_rule,
    fixed,
    full_year,
    read_month,
    read_weekday,
    year_meaning,
    yearly,
)
from dateline.language.en.dates.homes import beginning_at_home
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import (
    COUNTED,
    DASH,
    ORDINALS,
    compile_pattern,
    one_of,
)
from dateline.patterns import compile_later

_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
NTH_DAYS: Final = {
    **{word: number for word, number in ORDINALS.items() if word != "opening"},
    **{f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if 1 < number < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
NTH_DAY: Final = rf"(?:(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)|{one_of(NTH_DAYS)})(?![0-9A-Za-z-])"


def read_day(words: str) -> int:
    """The day or year that digits or the words of an ordinal give."""
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else NTH_DAYS[re.sub(r"[^a-z]+", "-", words.lower())]


def _on(weekday: int | None, month: int, day: int) -> Callable[[int], Interval]:
    """That day of a year; ValueError in the years in which it is another weekday."""

    def at(year: int) -> Interval:
        date = dt.date(year, month, day)
        if weekday is not None and date.weekday() != weekday:
            raise ValueError(f"{date} is another weekday")
        return intervals.day(date)

    return at


def _day_meaning(weekday: str | None, day: str, month: str, year: str | None) -> Meaning:
    """That day; a weekday next to it picks the year among those that it could mean without one."""
    plain = year_meaning(year, _on(None, read_month(month), read_day(day)))
    if not weekday or year:
        return plain
    fitting = yearly(_on(read_weekday(weekday), read_month(month), read_day(day)))

    def meaning(context: Context) -> tuple[Interval, ...]:
        likely = plain(context)
        meant = {*likely, *plain(replace(context, tense="open"))}
        fit = [day for day in fitting(context) if day in meant]
        return tuple(sorted(fit, key=lambda day: day not in likely)) or likely

    return meaning


_NOT_COUNT: Final = (
    rf"(?! (?:{one_of(COUNTED)}|million|billion|per cent|percent)\b|[:%°]|,[0-9]{{3}}"
    rf"|\.[0-9]|{DASH}(?:year|day|week|month|minute|hour|mile|foot|point))"
)

_CITED: Final = rf"(?:(?:(?:next|last|this) )?(?P<weekday>{WEEKDAY}),? )?"


@date_rule(
    rf"{B}{_CITED}(?:(?:the )?(?P<day>{_DAY})(?: of |{DASH}"
    rf"| )|the (?P<nth>{NTH_DAY}) of )(?P<month>{MONTH})(?![A-Za-z])(?P<year>{THAT_YEAR}"
    rf"|{DASH}(?:[12][0-9])?[0-9]{{2}}(?![0-9-]))?",
    signs=MONTH_SIGNS,
)
def day_first(match: re.Match[str]) -> Atoms:
    """11 September 2024, Wednesday 11th of September."""
    if match["month"][0].isupper():
        day = match["day"] or match["nth"]
        meaning = _day_meaning(match["weekday"], day, match["month"], match["year"])
        yield atom(match, "day", meaning, dated=bool(match["year"]))


@date_rule(
    rf"{B}{_CITED}(?P<month>{MONTH}) (?:(?:the )?(?P<day>{_DAY}){_NOT_COUNT}"
    rf"|the (?P<nth>{NTH_DAY}))(?P<year>{THAT_YEAR})?",
    signs=MONTH_SIGNS,
)
def month_first(match: re.Match[str]) -> Atoms:
    """September 11, 2024; Wed., Sept. 11th; the Sept. 11 attacks, whose year is well known."""
    if match["month"][0].isupper():
        day = match["day"] or match["nth"]
        meaning = _day_meaning(match["weekday"], day, match["month"], match["year"])
        year = _REMEMBERED.get((read_month(match["month"]), read_day(day)))
        if year and not match["year"] and _EVENT_AFTER.match(match.string, match.end()):
            meaning = fixed(_on(None, read_month(match["month"]), read_day(day))(year))
        yield atom(match, "day", meaning, dated=bool(match["year"]))


# Days that news names without their year, before "attacks" or "riot".
_REMEMBERED: Final = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
_EVENT_AFTER: Final = compile_pattern(
    r",? (?:terror(?:ist)? |capitol |hamas )?(?:attacks?|riots?|rioters?|insurrection|massacre"
    r"|assault|hijack\w+|committee)\b"
)

_ITEM: Final = rf"(?:{WEEKDAY},? )?(?:the )?{_DAY}"
_LIST: Final = (
    rf"(?P<items>{_ITEM}(?:, {_ITEM}){{0,6}})(?P<join>,? (?:and|or|to|until|till|through"
    rf"|&) | ?{DASH} ?)(?P<last>{_ITEM})"
)
_ITEMS: Final = compile_pattern(_ITEM)


@date_rule(
    rf"{B}(?P<lead>from |between )?{_LIST}(?: of)? (?P<month>{MONTH})(?![A-Za-z])"
    rf"(?P<year>{THAT_YEAR})?",
    signs=MONTH_SIGNS,
)
def days_first(match: re.Match[str]) -> Atoms:
    """14 and 15 September; from 14 to 16 September 2024."""
    yield from _days(match)


@date_rule(
    rf"{B}(?P<lead>from |between )?(?P<month>{MONTH}) {_LIST}{_NOT_COUNT}(?P<year>{THAT_YEAR})?",
    signs=MONTH_SIGNS,
)
def days_last(match: re.Match[str]) -> Atoms:
    """September 14 and 15; Sept. 14-16, 2024."""
    yield from _days(match)


def _days(match: re.Match[str]) -> Atoms:
    """One range, one set of alternatives, or an item for each day of a list."""
    if not match["month"][0].isupper():
        return
    items = [*_ITEMS.finditer(match["items"])]
    numbers = [read_day(item[0]) for item in items] + [read_day(match["last"])]
    month, join, lead = read_month(match["month"]), match["join"].strip(), match["lead"] or ""
    year, end = match["year"], match.end()

    def on(number: int) -> Meaning:
        return year_meaning(year, _on(None, month, number))

    if join == "or":
        alternatives = year_meaning(year, lambda at: _choice(at, month, numbers))
        yield Atom(match.start() + len(lead), end, "day", alternatives, dated=bool(year))
    elif (join in {"and", "&", ","} or join.endswith("and")) and not lead.lower().startswith("b"):
        starts = [match.start("items") + item.start() for item in items]
        ends = [match.start("items") + item.end() for item in items]
        month_ahead = match.start("month") < match.start("items")
        if month_ahead:
            starts[0] = match.start("month")
        for start, stop, number in zip(starts, ends, numbers, strict=False):
            yield Atom(start, stop, "list-item", on(number), dated=bool(year))
        kind: DateKind = "list-item" if month_ahead else "day"
        yield Atom(match.start("last"), end, kind, on(numbers[-1]), dated=bool(year))
    else:
        stretch = year_meaning(year, lambda at: _stretch(at, month, numbers))
        yield Atom(match.start(), end, "range", stretch)


def _stretch(year: int, month: int, numbers: list[int]) -> Interval:
    first, last = (intervals.day(dt.date(year, month, day)) for day in (numbers[0], numbers[-1]))
    return intervals.span(first, last)


def _choice(year: int, month: int, numbers: list[int]) -> Interval:
    days = [dt.date(year, month, number) for number in sorted(set(numbers))]
    return Interval(f"[{','.join(map(str, days))}]", days[0], days[-1])


_AFTER_DAY: Final = r" (?:and|or|but|when|at|as|the|to|for|if|unless|which|while|after)\b"
_NO_DAY: Final = r"(?:3[2-9]|[4-9][0-9])(?:st|nd|rd|th)?"


@date_rule(
    r"\b(?:by|until|till|on|since|before|from|to|through|after|between|ended|ending|dated) "
    rf"(?P<day>(?P<month>{MONTH}) {_NO_DAY}(?:,? {YEAR}|(?=[.,;:)!?](?![0-9])|$|{_AFTER_DAY}))"
    rf"|{_NO_DAY} (?P<month2>{MONTH})(?![A-Za-z])(?:,? {YEAR})?)",
    signs=MONTH_SIGNS,
)
def no_day(match: re.Match[str]) -> Atoms:
    """April 35: a day that no month has, and so without a reading."""
    if (match["month"] or match["month2"])[0].isupper():
        yield Atom(match.start("day"), match.end("day"), "day", fixed())


@date_rule(
    r"(?<![\w-])(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])(?![\w-])",
    signs=["-"],
)
def iso_day(match: re.Match[str]) -> Atoms:
    """2024-09-11."""
    if days := _real_day(int(match["year"]), int(match["month"]), int(match["day"])):
        yield atom(match, "day", fixed(*days))


@date_rule(
    r"(?<![\w/.])(?P<a>[0-3]?[0-9])(?P<mark>[/.])(?P<b>[0-3]?[0-9])(?P=mark)(?P<year>"
    r"(?:[12][0-9])?[0-9]{2})(?![\w/]|\.[0-9])",
    signs=["/", "."],
)
def numeric_day(match: re.Match[str]) -> Atoms:
    """11/09/2024: both readings where both can be."""
    year = full_year(match["year"])
    orders = [(int(match["b"]), int(match["a"])), (int(match["a"]), int(match["b"]))]
    readings = dict.fromkeys(interval for m, d in orders for interval in _real_day(year, m, d))
    if readings:
        kind: DateKind = "ambiguous" if len(readings) > 1 else "day"
        yield atom(match, kind, fixed(*readings), dated=True)


def _real_day(year: int, month: int, day: int) -> list[Interval]:
    try:
        return [intervals.day(dt.date(year, month, day))]
    except ValueError:
        return []


@date_rule(r"(?<=\b(?:on|by|of)\s)(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])(?![\w/])", signs=["/"])
def slashed_day(match: re.Match[str]) -> Atoms:
    """3/9 after "on": which of the two is the month is not known."""
    first, second = int(match["a"]), int(match["b"])
    orders = {(second, first): None, (first, second): None}
    real = [order for order in orders if _real_day(2000, *order)]
    if not real:
        return

    def meaning(context: Context) -> tuple[Interval, ...]:
        return tuple(yearly(_on(None, *order))(context)[0] for order in real)

    yield atom(match, "ambiguous" if len(real) > 1 else "day", meaning)


@date_rule(r"(?<![\w/.])9/11(?![\w/])", signs=["9/11"])
def september_eleventh(match: re.Match[str]) -> Atoms:
    """9/11: the day of the attacks."""
    yield atom(match, "day", fixed(intervals.day(dt.date(2001, 9, 11))))


_YEAR_AFTER: Final = one_of(
    "in by to from between and after before around during through or".split()
)
_NO_QUOTATION: Final = r"(?! '[^.;\n'’]{2,60}[^s\s]['’](?!\w))"


@date_rule(
    rf"\b(?:(?:since|until|till|of)|{_YEAR_AFTER}{_NO_QUOTATION}|the(?= '[0-9]{{2}} [a-z]){_NO_QUOTATION})"
    r" '(?P<year>[0-9]{2})(?!\w)",
    signs=[" '", " ’"],
)
def clipped_year(match: re.Match[str]) -> Atoms:
    """Since '98, the class of '83, the '53 flood: none after publication but the next."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        number = 2000 + int(match["year"])
        return (intervals.year(number if number <= context.written.year + 1 else number - 100),)

    yield Atom(match.start("year") - 1, match.end(), "year", meaning, dated=True)


_DECADE_WORDS: Final = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000,
}  # fmt: skip


@date_rule(
    r"(?<![\w$£€.,/])(?:the )?(?:(?P<full>[12][0-9]{2}0)|(?:(?<=the\s)"
    r"|(?<=the\searly\s)|(?<=the\slate\s)|(?<=mid-))'?(?P<short>[1-9]0)"
    r"|(?<![\w])'(?P<quoted>[1-9]0))'?s(?!\w)",
    signs=["0s", "0's", "0’s"],
)
def decade(match: re.Match[str]) -> Atoms:
    """The 1990s, the '60s; "the 1900s" may also be the century."""
    year = int(match["full"] or 1900 + int(match["short"] or match["quoted"]))
    readings = [intervals.decade(year)]
    if year % 100 == 0:
        whole = intervals.century(year // 100 + 1)
        readings = [*readings, whole] if year >= 2000 else [whole, *readings]
    yield atom(match, "decade", fixed(*readings))


@date_rule(rf"\bthe (?P<name>{one_of(_DECADE_WORDS)})\b(?! of)", signs=["ties"])
def decade_in_words(match: re.Match[str]) -> Atoms:
    """The sixties."""
    yield atom(match, "decade", fixed(intervals.decade(_DECADE_WORDS[match["name"].lower()])))


NTH: Final = rf"(?:(?P<words>{one_of(ORDINALS)})|(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th))"


@date_rule(
    rf"\bthe turn of (?:the|this|last) (?:(?:{NTH})(?: |{DASH}))?(?:century|millennium)\b",
    signs=["the turn of"],
)
def turn_of_century(match: re.Match[str]) -> Atoms:
    """The turn of the century: about its first year, which only a number tells."""
    number = ORDINALS.get((match["words"] or "").lower()) or int(match["digits"] or 0)
    if not 2 <= number <= 22 or "millennium" in match[0].lower():
        yield atom(match, "vague", fixed())
        return
    year = intervals.year(100 * number - 100)
    yield atom(match, "year", fixed(replace(year, text=f"{year.text}~")))


_BC: Final = r"(?:BCE?(?!\w)|B\.C\.(?:E\.)?)"


@date_rule(
    rf"\b(?:the (?=[a-z0-9-]+ century))?{NTH}(?: |{DASH})century\b(?:(?P<before_christ> {_BC})| (?:AD|CE)\b)?",
    signs=["century"],
)
def century(match: re.Match[str]) -> Atoms:
    """The 19th century, 20th-century art; the fifth century BC is 500 to 401 BC."""
    number = ORDINALS[match["words"].lower()] if match["words"] else int(match["digits"])
    if match["before_christ"]:
        reading = intervals.years_before_christ(100 * number, 100 * number - 99)
        yield atom(match, "century", fixed(reading), dated=True)
    elif not 2 <= number <= 22:
        yield atom(match, "vague", fixed())
    else:
        yield atom(match, "century", fixed(intervals.century(number)))


_OF_OLD: Final = compile_pattern(
    r"\b(?:built|begun|founded|born|died|crowned|conquered|destroyed|enlarged|rebuilt|sacked|captured|signed|burned"
    r"|fell|reigned|established|consecrated|completed|abandoned|invaded|besieged|baptised|baptized"
    r"|martyred|exiled) in $"
)


@date_rule(
    rf"(?<![\w.,$£€-])(?:(?P<bc>[1-9][0-9]{{0,3}}) {_BC}|AD (?P<ad>[1-9][0-9]{{0,3}})\b"
    r"|(?P<ad2>[1-9][0-9]{0,3}) (?:AD|CE)\b|(?<=the\syear\s)(?P<year>[1-9][0-9]{1,2})(?![\w,.])"
    r"|(?<=\bin\s)(?P<bare>[1-9][0-9]{2})(?=[.,;:)](?![0-9])|$| (?:and|when|by|after|under|but|with|as)\b))",
    signs="123456789",
)
def era(match: re.Match[str]) -> Atoms:
    """AD 79, 44 BC, the year 632; "built in 785", which counts nothing."""
    if match["bare"] and not _OF_OLD.search(
        match.string, max(0, match.start() - 24), match.start()
    ):
        return
    if match["bc"]:
        reading = intervals.before_christ(intervals.year, int(match["bc"]))
    else:
        reading = intervals.year(int(match["ad"] or match["ad2"] or match["year"] or match["bare"]))
    yield atom(match, "year", fixed(reading), dated=True)


_ABOUT: Final = r"(?:about |around |circa |c\. ?)"


@date_rule(
    rf"(?<![\w.,$£€-])(?P<lead>between |from )?(?P<about>{_ABOUT})?(?P<from>[1-9][0-9]{{0,3}})"
    rf"(?: ?{DASH} ?| to | and | or )(?P<to>[1-9][0-9]{{0,3}}) {_BC}",
    signs=["bc", "b.c."],
)
def years_of_era(match: re.Match[str]) -> Atoms:
    """Between 900 and 850 BC, 264-241 BC."""
    first, last = int(match["from"]), int(match["to"])
    if first > last and not (" and " in match[0] and not match["lead"]) and " or " not in match[0]:
        years = intervals.years_before_christ(first, last)
        if match["about"]:
            years = replace(years, text=years.text.replace("/", "~/"))
        yield atom(match, "range", fixed(years))


# The months with which years of accounts of two years begin: in Britain, Australia, America.
_YEARS_OF_ACCOUNTS: Final = (4, 7, 10)


@date_rule(
    rf"(?<![\w$£€.,/-])(?P<from>1[0-9]{{3}}|20[0-9]{{2}})(?: ?{DASH} ?"
    rf"|/)(?P<to>1[0-9]{{3}}|20[0-9]{{2}}|[0-9]{{2}})(?![\w]|[.,/-][0-9])",
    signs=["1", "2"],
)
def year_range(match: re.Match[str]) -> Atoms:
    """2018-20, 2023/24, 1914–1918; 2024-09 is a month, Directive 2000/78 a law."""
    if "/" in match[0] and _NUMBER_OF_LAW.search(match.string, 0, match.start()):
        return
    start, to = int(match["from"]), match["to"]
    end = int(to) if len(to) == 4 else start - start % 100 + int(to)
    end += 100 if len(to) == 2 and start % 100 == 99 and to == "00" else 0
    readings = [intervals.span(intervals.year(start), intervals.year(end))] if end > start else []
    if len(to) == 2 and 1 <= int(to) <= 12 and match[0][4] == "-":
        readings.append(intervals.month(start, int(to)))
    if len(to) == 2 and end == start + 1:
        home = beginning_at_home(match)
        begins = (home,) if home else _YEARS_OF_ACCOUNTS
        readings += [intervals.months_from(start, begin, 12) for begin in begins]
    if readings:
        yield atom(match, "range" if end > start else "month", fixed(*readings))


_NUMBER_OF_LAW: Final = compile_pattern(
    r"\b(?:directives?|regulations?|decisions?|recommendations?|resolutions?|decrees?|ordinances?|circulars?|cases?"
    r"|framework decisions?|laws?|acts?|no\.?)(?: \((?:EU|EC|EEC|EU, Euratom)\))?(?: no\.?)? $"
)
_NOT_A_YEAR_AFTER: Final = compile_pattern(
    r" ?(?:km|kg|m|ft|lb|mph|kph|mm|cm|hp|cc|mg|ml|kw|mw|gmt|hrs?|hours|local time|%"
    r"|percent|per cent|°|degrees"
    rf"|million|billion|{one_of(COUNTED)})\b|[%°+]|:[0-9]|{DASH}(?:mile|metre|meter"
    r"|foot|year|strong|seat|kilomet|km|acre|word|page|point|hectare|member|tonne|ton)"
    r"|(?: [A-Z][a-z]+){1,2} (?:Street|St|Avenue|Ave|Road|Boulevard|Drive|Lane)\b"
    r"| of (?:the|them|these|those|his|her|its)\b"
)
_YEAR_BEFORE: Final = compile_pattern(
    r"(?:\b(?:in|since|by|until|till|from|of|to|between|and|or|early|late|mid|around"
    r"|circa|about|c\.|during|before|after"
    r"|the|back to|until|through|year|summer|spring|autumn|fall|winter|dated|founded"
    r"|established|born|died|his|her|their|its|whose|a|'s|own)(?: |[-–])|[(–-]|, |\bc\.)$"
)
_AT_LEAST_UNTIL: Final = compile_pattern(
    r"\b(?:since|until|till|by|to) (?:at least|around|about) $"
)
_LABEL_BEFORE: Final = compile_pattern(
    r"(?:\b(?:box|locker|suite|lot|unit|extension|badge|pin|flat|apartment|booth|bus|gate|locomotive|flight|resolution|route|highway|room|model|boeing|airbus|number|no\.?|article|section"
    r"|act|page|channel|interstate|psalm|nearly|almost|some|roughly|approximately|(?:more|fewer"
    r"|less|greater) than|least|over|under|at|up to|killing|injuring|wounding|another|estimated"
    r"|only|just|exactly|peugeot|windows|sold|bought|built|employs?|employing|worth|covers?"
    r"|total of|x|asteroid|extra|further) |[#:=x×])$"
)


# "Seabird 2000 was a census", "the Vision 2030 plan": the end of a name, which words before it begin.
_NAME_BEFORE: Final = compile_later(
    r"\b(?:of|the|an?|at|by|under|to|from|for|its|their|with|called) (?:[A-Z][a-z]+ )?"
    rf"(?!(?i:{MONTH}|{WEEKDAY}|spring|summer|autumn|fall|winter|christmas|easter|ramadan|[a-z]+ day)\b)[A-Z][a-z]+ $"
)
_GOES_ON: Final = compile_pattern(
    r" (?:was|saw|brought|is|will|had|has|would|olympics|games|world cup|elections?|budget|season|edition|agreement"
    r"|tournament|campaign|report|census|survey)\b"
)


@date_rule(
    r"(?:(?<=\bpre-)|(?<=\bpost-)|(?<=\bmid[-–])|(?<=\bc\.)|(?<![\w$£€¥₹.,/:+#−-]))(?<![0-9]\s)(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![\w/]"
    r"|[.,:][0-9]|[-–][0-9]| [0-9]{3}\b)",
    signs=["1", "2"],
)
def bare_year(match: re.Match[str]) -> Atoms:
    """2018; before 1900 and after 2099 only where a word in front says that it is a year."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    number = int(match[0])
    if _NOT_A_YEAR_AFTER.match(match.string, match.end()):
        return
    if _LABEL_BEFORE.search(before) and not _AT_LEAST_UNTIL.search(before):
        return
    if _NAME_BEFORE.search(before) and not _GOES_ON.match(match.string, match.end()):
        return
    if 1900 <= number <= 2099 or _YEAR_BEFORE.search(before):
        yield atom(match, "year", fixed(intervals.year(number)))
