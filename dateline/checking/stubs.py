"""A fact to paste into a sheet, begun from words of the article; what is left blank is the editor's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.checking.coverage import FACT_KINDS_FOR, Claim, ClaimKind
from dateline.checking.evidence import ArticleText
from dateline.facts.records import FigureKind, Passage
from dateline.facts.wording import sentences

Fields = Iterator[tuple[str, str]]

# The fields that the editor fills in before and after the others.
_BEFORE: Final[Mapping[ClaimKind, tuple[str, ...]]] = {
    "date": ("id", "title"),
    "quantity": ("id", "label"),
    "quotation": ("id",),
    "name": ("id",),
}
_AFTER: Final[Mapping[ClaimKind, tuple[str, ...]]] = {
    "date": (),
    "quantity": ("kind",),
    "quotation": ("speaker",),
    "name": ("role", "why"),
}
_REMARKS: Final = {"kind": f"one of: {', '.join(kind.value for kind in FigureKind)}"}


def write_stub(item: Claim, article: ArticleText) -> str:
    """The fact that an item would be, as YAML, with the item's other readings beside its first."""
    remarks = dict(_REMARKS)
    if len(item.readings) > 1:
        remarks[item.kind] = f"or {', or '.join(item.readings[1:])}"
    lines = [
        f"{name}: {text}".rstrip() + (f" # {remarks[name]}" if name in remarks else "")
        for name, text in _fields(item, article)
    ]
    return f"  # {_sheet(item.kind)}\n  - " + "\n    ".join(lines) + "\n"


def _sheet(item: ClaimKind) -> str:
    """Where the fact goes, as a remark above it."""
    kind, *others = FACT_KINDS_FOR[item]
    here = f"{kind.sheet}, under {kind.plural}:"
    if not others:
        return here
    return f"{here} ({' and '.join(one.sheet for one in others)}: what, for role and why)"


def _fields(item: Claim, article: ArticleText) -> Fields:
    yield from ((name, "") for name in _BEFORE[item.kind])
    yield from ((name, write_scalar(text)) for name, text in item.fields)
    yield from ((name, "") for name in _AFTER[item.kind])
    passage = choose_passage(item, article)
    if item.kind != "quotation" or passage.before or passage.after:
        yield "evidence", _write_passage(passage)


# As long as words are copied, and as many words beside them tell them from the same elsewhere.
LONGEST: Final = 600
BESIDE: Final = 12


def choose_passage(item: Claim, article: ArticleText) -> Passage:
    """Words of the article that hold the item and stand there once.

    A name or a quotation is enough by itself; a date or a number is taken with its sentence, so
    that nothing which belongs to it is cut off. Of a sentence longer than any, the words beside it.
    """
    block, _ = article.blocks[item.span.block]
    text, first, last = block.text, item.span.start, item.span.end
    around = [(start, end) for start, end in sentences(text) if start < last and first < end]
    start, end = min(first, around[0][0]), max(last, around[-1][1])
    alone = Passage(words=_evened(text[first:last]))
    fitting = [alone] if item.kind in ("quotation", "name") else []
    if item.kind != "quotation" and end - start <= LONGEST:
        fitting.append(Passage(words=_evened(text[start:end])))
    for passage in fitting:
        if len(article.find(passage)) == 1:
            return passage
    before = text[max(start, first - LONGEST) : first].split()[-BESIDE:]
    after = text[last : min(end, last + LONGEST)].split()[:BESIDE]
    return Passage(
        words=alone.words, before=" ".join(before) or None, after=" ".join(after) or None
    )


def _evened(text: str) -> str:
    return " ".join(text.split())


def _write_passage(passage: Passage) -> str:
    parts = {"words": passage.words, "before": passage.before, "after": passage.after}
    told = {name: text for name, text in parts.items() if text}
    if len(told) == 1:
        return _quote(passage.words)
    return "{" + ", ".join(f"{name}: {_quote(text)}" for name, text in told.items()) + "}"


# What YAML (1.2, section 7.3.3) takes for plain text wherever it stands, and nothing else: not
# `null`, which is an empty value.
_PLAIN: Final = re.compile(r"(?!(?i:null)$)[0-9A-Za-z.](?:[0-9A-Za-z.,/~ -]*[0-9A-Za-z.~])?")


def write_scalar(text: str) -> str:
    """A value as YAML: in quotation marks unless it can do without."""
    return text if _PLAIN.fullmatch(text) else _quote(text)


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
