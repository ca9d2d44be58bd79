"""A file to a story, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from dateline.drafting.importing.archieml import parse_archieml
from dateline.drafting.importing.clean_text import clean_story
from dateline.drafting.importing.incoming import FileKind, Incoming, recognise
from dateline.drafting.importing.mail_text import without_mail
from dateline.drafting.importing.markdown_file import parse_markdown_file
from dateline.drafting.importing.open_document import parse_open_document
from dateline.drafting.importing.plain_text import parse_plain, with_headings
from dateline.drafting.importing.story import ReadStory
from dateline.drafting.importing.story_edges import read_edges
from dateline.drafting.importing.web_page import parse_page
from dateline.drafting.importing.word_document import parse_word


def parse_story(data: bytes, name: str) -> ReadStory:
    """Raises ImportRefused for what cannot become an article."""
    incoming = recognise(data, name)
    return clean_story(_PARSERS[incoming.kind](incoming), incoming.removed)


def _parse_plain(incoming: Incoming) -> ReadStory:
    text, cut = without_mail(incoming.text)
    story = read_edges(ReadStory(body=parse_plain(text), cut=cut))
    return replace(story, body=with_headings(story.body))


def _parse_html(incoming: Incoming) -> ReadStory:
    return read_edges(parse_page(incoming.text))


def _parse_docx(incoming: Incoming) -> ReadStory:
    return read_edges(parse_word(incoming.data, incoming.name))


def _parse_odt(incoming: Incoming) -> ReadStory:
    return read_edges(parse_open_document(incoming.data, incoming.name))


def _parse_archieml(incoming: Incoming) -> ReadStory:
    story = read_edges(parse_archieml(incoming.text))
    return replace(story, body=with_headings(story.body))


def _parse_markdown(incoming: Incoming) -> ReadStory:
    return parse_markdown_file(incoming.text)


_PARSERS: Final[Mapping[FileKind, Callable[[Incoming], ReadStory]]] = {
    "plain": _parse_plain,
    "markdown": _parse_markdown,
    "html": _parse_html,
    "archieml": _parse_archieml,
    "docx": _parse_docx,
    "odt": _parse_odt,
}
