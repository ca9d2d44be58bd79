"""The files of a new site, filled in."""

import os
import re
import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from string import Template
from typing import Final

from dateline import REPOSITORY, __version__
from dateline.drafting.schemas.browser_editor import PAGES_CMS, pages_config
from dateline.drafting.schemas.sheet_schemas import schema_files
from dateline.facts.fields import is_time_zone
from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.reading.briefing_files import parse_site

_FILES: Final = Path(__file__).parent / "files"
_SETTINGS: Final = "content/site.yaml"
FIRST_BRIEFING: Final = "content/first-newspaper/"


class StartRefused(Exception):  # noqa: N818 - it says what happened
    """Nothing was written. The message is a sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the site is called, who publishes it, in which language and where; None is worked out.

    `cms` is whether it gets the configuration of an editor in the browser.
    """

    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    timezone: str | None = None
    cms: bool = False


def files_of_new_site(folder: Path, wishes: Wishes, now: datetime) -> Mapping[str, bytes]:
    """All files, by their paths in the folder. Raises StartRefused if a wish cannot be met."""
    title = _title_from(folder.resolve().name) if wishes.title is None else wishes.title
    written = {
        "title": title,
        "publisher": title if wishes.publisher is None else wishes.publisher,
        "language": "en" if wishes.language is None else wishes.language,
        "timezone": _zone_of_this_machine() if wishes.timezone is None else wishes.timezone,
        "tag": str(uuid.uuid4()),
    }
    settings = _fill(_SETTINGS, {name: _quoted(text) for name, text in written.items()})
    site = _read_back(settings)
    values = {
        "title": site.title,
        "today": now.astimezone(site.zone).date().isoformat(),
        "repository": REPOSITORY,
        "version": __version__,
    }
    others = {path: _fill(path, values) for path in _paths() if path != _SETTINGS}
    browser = {PAGES_CMS: pages_config()} if wishes.cms else {}
    return {_SETTINGS: settings, **schema_files(), **browser, **others}


def _paths() -> list[str]:
    """The files of a site; the article of the first briefing is the last, for without it there is none.

    In the package no name begins with a dot, so that no program takes a file for settings of its own.
    """
    stored = (path.relative_to(_FILES).as_posix() for path in _FILES.rglob("*") if path.is_file())
    paths = (re.sub("^dot-", ".", path) for path in stored)
    return sorted(paths, key=lambda path: (path.endswith("/article.md"), path))


def _fill(path: str, values: Mapping[str, str]) -> bytes:
    text = (_FILES / re.sub(r"^\.", "dot-", path)).read_text("utf-8")
    try:
        return Template(text).substitute(values).encode()
    except UnicodeEncodeError:
        raise StartRefused("an option is not text in UTF-8; type it again") from None


def _quoted(text: str) -> str:
    """As a value of a YAML file, on one line."""
    line = " ".join(text.split())
    plain = re.fullmatch(r"\w[\w./-]*( [\w./-]+)*", line)
    return line if plain else "'" + line.replace("'", "''") + "'"


_OPTIONS: Final = {"name": "publisher"}


def _read_back(settings: bytes) -> Site:
    """What the program reads in the settings, so that it never refuses what it wrote itself."""
    site, problems = parse_site(settings, _SETTINGS)
    if site is None:
        problem = problems[0]
        line = settings.decode().splitlines()[problem.position.line - 1]
        field = line.partition(":")[0].strip()
        found = problem.found.removeprefix(f"site.yaml, {field}: ")
        raise StartRefused(f"--{_OPTIONS.get(field, field)}: {found}; {problem.fix}")
    return site


def _title_from(name: str) -> str:
    words = " ".join(re.findall(r"[^\W_]+", name))
    return words[:1].upper() + words[1:] or "News"


def _zone_of_this_machine() -> str:
    """Its IANA name, or UTC where the machine does not say it."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    return next((zone for zone in (named, linked) if zone and is_time_zone(zone)), "UTC")
