"""A briefing that begins with a spreadsheet: an article to be written, and the file as a source."""

from dataclasses import replace
from datetime import date
from pathlib import PurePath

from dateline.drafting.sheets.edits import Fields, Sheet, add_record
from dateline.drafting.sheets.writing import write_field
from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.row_ids import proposed_id
from dateline.facts.kinds import Kind
from dateline.reading.content import ARTICLE, Folder
from dateline.reading.proposals import DECIDE

_ASKED = ("title", "standfirst", "published")


def new_folder(slug: str, shown_as: str, published: date | None) -> Folder:
    """A briefing with an article that says nothing yet, and asks for what every article has."""
    fields: Fields = {"published": published.isoformat() if published else None}
    asked = [name for name in _ASKED if not fields.get(name)]
    lines = [write_field(name, value, 0) for name, value in fields.items() if value]
    front = "\n".join(["---", *lines, f"{DECIDE}: [{', '.join(asked)}]", "---", ""])
    return Folder(slug=slug, shown_as=shown_as, files={ARTICLE: front.encode("utf-8")})


def with_source(folder: Folder, file: str, today: date, known: KnownFacts) -> tuple[Folder, str]:
    """The folder with an entry for the file in its sources, and the id of that."""
    sheet, title = Kind.SOURCE.sheet, PurePath(file).name
    for own, fields in known.sheets[Kind.SOURCE].items():
        if fields.get("title") == title:
            return folder, own
    own = proposed_id(PurePath(file).stem, known.kinds)
    entry = {"id": own, "title": title, "accessed": today.isoformat()}
    before = Sheet(name=sheet, data=folder.files.get(sheet))
    after = add_record(before, Kind.SOURCE.plural, entry)
    return replace(folder, files={**folder.files, sheet: after.data or b""}), own
