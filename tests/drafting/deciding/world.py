"""A briefing on a desk, in memory, from a few lines of text."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.objections import after_step
from dateline.drafting.proposing.draft import parse_draft
from dateline.drafting.sheets.step_journal import Step
from dateline.reading.content import Folder
from tests.small_site import article

BODY = (
    "The line opened on 8 May 2024. It is 32 kilometres long, and cost 4 million euros."
    " “It is late,” said Ann Lee, the mayor of Ostrow.\n\nLee was there on 9 May 2024."
)
TIMELINE = """\
events:
  # “The line opened on 8 May 2024.”
  - id: opening
    decide: [title]
    title: Line opens
    date: 2024-05-08
    who: ann-lee
    evidence: The line opened on 8 May 2024.
"""
FIGURES = """\
figures:
  - id: length
    decide: [label, kind]
    label:
    value: 32
    unit: km
    kind:
    evidence: 'It is 32 kilometres long, and cost 4 million euros.'
  - id: cost
    decide: [label, kind]
    label: Cost
    value: 4 million
    unit: EUR
    kind: official claim
    evidence: It is 32 kilometres long, and cost 4 million euros.
"""
PEOPLE = """\
people:
  # “It is late,” said Ann Lee, the mayor of Ostrow.
  - id: ann-lee
    decide: [role, why]
    name: Ann Lee
    aliases: Lee
    role: mayor of Ostrow
    why:
    evidence: Ann Lee
"""


def desk(*front: str, body: str = BODY, **sheets: str) -> Desk:
    texts = {f"{name}.yaml": dedent(text) for name, text in sheets.items()}
    files = {"article.md": article(body, *front), **texts}
    folder = Folder(
        slug="b",
        shown_as="content/b",
        files={name: text.encode() for name, text in files.items()},
    )
    return Desk(parse_draft(folder, today=date(2024, 9, 12), language="en"))


def full_desk(*front: str) -> Desk:
    return desk(*front, timeline=TIMELINE, figures=FIGURES, people=PEOPLE)


def item(on: Desk, record_id: str) -> Item:
    return next(item for item in on.items if item.id == record_id)


def after(on: Desk, step: Step) -> Desk:
    draft = on.draft
    folder = after_step(on, step)
    return Desk(parse_draft(folder, today=draft.today, language=draft.language))


def text(on: Desk, name: str) -> str:
    return on.draft.folder.files[name].decode()
