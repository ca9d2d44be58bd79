"""What is remembered of the last build that published, to tell whether anything has changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from dateline.facts.stays import Stay
from dateline.frozen import dataclass
from dateline.problems import RULE_BY_NAME, Position, Problem, Related, Rule
from dateline.publishing.footprint import UNSURE, Footprint, mark_of_site
from dateline.publishing.keeping.cache import code_digest, digest
from dateline.publishing.looks.look import LookFiles, read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import Folder, SiteSource, read_one_folder, read_site

# A mark, and the digest of the same bytes.
Known = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBuild:
    """What the site was made from, for whom, and what came of it.

    Of the folder of each briefing, of what is beside them and of the program, the mark and the digest are
    known; of the site itself the mark. `stay` is when the same would be built again.
    """

    options: str
    folders: Mapping[str, Known]
    beside: Known
    program: Known
    site: str
    timezone: str
    stay: Stay
    problems: tuple[Problem, ...]
    built: Mapping[str, int]
    notices: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        bounds = asdict(self.stay).items()
        return {
            "options": self.options,
            "folders": self.folders,
            "beside": self.beside,
            "program": self.program,
            "site": self.site,
            "timezone": self.timezone,
            "stay": {name: bound.isoformat() if bound else None for name, bound in bounds},
            "problems": [asdict(problem) for problem in self.problems],
            "built": self.built,
            "notices": self.notices,
        }

    @classmethod
    def of_json(cls, written: Mapping[str, Any]) -> Self:
        return cls(
            **{
                **written,
                "stay": _stay(written["stay"]),
                "problems": tuple(map(_problem, written["problems"])),
                "notices": tuple(written["notices"]),
            }
        )

    def marked(self, footprint: Footprint) -> Self:
        """The same by the marks that its sources have now."""
        marks = footprint.folders
        return replace(
            self,
            folders={
                slug: (marks.get(slug, UNSURE), known[1]) for slug, known in self.folders.items()
            },
            beside=(footprint.beside, self.beside[1]),
            program=(footprint.program, self.program[1]),
        )

    def holds(self, request: Request, options: str, output: Path) -> bool:
        """Whether, if the sources are the same, the site is what would be built now."""
        return (
            self.options == options
            and self.stay.has(request.now_in(self.timezone))
            and not (request.today and self._is_ahead_of_the_clock())
            and self.site == mark_of_site(output) != UNSURE
        )

    def _is_ahead_of_the_clock(self) -> bool:
        """For how long, nobody knows who asked for another day."""
        return any(problem.rule is Rule.PUBLISHED_AHEAD for problem in self.problems)

    def is_made_from(self, footprint: Footprint, sources: Sources) -> bool:
        """Reads as little as it can, and nothing where all marks are known."""
        if self.folders.keys() != footprint.folders.keys():
            return False
        return (
            _is_same(self.program, footprint.program, sources.digest_of_program)
            and _is_same(self.beside, footprint.beside, sources.digest_of_what_is_beside)
            and all(
                _is_same(self.folders[slug], mark, partial(sources.digest_of_folder, slug))
                for slug, mark in footprint.folders.items()
            )
        )


def _is_same(known: Known, mark: str, digest: Callable[[], str]) -> bool:
    return known[0] == mark != UNSURE or known[1] == digest()


def _stay(written: Mapping[str, str | None]) -> Stay:
    since, until = (
        date.fromisoformat(day) if day else None for day in (written["since"], written["until"])
    )
    opens, closes = (
        datetime.fromisoformat(moment) if moment else None
        for moment in (written["opens"], written["closes"])
    )
    return Stay(since=since, until=until, opens=opens, closes=closes)


def _problem(written: Mapping[str, Any]) -> Problem:
    related = tuple(
        Related(position=Position(**other["position"]), note=other["note"])
        for other in written["related"]
    )
    known = {"position": Position(**written["position"]), "rule": RULE_BY_NAME[written["rule"]]}
    return Problem(**{**written, **known, "related": related})


@dataclass(frozen=True, slots=True)
class Sources:
    """Digests of what a site is made from, as it is now."""

    content: Path

    def digest_of_program(self) -> str:
        return digest_of_program(read_look_files())

    def digest_of_what_is_beside(self) -> str:
        source = read_site(self.content, known=unread_folder)
        return digest_of_what_is_beside(source, read_look_files(self.content))

    def digest_of_folder(self, slug: str) -> str:
        return "".join(folder.digest for folder in read_one_folder(self.content, slug).folders)


def digest_of_program(look: LookFiles) -> str:
    """Of its code, libraries, templates and static files."""
    return digest([("code", code_digest().encode()), *_named(look)])


def digest_of_what_is_beside(source: SiteSource, look: LookFiles) -> str:
    """Of all that is in the content and in no briefing, and of the site's own look."""
    return digest(
        [
            ("problems", repr((source.problems, look.problems)).encode()),
            ("site", source.settings or b""),
            ("places", repr(sorted(look.places.items())).encode()),
            *((f"words {path}", data) for path, data in source.words.items()),
            *((f"look {path}", data) for path, data in source.look.items()),
            *_named(look),
        ]
    )


def unread_folder(slug: str) -> Folder:
    """Stands for a briefing of which nothing but the name is needed."""
    return Folder(slug=slug, shown_as=slug, files={})


def _named(look: LookFiles) -> Iterator[tuple[str, bytes]]:
    yield from ((f"template {path}", data) for path, data in look.templates.items())
    yield from ((f"static {path}", data) for path, data in look.static.items())
