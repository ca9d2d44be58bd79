"""The types of single fields: how text that an editor wrote becomes a value, and what is refused.

Everything arrives as text (or None where the field is empty); YAML's own guesses are never asked.
Each type raises `PydanticCustomError` whose type is a rule.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, NamedTuple
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from dateline.facts import editor_addresses, web_addresses
from dateline.facts.colours import HEX, nearest, stands_out, whole_hex
from dateline.facts.dates import Date, DateError, exact_bounds, parse_date
from dateline.facts.described import (
    STRING,
    URI,
    Json,
    Reads,
    RefersTo,
    SeenByReaders,
    pattern_schema,
)
from dateline.facts.kinds import ACTORS, FACT_KINDS, SLUG, Kind
from dateline.facts.palette import ACCENT_ON, MARKER_ON, missing_contrast
from dateline.facts.quantities import Amount, QuantityError, parse_amount
from dateline.facts.units import explain_unit
from dateline.facts.unseen import is_seen
from dateline.patterns import compile_later
from dateline.problems import RULE_BY_NAME, Rule

ID = compile_later(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# A UUID; or, after RFC 4151, section 2.1, an authority, with a dot in its domain, and a day, month or
# year.
TAG = compile_later(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|([a-z0-9._-]+@)?[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)+"
    r",[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
)

# A fact of another briefing: its folder and the id there.
FACT_ELSEWHERE = compile_later(rf"{SLUG.pattern}/{ID.pattern}")
# A file of the folder in which a briefing keeps the texts of its sources.
STORED_TEXT = compile_later(r"sources/[^/\\]+")
# A file of the folder in which a briefing keeps its pictures.
PICTURE_FILE = compile_later(r"images/[^/\\]+")
# A file of the folder in which a site keeps what its look is made of.
LOGO_FILE = compile_later(r"look/[^/\\]+")
FONT_FILE = compile_later(r"look/[^/\\]+\.woff2")
# One weight, or the lightest and the heaviest of a variable font (CSS Fonts 4, "font-weight").
FONT_WEIGHT = compile_later(r"[1-9]00( [1-9]00)?")
LANGUAGE = compile_later(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class Focus(NamedTuple):
    """The point that every part of a picture shows: in percent from the left and from the top."""

    across: float
    down: float


def refuse(rule: Rule, found: str, fix: str) -> PydanticCustomError:
    """An error that the reader turns into a problem: rule, what was found, what to write."""
    return PydanticCustomError(rule, "{found}; {fix}", {"found": found, "fix": fix})


def _text(value: Any) -> str:
    if isinstance(value, str) and is_seen(value):
        return value.strip()
    if isinstance(value, str) and value.strip():
        raise refuse(
            Rule.FIELD_TYPE, "found characters that nobody sees, and no others", "write text"
        )
    raise refuse(Rule.FIELD_TYPE, f"found {describe(value)}", "write text")


def describe(value: Any) -> str:
    """What an editor wrote, in a word or two, for a message."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    return "fields of its own" if isinstance(value, dict) else f"“{value}”"


def _fitting(fits: Callable[[str], object], rule: Rule, fix: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value)
        if fits(text):
            return text
        raise refuse(rule, f"found “{text}”", fix)

    return read


def _date(value: Any) -> Date:
    # YAML takes the brackets of `[2024-09-10,2024-09-11]` for a list of its own.
    if value and _is_texts(value):
        value = f"[{','.join(value)}]"
    text = _text(value)
    try:
        return parse_date(text)
    except DateError as error:
        raise refuse(error.code, error.found, error.fix) from None


# Advice for dates in general that would be refused where only a day will do.
_NO_DAY = compile_later(r", (?:or [0-9-]+ if the (?:day|month) is not known|a month as .*)")
_A_DAY = compile_later(
    r"write (?:a day|a month from|the day|.*[0-9]{4}-[0-9]{2}-[0-9]{2}(?![/,~?]))"
)


def _day(value: Any) -> date:
    try:
        read = _date(value)
    except PydanticCustomError as error:
        context = error.context or {}
        advice = _NO_DAY.sub("", context["fix"])
        fix = advice if _A_DAY.match(advice) else _ONE_DAY
        raise refuse(RULE_BY_NAME[error.type], context["found"], fix) from None
    first, last = exact_bounds(read)
    if first and first == last:
        return first
    raise refuse(Rule.DATE_MALFORMED, f"found “{read.text}”", _ONE_DAY)


