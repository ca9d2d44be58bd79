"""What must be true of several fields of a record at once, as JSON Schema."""

from typing import Final

from dateline.facts.described import Json
from dateline.facts.records import CoverageWaiver, Passage, Picture, Record
from dateline.facts.site_records import SiteLook


def _has(*names: str) -> Json:
    """Whether one of the fields has a value."""
    return {
        "anyOf": [
            {"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in names
        ]
    }


def _refuse(advice: str) -> Json:
    """Refuses the record itself, so that the advice is shown at its first line."""
    return {"type": "null", "errorMessage": advice}


_WORDS_OR_HEADS: Final = "write `words:`, or `row:` and `column:` for a cell"
_OF_A_PASSAGE: Final = (
    {
        "if": _has("words"),
        "then": {"if": _has("row", "column", "table"), "then": _refuse(_WORDS_OR_HEADS)},
        "else": {
            "if": {"allOf": [_has("row", "column"), {"not": _has("before", "after")}]},
            "else": _refuse(_WORDS_OR_HEADS),
        },
    },
)
_IS_TRUE: Final[Json] = {"anyOf": [{"const": True}, {"type": "string", "pattern": r"^\s*true\s*$"}]}
_OF_A_PICTURE: Final = (
    {
        "if": {"required": ["decorative"], "properties": {"decorative": _IS_TRUE}},
        "then": {"if": _has("alt"), "then": _refuse("remove `alt:` or `decorative:`")},
        "else": {
            "if": _has("alt"),
            "else": _refuse(
                "add `alt:`: what it shows; or `decorative: true`, if it only decorates"
            ),
        },
    },
)
_OF_A_LOOK: Final = (
    {
        "if": _has("logo_dark"),
        "then": {"if": _has("logo"), "else": _refuse("add `logo:`, which is for light pages")},
    },
)

RULES: Final[dict[type[Record], tuple[Json, ...]]] = {
    Passage: _OF_A_PASSAGE,
    CoverageWaiver: _OF_A_PASSAGE,
    Picture: _OF_A_PICTURE,
    SiteLook: _OF_A_LOOK,
}
