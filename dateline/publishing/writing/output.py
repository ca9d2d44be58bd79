"""Pages as bytes → a site on the disk: the first one all at once, the next file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.frozen import dataclass
from dateline.own_folder import keep_from_git
from dateline.publishing.writing.changes import NewSite, find_changes
from dateline.publishing.writing.clearing import guard_changes
from dateline.publishing.writing.guards import (
    STAGING,
    guard_lengths,
    guard_names,
    guard_output,
    guard_strangers,
)
from dateline.publishing.writing.journal import WHOLE, change_over, clear, needs_repair, repair
from dateline.publishing.writing.lock import hold_lock
from dateline.publishing.writing.manifest import MANIFEST
from dateline.publishing.writing.refusal import OutputBusy, explain, in_plain_words
from dateline.publishing.writing.stage import stage_changes, stage_site
from dateline.publishing.writing.sync import sync


def staging_area(output: Path) -> Path:
    """The folder beside the site for its lock, its stage and the build's cache."""
    real = output.resolve()
    return real.parent / STAGING / real.name


def repair_output(output: Path) -> None:
    """Repair what a killed build left, if it did: call it after `guard_output`.

    `publish_site` does so too; this is for a build that may end before it publishes. Touches nothing
    where nothing is to be repaired, and leaves the work to another build that is publishing.
    """
    area = staging_area(output)
    if not needs_repair(area):
        return
    with suppress(OutputBusy), in_plain_words(output), hold_lock(area / "lock"):
        repair(output.resolve(), area)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many files were written, removed, and compared and left alone, without the manifest."""

    written: int
    removed: int = 0
    kept: int = 0


def publish_site(  # noqa: PLR0913 - what a build asks for, and what a test of two builds does
    new: NewSite,
    output: Path,
    *,
    every: bool = False,
    patience: float = 30,
    say: Callable[[str], None] = lambda _: None,
    before_change: Callable[[], None] = lambda: None,
) -> Counts:
    """Make the folder `output` hold the new site, and nothing else of ours.

    Files that Dateline did not make stay as they are. If nothing differs, nothing is written; `every`
    file is read to know that, or those that may have changed. While another build publishes to the same
    folder, waits up to `patience` seconds for it and says so once. `before_change` is called when all is
    written, and before anybody can see it; what it raises, and OutputRefused when anything is in the way,
    leave the old site as it was.
    """
    guard_names([*new.own, *new.briefings])
    guard_output(output, sources=())
    site, area = output.resolve(), staging_area(output)
    guard_lengths(new.own, area / WHOLE)
    with in_plain_words(output):
        area.mkdir(parents=True, exist_ok=True)
        keep_from_git(area.parent)
        with hold_lock(area / "lock", patience=patience, say=say):
            repair(site, area)
            guard_output(output, sources=())  # it may have changed while we waited
            try:
                if site.exists() and any(site.iterdir()):
                    counts = _change(new, site, area, before_change, every=every)
                else:
                    counts = _put_whole(new, site, area, before_change)
            except BaseException:
                with suppress(OSError):
                    clear(area)
                raise
            with new_site_is_there(output):
                _clear(site, area, say)
    return counts


@contextmanager
def new_site_is_there(output: Path) -> Iterator[None]:
    """An interrupt from now on says so."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{output} has the new site") from None


def _put_whole(new: NewSite, site: Path, area: Path, before_change: Callable[[], None]) -> Counts:
    stage = area / WHOLE
    written = stage_site(new, stage)
    before_change()
    if site.exists():
        site.rmdir()
    stage.rename(site)
    sync(site.parent)
    return Counts(written=written - 1)


def _change(
    new: NewSite, site: Path, area: Path, before_change: Callable[[], None], *, every: bool
) -> Counts:
    changes = find_changes(new, site, every=every)
    if changes:
        guard_names(changes.added)
        guard_lengths(changes.added, site)
        guard_strangers(changes.added, changes.removed, site)
        guard_changes(changes.added, (*changes.replaced, *changes.removed), site)
        journal = stage_changes(changes, site, area)
    before_change()
    if changes:
        change_over(journal, site, area)
    return Counts(
        written=len(changes.added | changes.replaced) - (MANIFEST in changes.replaced),
        removed=len(changes.removed),
        kept=changes.kept,
    )


def _clear(site: Path, area: Path, say: Callable[[str], None]) -> None:
    """Delete what was staged. The new site is published, so a failure is only said."""
    try:
        clear(area)
    except OSError as error:
        say(
            f"{site} has the new site, but not all that it was made with was deleted. {explain(error, area)}"
        )
