"""A site on the disk: written in a style, built as from the command line, with all that came of it."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

from dateline.cli import main
from tests.fuzzing.limits import limited
from tests.fuzzing.sites import WrittenSite
from tests.fuzzing.styles import PLAIN_STYLE, Style, as_bytes, to_yaml
from tests.fuzzing.targets import SITES
from tests.fuzzing.values import IMAGES

TODAY: Final = "2024-10-01"
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build printed and left: its exit code, its report, and the files of the site."""

    code: int
    report: dict[str, Any]
    said: str
    files: Files

    @property
    def errors(self) -> list[str]:
        return [
            f"{problem['path']}:{problem['line']}:{problem['column']} {problem['rule']}: {problem['message']}"
            for problem in self.report.get("problems", ())
            if problem["severity"] == "error"
        ]


def to_files(site: WrittenSite, style: Style = PLAIN_STYLE) -> dict[str, bytes]:
    """The files of the content by their paths, pictures left out."""
    sheets = {path: as_bytes(to_yaml(data, style), style) for path, data in site.yaml.items()}
    articles = {
        path: as_bytes(f"---\n{to_yaml(front, style)}---\n\n{body}", style)
        for path, (front, body) in site.articles.items()
    }
    texts = {path: text.encode() for path, text in site.texts.items()}
    return sheets | articles | texts


class Workshop:
    """A folder with a site in it, which is built again and again."""

    def __init__(self, root: Path) -> None:
        self.content, self.output = root / "content", root / "_site"

    def build(self, files: Files, *options: str) -> Outcome:
        self.write(files)
        printed, said = io.StringIO(), io.StringIO()
        places = ["--content", str(self.content), "--output", str(self.output)]
        command = ["build", *places, "--today", TODAY, "--format", "json", "--jobs", "1", *options]
        with redirect_stdout(printed), redirect_stderr(said), patch.object(os, "fsync"), limited():
            code = main(command)
        report = json.loads(printed.getvalue() or "{}")
        return Outcome(code=code, report=report, said=said.getvalue(), files=self.published())

    def build_killed(self, files: Files, *, before: int) -> bool:
        """Whether it was killed before it changed the disk so many times."""
        self.write(files)
        child = os.fork()
        if child == 0:
            sys.addaudithook(_Killer(self.content.parent, before))
            places = ["--content", str(self.content), "--output", str(self.output)]
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                main(["build", *places, "--today", TODAY, "--quiet", "--jobs", "1"])
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED

    def write(self, files: Files) -> None:
        shutil.rmtree(self.content, ignore_errors=True)
        for path, data in files.items():
            place = self.content / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        for path in pictures_beside(files):
            image = self.content / path
            if not image.exists():
                image.parent.mkdir(exist_ok=True)
                shutil.copyfile(PICTURES / image.name, image)

    def published(self) -> Files:
        return read_files(self.output)

    def beside(self) -> list[str]:
        """What a build leaves besides the site and its cache."""
        left = (path for path in read_files(self.content.parent) if "/cache/" not in path)
        return [path for path in left if path.partition("/")[0] not in ("content", "_site")]


KILLED: Final = 9
WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class _Killer:
    """Ends the process before a change of the disk below a folder, by its number."""

    def __init__(self, root: Path, number: int) -> None:
        self.root, self.left = str(root), number

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        changes = event in {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link"}
        if (changes or (event == "open" and args[2] & WRITES)) and self.root in str(args[0]):
            if self.left == 0:
                os._exit(KILLED)
            self.left -= 1


PICTURES: Final = SITES / "everything/content/the-bridge/images"


def pictures_beside(files: Files) -> set[str]:
    """The paths of the pictures that files name, each in the folder of the file."""
    return {
        (PurePosixPath(path).parent / "images" / name).as_posix()
        for path, data in files.items()
        for name in IMAGES
        if f"images/{name}".encode() in data
    }


def read_files(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def workshop() -> Iterator[Workshop]:
    with TemporaryDirectory() as folder:
        yield Workshop(Path(folder))
