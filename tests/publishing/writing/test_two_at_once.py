"""Two builds to one folder go one after the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.publishing.writing.output import repair_output
from dateline.publishing.writing.refusal import OutputBusy, OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    counts,
    files_of,
    forks,
    litter,
    publish,
    tree,
    whole,
)
from tests.publishing.writing.steps import at_step


class Other:
    """Another process that publishes, and pauses in the middle until it is released."""

    def __init__(self, files: Mapping[str, bytes], site: Path) -> None:
        reached, tell = os.pipe()
        wait, self.release = os.pipe()

        def pause() -> None:
            os.write(tell, b".")
            os.read(wait, 1)

        self.child = os.fork()
        if self.child == 0:
            os.close(self.release)  # a test that fails lets go by ending
            code = 1
            try:
                sys.addaudithook(at_step(5, pause))
                publish(files, site)
                code = 0
            finally:
                os._exit(code)
        assert os.read(reached, 1) == b"."
        for pipe in (reached, tell, wait):
            os.close(pipe)

    def resume(self) -> None:
        os.write(self.release, b".")

    def end(self) -> int:
        os.close(self.release)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


@tried(1, "Two builds publish to one folder", "The second waits, says so, and goes on")
@forks
def test_second_build_says_that_it_waits_and_goes_on(site: Path) -> None:
    other, said = Other(OLD, site), []

    def say(sentence: str) -> None:
        said.append(sentence)
        other.resume()

    plan = publish(NEW, site, say=say)
    assert said == ["another build is writing the site; waiting for it to finish"]
    assert other.end() == 0
    assert counts(plan) == (2, 1, 2)
    assert files_of(site) == whole(NEW)
    assert litter(site) == []


@tried(
    2,
    "The output becomes somebody else’s folder while a build waits",
    "Refused; the folder stays as it was",
)
@forks
def test_output_that_changed_hands_while_waiting_is_refused(site: Path) -> None:
    other = Other(OLD, site)

    def say(_: str) -> None:
        other.resume()
        assert other.end() == 0
        site.rename(site.parent / "moved")
        site.mkdir()
        (site / "thesis.txt").write_bytes(b"mine")

    with pytest.raises(OutputRefused, match=r"thesis\.txt"):
        publish(NEW, site, say=say)
    assert tree(site) == {"thesis.txt": b"mine"}


@tried(
    1,
    "Two builds publish to one folder, and the first does not end",
    "The second gives up with a sentence",
)
@forks
def test_second_build_gives_up_in_the_end(site: Path) -> None:
    other = Other(OLD, site)
    with pytest.raises(OutputBusy, match="another build"):
        publish(NEW, site, patience=0.1)
    repair_output(site)
    other.resume()
    assert other.end() == 0
    assert files_of(site) == whole(OLD)


@tried(1, "A build is killed while it has the lock", "The next build has it at once")
@forks
def test_lock_of_a_killed_build_is_free(site: Path) -> None:
    other = Other(OLD, site)
    os.kill(other.child, 9)
    assert other.end() == -9
    publish(NEW, site, patience=0)
    assert files_of(site) == whole(NEW)
    assert litter(site) == []
