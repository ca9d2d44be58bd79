"""A Markdown file of another program to a story: its front matter in our words, its text as it is.

What only that program understands is removed and shown; what our reader takes otherwise is written so
that it reads it as it was meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any, Final

import yaml

from dateline.drafting.importing.boilerplate import why_cut
from dateline.drafting.importing.clean_text import clean_text
from dateline.drafting.importing.field_names import FieldValue, with_fields
from dateline.drafting.importing.story import CutLine, ImportRefused, ReadStory
from dateline.drafting.importing.story_edges import read_line
from dateline.facts.web_addresses import fault_of
from dateline.reading.allowed import ATTRIBUTES
from dateline.reading.encoding import SourceText
from dateline.reading.markdown import parse_markdown

_FRONT: Final = re.compile(
    r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)(?:^\1|^\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_MOST_FRONT: Final = 50_000
_TITLE: Final = re.compile(
    r"\A\s*(?:#[ \t]+(?P<signed>[^\n]+?)[ \t]*#*|(?P<underlined>[^\n]+)\n=+)[ \t]*(?:\n|\Z)"
)
# A line with an empty one below it, or wholly in emphasis.
_LINE_ABOVE: Final = re.compile(
    r"\s*(?:(?P<sign>[*_]{1,3})(?=\S)[^\n]*(?P=sign)[ \t]*(?:\n|\Z)|[^\n#>|\d*+-][^\n]*(?:\n[ \t]*\n|\Z))"
)
_LINE_BELOW: Final = re.compile(r"\n[ \t]*\n([^\n#>|]*\S[^\n]*)\s*\Z")
_CODE: Final = re.compile(r"^(`{3,}|~{3,})[^`\n]*\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_INSTRUCTION: Final = re.compile(
    r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}|[ \t]*\{:[^{}\n]*\}|[ \t]*\{[.#][A-Za-z][^{}\n]*\}"
    r"|^\[TOC\][ \t]*$|^:::.*$",
    re.DOTALL | re.MULTILINE,
)
_PICTURE: Final = re.compile(
    r"\[?!\[[^\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])(?:\]\([^)\n]*\))?"
)
_HTML: Final = re.compile(
    r"<(script|style|iframe|video|audio|object)\b.*?</\1\s*>|</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>",
    re.DOTALL | re.IGNORECASE,
)
_LINK: Final = re.compile(
    r"(?<!!)\[([^\[\]\n]+)\]\(<?((?:[^()\n]|\([^()\n]*\))*?)>?(?:\s+\"[^\"\n]*\")?\)"
)
_ENTITY: Final = re.compile(r"&#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});?")
_NOTE: Final = re.compile(r"\[\^([^\]\n]+)\]")
_NOTE_TEXT: Final = re.compile(
    r"^ {0,3}\[\^([^\]\n]+)\]:[^\n]*(?:\n+(?: {4}|\t)[^\n]*)*", re.MULTILINE
)
_FIRST_LEVEL: Final = re.compile(r"^#(?=[ \t]+\S)", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^([^\n]*\S[^\n]*)\n=+[ \t]*$", re.MULTILINE)
_BULLET: Final = re.compile(r"^([ \t]*)[•◦▪●‣∙][ \t\u00a0]*(?=\S)", re.MULTILINE)
_BRACKETED: Final = re.compile(r"^([ \t]*)\(?(\d{1,3})\)[ \t]+(?=\S)", re.MULTILINE)
_BOX: Final = re.compile(r"^([ \t]*[-*+] )\[[ xX]\] ", re.MULTILINE)
# An address that is no link yet: not in < >, in brackets, or after the name of a link.
_ADDRESS: Final = re.compile(
    r"(?<![\w@./<\"'=(\[])(?<!\]: )(https?://(?=\w)[^\s<>()\[\]]*[\w/])(?![\w/]*[\])])"
)
_BACKSLASH: Final = re.compile(r"(?<!\\)\\\n(?=[ \t]*\S)")


@dataclass(slots=True)
class _Body:
    """The text, and what was removed from it."""

    text: str
    cut: list[CutLine] = field(default_factory=list)

    def remove(
        self, pattern: re.Pattern[str], why: str, keep: Callable[[re.Match[str]], str | None]
    ) -> None:
        """Remove what is found, unless `keep` returns what is to be there."""

        def replaced(found: re.Match[str]) -> str:
            kept = keep(found)
            if kept is None or kept != found[0]:
                self.cut.append(CutLine(words=" ".join(found[0].split())[:200], why=why))
            return found[0] if kept == found[0] else kept or ""

        self.text = pattern.sub(replaced, self.text)


def parse_markdown_file(text: str) -> ReadStory:
    fields, body = _split(text)
    story = with_fields(ReadStory(), fields)
    if title := _TITLE.match(body):
        words = _plain(title["signed"] or title["underlined"])
        if not story.title or words == story.title:
            story, body = replace(story, title=words), body[title.end() :]
    story, body = _read_lines_above(story, body)
    written = _Body(body)
    _cut_lines_below(written)
    _take_other_languages(written)
    markdown = _as_ours(written.text).strip("\n")
    if not markdown.strip():
        raise ImportRefused("it has nothing below its front matter")
    story = replace(story, markdown=f"{markdown}\n").adding(*written.cut)
    return story.adding(remarks=_remarks(markdown))


def _read_lines_above(story: ReadStory, body: str) -> tuple[ReadStory, str]:
    """The story with what the lines above its first paragraph say of it, and the text without them."""
    while line := _LINE_ABOVE.match(body):
        words = _plain(line[0].strip()).strip("_")
        if story.standfirst and words == story.standfirst:
            cut = CutLine(words=words, why="its standfirst, which the front matter has")
            story, body = story.adding(cut), body[line.end() :]
            continue
        read = read_line(words, story)
        if read is None:
            break
        story, body = read, body[line.end() :]
    return story, body


def _cut_lines_below(written: _Body) -> None:
    """Remove the lines at the end that say where the story is from, who worked on it and the like."""
    while found := _LINE_BELOW.search(written.text):
        words = _plain(found[1].strip()).strip("_")
        why = why_cut(words)
        if why is None:
            return
        written.cut.append(CutLine(words=words, why=why))
        written.text = f"{written.text[: found.start()]}\n"


def _plain(title: str) -> str:
    """A headline without marks of emphasis and links."""
    return re.sub(
        r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\\([\\`*_{}\[\]()#+.!-])|\*+|`", r"\1", title)
    ).strip()


def _split(text: str) -> tuple[list[tuple[str, FieldValue]], str]:
    found = _FRONT.match(text)
    if not found:
        return [], text
    if len(found[2]) > _MOST_FRONT:
        raise ImportRefused(f"the front matter has more than {_MOST_FRONT:,} characters")
    try:
        read = tomllib.loads(found[2]) if found[1] == "+++" else _read_yaml(found[2])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        raise ImportRefused(
            f"the front matter cannot be read{where}: correct it, or remove it"
        ) from None
    fields = read.items() if isinstance(read, dict) else ()
    return [(str(name), _value(value)) for name, value in fields], text[found.end() :]


class _PlainLoader(yaml.BaseLoader):
    """Refuses `*names`, of which a few lines can stand for millions of values."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise ImportRefused(
                "the front matter has a reference to another value (`*name`): write the value itself"
            )
        return super().compose_node(parent, index)