# By the clocks of the site: a day alone is its first moment.
PUBLISH = compile_later(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( ([01][0-9]|2[0-3]):[0-5][0-9])?")


def _publish(value: Any) -> datetime:
    text = _text(value)
    try:
        if PUBLISH.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise refuse(Rule.DATE_MALFORMED, f"found “{text}”", _PUBLISH_FIX)


def _amount(value: Any) -> Amount:
    text = _text(value)
    try:
        return parse_amount(text)
    except QuantityError as error:
        raise refuse(error.code, error.found, error.fix) from None


_DECADE_OF_LIFE = compile_later(r"\b[1-9]0s\b")


def _age(value: Any) -> Amount:
    """A number of years, or words for it, which may be "in his 40s"."""
    text = _text(value)
    return (
        Amount(text=text, low=None, high=None) if _DECADE_OF_LIFE.search(text) else _amount(value)
    )


def _unit(value: Any) -> str:
    text = _text(value)
    if fix := explain_unit(text):
        raise refuse(Rule.FIGURE_UNIT, f"“{text}” is more than a unit", fix)
    return text


def _faultless(fault_of: Callable[[str], str], fix: str) -> Callable[[Any], str]:
    """Reads an address in which there is no fault."""

    def read(value: Any) -> str:
        text = _text(value)
        if fault := fault_of(text):
            raise refuse(Rule.ADDRESS_FORM, f"found “{text}”: {fault}", fix)
        return text

    return read


_HOST = compile_later(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?", re.IGNORECASE)


def _address(value: Any) -> str:
    return web_addresses.encoded(_address_as_written(value))


def _address_as_written(value: Any) -> str:
    text = _text(value)
    fault = web_addresses.fault_of(text)
    if not fault:
        return text
    fix = "write an address that begins with https://"
    whole = "".join(sign if sign.isprintable() and sign != " " else quote(sign) for sign in text)
    if not web_addresses.fault_of(whole):
        fix = f"an address has no spaces; write {whole}"
    elif _HOST.fullmatch(text):
        fix = f"an address begins with https:// or http://; write https://{text} if it is there"
    raise refuse(Rule.ADDRESS_FORM, f"found “{text}”: {fault}", fix)


MAIL = compile_later(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")


def _contact(value: Any) -> str:
    """An address; that of an e-mail may be written as it is."""
    text = _text(value)
    return _address(f"mailto:{text}" if MAIL.fullmatch(text) else value)


def _page_or_address(value: Any) -> str:
    text = _text(value)
    return text if SLUG.fullmatch(text) else _contact(value)


_gaps = _fitting(
    web_addresses.has_known_gaps_alone, Rule.ADDRESS_FORM, web_addresses.EXPECTED_OF_REPORT
)


def _report_address(value: Any) -> str:
    text = _gaps(_address_as_written(value))
    return text if web_addresses.has_gaps(text) else web_addresses.encoded(text)


def _focus(value: Any) -> Focus:
    text = _text(" ".join(value) if _is_texts(value) else value)
    numbers = re.findall(r"[^\s,%]+", text)
    try:
        across, down = map(float, numbers)
    except ValueError:
        across = down = -1
    if 0 <= across <= 100 and 0 <= down <= 100:
        return Focus(across, down)
    fix = "write two numbers from 0 to 100: how far from the left and from the top, as 50 30"
    raise refuse(Rule.FIELD_VALUE, f"found “{text}”", fix)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _yes_no(value: Any) -> bool:
    text = _text(value)
    if text in ("true", "false"):
        return text == "true"
    raise refuse(Rule.FIELD_TYPE, f"found “{text}”", "write true or false")


def _degrees(limit: int) -> Callable[[Any], Decimal]:
    def read(value: Any) -> Decimal:
        text = _text(value)
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and -limit <= number <= limit:
            return number
        fix = f"write degrees from -{limit} to {limit}, such as 33.31"
        if number.is_nan():
            fix = "write degrees with a decimal point, such as 33.31 for 33° 18′ 36″"
        raise refuse(Rule.FIELD_TYPE, f"found “{text}”", fix)

    return read


def _colour_on(grounds: Mapping[str, float]) -> Callable[[Any], str]:
    """Reads a colour that stands out on each of the grounds."""

    def read(value: Any) -> str:
        text = _text(value)
        if not HEX.fullmatch(text):
            raise refuse(Rule.FIELD_VALUE, f"found “{text}”", _COLOUR_FIX)
        colour = whole_hex(text)
        if not stands_out(colour, grounds):
            found = f"{text} does not stand out: {missing_contrast(colour, grounds)}"
            fix = f'write "{nearest(colour, grounds)}", the nearest colour that does'
            raise refuse(Rule.LOOK_CONTRAST, found, fix)
        return colour

    return read


def is_time_zone(text: str) -> bool:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _records(field: str) -> BeforeValidator:
    """Lets an editor write a record as a single value: that of the field."""

    def read(value: Any) -> Any:
        return [{field: item} if isinstance(item, str) else item for item in _listed(value)]

    return BeforeValidator(read)


def _degrees_schema(limit: int) -> Json:
    return {"maximum": limit, "minimum": -limit, "type": "number"}


_PUBLISH_FIX = (
    "write a day and a time of the site’s time zone, as 2026-12-01 06:00, or the day alone"
)
_ONE_DAY = "write one day, such as 2024-09-11"
_PLAIN: Json = {"type": ["string", "number"]}

_ID_FIX = "write lower-case letters, digits and hyphens, beginning with a letter"
_SLUG_FIX = "write lower-case letters, digits and hyphens"
_ELSEWHERE_FIX = "write the folder of the other briefing, a stroke and the id there: bridge/length"
_STORED_FIX = (
    "put the text into the briefing’s folder `sources` and write `sources/` and its file name"
)
_PICTURE_FIX = (
    "put the picture into the briefing’s folder `images` and write `images/` and its file name"
)
_LOGO_FIX = "put the file into the folder `look` of the content and write `look/` and its file name"
_FONT_FIX = "put a .woff2 into the folder `look` of the content and write `look/` and its file name"
_WEIGHT_FIX = "write a weight as 400, or the lightest and the heaviest as 400 700"
_COLOUR_FIX = "write a colour as #0b4f9c"
_TAG_FIX = (
    "write a domain or an e-mail address of yours in lower case, a comma, and a year in"
    " which it was yours, as courier.example,2024; or a UUID, as `dateline init` does"
)
_LANGUAGE_FIX = "write a language by its BCP 47 tag, such as en or fa"
_ZONE_FIX = "write a time zone by its IANA name, such as Europe/London"

_read_id = _fitting(ID.fullmatch, Rule.ID_FORM, _ID_FIX)
_read_slug = _fitting(SLUG.fullmatch, Rule.FILE_NAME, _SLUG_FIX)
_read_elsewhere = _fitting(FACT_ELSEWHERE.fullmatch, Rule.FIELD_VALUE, _ELSEWHERE_FIX)
_read_stored = _fitting(STORED_TEXT.fullmatch, Rule.FIELD_VALUE, _STORED_FIX)
_read_picture = _fitting(PICTURE_FILE.fullmatch, Rule.FIELD_VALUE, _PICTURE_FIX)
_read_logo = _fitting(LOGO_FILE.fullmatch, Rule.FIELD_VALUE, _LOGO_FIX)
_read_font = _fitting(FONT_FILE.fullmatch, Rule.FIELD_VALUE, _FONT_FIX)
_read_weight = _fitting(FONT_WEIGHT.fullmatch, Rule.FIELD_VALUE, _WEIGHT_FIX)
_read_tag = _fitting(TAG.fullmatch, Rule.FIELD_VALUE, _TAG_FIX)
_read_language = _fitting(LANGUAGE.fullmatch, Rule.FIELD_VALUE, _LANGUAGE_FIX)
_read_site = _faultless(web_addresses.fault_of_site, web_addresses.EXPECTED_OF_SITE)
_read_editor = _faultless(editor_addresses.fault_of_editor, editor_addresses.EXPECTED_OF_EDITOR)
_read_zone = _fitting(is_time_zone, Rule.FIELD_VALUE, _ZONE_FIX)

Text = Annotated[str, Reads(_text, _PLAIN, "text")]
# What readers see, and what they see that may go beyond the article, as a remark on a mistake does.
Prose = Annotated[Text, SeenByReaders(firm=True)]
Remark = Annotated[Text, SeenByReaders(firm=False)]
# What a body or a place is.
Placing = Annotated[Text, SeenByReaders(firm=True, places=True)]
Id = Annotated[str, Reads(_read_id, pattern_schema(ID), "an id")]
EventId = Annotated[Id, RefersTo((Kind.EVENT,))]
FigureId = Annotated[Id, RefersTo((Kind.FIGURE,))]
GroupId = Annotated[Id, RefersTo((Kind.GROUP,))]
OrganisationId = Annotated[Id, RefersTo((Kind.ORGANISATION,))]
PersonId = Annotated[Id, RefersTo((Kind.PERSON,))]
PlaceId = Annotated[Id, RefersTo((Kind.PLACE,))]
SourceId = Annotated[Id, RefersTo((Kind.SOURCE,))]
# Who says or does something; a side of a dispute; what an organisation is part of.
ActorId = Annotated[Id, RefersTo(ACTORS)]
SideId = Annotated[Id, RefersTo((*ACTORS, Kind.PLACE))]
BodyId = Annotated[Id, RefersTo((Kind.ORGANISATION, Kind.PLACE))]
FactId = Annotated[Id, RefersTo(FACT_KINDS)]
FactElsewhere = Annotated[str, Reads(_read_elsewhere, STRING, "`bridge/length`")]
StoredText = Annotated[str, Reads(_read_stored, STRING, "`sources/statement.txt`")]
PictureFile = Annotated[str, Reads(_read_picture, STRING, "`images/bridge.jpg`")]
LogoFile = Annotated[str, Reads(_read_logo, pattern_schema(LOGO_FILE), "`look/logo.svg`")]
FontFile = Annotated[str, Reads(_read_font, pattern_schema(FONT_FILE), "`look/ours.woff2`")]
FontWeight = Annotated[
    str, Reads(_read_weight, pattern_schema(FONT_WEIGHT), "a weight, or two, as `400 700`")
]
AccentColour = Annotated[str, Reads(_colour_on(ACCENT_ON), pattern_schema(HEX), '`"#0b4f9c"`')]
MarkerColour = Annotated[str, Reads(_colour_on(MARKER_ON), pattern_schema(HEX), '`"#ffe54a"`')]
FocusPoint = Annotated[Focus, Reads(_focus, STRING, "two percentages, as `50 30`")]
Slug = Annotated[str, Reads(_read_slug, pattern_schema(SLUG), "a folder's name")]
Tag = Annotated[str, Reads(_read_tag, pattern_schema(TAG), "`courier.example,2024`")]
Language = Annotated[str, Reads(_read_language, STRING, "a BCP 47 tag, such as `en` or `fa`")]
EdtfDate = Annotated[Date, Reads(_date, {"type": ["string", "integer", "array"]}, "*date*")]
Day = Annotated[date, Reads(_day, {"format": "date", "type": "string"}, "*day*")]
PublishTime = Annotated[
    datetime, Reads(_publish, pattern_schema(PUBLISH), "`2026-12-01 06:00`, or a *day*")
]
Value = Annotated[Amount, Reads(_amount, _PLAIN, "a value")]
Age = Annotated[Amount, Reads(_age, _PLAIN, "years, or words")]
UnitText = Annotated[str, Reads(_unit, _PLAIN, "text")]
Address = Annotated[str, Reads(_address, URI, "an address")]
ContactAddress = Annotated[str, Reads(_contact, STRING, "`https://…` or an e-mail address")]
PageOrAddress = Annotated[
    str, Reads(_page_or_address, STRING, "the name of a page, `https://…` or an e-mail address")
]
SiteAddress = Annotated[str, Reads(_read_site, URI, "`https://…`")]
EditorAddress = Annotated[str, Reads(_read_editor, STRING, "an address")]
ReportAddress = Annotated[str, Reads(_report_address, STRING, "`https://…` or `mailto:…`")]
YesNo = Annotated[bool, Reads(_yes_no, {"type": "boolean"}, "`true` or `false`")]
Latitude = Annotated[Decimal, Reads(_degrees(90), _degrees_schema(90), "degrees")]
Longitude = Annotated[Decimal, Reads(_degrees(180), _degrees_schema(180), "degrees")]
TimeZone = Annotated[str, Reads(_read_zone, STRING, "an IANA name, as `Europe/London`")]
# An editor may write a single value without a list around it.
OneOrMore = BeforeValidator(_listed)


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


# A record may be written as its name alone.
NameAlone = BeforeValidator(_named)
PassageList = _records("words")
SourceList = _records("id")
RoleList = _records("role")
