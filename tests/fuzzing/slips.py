"""Slips of the hand: a site in which a few values, lines or bytes are not what they should be."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, Final

from hypothesis import strategies as st

from tests.fuzzing.building import Files, to_files
from tests.fuzzing.garbled import BYTES, ODD
from tests.fuzzing.sites import WrittenSite
from tests.fuzzing.styles import STYLES

Place = tuple[Any, str | int]
"""What holds a value, and the key or the number of the value in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoilt:
    """A site as it was, as files, and with slips in it."""

    before: Files
    after: Files


def _deep(levels: int) -> Any:
    value: Any = "deep"
    for _ in range(levels):
        value = [value]
    return value


OTHERS: Final = st.one_of(
    st.sampled_from([None, "", "  ", [], {}, ["a", "b"], {"a": "b"}, [["a"]], [{"id": "x"}], _deep(60)]),
    st.sampled_from(["0", "-1", "1e400", "NaN", "9" * 400, "true", "no", "2024-02-30", "9999-12-31", "0000"]),
    st.sampled_from(["x" * 5_000, "word " * 2_000, "A" * 300, "a-" * 60, "../../x", "con", "index", "\u202e", "."]),
    st.sampled_from(["javascript:alert(1)", "//evil.example", "https://", "file:///etc/passwd", "data:,x"]),
    st.sampled_from(["images/../article.md", "images/none.png", "sources/none.txt", "agreement.value"]),
    st.sampled_from(["The bridge", "Monday", "5 million people", "“Nobody,” she said", "[[x]]", "{a: b}"]),
    st.text(max_size=20),
)  # fmt: skip
KEYS: Final = st.sampled_from(
    ["origin", "id", "words", "why", "", "evidence", "Title", "is", "events", "é"]
)


@st.composite
def spoilt_sites(draw: st.DrawFn, sites: st.SearchStrategy[WrittenSite]) -> Spoilt:
    site = draw(sites)
    before: Files = to_files(site)
    if draw(st.integers(0, 2)):
        for _ in range(draw(st.integers(1, 2))):
            site = draw(with_a_wrong_value(site))
    after: Files = to_files(site, draw(STYLES))
    if after.keys() and draw(st.integers(0, 2)) == 0:
        after = draw(with_a_spoilt_file(after))
    return Spoilt(before=before, after=after)


# Values


@st.composite
def with_a_wrong_value(draw: st.DrawFn, site: WrittenSite) -> WrittenSite:
    site = replace(site, yaml=deepcopy(site.yaml), articles=deepcopy(site.articles))
    files = [*site.yaml.values(), *(front for front, _ in site.articles.values())]
    places = [place for file in files for place in _places(file)]
    if places:
        holder, key = draw(st.sampled_from(places))
        _change(holder, key, draw(st.sampled_from(CHANGES)), draw(OTHERS), draw(KEYS))
    return site


CHANGES: Final = ("put", "put", "put", "cut", "rename", "add", "double", "wrap")


def _change(holder: Any, key: Any, change: str, value: Any, name: str) -> None:
    match change:
        case "put":
            holder[key] = value
        case "cut":
            del holder[key]
        case "rename" if isinstance(holder, dict):
            holder[name] = holder.pop(key)
        case "add" if isinstance(holder, dict):
            holder[name] = value
        case "double" if isinstance(holder, list):
            holder.insert(key, deepcopy(holder[key]))
        case "wrap":
            holder[key] = [holder[key]]


def _places(value: Any) -> list[Place]:
    if not isinstance(value, dict | list):
        return []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [place for key, inner in items for place in ((value, key), *_places(inner))]


# Lines and bytes


@st.composite
def with_a_spoilt_file(draw: st.DrawFn, files: Files) -> Files:
    path = draw(st.sampled_from(sorted(files)))
    data = draw(spoilt(files[path]))
    name = draw(st.sampled_from([path, path, path, f"{path}~", f"{path}.yaml", path.upper()]))
    return {other: held for other, held in files.items() if other != path} | {name: data}


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """A file with a line that is missing, doubled, moved or has something put into it; or in another encoding."""
    lines = data.split(b"\n")
    at = draw(st.integers(0, len(lines) - 1))
    change = draw(
        st.sampled_from(["cut", "double", "in", "out", "tab", "put", "put", "end", "encode"])
    )
    match change:
        case "cut":
            del lines[at]
        case "double":
            lines.insert(at, lines[at])
        case "in":
            lines[at] = b" " * draw(st.integers(1, 5)) + lines[at]
        case "out":
            lines[at] = lines[at].lstrip(b" ")
        case "tab":
            lines[at] = b"\t" + lines[at]
        case "put":
            put = draw(st.sampled_from([*(sign.encode() for sign in (*ODD, *SIGNS)), *BYTES]))
            column = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + put + lines[at][column:]
        case "end":
            lines = lines[:at]
        case _:
            return data.decode().encode(
                draw(st.sampled_from(["utf-16", "utf-32", "cp037"])), "replace"
            )
    return b"\n".join(lines)


SIGNS: Final = [
    ": ",
    " #",
    "- ",
    "{",
    "[",
    "]",
    "}",
    '"',
    "'",
    "|",
    "&a ",
    "*a",
    "!!str ",
    "---\n",
    "...\n",
    "<",
    "`",
]