def _read_yaml(text: str) -> Any:
    """Every value as the text that was written; the loader makes nothing else of it."""
    return yaml.load(text, _PlainLoader)  # noqa: S506 - it builds strings, lists and dicts alone


def _value(value: Any) -> FieldValue:
    """A field as text; of authors with several fields of their own, the name."""
    if isinstance(value, list):
        return tuple(filter(None, map(_text_of, value)))
    return _text_of(value)


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or ", ".join(map(str, value)))
    return "" if value is None else str(value)


def _take_other_languages(body: _Body) -> None:
    """Remove instructions, pictures, elements and links that have no meaning in our articles."""
    body.remove(_INSTRUCTION, "an instruction for another program", lambda _: None)
    body.remove(_PICTURE, "a picture: put its file into the folder images", lambda _: None)
    body.remove(_HTML, "HTML that an article does not have", _kept_html)
    body.remove(_LINK, "a link that cannot lead from here; its words stay", _kept_link)
    body.remove(_ENTITY, "a character that no page may hold", _kept_entity)
    referred = {note[1] for note in _NOTE.finditer(body.text) if not _begins_note(note)}
    body.remove(
        _NOTE_TEXT,
        "a note that nothing refers to",
        lambda note: note[0] if note[1] in referred else None,
    )
    written = {note[1] for note in _NOTE_TEXT.finditer(body.text)}
    body.remove(
        _NOTE,
        "a note without its text",
        lambda note: note[0] if note[1] in written or _begins_note(note) else None,
    )


def _begins_note(found: re.Match[str]) -> bool:
    """Whether it is not a reference, but stands before the text of a note."""
    line = found.string.rfind("\n", 0, found.start()) + 1
    return not found.string[line : found.start()].strip() and found.string.startswith(
        ":", found.end()
    )


def _kept_link(found: re.Match[str]) -> str:
    address = found[2].strip().replace(" ", "%20")
    if address.startswith("#") or not fault_of(address):
        return found[0].replace(found[2], address) if " " in found[2].strip() else found[0]
    return found[1]


def _kept_entity(found: re.Match[str]) -> str | None:
    """An entity, unless it stands for a character that is not seen."""
    is_empty = not found[0].strip("&#xX0;")
    return None if is_empty or clean_text(f"a{unescape(found[0])}b")[1] else found[0]


def _kept_html(found: re.Match[str]) -> str | None:
    name = (found[2] or "").lower()
    return found[0] if name in ATTRIBUTES and name not in ("div", "img") else None


def _as_ours(text: str) -> str:
    """The Markdown in the form in which our reader takes it as it is meant elsewhere."""
    text = _CODE.sub(
        lambda code: re.sub("^", "    ", code[2].rstrip("\n"), flags=re.MULTILINE), text
    )
    text = _UNDERLINED.sub(r"## \1", text)
    if _FIRST_LEVEL.search(text):
        text = re.sub(r"^(#{1,5})(?=[ \t]+\S)", r"\1#", text, flags=re.MULTILINE)
    text = _BULLET.sub(r"\1- ", text)
    text = _BRACKETED.sub(r"\1\2. ", text)
    text = _BOX.sub(r"\1", text)
    text = _BACKSLASH.sub("  \n", text)
    text = _ADDRESS.sub(r"<\1>", text)
    text = re.sub(
        r"[ \t]+$", lambda space: "  " if space[0] == "  " else "", text, flags=re.MULTILINE
    )
    return re.sub(r"\n{3,}", "\n\n", text)


def _remarks(markdown: str) -> Iterator[str]:
    """What our reader says of the text all the same."""
    _, problems = parse_markdown(SourceText("article.md", markdown))
    for problem in problems[:20]:
        line = markdown.split("\n")[problem.position.line - 1].strip()
        yield f"{problem.found}: {problem.fix} (“{line[:60]}”)"
