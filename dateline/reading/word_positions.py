"""Where each word of the article is in its file."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.facts.article import Block
from dateline.patterns import compile_later
from dateline.reading.blocks import CutBlock
from dateline.reading.encoding import SourceText
from dateline.reading.lines import MarkedLines

_WORD: Final = compile_later(r"[^\W_]+")
_SIGN: Final = compile_later(r"[^\w\s]")
# What is in the source and not on the page: targets, tags, definitions, entities, notes.
_MARKUP: Final = compile_later(
    r"""\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)
      | \]\[[^\]\n]*\]
      | \[\^[^\]\n]+\]
      | <(?!https?:|mailto:)[/!?A-Za-z][^<>]*>
      | &\#?\w+;
      | ^[ ]{0,3}\*?\[[^\]\n]+\]:.*$
    """,
    re.VERBOSE | re.MULTILINE,
)
# How far, in words, the page and its source may drift apart before a word is given up.
_REACH: Final = 30


class _Word(NamedTuple):
    block: int
    offset: int
    letters: str


def place_words(
    blocks: Sequence[CutBlock], lines: MarkedLines, text: SourceText
) -> tuple[Block, ...]:
    """The blocks with the position of every word, found in the line that it came from."""
    prose = _MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text.content)
    offsets: list[dict[int, int]] = [{} for _ in blocks]
    for number, words in _by_line(blocks, lines):
        if not words:
            continue
        is_code = blocks[words[0].block].kind == "code"
        source = text.content if is_code else prose
        start, end = lines.stretch(number)
        start = _line_start(source, start) if is_code else start
        found = list(_WORD.finditer(source, start, len(source) if end is None else end))
        if found:
            offsets[words[0].block].setdefault(0, found[0].start())
        for word, at in _align(words, found):
            shared = _shared_before(blocks[word.block].text, word.offset, text.content, at)
            offsets[word.block][word.offset - shared] = at - shared
    return tuple(_placed(block, number, offsets, text) for number, block in enumerate(blocks))


def _placed(
    block: CutBlock, number: int, offsets: Sequence[dict[int, int]], text: SourceText
) -> Block:
    """The block with its positions; one without words has that of the last word above it."""
    own = offsets[number]
    if 0 not in own:
        above = (max(found.values()) for found in reversed(offsets[:number]) if found)
        own[0] = min(own.values()) if own else next(above, 0)
    positions = tuple((offset, text.position(own[offset])) for offset in sorted(own))
    return Block(
        number=number,
        kind=block.kind,
        text=block.text,
        paragraph=block.paragraph,
        positions=positions,
    )


def _by_line(blocks: Sequence[CutBlock], lines: MarkedLines) -> Iterator[tuple[int, list[_Word]]]:
    """The words of the page in their order, by the marked line that they are in or below."""
    number, words = 0, list[_Word]()
    for index, block in enumerate(blocks):
        markers = list(block.markers)
        if block.kind == "code":  # in code a tag before the marker is text too
            markers = [(_line_start(block.text, at), marker) for at, marker in markers]
        for match in _WORD.finditer(block.text):
            while markers and markers[0][0] <= match.start():
                yield number, words
                number, words = lines.number(markers.pop(0)[1]), []
            words.append(_Word(index, match.start(), match[0]))
    yield number, words


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _align(words: Sequence[_Word], found: Sequence[re.Match[str]]) -> Iterator[tuple[_Word, int]]:
    here = there = 0
    while here < len(words) and there < len(found):
        if words[here].letters == found[there][0]:
            on, over = 1, 1
        else:
            on, over = _next_agreement(words[here : here + 5], found[there : there + _REACH + 2])
        offsets = (match.start() for match in found[there : there + over])
        yield from zip(words[here : here + on], offsets, strict=False)
        here, there = here + on, there + over


def _next_agreement(words: Sequence[_Word], found: Sequence[re.Match[str]]) -> tuple[int, int]:
    """How many words to skip on the page and in the source until two agree again.

    A word of the page that is found nowhere is skipped alone: its position is that of the one before.
    """
    for distance in range(1, _REACH):
        for on in range(min(distance, 3) + 1):
            over = distance - on
            pairs = list(zip(words[on : on + 2], found[over : over + 2], strict=False))
            if pairs and all(word.letters == match[0] for word, match in pairs):
                return on, over
    return 1, 0


def _shared_before(shown: str, offset: int, source: str, at: int) -> int:
    """How many opening signs precede a word both on the page and in the source: “, $, (."""
    if shown[offset - 1 : offset].isspace():
        return 0
    count = 0
    while count < min(offset, at) and _SIGN.match(shown[offset - count - 1]):
        if shown[offset - count - 1] != source[at - count - 1]:
            return count
        count += 1
    begins = offset == count or shown[offset - count - 1].isspace()
    return count if begins else 0
