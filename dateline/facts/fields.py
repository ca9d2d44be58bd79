"""The types of single fields: how text that an editor wrote becomes a value, and what is refused.

Everything arrives as text (or None where the field is empty); YAML's own guesses are never asked.
Each type raises `PydanticCustomError` whose type is a rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from dateline.facts import editor_address, report_address
from dateline.facts.dates import Date, DateError, parse_date
from dateline.facts.described import RefersTo, Written
from dateline.facts.editor_address import is_editor_address
from dateline.facts.kinds import ACTORS, FACT_KINDS, Kind
from dateline.facts.quantities import Amount, QuantityError, parse_amount
from dateline.facts.report_address import has_known_gaps_alone
from dateline.facts.site_address import EXPECTED, is_site_address
from dateline.problems import Rule

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# RFC 4151, section 2.1: an authority, with a dot in its domain, and a day, month or year.
TAG = re.compile(
    r"([a-z0-9._-]+@)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+"
    r",[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
)


def refuse(rule: Rule, found: str, fix: str) -> PydanticCustomError:
    """An error that the reader turns into a problem: rule, what was found, what to write."""
    context = {"found": found, "fix": fix}
    return PydanticCustomError(rule, "{found}; {fix}", context)


def _text(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise refuse(Rule.FIELD_TYPE, f"found {describe(value)}", "write text")


def describe(value: Any) -> str:
    """What an editor wrote, in a word or two, for a message."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    return "fields of its own" if isinstance(value, dict) else f"“{value}”"


def _matching(pattern: re.Pattern[str], rule: Rule, fix: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value)
        if pattern.fullmatch(text):
            return text
        raise refuse(rule, f"found “{text}”", fix)

    return read


def _date(value: Any) -> Date:
    # YAML takes the brackets of `[2024-09-10,2024-09-11]` for a list of its own.
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = f"[{','.join(value)}]"
    text = _text(value)
    try:
        return parse_date(text)
    except DateError as error:
        raise refuse(error.code, error.found, error.fix) from None


def _day(value: Any) -> date:
    read = _date(value)
    if (
        read.kind == "point"
        and read.start
        and read.start.day
        and not (read.approximate or read.uncertain)
    ):
        return date(read.start.year, read.start.month or 1, read.start.day)
    raise refuse(Rule.DATE_MALFORMED, f"found “{read.text}”", "write one day, as 2024-09-11")


def _amount(value: Any) -> Amount:
    text = _text(value)
    try:
        return parse_amount(text)
    except QuantityError as error:
        raise refuse(error.code, error.found, error.fix) from None


def _address(value: Any) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if " " not in text and (parts.scheme in ("http", "https") and parts.netloc):
        return text
    if " " not in text and parts.scheme == "mailto" and "@" in parts.path:
        return text
    raise refuse(Rule.ADDRESS_FORM, f"found “{text}”", "write an address that begins with https://")


def _site_address(value: Any) -> str:
    text = _text(value)
    if is_site_address(text):
        return text
    raise refuse(Rule.ADDRESS_FORM, f"found “{text}”", EXPECTED)


def _editor_address(value: Any) -> str:
    text = _text(value)
    if is_editor_address(text):
        return text
    raise refuse(Rule.ADDRESS_FORM, f"found “{text}”", editor_address.EXPECTED)


def _report_address(value: Any) -> str:
    text = _address(value)
    if has_known_gaps_alone(text):
        return text
    raise refuse(Rule.ADDRESS_FORM, f"found “{text}”", report_address.EXPECTED)


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
        if number.is_finite() and abs(number) <= limit:
            return number
        raise refuse(
            Rule.FIELD_TYPE, f"found “{text}”", f"write degrees from -{limit} to {limit}, as 33.31"
        )

    return read


def _degrees_schema(limit: int) -> WithJsonSchema:
    return WithJsonSchema({"maximum": limit, "minimum": -limit, "type": "number"})


def _time_zone(value: Any) -> str:
    text = _text(value)
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise refuse(
            Rule.FIELD_VALUE,
            f"found “{text}”",
            "write a time zone by its IANA name, as Europe/London",
        ) from None
    return text


def _passages(value: Any) -> Any:
    listed = value if isinstance(value, list) else [value]
    return [{"words": one} if isinstance(one, str) else one for one in listed]


