"""Briefings one by one, in several processes: each reads, makes and keeps them, and sends back what is short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final

from dateline.frozen import dataclass
from dateline.problems import Problem
from dateline.publishing.another_look import has_look, render_again
from dateline.publishing.briefings import BuildInputs, BuiltBriefing, build_briefing
from dateline.publishing.entries import briefing_key, load_briefing, store_briefing
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.stored import StoredFiles
from dateline.reading.content import SiteSource, read_folder
from dateline.reading.shared_sheets import share_records

# Below this many briefings to work out, starting processes costs more than it saves.
WORTH_PROCESSES: Final = 8


class Trust(Enum):
    """What of the cache is used: nothing, what is whole to the last file, or what begins as it should."""

    NOTHING = auto()
    WHAT_IS_WHOLE = auto()
    HEADS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What all briefings are made from; `source` has no folders, and `digest` is that of all inputs.

    The cache is written, however much of it is to `trust`.
    """

    content: Path
    source: SiteSource
    inputs: BuildInputs
    digest: str
    cache: Cache
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBriefing:
    """`digest` is that of the folder, and `problems` are those of the names in it."""

    slug: str
    digest: str
    key: str
    problems: tuple[Problem, ...]
    briefing: BuiltBriefing
    is_remembered: bool

    @property
    def is_kept(self) -> bool:
        """Whether it is in the cache."""
        return isinstance(self.briefing.files, StoredFiles)


def make_briefing(name: str, making: Making) -> MadeBriefing:
    """Read the folder of that name; its briefing from the cache, or built and put there."""
    folder = read_folder(making.content / name, making.source.shown_as)
    digest = folder.digest
    by_content = folder.with_images_by_content()
    (folder,) = share_records(replace(making.source, folders=(by_content,))).folders
    key = briefing_key(folder, making.digest)
    now = making.inputs.now
    known = None
    if making.trust is not Trust.NOTHING:
        is_whole = making.trust is Trust.WHAT_IS_WHOLE
        known = load_briefing(making.cache, name, key, now, whole=is_whole)
    is_remembered = known is not None and has_look(known, making.inputs.look)
    if known and not is_remembered:
        known = render_again(making.cache, name, key, known, making.inputs.look)
    built = known or build_briefing(folder, making.inputs)
    return MadeBriefing(
        slug=folder.slug,
        digest=digest,
        key=key,
        problems=folder.problems,
        briefing=known or store_briefing(making.cache, name, key, built, making.inputs.look.names),
        is_remembered=is_remembered,
    )


# Is called with how many briefings are made, and how many there are to make.
Watch = Callable[[int, int], None]


def make_briefings(
    names: Sequence[str], making: Making, jobs: int, watch: Watch = lambda *_: None
) -> Iterator[MadeBriefing]:
    """In the order of the names."""
    for number, made in enumerate(_make_all(names, making, jobs), 1):
        watch(number, len(names))
        yield made


def _make_all(names: Sequence[str], making: Making, jobs: int) -> Iterator[MadeBriefing]:
    if jobs == 1 or len(names) < WORTH_PROCESSES:
        yield from map(partial(make_briefing, making=making), names)
        return
    # Imported here because one briefing, the common case, is built without it.
    from dateline.publishing.workers import in_processes

    yield from in_processes(make_briefing, names, making, jobs)
