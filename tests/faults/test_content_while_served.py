"""What happens to the content while it is served: it is shown, and the next save is seen all the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.table import tried
from tests.preview.running import Running, running, until
from tests.small_site import ARTICLE, write_content


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One preview for all faults: it must outlive each of them."""
    with running(write_content(tmp_path_factory.mktemp("served"))) as preview:
        yield preview


def write(content: Path, name: str, text: bytes = b"x") -> None:
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    (content / name).write_bytes(text)


def is_away(content: Path) -> None:
    content.rename(content.parent / "away")


def is_a_file(content: Path) -> None:
    is_away(content)
    content.write_text("x")


def has_many(content: Path) -> None:
    for number in range(2000):
        write(content, f"notes/{number}.txt")


def has_a_pipe(content: Path) -> None:
    os.mkfifo(content / "line/people.yaml")


FAULTS: dict[str, Callable[[Path], object]] = {
    "A link to a file appears in a briefing": lambda content: (
        content / "line/people.yaml"
    ).symlink_to("/etc/passwd"),
    "A link to the whole disk appears": lambda content: (content / "disk").symlink_to("/"),
    "A link to itself appears": lambda content: (content / "loop").symlink_to(content / "loop"),
    "A link to the content appears in it": lambda content: (content / "own").symlink_to(content),
    "A pipe appears in place of a sheet": has_a_pipe,
    "A folder appears in place of a sheet": lambda content: (content / "line/people.yaml").mkdir(),
    "The settings are broken": lambda content: write(content, "site.yaml", b"title: ["),
    "The settings are 100,000 brackets": lambda content: write(
        content, "site.yaml", b"[" * 100_000
    ),
    "The settings are not UTF-8": lambda content: write(content, "site.yaml", b"\xff\xfe"),
    "The settings are deleted": lambda content: (content / "site.yaml").unlink(),
    "The content is moved away": is_away,
    "A file is in place of the content": is_a_file,
    "The only briefing is deleted": lambda content: shutil.rmtree(content / "line"),
    "A file has a line break and a colour in its name": lambda content: write(
        content, "line/a\nb\x1b[31m.yaml"
    ),
    "A folder has a line break in its name": lambda content: write(content, "a\nb/article.md"),
    "2,000 files appear beside the briefings": has_many,
    "Folders in folders appear, 300 deep": lambda content: write(content, "d/" * 300 + "a.md"),
    "A template is not UTF-8": lambda content: write(content, "../templates/a/b", b"\xff"),
}


@tried(9, "{what}, while the content is served", "It is shown; once undone, the next save is seen")
@pytest.mark.parametrize("what", FAULTS)
def test_the_next_save_is_seen(preview: Running, what: str) -> None:
    content = preview.folder / "content"
    FAULTS[what](content)
    until(lambda: (state := preview.state("line/"))["refused"] or state["fault"])
    assert preview.ask("/line/").status in (200, 404)
    for name in ("content", "away", "templates"):
        clear(preview.folder / name)
    write_content(preview.folder)
    title = f"A {chr(ord('a') + list(FAULTS).index(what)) * 5} opens"
    preview.save("content/line/article.md", ARTICLE.replace("A line opens", title))
    until(lambda: title in preview.page("/line/article/"))
    assert "Traceback" not in preview.said()


def clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
