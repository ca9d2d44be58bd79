"""Several briefings that share topics, people, a cache and a search: bad names, bad sheets, spoilt entries."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from dateline.cli import main
from tests.archive_site import many
from tests.faults.table import tried
from tests.faults.test_disk import BUILD, forks, in_child, linux
from tests.pages.search.test_search_file import read
from tests.small_site import SETTINGS

PEOPLE = """\
people:
  - {id: mayor-a, name: Ann Lee-A, why: She is the mayor., roles: mayor}
"""


def write(world: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (world / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (world / "content" / path).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three briefings and the site's own people.yaml, built; then one of them has one more sentence."""
    world = tmp_path_factory.mktemp("newsroom")
    write(world, {"site.yaml": SETTINGS, "people.yaml": PEOPLE, **many(3)})
    assert build(world) == 0
    article = world / "content/b0000/article.md"
    article.write_text(article.read_text("utf-8") + "\nMore was said.\n", "utf-8")
    assert build(world, "--output", str(world / "fresh")) == 0
    shutil.rmtree(world / ".dateline/fresh")
    return world


@pytest.fixture
def world(newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(newsroom, tmp_path / "world")
    monkeypatch.chdir(tmp_path / "world")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return tmp_path / "world"


def build(world: Path, *options: str) -> int:
    places = ["--content", str(world / "content"), "--output", str(world / "_site")]
    return main(["build", "--quiet", "--today", "2024-10-01", "--jobs", "1", *places, *options])


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def is_refused_at(
    world: Path, place: str, capsys: pytest.CaptureFixture[str], *options: str
) -> None:
    before = files_in(world / "_site")
    assert build(world, *options) == 1
    said = capsys.readouterr().err
    assert f"content/{place}" in said
    assert "Traceback" not in said
    assert files_in(world / "_site") == before


# Topics

DIGEST = "[0-9a-f]{8}"
TOPICS = [
    ("like a folder of the site", "briefings", "briefings"),
    ("like a page", "index", "index"),
    ("like a device of Windows", "con", f"con-{DIGEST}"),
    ("with a stroke in it", "a/b", "a-b"),
    ("like a way out of the folder", "../../etc/passwd", "etc-passwd"),
    ("of two dots", "..", DIGEST),
    ("of one sign", "—", DIGEST),
    ("with an emoji alone", "🚢", DIGEST),
    ("from right to left", "النهر", DIGEST),
    ("of 5,000 letters", "x" * 5_000, DIGEST),
    ("with a line break", "a\nb", "a-b"),
    ("that is markup", "<b onclick=x>'&amp;\"</b>", "b-onclick-x-amp-b"),
    ("like a word of YAML", "no", "no"),
]


def give_topic(world: Path, topic: str) -> None:
    for slug, own in (("b0000", "Bridges"), ("b0001", "Schools")):
        article = world / f"content/{slug}/article.md"
        text = article.read_text("utf-8").replace(f"topics: [{own}]", f"topics: [{topic}]")
        article.write_text(text, "utf-8")


@tried(7, "Two briefings have a topic {kind}", "It has one page, in a folder of plain letters")
@pytest.mark.parametrize(("kind", "topic", "folder"), TOPICS, ids=[kind for kind, *_ in TOPICS])
def test_a_topic_of_any_words_has_a_page(world: Path, kind: str, topic: str, folder: str) -> None:
    give_topic(world, json.dumps(topic, ensure_ascii=False))
    assert build(world) == 0, kind
    pages = [path for path in files_in(world / "_site/topics") if "/" in path]
    assert [bool(re.fullmatch(f"{folder}/index.html", path)) for path in pages] == [True]
    page = (world / "_site/topics" / pages[0]).read_text("utf-8")
    assert "<b onclick" not in page
    assert " ".join(topic.split()) in unescape(page).replace("\n", " ")
    assert {path.name for path in world.iterdir()} == {"content", "_site", "fresh", ".dateline"}


@tried(4, "A topic is {kind}", "Refused at its line")
@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("empty", '""'),
        ("a space that does not break", r'"\u00a0"'),
        ("a sign that nobody sees", r'"\u200b"'),
        ("text that turns other text", r'"\u202eTrade"'),
        ("an empty character", r'"\0"'),
        ("a list", "[a, b]"),
        ("a mapping", "{a: b}"),
        ("nothing", "~"),
        ("a number that is not in the article", "42"),
    ],
)
def test_a_topic_that_cannot_be_one_is_refused(
    world: Path, capsys: pytest.CaptureFixture[str], kind: str, topic: str
) -> None:
    give_topic(world, topic)
    is_refused_at(world, "b0000/article.md:6:", capsys)


