"""Pages as bytes → a site on the disk, all at once or not at all."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.publishing.clearing import clear_away, guard_saved
from dateline.publishing.guards import STAGING, guard_lengths, guard_names, guard_output
from dateline.publishing.lock import hold_lock
from dateline.publishing.published import Published
from dateline.publishing.refusal import OutputBusy, OutputRefused, explain, in_plain_words
from dateline.publishing.stage import SwapPlan, plan_swap, stage_site
from dateline.publishing.swap import discard, make_folder, repair, swap, swap_back


def staging_area(output: Path) -> Path:
    """The folder beside the site for its lock, its stage and the build's cache."""
    real = output.resolve()
    return real.parent / STAGING / real.name


def repair_output(output: Path) -> None:
    """Repair what a killed build left, if it did: call it after `guard_output`.

    `publish` does so too; this is for a build that may end before it publishes. Touches nothing
    where nothing is to be repaired, and leaves the work to another build that is publishing.
    """
    area = staging_area(output)
    if not ((area / "old").exists() or (area / "new").exists()):
        return
    with suppress(OutputBusy), in_plain_words(output), hold_lock(area / "lock"):
        repair(output.resolve(), area)


def publish(  # noqa: PLR0913 - what a build asks for, and what a test of two builds does
    files: Mapping[str, bytes],
    output: Path,
    *,
    published: Published | None = None,
    patience: float = 30,
    say: Callable[[str], None] = lambda _: None,
    before_swap: Callable[[], None] = lambda: None,
) -> SwapPlan:
    """Make the folder `output` hold `files`, by path relative to it, and nothing else of ours.

    Files that Dateline did not make stay as they are. If nothing differs, nothing is written. The
    manifest names the addresses that are `published`.
    While another build publishes to the same folder, waits up to `patience` seconds for it and
    says so once. `before_swap` is called when all is written, and before anybody can see it; what it
    raises, and OutputRefused when anything is in the way, leave the old site as it was.
    """
    guard_names(files)
    guard_output(output, sources=())
    site, area = output.resolve(), staging_area(output)
    guard_lengths(files, area / "new")
    with in_plain_words(output):
        area.mkdir(parents=True, exist_ok=True)
        keep_from_git(area.parent)
        with hold_lock(area / "lock", patience=patience, say=say):
            repair(site, area)
            guard_output(output, sources=())  # it may have changed while we waited
            plan = plan_swap(files, site, published)
            if plan.changes_nothing:
                before_swap()
            else:
                _replace(site, area, plan, before_swap)
                with new_site_is_there(output):
                    _clear(area / "old", site, say)
    return plan


@contextmanager
def new_site_is_there(output: Path) -> Iterator[None]:
    """An interrupt from now on says so."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{output} has the new site") from None


def keep_from_git(folder: Path) -> None:
    """What the command keeps for itself is nothing to commit."""
    path = folder / ".gitignore"
    is_cut_short = path.is_file() and not path.is_symlink() and not path.stat().st_size
    if is_cut_short or not os.path.lexists(path):
        path.write_text("*\n", "utf-8")


def _replace(site: Path, area: Path, plan: SwapPlan, before_swap: Callable[[], None]) -> None:
    new, old = area / "new", area / "old"
    try:
        make_folder(new)
        stage_site(plan, site, new)
        before_swap()
        swap(new, site, old)
        try:
            guard_saved(old, site)
        except (OSError, OutputRefused):
            swap_back(new, site, old)
            raise
    finally:
        discard(new)


def _clear(old: Path, site: Path, say: Callable[[str], None]) -> None:
    """Delete the former site. The new one is published, so a failure is only said."""
    try:
        if old.exists():
            clear_away(old, site)
    except OSError as error:
        say(f"{site} has the new site, but the old one was not deleted. {explain(error, old)}")
    except OutputRefused as error:
        say(str(error))
