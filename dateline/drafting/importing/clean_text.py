"""Text without the characters that the reading refuses: they are not seen, and could hide something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.drafting.importing.story import CutLine, ReadStory
from dateline.facts.article import Element, Node
from dateline.facts.phrasing import count_of
from dateline.facts.unseen import hidden_in
from dateline.reading.encoding import refused_characters

_OTHER_BREAKS: Final = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x85": "\n", "\u2028": "\n"} | dict.fromkeys("\x0c\u2029", "\n\n")
)
_ROUNDS: Final = 20


def with_plain_breaks(text: str) -> str:
    """The text with line feeds in place of all that ends a line, or a page, elsewhere."""
    return text.replace("\r\n", "\n").translate(_OTHER_BREAKS)


def clean_text(text: str) -> tuple[str, int]:
    """The text without what is refused in it, and how many characters that were."""
    removed = 0
    for _ in range(_ROUNDS):
        offsets = set(_refused_offsets(text))
        if not offsets:
            break
        text = "".join(letter for at, letter in enumerate(text) if at not in offsets)
        removed += len(offsets)
    return text, removed


def _refused_offsets(text: str) -> Iterator[int]:
    hidden = set(hidden_in(text))
    for refused in refused_characters(text):
        yield refused.offset
        if refused.more and refused.offset not in hidden:
            every = re.finditer(re.escape(text[refused.offset]), text)
            yield from (found.start() for found in every)
    yield from hidden


def clean_story(story: ReadStory, removed: int) -> ReadStory:
    """The story without refused characters; how many those were, with `removed` before, is a remark."""
    cleaner = _Cleaner(removed=removed)
    story = replace(
        story,
        body=tuple(map(cleaner.element, story.body)),
        markdown=cleaner.text(story.markdown),
        title=cleaner.line(story.title),
        kicker=cleaner.line(story.kicker),
        standfirst=cleaner.line(story.standfirst),
        dateline=cleaner.line(story.dateline),
        authors=tuple(filter(None, map(cleaner.line, story.authors))),
        cut=tuple(CutLine(words=_seen(cut.words), why=_seen(cut.why)) for cut in story.cut),
        remarks=tuple(map(_seen, story.remarks)),
    )
    if not cleaner.removed:
        return story
    counted = count_of(cleaner.removed, "character")
    verb = "was" if cleaner.removed == 1 else "were"
    return story.adding(remarks=[f"{counted} that nobody sees {verb} removed"])


def _seen(text: str) -> str:
    """What may be printed: a terminal obeys some of the characters that nobody sees."""
    return clean_text(with_plain_breaks(text))[0]


@dataclass(slots=True)
class _Cleaner:
    removed: int

    def text(self, text: str) -> str:
        cleaned, removed = clean_text(with_plain_breaks(text))
        self.removed += removed
        return cleaned

    def line(self, text: str) -> str:
        """A value of one line; nothing where it shows nothing."""
        cleaned = " ".join(self.text(text).split())
        return cleaned if any(letter.isalnum() for letter in cleaned) else ""

    def element(self, element: Element) -> Element:
        return element.with_children(map(self.node, element.children))

    def node(self, node: Node) -> Node:
        return self.text(node) if isinstance(node, str) else self.element(node)