# The site's own sheets


def person(own: str, more: str = "") -> str:
    return f"  - {{id: {own}, name: Bo Smith, why: They are., roles: mayor{more}}}\n"


@tried(4, "The site’s own {name}: {kind}", "Refused at its line; the old site")
@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("100,000 brackets", "people.yaml", "[" * 100_000),
        ("a list", "people.yaml", "- a\n"),
        ("an anchor that has itself in it", "people.yaml", "people: &a\n  - *a\n"),
        ("fields of another sheet", "people.yaml", "organisations: []\n"),
        ("a field without its value", "people.yaml", "people:\n"),
        ("an id with a way out", "people.yaml", PEOPLE + person("../x")),
        ("an id that is a device of Windows", "people.yaml", PEOPLE + person("con")),
        ("an id of 81 letters", "people.yaml", PEOPLE + person("a" * 81)),
        ("two with one id", "people.yaml", PEOPLE + person("mayor-a")),
        ("a former id that another has", "people.yaml", PEOPLE + person("b", ", formerly: mayor-a")),
        ("an id that is there and removed", "people.yaml", f"{PEOPLE}removed: [mayor-a]\n"),
        ("an id that was removed twice", "people.yaml", f"{PEOPLE}removed: [x, x]\n"),
        ("a script as an address", "people.yaml", PEOPLE + person("b", ", same_as: 'javascript:x'")),
        ("a body that a person has for an office", "people.yaml", PEOPLE.replace(
            "roles: mayor", "roles: [{role: mayor, organisation: mayor-a}]")),
        ("the id of a person", "organisations.yaml",
         "organisations: [{id: mayor-a, name: Ostrow Council, what: A body}]\n"),
        ("a body that is part of itself", "organisations.yaml",
         "organisations: [{id: council, name: Ostrow Council, what: A body, part_of: council}]\n"),
        ("a circle of 1,000 bodies", "organisations.yaml", "organisations:\n" + "".join(
            f"  - {{id: o-{number}, name: Body, what: A body, part_of: o-{(number + 1) % 1_000}}}\n"
            for number in range(1_000))),
    ],
)  # fmt: skip
def test_a_bad_sheet_of_the_site_is_refused(
    world: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str, text: str
) -> None:
    write(world, {name: text})
    is_refused_at(world, f"{name}:", capsys)