def _source_refs(value: Any) -> Any:
    listed = value if isinstance(value, list) else [value]
    return [{"id": one} if isinstance(one, str) else one for one in listed]


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


_PLAIN = {"type": ["string", "number"]}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": ["string", "number"]})]
Id = Annotated[
    str,
    PlainValidator(
        _matching(
            ID,
            Rule.ID_FORM,
            "write lower-case letters, digits and hyphens, beginning with a letter",
        )
    ),
    WithJsonSchema({"pattern": f"^{ID.pattern}$", "type": "string"}),
    Written("an id"),
]
EventId = Annotated[Id, RefersTo((Kind.EVENT,))]
FigureId = Annotated[Id, RefersTo((Kind.FIGURE,))]
GroupId = Annotated[Id, RefersTo((Kind.GROUP,))]
OrganisationId = Annotated[Id, RefersTo((Kind.ORGANISATION,))]
PersonId = Annotated[Id, RefersTo((Kind.PERSON,))]
PlaceId = Annotated[Id, RefersTo((Kind.PLACE,))]
SourceId = Annotated[Id, RefersTo((Kind.SOURCE,))]
# Who can say or do something, and whom a side of a dispute or a body may be named after.
ActorId = Annotated[Id, RefersTo(ACTORS)]
SideId = Annotated[Id, RefersTo((*ACTORS, Kind.PLACE))]
BodyId = Annotated[Id, RefersTo((Kind.ORGANISATION, Kind.PLACE))]
FactId = Annotated[Id, RefersTo(FACT_KINDS)]
Slug = Annotated[
    str,
    PlainValidator(_matching(SLUG, Rule.FILE_NAME, "write lower-case letters, digits and hyphens")),
    WithJsonSchema({"pattern": f"^{SLUG.pattern}$", "type": "string"}),
    Written("a folder's name"),
]
Tag = Annotated[
    str,
    PlainValidator(
        _matching(
            TAG,
            Rule.FIELD_VALUE,
            "write a domain or an e-mail address of yours in lower case, a comma, and a year in"
            " which it was yours, as courier.example,2024",
        )
    ),
    WithJsonSchema({"pattern": f"^{TAG.pattern}$", "type": "string"}),
    Written("`courier.example,2024`"),
]
Language = Annotated[
    str,
    PlainValidator(
        _matching(
            re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"),
            Rule.FIELD_VALUE,
            "write a language by its BCP 47 tag, as en or fa",
        )
    ),
    WithJsonSchema({"type": "string"}),
    Written("a BCP 47 tag, as `en` or `fa`"),
]
EdtfDate = Annotated[
    Date,
    PlainValidator(_date),
    WithJsonSchema({"type": ["string", "integer", "array"]}),
    Written("*date*"),
]
Day = Annotated[
    date,
    PlainValidator(_day),
    WithJsonSchema({"format": "date", "type": "string"}),
    Written("*day*"),
]
Value = Annotated[Amount, PlainValidator(_amount), WithJsonSchema(_PLAIN), Written("a value")]
Address = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"format": "uri", "type": "string"}),
    Written("an address"),
]
SiteAddress = Annotated[
    str,
    PlainValidator(_site_address),
    WithJsonSchema({"format": "uri", "type": "string"}),
    Written("`https://…`"),
]
EditorAddress = Annotated[
    str,
    PlainValidator(_editor_address),
    WithJsonSchema({"type": "string"}),
    Written("an address"),
]
ReportAddress = Annotated[
    str,
    PlainValidator(_report_address),
    WithJsonSchema({"type": "string"}),
    Written("`https://…` or `mailto:…`"),
]
YesNo = Annotated[
    bool, PlainValidator(_yes_no), WithJsonSchema({"type": "boolean"}), Written("`true` or `false`")
]
Latitude = Annotated[Decimal, PlainValidator(_degrees(90)), _degrees_schema(90), Written("degrees")]
Longitude = Annotated[
    Decimal, PlainValidator(_degrees(180)), _degrees_schema(180), Written("degrees")
]
TimeZone = Annotated[
    str,
    PlainValidator(_time_zone),
    WithJsonSchema({"type": "string"}),
    Written("an IANA name, as `Europe/London`"),
]
# One or several: an editor writes a single value where there is only one.
OneOrMore = BeforeValidator(_listed)
PassageList = BeforeValidator(_passages)
SourceList = BeforeValidator(_source_refs)
