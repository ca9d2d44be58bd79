"""`python -m tests.catalogue` writes dateline.pot, and compiles what translators made of it.

The words stand in the code and the templates. dateline.pot lists them, for translators and for those
who read them over; nobody writes in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "dateline" / "words"
TEMPLATE = FOLDER / "dateline.pot"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "deferred": None,
    "deferred_forms": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
NOTE = """\
# Every message of the pages: in English, and where it stands.
# `python -m tests.catalogue` writes this file; docs/translating.md says how to add a language.
#"""


def sources() -> Iterator[tuple[Path, str]]:
    """Every file that may have messages, and what reads it."""
    yield from ((path, "python") for path in sorted(FOLDER.parent.rglob("*.py")))
    yield from ((path, "jinja2") for path in sorted((ROOT / "templates").rglob("*.j2")))


def extracted() -> Catalog:
    catalogue = Catalog(header_comment=NOTE, fuzzy=False, project="Dateline", charset="utf-8")
    options = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "no"}
    for path, method in sources():
        place = path.relative_to(ROOT).as_posix()
        with path.open("rb") as file:
            found = extract(method, file, KEYWORDS, ("Translators:",), options)
            for line, message, comments, context in found:
                catalogue.add(
                    message, None, [(place, line)], auto_comments=comments, context=context
                )
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file, without what changes from day to day."""
    file = io.BytesIO()
    write_po(file, catalogue, width=0, include_lineno=False, sort_by_file=True, omit_header=True)
    header = f'{NOTE}\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + file.getvalue().rstrip() + b"\n"


def compiled(path: Path) -> bytes:
    """What the program reads of a language's catalogue."""
    file = io.BytesIO()
    with path.open("rb") as catalogue:
        write_mo(file, read_po(catalogue, locale=path.stem.replace("-", "_")))
    return file.getvalue()


def write_catalogues() -> None:
    TEMPLATE.write_bytes(written(extracted()))
    for path in FOLDER.glob("*.po"):
        path.with_suffix(".mo").write_bytes(compiled(path))


if __name__ == "__main__":
    write_catalogues()
