"""Another id is written wherever the record is referred to, and nowhere else."""

from __future__ import annotations

from dateline.drafting.sheets.edits import Sheet
from dateline.drafting.sheets.renaming import rename_id

SHEETS = {
    "people.yaml": "people:\n  - id: ann\n    name: ann # ann\n  - {id: ann-lee, organisation: ann}\n",
    "timeline.yaml": "events:\n  - id: e\n    who: [bo, 'ann'] # both\n    expected:\n      - said_by: ann\n",
    "figures.yaml": (
        "figures:\n  - id: f\n    derived: {how: ann + ann-lee * 2}\n    source: {id: ann, words: ann}\n"
        "    history: [{date: 2024, value: 3, by: ann}]\n"
    ),
    "quotations.yaml": "quotations:\n  - id: q\n    words: ann\n    speaker: bo\n",
    "article.md": "---\ntitle: ann\nbrief:\n  - what: ann\n    facts: [e, ann]\n---\n\nann\n",
}
AFTER = {
    "people.yaml": "people:\n  - id: bea\n    name: ann # ann\n  - {id: ann-lee, organisation: bea}\n",
    "timeline.yaml": "events:\n  - id: e\n    who: [bo, 'bea'] # both\n    expected:\n      - said_by: bea\n",
    "figures.yaml": (
        "figures:\n  - id: f\n    derived: {how: bea + ann-lee * 2}\n    source: {id: bea, words: ann}\n"
        "    history: [{date: 2024, value: 3, by: bea}]\n"
    ),
    "article.md": "---\ntitle: ann\nbrief:\n  - what: ann\n    facts: [e, bea]\n---\n\nann\n",
}


def test_an_id_is_renamed_where_it_is_an_id() -> None:
    sheets = {name: Sheet(name=name, data=text.encode()) for name, text in SHEETS.items()}
    renamed = rename_id(sheets, "ann", "bea")
    assert {name: (sheet.data or b"").decode() for name, sheet in renamed.items()} == AFTER
