"""What the lines above and below a story say of it: headline, byline, day of publication, dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dateline.drafting.importing.boilerplate import cut_boilerplate, is_prose
from dateline.drafting.importing.byline_names import AGENCIES, names_of_byline
from dateline.drafting.importing.story import CutLine, ReadStory, line_of, paragraph
from dateline.facts.article import Element
from dateline.language.en.words import MONTHS, WEEKDAYS

_LONGEST_TITLE: Final = 200
# So many short lines above the headline are the menu of a page.
_SHORTEST_MENU: Final = 3
_LONGEST_UNDER_KICKER: Final = 120
_LONGEST_BYLINE: Final = 140
_LONGEST_STANDFIRST: Final = 400
_STOP: Final = re.compile(r"[.:;,][”\"’')\]]*$")
_SENTENCE_WITHIN: Final = re.compile(r"[a-z\d][.!?] ")
_LABEL: Final = re.compile(r"(?:title|headline|head):\s+(?=\S)", re.IGNORECASE)
_BYLINE: Final = re.compile(
    r"(?:(?:words|story|text|report|written|reported) )?by:? +(?P<names>\S.*)", re.IGNORECASE
)
_NAME_WORD: Final = r"(?:[A-Z][\w.’'-]*|[a-z]{1,3}-[A-Z][\w’'-]*)"
_PARTICLE: Final = "(?:de|del|della|der|den|di|da|du|van|von|bin|bint|ibn|al|el|la|le|y)"
_NAME: Final = re.compile(rf"(?!the\b){_NAME_WORD}(?: (?:{_NAME_WORD}|{_PARTICLE})){{0,5}}")
_DESK: Final = re.compile(r"\b(?:editor|correspondent|reporter|columnist)$", re.IGNORECASE)
# What somebody does for the paper, on a line of its own: “Health Correspondent”.
_OFFICE: Final = re.compile(
    r"(?:[\w&’'-]+ ){0,4}(?:editor|correspondent|reporter|columnist)", re.IGNORECASE
)
_AGENCY_ALONE: Final = re.compile(AGENCIES, re.IGNORECASE)
# “By Our Special Correspondent in Lesk”, “By Staff Reporter | Lesk Herald”
_NOBODY: Final = re.compile(
    r"by:? (?:(?:our|a|an|the) )?(?:[\w’'&-]+ ){0,4}?(?:correspondent|reporter|staff(?: writer)?|desk|bureau"
    rf"|agenc(?:y|ies)|editor|{AGENCIES})s?(?:\s*[|,–—-]\s*.{{2,60}}| (?:in|at|from) .{{2,60}})?",
    re.IGNORECASE,
)
# A line above the headline that is the name of a paper.
_PAPER: Final = re.compile(
    r"(?:the )?(?:[\w’'&.-]+ ){0,4}(?:herald|times|gazette|post|mail|express|telegraph|mirror|news|tribune|journal"
    r"|chronicle|guardian|observer|standard|star|echo|courier|press|independent|examiner|mercury|argus|bulletin"
    r"|advertiser)(?: (?:online|newspaper))?",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 4
_SHORTEST_STANDFIRST: Final = 6
_NO_NAMES: Final = {*MONTHS, *WEEKDAYS} - {"may", "mar", "jan", "sun"}
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DAY: Final = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})"
    rf"|(?P<month_first>{_MONTH})\.? (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year_last>\d{{4}})"
    r"|(?P<figures>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))"
)
_ZONE: Final = r"(?:\(?(?:[A-Z]{1,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})\)?)?"
_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
_TIME: Final = rf"(?:\s*[T,;|·–—-]?\s*(?:at )?{_CLOCK}\s*{_ZONE})?"
# A day without a year, above a story.
_DAY_ALONE: Final = re.compile(
    rf"(?:(?:{_WEEKDAY}),? )?(?:\d{{1,2}} (?:{_MONTH})\.?|(?:{_MONTH})\.? \d{{1,2}})", re.IGNORECASE
)
_DATED: Final = re.compile(
    rf"(?P<what>(?:first )?(?:published|posted|date|created|updated|last updated|last modified|modified)?)"
    rf"(?: (?:on|at))?:?\s*(?:(?:{_WEEKDAY}),? )?(?:{_DAY}){_TIME}"
    r"(?:\s*[|·•,–—-]?\s*(?:last )?updated .{3,40})?",
    re.IGNORECASE,
)
_DATE_AND_BYLINE: Final = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+")
# BAGHDAD, Sept 11 (Reuters) — …
_PLACE: Final = r"[A-Z][A-Z’'.-]*[A-Z.](?: [A-Z][A-Z’'.-]*[A-Z.])*"
_REST: Final = rf"(?:, (?!(?:{_MONTH})\b)[A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, (?:{_MONTH})\.? \d{{1,2}}(?:,? \d{{4}})?)?"
_AGENCY: Final = r"(?: ?\((?P<agency>[A-Z][\w .&/-]{1,40})\))?"
# Magdeburg, Germany, November 22, 2026 (EPN)
_PLACE_AND_DAY: Final = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?:, [A-Z][\w ]{{1,30}})?,? (?P<when>(?i:{_DAY}))"
    r"(?: ?\([A-Z][\w .&/-]{1,40}\))?"
)
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE})(?P<rest>(?i:{_REST})){_AGENCY}\s*(?:[—–]|--|\s-)\s*(?=\S)"
)
# OSTROW, Nov 23 (PTI) The bridge …; OSTROW, Nov. 23: The bridge …
_OTHER_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE})(?P<rest>(?i:, (?:{_MONTH})\.? \d{{1,2}}))(?:{_AGENCY} |(?P<none>): )(?=[A-Z“\"‘'])"
)
# Nov 23 (Reuters) - …
_NO_PLACE: Final = re.compile(
    rf"(?i:{_MONTH})\.? \d{{1,2}} ?\([A-Z][\w .&/-]{{1,40}}\)\s*(?:[—–]|--|-)\s*(?=\S)"
)
_PLAIN_DATELINE: Final = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?P<rest>(?i:{_REST})) ?"
    r"\((?P<agency>Reuters|AP|AFP|dpa|DPA|UPI|TASS|ANSA|EFE|PA|IANS|PTI|Xinhua|Bloomberg)\)"
    r"\s*(?:[—–]|--|\s-)\s*(?=\S)"
)


@dataclass(slots=True)
class _Edges:
    """What the lines have said so far."""

    story: ReadStory
    kept: list[Element] = field(default_factory=list)
    cut: list[CutLine] = field(default_factory=list)

    def take(self, block: Element, story: ReadStory, why: str) -> None:
        self.story = story
        self.cut.append(CutLine(words=line_of([block]), why=why))


def read_edges(story: ReadStory) -> ReadStory:
    """The story without what is above and below its text, which it knows now as title, authors and so on."""
    blocks, cut = cut_boilerplate(story.body)
    reading = _Edges(story=replace(story, body=()), cut=cut)
    if not story.title:
        above = _cut_above(story.body, blocks)
        blocks = _read_title(_below_menu(blocks, above, reading) if above else blocks, reading)
    prose = [number for number, block in enumerate(blocks) if is_prose(block)]
    if len(prose) > 1 and _is_sentence_above(blocks[prose[0] :], reading.story):
        standfirst = blocks.pop(prose[0])
        known = reading.story.standfirst
        reading.take(
            standfirst,
            replace(reading.story, standfirst=known or line_of([standfirst])),
            "its standfirst, which the front matter has" if known else "now `standfirst:`",
        )
        prose = [number - 1 for number in prose[1:]]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), len(blocks))
    for number, block in enumerate(blocks):
        if number < first and _read_head(blocks[number : first + 1], reading):
            continue
        if first <= number <= last or not _read_line(block, reading):
            reading.kept.append(block)
    body = tuple(_read_dateline(reading))
    return replace(reading.story, body=body).adding(*reading.cut)


def says_who_or_when(block: Element) -> bool:
    """Whether a line is a byline or a day, or both."""
    return _read_line(block, _Edges(story=ReadStory()))


def read_line(line: str, story: ReadStory) -> ReadStory | None:
    """The story with what a line above its text says of it, and the line cut; None where it is of the text."""
    reading = _Edges(story=story)
    block = paragraph(line)
    if _read_head([block], reading) or _read_line(block, reading):
        return reading.story.adding(*reading.cut)
    return None


def _read_head(blocks: list[Element], reading: _Edges) -> bool:
    """Whether the first of the lines above the text is one that the lines around it explain."""
    block, line, below = blocks[0], line_of(blocks[:1]), line_of(blocks[1:2])
    story = reading.story
    if block.tag not in ("p", "h2", "h3", "h4") or len(line) > _LONGEST_STANDFIRST:
        return False
    is_short = len(line.split()) in range(2, _LONGEST_NAME + 1)
    is_name = is_short and _NAME.fullmatch(line) and not _BYLINE.fullmatch(line)
    if line in story.authors or (not story.authors and is_name and _OFFICE.fullmatch(below)):
        names = story.authors or (line,)
        reading.take(block, replace(story, authors=names), "its byline, now `authors:`")
    elif story.authors and _OFFICE.fullmatch(line):
        reading.take(block, story, "what its author does for the paper")
    elif _AGENCY_ALONE.fullmatch(line):
        reading.take(block, story, "the agency that it is from")
    elif (found := _PLACE_AND_DAY.fullmatch(line)) and found["place"].lower() not in WEEKDAYS:
        day = _DATED.fullmatch(found["when"])
        story, why = _with_said(story, [], [day] if day else [])
        place = story.dateline or found["place"]
        reading.take(block, replace(story, dateline=place), f"now `dateline:`, and {why}")
    elif _is_standfirst(blocks, story):
        reading.take(block, replace(story, standfirst=line), "now `standfirst:`")
    else:
        return False
    return True


def _is_standfirst(blocks: list[Element], story: ReadStory) -> bool:
    """Whether a long line without a full stop stands between the headline and who wrote it, or when."""
    line = line_of(blocks[:1])
    is_line = len(line.split()) >= _SHORTEST_STANDFIRST and not _STOP.search(line)
    if not (story.title and is_line) or story.standfirst or says_who_or_when(blocks[0]):
        return False
    below = blocks[1:3]
    return any(map(says_who_or_when, below)) or any(
        _OFFICE.fullmatch(line_of([block])) for block in below
    )


def _is_sentence_above(blocks: list[Element], story: ReadStory) -> bool:
    """Whether a sentence or two stand between the headline and who wrote it, or when."""
    line = line_of(blocks[:1])
    is_about = blocks[1:2] != [] and says_who_or_when(blocks[1])
    return bool(story.title) and is_about and len(line) <= _LONGEST_STANDFIRST


def _read_title(blocks: list[Element], reading: _Edges) -> list[Element]:
    """Take the headline, and a word or two above it; what comes before them may be a byline or a day."""
    for number, block in enumerate(blocks):
        line = _LABEL.sub("", line_of([block]))
        if _read_line(block, reading):
            continue
        if block.tag not in ("p", "h1", "h2", "h3") or not _may_be_title(line):
            return blocks[number:]
        rest = blocks[number + 1 :]
        following = line_of(rest[:1])
        if _PAPER.fullmatch(line) and _is_headline(rest):
            reading.take(block, reading.story, "the name of a paper")
            continue
        if len(line.split()) <= 2 < len(following.split()) and _is_headline(rest):
            reading.story = replace(reading.story, kicker=line, title=following)
            return rest[1:]
        reading.story = replace(reading.story, title=line)
        return rest
    return []


def _cut_above(body: Sequence[Element], left: Sequence[Element]) -> int:
    """How many blocks were cut above the first that is left."""
    return next((at for at, block in enumerate(body) if left and block is left[0]), 0)


def _below_menu(blocks: list[Element], above: int, reading: _Edges) -> list[Element]:
    """The blocks without short lines above the headline, where a page was copied with its menu."""
    head = next((at for at, block in enumerate(blocks) if is_prose(block)), 0)
    lines = [line_of([block]) for block in blocks[:head]]
    headline = next(
        (
            at
            for at, line in enumerate(lines)
            if len(line.split()) >= 5 and not says_who_or_when(blocks[at])
        ),
        0,
    )
    if not headline or headline + above < _SHORTEST_MENU or not _may_be_title(lines[headline]):
        return blocks
    menu = [block for block in blocks[:headline] if not says_who_or_when(block)]
    reading.cut += [
        CutLine(words=line_of([block]), why="a line above the headline") for block in menu
    ]
    return [block for block in blocks if not any(block is cut for cut in menu)]


def _may_be_title(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_TITLE and not _STOP.search(line)


def _is_headline(blocks: list[Element]) -> bool:
    """Whether the first block is a headline, with a story below it."""
    line = line_of(blocks[:1])
    is_line = blocks[0].tag in ("p", "h1", "h2") and _may_be_title(line) and not is_prose(blocks[0])
    is_short = len(line.split()) > 3 and len(line) <= _LONGEST_UNDER_KICKER
    is_short = is_short and not _SENTENCE_WITHIN.search(line)
    is_about = _BYLINE.fullmatch(line) or _DATED.fullmatch(line) or _is_credit(line)
    return is_line and is_short and not is_about and any(map(is_prose, blocks[1:]))


def _read_line(block: Element, reading: _Edges) -> bool:
    """Whether a line is a byline or a day, or both, and so not of the text; what it says is kept."""
    line = line_of([block])
    if block.tag not in ("p", "h2", "h3", "h4") or not line or len(line) > _LONGEST_BYLINE:
        return False
    if why := _says_little(line):
        reading.take(block, reading.story, why)
        return True
    parts = [part for part in _DATE_AND_BYLINE.split(line) if part]
    dated = [found for part in parts if (found := _DATED.fullmatch(part))]
    names = [name for part in parts if (found := _BYLINE.fullmatch(part)) for name in _names(found)]
    if whole := _DATED.fullmatch(line):
        dated, parts = [whole], [line]
    if len(dated) + bool(names) < len(parts) and not (names and line[:2].lower() == "by"):
        return False
    if not dated and not names:
        return False
    reading.take(block, *_with_said(reading.story, names, dated))
    return True


def _says_little(line: str) -> str | None:
    """Why a line about the story says nothing that the front matter has a field for."""
    if _DAY_ALONE.fullmatch(line):
        return "a day without its year"
    if _NOBODY.fullmatch(line):
        return "a byline that names nobody"
    if _is_credit(line) and not _BYLINE.fullmatch(line):
        return "it seems to be a byline: write its names as `authors:`"
    return None


def _is_credit(line: str) -> bool:
    """Whether a line is a name and what it does for the paper, with nothing between them."""
    words = line.split()
    return (
        3 <= len(words) <= 8
        and bool(_DESK.search(line))
        and words[0].istitle()
        and words[1].istitle()
    )


def _with_said(
    story: ReadStory, names: list[str], dated: list[re.Match[str]]
) -> tuple[ReadStory, str]:
    """The story with what a line says of it, and what became of the line."""
    became: list[str] = []
    if names and not story.authors:
        story = replace(story, authors=tuple(names))
        became.append("its byline, now `authors:`")
    elif names:
        became.append("a byline")
    for found in dated:
        day = _day_of(found)
        if "updat" in found["what"].lower() or "modif" in found["what"].lower():
            became.append("the day of its last change")
        elif day and story.published in (None, day):
            story = replace(story, published=day)
            became.append("its day, now `published:`")
        else:
            became.append("a day that can be read in two ways" if not day else "another day")
    return story, " and ".join(became)


def _names(found: re.Match[str]) -> Iterator[str]:
    """The names of a byline, up to the first part of it that is none."""
    for name in names_of_byline(found["names"]):
        words = {word.casefold() for word in name.split()}
        if not _NAME.fullmatch(name) or words & _NO_NAMES:
            return
        yield name


def _day_of(found: re.Match[str]) -> date | None:
    """The day, where there is only one way to read it."""
    if found["iso"]:
        parts = [int(part) for part in found["iso"].split("-")]
    elif found["figures"]:
        first, second, year = (int(part) for part in re.split("[/.]", found["figures"]))
        # Either may be the month, unless the other is too large for one.
        if year < 1000 or (first <= 12 and second <= 12 and first != second):
            return None
        parts = [year, second, first] if first > 12 or first == second else [year, first, second]
    else:
        month = MONTHS[(found["month"] or found["month_first"]).lower()]
        parts = [
            int(found["year"] or found["year_last"]),
            month,
            int(found["day"] or found["day_second"]),
        ]
    try:
        return date(*parts)
    except ValueError:
        return None


def _read_dateline(reading: _Edges) -> Iterable[Element]:
    """The blocks, the first paragraph without the place and the agency that it begins with."""
    found = None
    for block in reading.kept:
        start = block.children[0] if block.children else None
        if found is None and is_prose(block) and isinstance(start, str):
            found = _dateline_of(start)
            if bare := _NO_PLACE.match(start):
                reading.cut.append(CutLine(words=bare[0].strip(), why="the agency and the day"))
                yield block.with_children((start[bare.end() :], *block.children[1:]))
                found = bare
                continue
            if found:
                reading.story = replace(reading.story, dateline=_place_of(found["place"]))
                reading.cut.append(CutLine(words=found[0].strip(), why="now `dateline:`"))
                yield block.with_children((start[found.end() :], *block.children[1:]))
                continue
            found = re.match("", "")
        yield block


def _dateline_of(text: str) -> re.Match[str] | None:
    found = _PLAIN_DATELINE.match(text) or _DATELINE.match(text) or _OTHER_DATELINE.match(text)
    if found and not (found["rest"] or found["agency"]):
        # “NATO — an alliance — said” is a sentence.
        after = text[found.end() :]
        if not re.match(r"[“\"‘'A-Z0-9]", after) or re.match(r"[^.!?]* [—–-] ", after):
            return None
    return found


def _place_of(place: str) -> str:
    """A place as it is written in running text: BAGHDAD is Baghdad, U.N. stays."""
    return re.sub(r"[A-Z][A-Z’']+(?!\.)", lambda word: word[0].capitalize(), place)
