"""The dated events of an article, each with a title from its clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.stubs import choose_passage
from dateline.drafting.proposing.figures import ProposedFigures
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.dates import parse_date
from dateline.facts.kinds import ACTORS, Kind
from dateline.language import FoundDate
from dateline.language.en import find_clocks, is_day_of_saying
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.find_title import find_title
from dateline.language.en.headlines.titles.noun_titles import is_of_a_thing, stands_for_a_noun
from dateline.language.en.headlines.titles.title_words import LONGEST

_SINCE: Final = "/.."


def propose_events(
    nearby: NearbyFindings, ids: NewIds, figures: ProposedFigures
) -> tuple[Proposal, ...]:
    """One for each date that no fact has, but those of numbers and of what was said in quotation marks.

    Dates of one event, by the same title and the same time, are one proposal with evidence for each.
    The day on which somebody only said something is none where another fact has it: a number that is
    of it, or what was announced. Nor is one without a title that a figure has.
    """
    dated = figures.dated
    titles = [
        (finding, title)
        for finding, title in _titles(nearby, figures.dates)
        if title
        or finding not in dated
        or (finding not in figures.own and _DAY.fullmatch(finding.reading))
    ]
    made = {
        finding: _proposal(finding, title, nearby, ids)
        for finding, title in titles
        if not (title and title.says)
    }
    days = {(each.span.block, _day_announced(each)) for each in made.values()}
    made |= {
        finding: _proposal(finding, title, nearby, ids)
        for finding, title in titles
        if title
        and title.says
        and finding not in dated
        and (finding.span.block, finding.reading) not in days
    }
    return tuple(made[finding] for finding, _ in titles if finding in made)


def _titles(
    nearby: NearbyFindings, of_numbers: Collection[Finding]
) -> Iterator[tuple[Finding, EventTitle | None]]:
    """The dates that are events, each with its title; two of one sentence do not have the same."""
    seen = set[tuple[str, str]]()
    given: dict[tuple[int, int], str] = {}
    for finding in nearby.checked.coverage:
        if finding.kind != "date" or not nearby.is_left(finding) or finding in of_numbers:
            continue
        title = _title_of(finding, nearby)
        if not title and not _says_when(finding, nearby, of_numbers):
            continue
        if _is_of_quotation(finding, nearby) or _is_of_none(finding, nearby):
            continue
        event = (title.text if title else str(finding.span), finding.reading)
        sentence = (finding.span.block, nearby.sentence(finding)[0])
        if event in seen:
            continue
        before = given.get(sentence)
        is_again = title and before and _is_same_beginning(title.text, before)
        if is_again and not _says_when(finding, nearby, of_numbers):
            continue
        yield finding, None if is_again else title
        seen.add(event)
        if title:
            given.setdefault(sentence, title.text)


def _says_when(finding: Finding, nearby: NearbyFindings, of_numbers: Collection[Finding]) -> bool:
    """Whether a date without a title says when something was: no year since which it has been so."""
    text, (start, end) = nearby.text(finding), nearby.sentence(finding)
    is_open = finding.verdict in ("open", "covered")
    is_bound = _BOUND.search(text, start, finding.span.start) or _BOUND_BY.match(finding.text)
    is_in_heading = nearby.briefing.article.blocks[finding.span.block].kind == "heading"
    is_average = _AVERAGE.search(text, start, finding.span.start)
    is_dull = _says_little(finding, nearby)
    is_again = (
        is_in_heading or is_dull or is_average or _ANOTHER_TIME.match(text, finding.span.end, end)
    )
    is_counted = not _DAY.fullmatch(finding.reading) and any(
        date in of_numbers for date in nearby.within(finding, "date", start, end)
    )
    return is_open and not (is_bound or is_again or is_counted)


def _says_little(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it only bounds a time, says of what age a thing is, or is the day of a dateline or a remark."""
    text, found = nearby.text(finding), finding.found
    return (
        (finding.reading.startswith("../") and not _DAY.fullmatch(finding.reading[len("../") :]))
        or _THAT_TIME.fullmatch(finding.text) is not None
        or _COMPARED.search(text, 0, finding.span.start) is not None
        or _CHANCES.search(text, 0, finding.span.start) is not None
        or _is_of_dateline(text, finding)
        or (isinstance(found, FoundDate) and _is_of_saying(finding, found, nearby))
    )


def _is_of_saying(finding: Finding, found: FoundDate, nearby: NearbyFindings) -> bool:
    return is_day_of_saying(nearby.text(finding), found) and not _is_to_come(finding, nearby)