@tried(7, "The site’s own people.yaml is {kind}", "Refused by its name; the old site")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system with pipes and links")
@pytest.mark.parametrize("kind", ["a link to another file", "a link to nowhere", "a pipe"])
def test_a_sheet_of_the_site_that_is_no_file_is_refused(
    world: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = world / "content/people.yaml"
    path.unlink()
    if kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/etc/passwd" if "another" in kind else "nowhere")
    is_refused_at(world, "people.yaml", capsys)


@tried(5, "The site’s own people.yaml has {kind}", "The site, with those that briefings name")
@pytest.mark.parametrize(
    ("kind", "people"),
    [
        ("5,000 people", PEOPLE + "".join(person(f"p-{number}") for number in range(5_000))),
        ("someone with 10,000 other names", PEOPLE + person(
            "b", f", aliases: [{', '.join(f'A{number} Lee' for number in range(10_000))}]")),
        ("a name of 100,000 letters", PEOPLE + person("b").replace("Smith", "x" * 100_000)),
        ("someone called otherwise than in a briefing", PEOPLE.replace("Lee-A", "Leigh")),
        ("two offices at the same time", PEOPLE.replace(
            "roles: mayor", "roles: [{role: mayor, dates: 2019/2030}, {role: king, dates: 2020/2029}]")),
    ],
)  # fmt: skip
def test_a_large_or_odd_sheet_of_the_site_is_read(world: Path, kind: str, people: str) -> None:
    write(world, {"people.yaml": people})
    assert build(world) == 0, kind
    page = (world / "_site/b0000/facts/mayor-a/index.html").read_text("utf-8")
    assert "Ann Lee-A" in page


# The cache


def entries_of(world: Path) -> list[Path]:
    """Those of briefings, without what fills their slots."""
    found = (world / ".dateline/_site/cache").glob("b*.json")
    return [path for path in found if not path.name.endswith(".slots.json")]


def split(entry: Path) -> tuple[str, list[bytes]]:
    head, _, rest = entry.read_bytes().partition(b"\n")
    first = json.loads(head)
    parts = []
    for length, _ in first["parts"]:
        parts.append(rest[:length])
        rest = rest[length:]
    return first["key"], parts


def is_made_again(world: Path) -> None:
    assert build(world) == 0
    assert files_in(world / "_site") == files_in(world / "fresh")


PARTS = ("the briefing", "what was found in it", "the list of its files", "its files")


@tried(3, "One bit of an entry of the cache is turned: of {part}", "It is worked out again")
@pytest.mark.parametrize("part", PARTS)
def test_a_bit_that_is_turned_in_any_part_of_an_entry(world: Path, part: str) -> None:
    for entry in entries_of(world):
        data, (_, parts) = bytearray(entry.read_bytes()), split(entry)
        number = PARTS.index(part)
        before = len(data) - sum(map(len, parts[number:]))
        data[before + len(parts[number]) // 2] ^= 1
        entry.write_bytes(data)
    is_made_again(world)


@tried(3, "An entry of the cache is cut short within {part}", "It is worked out again")
@pytest.mark.parametrize("part", PARTS)
def test_an_entry_that_is_cut_in_any_part(world: Path, part: str) -> None:
    for entry in entries_of(world):
        _, parts = split(entry)
        left = sum(map(len, parts[PARTS.index(part) :])) - 1
        entry.write_bytes(entry.read_bytes()[:-left])
    is_made_again(world)


@tried(3, "Two briefings have each other’s entries of the cache", "They are worked out again")
def test_entries_that_are_exchanged(world: Path) -> None:
    first, second = (world / f".dateline/_site/cache/b000{number}.json" for number in (1, 2))
    ours, theirs = first.read_bytes(), second.read_bytes()
    first.write_bytes(theirs)
    second.write_bytes(ours)
    is_made_again(world)


@tried(
    3,
    "An entry of the cache is right by its digests, and has `{data}` as {part}",
    "It is worked out again",
)
@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("the briefing", "{}"),
        ("the briefing", "null"),
        ("what was found in it", "[]"),
        ("the list of its files", "{"),
        ("the list of its files", '[["../../evil", 1]]'),
        (
            "the list of its files",
            '{"bundles": [], "names": "", "files": [["a", 1, "", 7, 0, ""]]}',
        ),
        ("its files", ""),
    ],
)
def test_an_entry_that_was_forged(world: Path, part: str, data: str) -> None:
    for entry in entries_of(world):
        key, parts = split(entry)
        parts[PARTS.index(part)] = data.encode()
        sums = [[len(each), hashlib.sha256(each).hexdigest()] for each in parts]
        head = json.dumps({"key": key, "parts": sums}).encode()
        entry.write_bytes(b"\n".join((head, b"".join(parts))))
    is_made_again(world)


@tried(3, "Every entry of the cache begins with `{head}`", "They are worked out again")
@pytest.mark.parametrize(
    "head",
    [
        '{"key": "x", "parts": []}',
        '{"key": "x", "parts": [[-5, "a"]]}',
        '{"key": "x", "parts": [[1e400, "a"]]}',
        '{"key": "x", "parts": [["5", {}]]}',
    ],
)
def test_entries_with_an_odd_head(world: Path, head: str) -> None:
    for entry in (world / ".dateline/_site/cache").glob("*.json"):
        entry.write_text(f"{head}\n")
    is_made_again(world)


# A part of the briefings


