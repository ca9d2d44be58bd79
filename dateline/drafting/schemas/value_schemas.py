"""What an editor may write as a single value, by the type of its field.

Programs for YAML take `2024` for a number, `true` for a truth and `~` for nothing, where the reader has
the text. So numbers and truths are taken wherever their text may be right; a schema has to take
`3.10` and `3.1` alike.
"""

from typing import Any, Final, get_args

from pydantic_core import PydanticCustomError

from dateline.drafting.schemas import value_patterns as patterns
from dateline.drafting.schemas.value_patterns import whole
from dateline.facts import fields
from dateline.facts.colours import HEX
from dateline.facts.described import Json, Reads
from dateline.facts.kinds import SLUG


def taken(*types: str) -> Json:
    """Takes what has one of these types; unlike `type`, it lets no editor propose a value for it."""
    return {"if": {"type": [*types]}, "else": False}


def by_type(type_: str, then: Json, other: Json) -> Json:
    """What holds for values of one type, and what for all others."""
    return {"if": {"type": type_}, "then": then, "else": other}


def refused(schema: Json, advice: str) -> Json:
    """The schema, with what programs show in place of a pattern that did not match."""
    inner = {
        name: [refused(part, advice) for part in value]
        if isinstance(value, list)
        else refused(value, advice)
        for name, value in schema.items()
        if name in ("anyOf", "allOf", "then", "else", "items", "contains") and value is not False
    }
    own = {"errorMessage": advice} if {"type", "pattern"} & {*schema} else {}
    return {**schema, **inner, **own}


def advice_of(mark: Reads) -> str:
    """What the reader says to write, for a value that is nothing it takes; else for an empty one."""
    for value in ("!!", ""):
        try:
            mark.read(value)
        except PydanticCustomError as error:
            return str((error.context or {})["fix"])
    raise AssertionError("the reader takes an empty value")


def mark_of(of: Any) -> Reads:
    return next(mark for mark in get_args(of) if isinstance(mark, Reads))


def _text(pattern: str, *also: Json, examples: tuple[object, ...] = ()) -> Json:
    """Text of a pattern; `also` is what may be written as another type."""
    text = {"type": "string", "pattern": whole(pattern)}
    shown = {"examples": [*examples]} if examples else {}
    return {**shown, "anyOf": [text, *also]} if also else {**shown, **text}


_NUMBER: Final = taken("number")
_TRUTH: Final = taken("boolean")
_NOT_NEGATIVE: Final[Json] = {"if": {"type": "number", "minimum": 0}, "else": False}


def _number(least: int, most: int, *, step: int = 0) -> Json:
    steps = {"multipleOf": step} if step else {}
    return {"if": {"type": "number", "minimum": least, "maximum": most, **steps}, "else": False}


_DATES_IN_A_LIST: Final[Json] = {
    "type": "array",
    "minItems": 1,
    "items": {"anyOf": [{"type": "string", "pattern": whole(patterns.DATES)}, taken("integer")]},
    "if": {"maxItems": 1},
    "then": {"items": {"type": "string", "pattern": whole(patterns.SEVERAL_DATES)}},
}
_DATE: Final[Json] = {
    "examples": ["2024-09-11", "2024-09", 2024, "2024-09-11/2024-09-13", "2024-09~", "2027-mid"],
    **by_type(
        "array",
        _DATES_IN_A_LIST,
        {
            "anyOf": [
                {"type": "string", "pattern": whole(patterns.DATE)},
                _number(-9999, 9999, step=1),
            ]
        },
    ),
}
_FOCUS_IN_A_LIST: Final[Json] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "anyOf": [
            {"type": "string", "pattern": f"^(?:{patterns.PART_OF_FOCUS})$"},
            _number(0, 100),
        ]
    },
    "allOf": [
        {
            "if": {"maxItems": 1},
            "then": {"items": {"type": "string", "pattern": whole(patterns.FOCUS)}},
        },
        {
            "if": {"minItems": 3},
            "then": {"contains": {"type": "string", "pattern": f"^{patterns.SEPARATORS}$"}},
        },
    ],
}
_FOCUS: Final[Json] = {
    "examples": ["50 30"],
    **by_type("array", _FOCUS_IN_A_LIST, {"type": "string", "pattern": whole(patterns.FOCUS)}),
}
_ADDRESS: Final = ("https://example.org/",)