def _is_of_dateline(text: str, finding: Finding) -> bool:
    place = text[: finding.span.start].partition(",")[0]
    return place.isupper() and _DATELINE.match(text, finding.span.end) is not None


# “some 10 days earlier than usual”
_USUAL: Final = re.compile(r" than\b")
# “in April that year”
_THAT_TIME: Final = re.compile(r"(?:that|the same) (?:year|month|week|day)", re.IGNORECASE)
# “a 14th-century roof”.
_AGE: Final = re.compile(r"-century")
# “wheat for September delivery”
_FUTURES: Final = re.compile(r" (?:delivery|deliveries|futures)\b")
# “put the chances of approval before 2030 at”
_CHANCES: Final = re.compile(
    r"\b(?:chances?|odds|likelihood|probability|risk) of [^,;:.]{3,60} (?:before|by|in) (?:the )?$"
)
_COMPARED: Final = re.compile(
    r"\b(?:than|twice|double|half|times) the (?:figure|number|level|total|rate|price|size) (?:of|in) $|"
    r"\b(?:than|as|like)(?: (?:it|he|she|they|we|the [a-z]+) (?:did|had|has|was|were|do|does))?"
    r"(?: (?:in|on|at|those of|that of))?(?: the)? $"
)
# “SALINA, July 9 (Prairie Wire) - ”.
_DATELINE: Final = re.compile(r"(?: \([^)]{2,40}\))? ?[–—-] ")
_BOUND: Final = re.compile(
    r"\b(?:since|until|till) (?:the )?(?:(?:end|start|beginning) of )?$", re.IGNORECASE
)
# “more than the average for the whole of June”.
_AVERAGE: Final = re.compile(
    r"\b(?:average|mean|usual|normal)\b[^,;.]{0,20} (?:for|of|in)(?: the)? $|\bthe whole of $"
)
_BOUND_BY: Final = re.compile(r"(?:since|until|till)\b", re.IGNORECASE)
# “the first day of the summer schedule” is no summer.
_ANOTHER_TIME: Final = re.compile(
    r" (?:schedule|timetable|season|term|collection|holidays?|sales?)\b"
)


