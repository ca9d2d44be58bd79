"""A fact to paste into a sheet, made from a finding of the article; the editor fills in the blanks."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.checking.coverage import FACT_KINDS_FOR, Finding, FindingKind
from dateline.checking.evidence import ArticleText
from dateline.checking.fact_words import sentences_around
from dateline.facts.phrasing import join_words
from dateline.facts.records import FigureKind, Passage

# The blank fields before and after those that the finding gives.
_BLANKS: Final[Mapping[FindingKind, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "date": (("id", "title"), ()),
    "quantity": (("id", "label"), ("kind",)),
    "quotation": (("id",), ("speaker",)),
    "name": (("id",), ("role", "why")),
}
_REMARKS: Final = {"kind": f"one of: {', '.join(kind.value for kind in FigureKind)}"}


def write_stub(finding: Finding, article: ArticleText) -> str:
    """The fact that a finding would be, as YAML, with its other readings in a comment."""
    remarks = dict(_REMARKS)
    if len(finding.readings) > 1:
        remarks[finding.kind] = f"or {', or '.join(finding.readings[1:])}"
    lines = [
        f"{name}: {text}".rstrip() + (f" # {remarks[name]}" if name in remarks else "")
        for name, text in _fields(finding, article)
    ]
    return f"  # {_sheet(finding.kind)}\n  - " + "\n    ".join(lines) + "\n"


def _sheet(finding_kind: FindingKind) -> str:
    kind, *others = FACT_KINDS_FOR[finding_kind]
    first = f"{kind.sheet}, under {kind.plural}:"
    if not others:
        return first
    sheets = join_words(other.sheet for other in others)
    return f"{first} ({sheets}: what, for role and why)"


def _fields(finding: Finding, article: ArticleText) -> Iterator[tuple[str, str]]:
    before, after = _BLANKS[finding.kind]
    yield from ((name, "") for name in before)
    yield from ((name, write_scalar(text)) for name, text in finding.fields)
    yield from ((name, "") for name in after)
    passage = choose_passage(finding, article)
    if finding.kind != "quotation" or passage.before or passage.after:
        yield "evidence", _write_passage(passage)


# The longest passage to copy, in characters, and how many words beside a shorter one locate it.
LONGEST: Final = 600
BESIDE: Final = 12


def choose_passage(finding: Finding, article: ArticleText) -> Passage:
    """Words of the article that include the finding and occur only once.

    A name or a quotation is enough by itself. A date or a number is taken with its sentence, so
    that nothing which belongs to it is cut off, or with the words beside it if that is too long.
    """
    text, first, last = (
        article.blocks[finding.span.block][0].text,
        finding.span.start,
        finding.span.end,
    )
    start, end = sentences_around(text, finding.span)
    alone = Passage(words=_on_one_line(text[first:last]))
    fitting = [alone] if finding.kind in ("quotation", "name") else []
    if finding.kind != "quotation" and end - start <= LONGEST:
        fitting.append(Passage(words=_on_one_line(text[start:end])))
    for passage in fitting:
        if len(article.find(passage)) == 1:
            return passage
    before = text[max(start, first - LONGEST) : first].split()[-BESIDE:]
    after = text[last : min(end, last + LONGEST)].split()[:BESIDE]
    return Passage(
        words=alone.words, before=" ".join(before) or None, after=" ".join(after) or None
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _write_passage(passage: Passage) -> str:
    parts = {"words": passage.words, "before": passage.before, "after": passage.after}
    written = {name: text for name, text in parts.items() if text}
    if len(written) == 1:
        return _quote(passage.words)
    return "{" + ", ".join(f"{name}: {_quote(text)}" for name, text in written.items()) + "}"


# What YAML (1.2, section 7.3.3) reads as plain text in any context, except `null`, which is not text.
_PLAIN: Final = re.compile(r"(?!(?i:null)$)[0-9A-Za-z.](?:[0-9A-Za-z.,/~ -]*[0-9A-Za-z.~])?")


def write_scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quote(text)


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