@tried(11, "`build --part {part}`", "Exit 2, and how it is written")
@pytest.mark.parametrize("part", ["4", "5/4", "x/y", "1/4/2", "-1/4", "½/1", "1e0/2", " 1/2", ""])
def test_a_part_that_is_none_is_refused(
    world: Path, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        build(world, f"--part={part}")
    assert ended.value.code == 2
    assert "write 1/4 for the first of four" in capsys.readouterr().err


@tried(11, "`build --part {part}` of three briefings", "It says how many it kept: {kept}")
@pytest.mark.parametrize(("part", "kept"), [("7/7", 0), ("2/1000000", 1), ("1/1", 3)])
def test_more_parts_than_briefings(
    world: Path, capsys: pytest.CaptureFixture[str], part: str, kept: int
) -> None:
    shutil.rmtree(world / ".dateline")
    places = ["--content", "content", "--output", "_site", "--today", "2024-10-01"]
    assert main(["build", "--part", part, *places]) == 0
    assert capsys.readouterr().out.startswith(f"{kept} briefing")
    assert len(entries_of(world)) == kept


@tried(11, "`build --part` where the cache cannot be written", "Exit 2, and where it cannot")
def test_a_part_that_cannot_be_kept_is_none(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(world / ".dateline/_site/cache")
    (world / ".dateline/_site/cache").write_text("mine")
    assert build(world, "--part", "1/2") == 2
    assert "cache: what was made cannot be kept" in capsys.readouterr().err
    assert (world / ".dateline/_site/cache").read_text() == "mine"


@tried(11, "`build --part` may write no file of more than 1,000 bytes", "Exit 2; no half entry")
@forks
@linux
def test_a_part_on_a_disk_with_too_little_room(world: Path) -> None:
    import resource

    shutil.rmtree(world / ".dateline")
    limit = (1_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    command = [*BUILD, "--part", "1/2", "--jobs", "1"]
    code, said = in_child(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit), command)
    assert code == 2
    assert "what was made cannot be kept" in said
    assert [*(world / ".dateline/_site").glob("cache/*")] == []


@tried(
    11, "`build --part` of briefings without a mistake, and one in the site’s own sheet", "Exit 1"
)
def test_a_part_is_refused_for_a_mistake_that_all_share(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, {"people.yaml": "["})
    is_refused_at(world, "people.yaml:1:", capsys, "--part", "3/3")


@tried(1, "Three parts are made at once beside one site", "Each is kept; the site is as ever")
@forks
def test_parts_that_are_made_at_once(world: Path) -> None:
    shutil.rmtree(world / ".dateline")
    children = []
    for part in ("1/3", "2/3", "3/3"):
        child = os.fork()
        if child == 0:
            os._exit(build(world, "--part", part))
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0, 0, 0]
    assert len(entries_of(world)) == 3
    is_made_again(world)


# The journal of a site that changes

LISTED: dict[str, list[str]] = {"added": [], "replaced": [], "removed": [], "folders": []}


def written(**changes: object) -> bytes:
    body = json.dumps({**LISTED, **changes}).encode()
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


WHOLE = written(removed=["index.html"])


@tried(1, "{name}, by which a killed build is finished, is {kind}", "Exit 2; nothing is removed")
@pytest.mark.parametrize("name", ["journal.json", "undo.json"])
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("empty", b""),
        ("cut short", WHOLE[:-5]),
        ("without its digest", WHOLE.partition(b"\n")[2]),
        ("changed in a letter of a name", WHOLE.replace(b"index.html", b"indey.html")),
        ("100,000 brackets", b"[" * 100_000),
        ("a list", hashlib.sha256(b"[]").hexdigest().encode() + b"\n[]"),
        ("forged, and leads out of the site", written(removed=["../content/site.yaml"])),
        ("forged, and leads to the root", written(removed=["/etc/passwd"])),
        ("forged, with numbers for names", written(removed=[1])),
    ],
)
def test_a_journal_that_is_spoilt(
    world: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str, data: bytes
) -> None:
    (world / ".dateline/_site" / name).write_bytes(data)
    before = files_in(world / "_site")
    assert build(world) == 2, kind
    assert f"{name}, which says how far a build came, cannot be read" in capsys.readouterr().err
    assert files_in(world / "_site") == before
    assert (world / "content/site.yaml").exists()


# Search


@tried(8, "The headline of one of several briefings ends a script", "Search reads it as text")
def test_a_headline_that_ends_a_script_is_text_to_search(world: Path) -> None:
    article = world / "content/b0000/article.md"
    title = "</script><!-- \u2028 __proto__ ;calm* <img src=x onerror=alert(name)>"
    text = article.read_text("utf-8").replace("A calm day on the river", json.dumps(title))
    article.write_text(text, "utf-8")
    assert build(world) == 0
    assert read((world / "_site/b0000/search.js").read_bytes())[1][0] == title
    terms = [entry.split(" ")[0] for entry in read(index(world))[1].split(";")]
    assert {"proto", "calm", "onerror"} <= {*terms}
    assert all(re.fullmatch(r"[^\W_][\w.-]*", term) for term in terms)


def index(world: Path) -> bytes:
    (shard,) = (world / "_site/search/1").iterdir()
    return shard.read_bytes()