def _is_of_none(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is “like Saturday’s”, or a cell of a table with a day that the text has as well."""
    text = nearby.text(finding)
    if (
        _LAW_OF.search(text, 0, finding.span.start)
        or _USUAL.match(text, finding.span.end)
        or _is_list_head(finding, nearby)
    ):
        return True
    date = (finding.span.start, finding.span.end)
    if _NEVER_DONE.match(text, finding.span.end) and _DUE.search(text, 0, finding.span.start):
        return True
    start = finding.span.start
    if _MISSED.search(text, 0, start) or _USE_BY.search(text, 0, start):
        return True
    if _RECORDS.search(text, 0, start) or _EARLIER_NUMBER.search(text, 0, start):
        return True
    is_of_thing = is_of_a_thing(text, nearby.sentence(finding), date) or _AGE.search(finding.text)
    is_of_thing = is_of_thing or _FUTURES.match(text, finding.span.end)
    if is_of_thing or stands_for_a_noun(text, date):
        return True
    blocks = nearby.briefing.article.blocks
    return blocks[finding.span.block].kind == "cell" and any(
        other.reading[-_MONTH_AND_DAY:] == finding.reading[-_MONTH_AND_DAY:]
        for other in nearby.checked.coverage
        if other.kind == "date" and blocks[other.span.block].kind != "cell"
    )


def _is_list_head(finding: Finding, nearby: NearbyFindings) -> bool:
    """“What was on the table on Thursday:”."""
    start, end = nearby.sentence(finding)
    return nearby.text(finding)[start:end].rstrip().endswith(":")


# “An inspection due on 7 March was never carried out”
_DUE: Final = re.compile(r"\b(?:due|planned|scheduled|promised|set)(?: for| on| in| by| at)? $")
_NEVER_DONE: Final = re.compile(r" (?:was|were|had|has) (?:never|not)\b| never\b")
# “was to have been finished in June”: it was not.
_MISSED: Final = re.compile(
    r"\b(?:was|were) (?:to have been|meant to have been|supposed to have been|due to have been) [a-z]+"
    r" (?:in|by|on|before) (?:the )?$"
)
# “with use-by dates between 12 November and 9 December”
_USE_BY: Final = re.compile(
    r"\b(?:use-by|best-before|sell-by|expiry) dates? (?:of |between |from |up to |on or before )?$",
    re.IGNORECASE,
)
# “a score of three, down from five in 2022”
_EARLIER_NUMBER: Final = re.compile(r"\b(?:up|down) from [^,;:.“”()]{1,30} in $")
# “the highest number since records began in 1962”
_RECORDS: Final = re.compile(
    r"\bsince (?:records|measurements|counts?|surveys?|monitoring|the (?:count|survey|register)s?)"
    r" (?:began|begun|started|were first (?:kept|taken))(?: in)? $"
)
# “under a law of 2018”: what holds since then.
_LAW_OF: Final = re.compile(
    r"\b(?:law|act|rule|regulation|decree|treaty|statute|ordinance|directive|constitution)s? of $",
    re.IGNORECASE,
)
_MONTH_AND_DAY: Final = len("-05-06")


def _is_same_beginning(title: str, other: str) -> bool:
    return title.startswith(other) or other.startswith(title)


def _day_announced(proposal: Proposal) -> SheetValue:
    expected = proposal.fields.get("expected")
    return expected.get("said_on") if isinstance(expected, dict) else None


def _title_of(finding: Finding, nearby: NearbyFindings) -> EventTitle | None:
    if nearby.briefing.article.blocks[finding.span.block].kind == "cell":
        return _title_of_row(finding, nearby)
    sentence = DatedSentence(
        text=nearby.text(finding),
        whole=nearby.sentence(finding),
        names=nearby.stretches(finding, "name"),
        dates=nearby.stretches(finding, "date"),
        whom=lambda pronoun: nearby.whom(finding, pronoun),
    )
    title = find_title(sentence, (finding.span.start, finding.span.end))
    return None if title and title.ahead and not _may_come(finding, nearby) else title


def _title_of_row(finding: Finding, nearby: NearbyFindings) -> EventTitle | None:
    """What a row of days says in its longest cell, where it says more than a word or two."""
    tables, own = nearby.checked.passages.tables, finding.span.block
    cell = tables.by_block.get(own)
    head = cell.row if cell else own
    row = [other.block for other in tables.cells if other.row == head]
    texts = [tables.text(block) for block in (*row, head) if block not in (own, None)]
    longest = max(texts, key=len, default="")
    is_said = len(longest.split()) >= _FEWEST_WORDS and len(longest) <= LONGEST
    return EventTitle(text=longest.rstrip("."), start=0, end=0) if is_said else None


_FEWEST_WORDS: Final = 3


def _may_come(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it does not end before the article was published."""
    end = parse_date(finding.reading).end
    return end is None or end.last_day >= nearby.briefing.front.published


def _is_to_come(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it begins after the article was published, or is to be over by a day after that."""
    date = parse_date(finding.reading)
    begins = date.start or (date.end if date.form == "until" else None)
    return begins is not None and begins.first_day > nearby.briefing.front.published


def _is_of_quotation(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is the day on which words between quotation marks were said, or among such words."""
    quotations = nearby.within(finding, "quotation", 0, len(nearby.text(finding)))
    days = [nearby.day_of_saying(quotation) for quotation in quotations]
    is_within = any(
        quotation.span.start <= finding.span.start < quotation.span.end for quotation in quotations
    )
    return is_within or finding in days


def _proposal(
    finding: Finding, title: EventTitle | None, nearby: NearbyFindings, ids: NewIds
) -> Proposal:
    who, place = _who_and_where(finding, title, nearby) if title else ([], [])
    when = _when(finding, title, nearby)
    return Proposal(
        kind=Kind.EVENT,
        id=ids.give(title.text if title else nearby.sentence_text(finding), "event"),
        fields={
            "title": title.text if title else None,
            **when,
            **({"who": who} if who else {}),
            **({"place": place} if place else {}),
            "evidence": field_of(choose_passage(finding, nearby.checked.passages)),
        },
        asks=("title",),
        sentence=nearby.sentence_text(finding),
        span=finding.span,
    )


def _who_and_where(
    finding: Finding, title: EventTitle, nearby: NearbyFindings
) -> tuple[list[str], list[str]]:
    """The people and organisations whom the title names, and the places in which it happens."""
    inside = nearby.within(finding, "name", title.start, title.end)
    names = [
        *_subject_before(finding, title, nearby),
        *(other for other in inside if other.text in title.text),
    ]
    where = [name for name in names if nearby.is_where(name)]
    places = nearby.ids_of(where, (Kind.PLACE,))
    if len(places) == 1:
        places = nearby.ids_of([*where, *nearby.listed_after(where[0], names)], (Kind.PLACE,))
    if not where:
        start, _ = nearby.sentence(finding)
        before = nearby.within(finding, "name", start, finding.span.start)
        opening = [name for name in before if nearby.is_where_in_opening(name, start)]
        places = nearby.ids_of(opening[-1:], (Kind.PLACE,))
    is_one = len(places) == 1 or len(where) == 1
    actors = [name for name in names if not _is_left_behind(name.text, title.text)]
    return nearby.ids_of(actors, ACTORS), places if is_one else []


def _subject_before(finding: Finding, title: EventTitle, nearby: NearbyFindings) -> list[Finding]:
    """The subject that a clause takes from before it: “Ann Lee, who joined in 2023, …”."""
    start, _ = nearby.sentence(finding)
    before = nearby.within(finding, "name", start, title.start)
    subjects = [name for name in before if title.text.removeprefix("The ").startswith(name.text)]
    return subjects[-1:]


def _is_left_behind(name: str, title: str) -> bool:
    """Whether somebody only comes from there: “Ann Lee joins from Ostrow Hospitals”."""
    return _COMES_FROM.search(title.partition(name)[0]) is not None


_COMES_FROM: Final = re.compile(
    r"\b(?:joins?|moves?|arrives?|comes?|transfers?|switch(?:es)?|returns?)\b[^,;]* from (?:the )?$"
)


def _when(
    finding: Finding, title: EventTitle | None, nearby: NearbyFindings
) -> dict[str, SheetValue]:
    """The date of what happened, or when it is expected and who says so, and on which day."""
    fields: dict[str, SheetValue] = dict(finding.fields)
    time = _time_of(finding, title, nearby)
    at: dict[str, SheetValue] = {"time": time} if time else {}
    if title and title.since:
        fields["date"] = finding.reading.removesuffix(_SINCE)
    is_ahead = title and (title.ahead or _is_awaited(finding, title, nearby))
    if not (is_ahead or _is_to_come(finding, nearby)):
        return {**fields, **at}
    window = fields.pop("date")
    if _BEFORE.search(nearby.text(finding), 0, finding.span.start) and _DAY.fullmatch(
        finding.reading
    ):
        window = f"../{finding.reading}"
    elif _FROM.search(nearby.text(finding), 0, finding.span.start) and "/" not in finding.reading:
        window = f"{finding.reading}/.."
    said_by, said_on = nearby.reporter(finding), nearby.day_of_saying(finding)
    expected: dict[str, SheetValue] = {
        "window": window,
        **({"said_by": said_by} if said_by else {}),
        **({"said_on": said_on.reading} if said_by and said_on else {}),
        **at,
    }
    return {"expected": expected, **fields}


def _is_awaited(finding: Finding, title: EventTitle, nearby: NearbyFindings) -> bool:
    """“Was expected by Monday evening”, in an article of that Monday: it is not over when that is read."""
    return _AWAITED.search(title.text) is not None and _may_come(finding, nearby)


_AWAITED: Final = re.compile(r" (?:is|are) (?:expected|due|scheduled)\b")


def _time_of(finding: Finding, title: EventTitle | None, nearby: NearbyFindings) -> str | None:
    """The hour in the clause of a day, where it is the only one: “at 9am on Monday”."""
    text, (start, end) = nearby.text(finding), nearby.sentence(finding)
    if title and title.end > title.start:
        start, end = title.start, title.end
    others = [other for other in nearby.within(finding, "date", start, end) if other is not finding]
    clocks = [
        clock
        for clock in find_clocks(text)
        if start <= clock.start < end and not (clock.is_again or clock.side)
    ]
    is_day = _DAY.fullmatch(finding.reading.removeprefix("../")) is not None
    first = clocks[0] if clocks else None
    is_range = len(clocks) == _TWO and _TO.fullmatch(
        text, clocks[0].start + len(clocks[0].text), clocks[1].start
    )
    is_certain = is_day and not others and (len(clocks) == 1 or is_range)
    return _STOP.sub("", first.text) if first and is_certain else None


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BEFORE: Final = re.compile(r"(?<!not )\bbefore $")
_FROM: Final = re.compile(r"\w from $")
_STOP: Final = re.compile(r"(?<=[ap]m)\.$")
_TWO: Final = 2
_TO: Final = re.compile(r" ?(?:to|until|till|[-–]) ?")