def _degrees(limit: int) -> Json:
    return _text(patterns.degrees(limit), _number(-limit, limit))


_SCHEMAS: Final[dict[str, Json]] = {
    "Text": _text(r"[\s\S]*\S[\s\S]*", _NUMBER, _TRUTH),
    "Id": _text(fields.ID.pattern, _TRUTH),
    "FactElsewhere": _text(fields.FACT_ELSEWHERE.pattern, examples=("bridge/length",)),
    "StoredText": _text(fields.STORED_TEXT.pattern, examples=("sources/statement.txt",)),
    "PictureFile": _text(fields.PICTURE_FILE.pattern, examples=("images/bridge.jpg",)),
    "LogoFile": _text(fields.LOGO_FILE.pattern, examples=("look/logo.svg",)),
    "FontFile": _text(fields.FONT_FILE.pattern, examples=("look/ours.woff2",)),
    "FontWeight": _text(fields.FONT_WEIGHT.pattern, _number(100, 900, step=100)),
    "AccentColour": _text(HEX.pattern, examples=("#0b4f9c",)),
    "MarkerColour": _text(HEX.pattern, examples=("#ffe54a",)),
    "FocusPoint": _FOCUS,
    "Slug": _text(SLUG.pattern, _NOT_NEGATIVE, _TRUTH),
    "Tag": _text(fields.TAG.pattern, examples=("courier.example,2024",)),
    "Language": _text(fields.LANGUAGE.pattern, examples=("en", "fa")),
    "EdtfDate": _DATE,
    "Day": _text(patterns.DAY, examples=("2024-09-11",)),
    "PublishTime": _text(patterns.MOMENT, examples=("2026-12-01 06:00",)),
    "Value": _text(
        patterns.AMOUNT,
        _NUMBER,
        _TRUTH,
        examples=("2,500", "900 to 1,000", "5 billion", "3/8", "±3", "8-3"),
    ),
    "Age": _text(patterns.AGE, _NUMBER, _TRUTH, examples=(70, "in his 40s")),
    "UnitText": _text(
        patterns.UNIT,
        _NUMBER,
        _TRUTH,
        examples=("percent", "percentage points", "times", "USD", "km", "people", "EUR/day"),
    ),
    "Address": _text(patterns.ADDRESS, examples=_ADDRESS),
    "ContactAddress": _text(
        f"{patterns.MAIL}|{patterns.ADDRESS}", examples=("newsroom@example.org", *_ADDRESS)
    ),
    "PageOrAddress": _text(
        f"{SLUG.pattern}|{patterns.MAIL}|{patterns.ADDRESS}",
        _NOT_NEGATIVE,
        _TRUTH,
        examples=("contact", "newsroom@example.org", *_ADDRESS),
    ),
    "SiteAddress": _text(patterns.SITE, examples=("https://example.org/news/",)),
    "EditorAddress": _text(patterns.EDITOR, examples=("vscode://file/{path}:{line}:{column}",)),
    "ReportAddress": _text(
        patterns.REPORT, examples=("mailto:newsroom@example.org?subject={fact}",)
    ),
    "YesNo": {"anyOf": [{"type": "boolean"}, _text("true|false")]},
    "Latitude": _degrees(90),
    "Longitude": _degrees(180),
    "TimeZone": _text(patterns.TIME_ZONE, examples=("UTC", "Europe/London")),
}


# Each by its mark: its name, and the schema with what the reader says of a value that it refuses.
VALUE_SCHEMAS: Final[dict[Reads, tuple[str, Json]]] = {
    mark: (name, refused(_SCHEMAS[name], advice_of(mark)))
    for name, mark in ((name, mark_of(getattr(fields, name))) for name in _SCHEMAS)
}
