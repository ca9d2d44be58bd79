"""Briefings in the build's cache: in front what every build needs of each, behind it what few need.

An entry has four parts: the briefing without what is in the others; what was found in it, which a report
asks for; the list of its files; and these files, compressed in bundles.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from dateline.publishing.briefings import BuildInputs, BuiltBriefing
from dateline.publishing.keeping.cache import Cache, Parts, code_digest, digest
from dateline.publishing.keeping.kept import KeptFile, PackedFile
from dateline.publishing.keeping.open_names import NO_NAMES, AssetNames
from dateline.publishing.keeping.packed import PackedFiles
from dateline.publishing.keeping.stored import StoredFiles, list_files, place_of, read_files
from dateline.reading.content import Folder

FOUND: Final = 1
CONTEXTS: Final = 4


def inputs_digest(inputs: BuildInputs) -> str:
    """Of all that a briefing is made from but its folder, the look of its pages and the day.

    Where another day is asked for, what is dated ahead of the clock depends on the day by the clock too.
    """
    day_of_clock = "" if inputs.is_by_clock else inputs.clock.date()
    options = f"{inputs.drafts} {inputs.strict} {inputs.preview} {day_of_clock}"
    return digest(
        [
            ("settings", inputs.site.model_dump_json().encode()),
            ("own", repr(inputs.site.own).encode()),
            ("sections", repr(inputs.site.sections).encode()),
            ("options", options.encode()),
            ("code", code_digest().encode()),
            ("card", inputs.card_fonts.digest.encode() if inputs.card_fonts else b""),
            ("logo", repr(inputs.card_logo).encode()),
        ]
    )


def briefing_key(folder: Folder, inputs: str) -> str:
    return digest([("folder", folder.digest.encode()), ("inputs", inputs.encode())])


@lru_cache(maxsize=1)
def _as_json() -> TypeAdapter[BuiltBriefing]:
    return TypeAdapter(BuiltBriefing)


def store_briefing(
    cache: Cache, slug: str, key: str, built: BuiltBriefing, names: AssetNames = NO_NAMES
) -> BuiltBriefing:
    """The briefing with its files in the cache, listed with these names; as it is where that cannot be written."""
    files = built.files
    if cache.folder is None or isinstance(files, StoredFiles):
        return built
    found = BuiltBriefing(
        problems=(),
        coverage=built.coverage,
        findings=built.findings,
        claims=built.claims,
        editor_view=built.editor_view,
        aside=built.aside,
    )
    lean = replace(
        built,
        files=StoredFiles.of(files),
        coverage={},
        findings=(),
        claims=(),
        editor_view=None,
        aside=PackedFiles(),
        contexts=b"",
    )
    parts = [
        *(_as_json().dump_json(each) for each in (lean, found)),
        list_files(files, names),
        _data_of(files),
        zlib.compress(built.contexts, 1),
    ]
    stored = cache.store_parts(slug, key, parts)
    return _placed(lean, stored) if stored else built


def store_again(
    cache: Cache, slug: str, built: BuiltBriefing, before: Parts, names: AssetNames
) -> BuiltBriefing | None:
    """A briefing with other files than `before`, and nothing else; None where that cannot be written."""
    files, found, contexts = built.files, before.read(FOUND), before.read(CONTEXTS)
    if not isinstance(files, PackedFiles) or found is None or contexts is None:
        return None
    lean = replace(built, files=StoredFiles.of(files))
    parts = [_as_json().dump_json(lean), found, list_files(files, names), _data_of(files), contexts]
    stored = cache.store_parts(slug, before.key, parts)
    return _placed(lean, stored) if stored else None


def load_briefing(
    cache: Cache, slug: str, key: str, now: datetime, *, whole: bool = False
) -> BuiltBriefing | None:
    """The cached briefing, if it is now as it was when it was built, and without what was found in it.

    That its files are there is known only if it has to be `whole`.
    """
    parts = cache.open_parts(slug, key)
    lean = _parse(parts.read(0)) if parts else None
    if parts is None or lean is None or not lean.stay.has(now):
        return None
    if whole and _files_of(parts) is None:
        return None
    return _placed(lean, parts)


def load_whole(cache: Cache, slug: str, key: str, now: datetime) -> BuiltBriefing | None:
    """The same with its files in memory, and what was found in it. Its pages may have another look."""
    lean, parts = load_briefing(cache, slug, key, now), cache.open_parts(slug, key)
    if lean is None or parts is None:
        return None
    files, found = _files_of(parts), _parse(parts.read(FOUND))
    if files is None or found is None:
        return None
    return replace(
        lean,
        coverage=found.coverage,
        findings=found.findings,
        claims=found.claims,
        editor_view=found.editor_view,
        aside=found.aside,
        files=PackedFiles(files, lean.files.size),
    )


def load_found(cache: Cache, slug: str, key: str) -> BuiltBriefing | None:
    """The briefing with nothing but what was found in it."""
    parts = cache.open_parts(slug, key)
    return _parse(parts.read(FOUND)) if parts else None


def _files_of(parts: Parts) -> dict[str, PackedFile] | None:
    """None where one of them is not as it was."""
    listed = read_files(parts)
    files = listed.files if listed else {}
    pictures = (file for file in files.values() if isinstance(file, KeptFile))
    return files if listed and all(picture.is_whole for picture in pictures) else None


def _data_of(files: PackedFiles) -> bytes:
    return b"".join(bundle.data for bundle in files.bundles)


def _parse(text: bytes | None) -> BuiltBriefing | None:
    try:
        return _as_json().validate_json(text) if text else None
    except ValidationError:
        return None


def _placed(lean: BuiltBriefing, parts: Parts) -> BuiltBriefing:
    place = place_of(parts)
    if place is None or not isinstance(lean.files, StoredFiles):
        return lean
    return replace(lean, files=replace(lean.files, entry=str(parts.path.absolute()), listed=place))
