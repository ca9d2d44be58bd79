"""A site is not put where it would do harm."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from dateline.publishing.writing.guards import guard_output
from dateline.publishing.writing.refusal import OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    add_strangers,
    as_user,
    counts,
    files_of,
    litter,
    publish,
    tree,
    whole,
)
from tests.publishing.writing.steps import run_out_of_space


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "home/project"
    for name in ("content/story", "templates", "checkout/.git", "full", "worktree"):
        (project / name).mkdir(parents=True)
    (project / "worktree/.git").write_text("gitdir: elsewhere")
    (project / "full/thesis.txt").write_text("mine")
    (project / "file").write_text("mine")
    (project / "empty").mkdir()
    (project / "link").symlink_to("empty")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.chdir(project)
    return project


@tried(2, "`--output {output}`", "Refused: {words}")
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("/", "root of the disk"),
        ("~", "home folder"),
        ("~/..", "home folder"),
        (".", "working in"),
        ("..", "working in|home"),
        ("content", "is or contains content"),
        ("content/../content/story/..", "is or contains"),
        ("content/story/out", "is inside content"),
        ("templates/_site", "is inside templates"),
        ("checkout", "git repository"),
        ("worktree", "git repository"),
        ("checkout/.git/site", "is inside a folder named .git"),
        (".dateline/_site", "is inside a folder named .dateline"),
        ("full", "did not write .thesis.txt."),
        ("link", "symbolic link"),
        ("file", "is a file"),
        ("file/site", "is a file"),
    ],
)
def test_output_is_refused(project: Path, output: str, words: str) -> None:
    before = tree(project)
    path = Path(output).expanduser()
    with pytest.raises(OutputRefused, match=words):
        guard_output(path, sources=[Path("content"), Path("templates")])
    assert tree(project) == before


@tried(2, "The output is a mount point", "Refused")
def test_mount_point_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "empty")
    with pytest.raises(OutputRefused, match="mount point"):
        guard_output(Path("empty"), sources=[])


@tried(2, "The output contains the sources", "Refused")
def test_parent_of_the_sources_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    with pytest.raises(OutputRefused, match="is or contains"):
        guard_output(project, sources=[project / "content"])


@tried(2, "The output is in the sources, which a link names", "Refused")
def test_source_is_recognised_through_a_link(project: Path) -> None:
    (project / "alias").symlink_to("content")
    with pytest.raises(OutputRefused, match="is inside alias"):
        guard_output(project / "content/out", sources=[Path("alias")])


@tried(2, "The output is in the sources, spelt in capitals on a disk that ignores case", "Refused")
def test_source_on_a_disk_that_ignores_case_is_known(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "CONTENT").mkdir(exist_ok=True)
    monkeypatch.setattr(Path, "samefile", lambda a, b: str(a).lower() == str(b).lower())
    with pytest.raises(OutputRefused, match="is inside content"):
        guard_output(Path("CONTENT/out"), sources=[Path("content")])


@pytest.mark.parametrize("output", ["_site", "empty", "content-site", "made/of/parts"])
def test_output_is_allowed(project: Path, output: str) -> None:
    before = tree(project)
    guard_output(Path(output), sources=[Path("content"), Path("templates")])
    assert tree(project) == before


def test_publish_keeps_the_guards_by_itself(project: Path) -> None:
    before = tree(project)
    for output in (".", "full", "link", "file", "checkout"):
        with pytest.raises(OutputRefused):
            publish(OLD, Path(output))
    assert tree(project) == before


@tried(2, "`.dateline` is a link to another folder", "Refused; the other folder stays as it was")
def test_staging_area_that_is_a_link_is_refused(project: Path) -> None:
    (project / ".dateline").symlink_to("full")
    with pytest.raises(OutputRefused, match="symbolic link"):
        publish(OLD, Path("_site"))
    assert list(tree(project / "full")) == ["thesis.txt"]


@tried(1, "The folder around the output may not be written", "Refused: permission denied")
@as_user
def test_read_only_parent_is_said_plainly(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "shut/_site")
    for folder in (tmp_path / "shut/.dateline/_site", tmp_path / "shut"):
        folder.chmod(0o555)
    try:
        with pytest.raises(OutputRefused, match="permission denied"):
            publish(NEW, tmp_path / "shut/_site")
        with pytest.raises(OutputRefused, match="permission denied"):
            publish(NEW, tmp_path / "shut/other")
        assert counts(publish(OLD, tmp_path / "shut/_site")) == (0, 0, 4)
        assert files_of(tmp_path / "shut/_site") == whole(OLD)
    finally:
        for folder in (tmp_path / "shut", tmp_path / "shut/.dateline/_site"):
            folder.chmod(0o755)


@tried(
    1,
    "The disk is full, and a folder of others may not be written",
    "Nothing is left beside the site",
)
@as_user
def test_stage_with_a_folder_that_may_not_be_written_is_deleted(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, site)
    add_strangers(site)
    (site / "notes").chmod(0o555)
    monkeypatch.setattr(
        "dateline.publishing.writing.output.change_over", lambda *_: run_out_of_space()
    )
    with pytest.raises(OutputRefused, match="the disk is full"):
        publish(NEW, site)
    assert litter(site) == []


@tried(
    2, "A folder of others in the output may not be written", "It is in the new site, with its mode"
)
@as_user
def test_folder_that_may_not_be_written_is_carried_and_cleared(site: Path) -> None:
    publish(OLD, site)
    add_strangers(site)
    (site / "notes").chmod(0o555)
    publish(NEW, site)
    assert (site / "notes/todo.txt").read_bytes() == b"todo"
    assert stat.S_IMODE((site / "notes").stat().st_mode) == 0o555
    assert litter(site) == []
