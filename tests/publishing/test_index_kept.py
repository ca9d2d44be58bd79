"""Of the index of search only those files are made again that would not be as they were."""

from dateline.pages.archive.search_index import IndexFile
from dateline.publishing.again import MadeFrom, Remembered
from dateline.publishing.keeping.kept import LatePage

BEFORE = Remembered(versions={"line": "1"}, inputs="program and look")


def index(**shards: str) -> list[IndexFile]:
    return [
        IndexFile(path=f"search/{name}.js", made_from=text, make=text.encode)
        for name, text in shards.items()
    ]


def test_a_file_that_would_be_as_it_was_is_not_made() -> None:
    files, made = BEFORE.choose_files(index(a="bridge", b="toll"))
    assert files == {"search/a.js": b"bridge", "search/b.js": b"toll"}
    again = Remembered(made=MadeFrom(pages=made), versions={"line": "2"}, inputs=BEFORE.inputs)
    files, after = again.choose_files(index(a="bridge", b="tolls"))
    kept = files["search/a.js"]
    assert isinstance(kept, LatePage)
    assert (kept.size, kept.make()) == (6, b"bridge")
    assert files["search/b.js"] == b"tolls"
    assert after["search/a.js"] == made["search/a.js"]
    assert after["search/b.js"] != made["search/b.js"]


def test_every_file_is_made_by_another_program() -> None:
    _, made = BEFORE.choose_files(index(a="bridge"))
    other = Remembered(made=MadeFrom(pages=made), versions={"line": "1"}, inputs="another program")
    assert other.choose_files(index(a="bridge"))[0] == {"search/a.js": b"bridge"}
