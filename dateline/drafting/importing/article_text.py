"""A story as the text of `article.md`: its front matter, with what only an editor can know, and its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.drafting.importing.markdown_writer import write_markdown
from dateline.drafting.importing.slug_of_title import slug_of
from dateline.drafting.importing.story import ReadStory

_PLAIN_SCALAR: Final = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`~=<])(?!.*(?:: | #|:$))\S(?:.*\S)?")
_NOT_OF_A_SCALAR: Final = re.compile(r"[\x00-\x1f\x85\u2028\u2029]+")


def article_text(story: ReadStory) -> str:
    body = story.markdown or write_markdown(story.body)
    return "\n".join(["---", *_front_matter(story), "---", "", body.strip("\n"), ""])


def unknown_fields(story: ReadStory) -> tuple[str, ...]:
    """The fields that an editor must fill in, or leave out knowingly, as the file does not say them."""
    known = {
        "title": story.title,
        "standfirst": story.standfirst,
        "published": story.published,
        "authors": story.authors,
        "sources": story.origin,
    }
    return tuple(name for name, value in known.items() if not value)


def source_id(story: ReadStory) -> str:
    """The id of the page that the story is from, in sources.yaml."""
    publisher = slug_of(story.origin.publisher) if story.origin else ""
    return f"{publisher}-article" if publisher[:1].isalpha() else "source-text"


def sources_text(story: ReadStory) -> str:
    """A sources.yaml with the page that the story is from; empty where that is not known."""
    if not story.origin:
        return ""
    fields = {
        "title": story.origin.title or story.title,
        "kind": "news article",
        "publisher": story.origin.publisher,
        "author": ", ".join(story.authors),
        "address": story.origin.address,
        "published": story.published.isoformat() if story.published else "",
        "language": story.language,
    }
    lines = [f"    {name}: {scalar(value)}" for name, value in fields.items() if value]
    return "\n".join(["sources:", f"  - id: {source_id(story)}", *lines, ""])


def _front_matter(story: ReadStory) -> Iterator[str]:
    simple = {
        "title": story.title,
        "kicker": story.kicker,
        "standfirst": story.standfirst,
        "published": story.published.isoformat() if story.published else "",
        "published_time": story.published_time,
        "dateline": story.dateline,
        "authors": _flow(story.authors),
        "language": story.language,
        "sources": source_id(story) if story.origin else "",
    }
    for name, value in simple.items():
        if value:
            yield f"{name}: {value if name == 'authors' else scalar(value)}"
    if unknown := unknown_fields(story):
        yield f"decide: [{', '.join(unknown)}]"


def _flow(names: tuple[str, ...]) -> str:
    """A list on one line."""
    return f"[{', '.join(map(_in_flow, names))}]" if names else ""


def _in_flow(value: str) -> str:
    return scalar(value) if not set(value) & set(",[]{}") else f"'{_doubled(value)}'"


def scalar(value: str) -> str:
    """A value as YAML reads it back, between quotation marks where it must be."""
    line = " ".join(_NOT_OF_A_SCALAR.sub(" ", value).split(" ")).strip()
    return line if _PLAIN_SCALAR.fullmatch(line) else f"'{_doubled(line)}'"


def _doubled(value: str) -> str:
    return value.replace("'", "''")
