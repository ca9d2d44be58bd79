"""Decisions on the page of coverage: what `decide` does in the terminal, for a browser.

Each function takes what the page sent and returns what it is sent back; all are asked for with the
guard of `writes.py`, also those that only read, since what is undecided is for the editor alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from dateline.drafting.deciding.decisions import make_other_kind, put_aside, take, words_aside
from dateline.drafting.deciding.idle_waivers import without_idle
from dateline.drafting.deciding.item_fields import described_fields, parts_of
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.longer_names import with_longer_evidence
from dateline.drafting.deciding.objections import (
    in_words,
    missing_fields,
    objections,
    waiver_for,
    with_waivers,
)
from dateline.drafting.deciding.other_kind import other_kinds
from dateline.drafting.deciding.own_ids import with_own_id
from dateline.drafting.deciding.together import acceptable, is_filled, take_together
from dateline.drafting.deciding.typed import choices_for
from dateline.drafting.proposing.draft import BriefingDraft, DraftRefused, read_draft
from dateline.drafting.sheets.edits import EditRefused
from dateline.drafting.sheets.step_journal import Step, last_done
from dateline.drafting.sheets.storing import (
    SheetFolder,
    StepRefused,
    finish_cut_off,
    undo_last,
    write_step,
)
from dateline.facts.kinds import SLUG, Kind
from dateline.frozen import dataclass
from dateline.preview.page_fields import (
    PageJson,
    UnknownFieldError,
    list_name,
    more_fields,
    read_field,
    shown_fields,
    typed_fields,
)
from dateline.preview.writes import NotWritten, Writer
from dateline.problems import is_refused, to_text

_MOST_REASONS: Final = 9
# Of the name of a folder.
_LONGEST: Final = 255
_CHANGED: Final = "This was decided or changed meanwhile, so nothing was written."


def plan_writers(content: Path, now: Callable[[], datetime]) -> Mapping[str, Writer]:
    """What a page may ask for, by the last part of the address."""
    page = PageDecisions(content=content, now=now)
    return {
        "items": page.items,
        "read": page.read,
        "take": page.take,
        "together": page.together,
        "aside": page.aside,
        "other": page.other,
        "undo": page.undo,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDecisions:
    """The decisions of any briefing of the content; every answer is made from the disk as it is.

    `last` has what was worked out for the last answer, as long as the disk is the same.
    """

    content: Path
    now: Callable[[], datetime]
    last: dict[str, Desk] = field(default_factory=dict)

    def items(self, asked: PageJson) -> PageJson:
        """What is undecided in a briefing, and after that what no sheet has, with what can be undone."""
        place = self._place(asked)
        try:
            finish_cut_off(place)
        except StepRefused as error:
            raise NotWritten(f"{error}.") from None
        desk = self._desk(asked)
        last = last_done(place.journal)
        reasons = dict.fromkeys(waiver.why for waiver in reversed(desk.draft.briefing.waived))
        return {
            "items": [_item_json(desk, item) for item in desk.items],
            "lists": _lists(desk),
            "more": {_kind_word(kind): more_fields(kind) for kind in _kinds(desk.items)},
            "decided": desk.decided,
            "open": sum(is_refused([each], strict=True) for each in desk.checked.problems),
            "undo": last.step.label if last else None,
            "reasons": list(reasons)[:_MOST_REASONS],
        }

    def read(self, asked: PageJson) -> PageJson:
        """How what is typed into a field is read; nothing is written."""
        kinds = {_kind_word(kind): kind for kind in (None, *Kind) if kind is not Kind.GROUP}
        word, name, text = (asked.get(key) for key in ("kind", "name", "text"))
        if not (isinstance(name, str) and isinstance(text, str) and word in kinds):
            raise NotWritten("There is no such field.")
        return read_field(kinds[word], name, text)

    def take(self, asked: PageJson) -> PageJson:
        """Make a fact of an item; where the checks refuse it, only if the page asks for that too."""
        desk = self._desk(asked)
        item = _find(desk, asked)
        typed = asked.get("fields")
        try:
            fields, wrong = typed_fields(desk, item, typed if isinstance(typed, dict) else {})
        except UnknownFieldError as error:
            raise NotWritten(f"There is no field “{error}” here.") from None
        wrong = dict.fromkeys(missing_fields(item, fields), "Fill this in.") | wrong
        if wrong:
            return {"wrong": wrong}
        fields = dict(with_own_id(desk, item, with_longer_evidence(desk, item, fields)))
        try:
            step = take(desk, item, fields)
        except EditRefused as error:
            raise NotWritten(f"{error}.") from None
        found = objections(desk, item, step, str(fields.get("id") or item.id))
        can_waive = all(waiver_for(problem, "") for problem in found)
        if found and can_waive and (why := _words(asked.get("waive"))):
            step = take(desk, item, {**fields, "waive": with_waivers(fields, found, why)})
        elif found and asked.get("anyway") is not True:
            return {"refused": in_words(found), "can_waive": can_waive}
        return self._write(asked, step, desk)

    def together(self, asked: PageJson) -> PageJson:
        """Make facts of several items, as they are; those that the checks refuse are left."""
        desk = self._desk(asked)
        chosen = asked.get("chosen")
        items = [_find(desk, each) for each in chosen] if isinstance(chosen, list) else []
        accepted = acceptable(desk, items)
        if not accepted:
            raise NotWritten("None of these can be taken as it is: look at them one by one.")
        done = self._write(asked, take_together(desk, accepted), desk)
        return {**done, "taken": [item.key for item in accepted]}

    def aside(self, asked: PageJson) -> PageJson:
        """Put an item aside, with a reason."""
        desk = self._desk(asked)
        item = _find(desk, asked)
        words = _words(asked.get("why"))
        if item.kind is None:
            raise NotWritten("The front matter cannot be put aside.")
        if words_aside(desk, item) and not words:
            raise NotWritten("Write why it is not made a fact.")
        try:
            return self._write(asked, put_aside(desk, item, words or "-"), desk)
        except EditRefused as error:
            raise NotWritten(f"{error}.") from None

    def other(self, asked: PageJson) -> PageJson:
        """Make an item something else, by the words of it; it stays undecided."""
        desk = self._desk(asked)
        item = _find(desk, asked)
        other = next((each for each in other_kinds(item) if each.words == asked.get("as")), None)
        if other is None:
            raise NotWritten("It cannot be that.")
        try:
            return self._write(asked, make_other_kind(desk, item, other), desk)
        except EditRefused as error:
            raise NotWritten(f"{error}.") from None

    def undo(self, asked: PageJson) -> PageJson:
        """Undo the last decision, if it is still the one that the page names."""
        place = self._place(asked)
        last = last_done(place.journal)
        if last is None:
            raise NotWritten("There is nothing to undo.")
        if asked.get("label") != last.step.label:
            raise NotWritten(f"Meanwhile something else was decided: “{last.step.label}”.")
        try:
            undo_last(place)
        except StepRefused as error:
            raise NotWritten(f"{error}.") from None
        return {"done": f"undone: {last.step.label}"}

    def _write(self, asked: PageJson, step: Step, desk: Desk) -> PageJson:
        step = without_idle(desk, step)
        try:
            write_step(self._place(asked), step)
        except StepRefused as error:
            raise NotWritten(f"{error}.") from None
        return {"done": step.label}

    def _place(self, asked: PageJson) -> SheetFolder:
        slug = asked.get("briefing")
        if not (isinstance(slug, str) and len(slug) <= _LONGEST and SLUG.fullmatch(slug)):
            raise NotWritten("There is no such briefing.")
        return SheetFolder.of(self.content, slug)

    def _desk(self, asked: PageJson) -> Desk:
        place = self._place(asked)
        try:
            draft = read_draft(self.content, place.folder.name, self.now())
        except DraftRefused as error:
            found = to_text(error.problems[:3]).strip()
            raise NotWritten(f"{found}\n{error}." if found else f"{error}.") from None
        except OSError as error:
            raise NotWritten(f"{self.content} cannot be read: {error.strerror}.") from None
        known = self.last.get(draft.folder.slug)
        if known is None or _basis(known.draft) != _basis(draft):
            known = Desk(draft)
            self.last.clear()
            self.last[draft.folder.slug] = known
        return known


def _words(typed: object) -> str:
    return " ".join(typed.split()) if isinstance(typed, str) else ""


def _basis(draft: BriefingDraft) -> tuple[object, ...]:
    """All that a desk is made from."""
    return draft.folder, draft.today, draft.language


def _find(desk: Desk, asked: Any) -> Item:
    """The item that the page names, if it is still as the page shows it."""
    named = asked if isinstance(asked, Mapping) else {}
    key = named.get("sheet"), named.get("id")
    found = next((item for item in desk.undecided if item.key == key), None)
    found = found or next((item for item in desk.proposed if item.key == key), None)
    if found is None or _digest(found) != named.get("seen"):
        raise NotWritten(_CHANGED)
    return found


def _digest(item: Item) -> str:
    """Another one as soon as anything of the item is another."""
    parts = (item.key, item.proposed, item.asks, dict(item.fields))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _item_json(desk: Desk, item: Item) -> PageJson:
    return {
        "sheet": item.sheet,
        "id": item.id,
        "seen": _digest(item),
        "kind": _kind_word(item.kind),
        "called": item.called,
        "line": item.line,
        "block": item.block,
        "proposed": item.proposed,
        "others": [other.words for other in other_kinds(item)],
        "filled": item.kind is not None and is_filled(item),
        "sentence": _sentence(desk, item),
        "cell": desk.cell(item),
        "fields": shown_fields(item),
    }


def _kind_word(kind: Kind | None) -> str:
    return kind.value if kind else "front matter"


def _kinds(items: Sequence[Item]) -> Sequence[Kind | None]:
    return list(dict.fromkeys(item.kind for item in items))


def _lists(desk: Desk) -> PageJson:
    """What fields are chosen from, once for all items."""
    fields = [
        field
        for kind in _kinds(desk.items)
        for outer in described_fields(kind)
        for field in (outer, *parts_of(outer))
    ]
    lists = {name: field for field in fields if (name := list_name(field))}
    return {
        name: [{"value": each.value, "called": each.called} for each in choices_for(desk, field)]
        for name, field in lists.items()
    }


def _sentence(desk: Desk, item: Item) -> Sequence[PageJson]:
    """The sentence in pieces, those that the item is made of marked."""
    if item.block is None or item.sentence is None:
        return []
    text = desk.draft.briefing.article.blocks[item.block].text
    at, end = item.sentence
    pieces: list[PageJson] = []
    for mark in sorted(item.marks, key=lambda mark: mark.start):
        start, stop = max(mark.start, at), min(mark.end, end)
        if start < stop:
            pieces += [
                {"text": text[at:start], "mark": False},
                {"text": text[start:stop], "mark": True},
            ]
            at = stop
    return [*pieces, {"text": text[at:end], "mark": False}]
