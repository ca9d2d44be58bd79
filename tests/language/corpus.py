"""The corpus of sentences with gold readings, read from the files of corpus/ beside this one."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from dateline.language import FoundQuantity

FOLDER = Path(__file__).with_name("corpus")
_PAIR = re.compile(r"([0-9.]+)-([0-9.]+)")
_MARKED = re.compile(r"\[([^|\]]+)\|([dq]) ([^\]]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A finding that the sentence must give: its span, and its reading as text."""

    start: int
    end: int
    kind: Literal["date", "quantity"]
    reading: tuple[str, ...]
    is_pair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    batch: str
    beat: str
    line: int
    written: dt.date
    text: str
    gold: tuple[Gold, ...]


def read_corpus() -> list[Sentence]:
    """Every sentence of every batch, in the order of the files."""
    return [sentence for path in sorted(FOLDER.glob("*.txt")) for sentence in _read_batch(path)]


def _read_batch(path: Path) -> Iterator[Sentence]:
    beat, written = "", dt.date(2024, 9, 11)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            beat = line[3:].strip()
        elif line.startswith("@ "):
            written = dt.date.fromisoformat(line[2:].strip())
        elif line.strip():
            text, gold = parse_line(line)
            yield Sentence(
                batch=path.stem, beat=beat, line=number, written=written, text=text, gold=gold
            )


def parse_line(line: str) -> tuple[str, tuple[Gold, ...]]:
    """The sentence without its marks, and what they said."""
    text, gold, done = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[done : match.start()]
        start, text = len(text), text + match[1]
        kind: Literal["date", "quantity"] = "date" if match[2] == "d" else "quantity"
        words = match[3].split()
        reading = _quantity(words) if kind == "quantity" else tuple(words)
        is_pair = _PAIR.fullmatch(words[0]) is not None and kind == "quantity"
        gold.append(Gold(start=start, end=len(text), kind=kind, reading=reading, is_pair=is_pair))
        done = match.end()
    return text + line[done:], tuple(gold)


def _quantity(words: list[str]) -> tuple[str, ...]:
    """VALUE UNIT HEDGE as (low, high, unit, hedge), each as text; "-" for none.

    VALUE is one number, a range `900..1000`, a pair in the order written `8-3`, or `words`.
    """
    value, unit, hedge = [*words, "-"][:3] if len(words) < 3 else words
    ends = ("-", "-") if value == "words" else (value.split("..")[0], value.split("..")[-1])
    if pair := _PAIR.fullmatch(value):
        ends = pair[1], pair[2]
    return (*map(show_number, ends), unit.replace("_", " "), hedge.replace("_", " "))


def quantity_reading(quantity: FoundQuantity) -> tuple[str, ...]:
    """What was read, in the same form."""
    ends = map(show_number, (quantity.low, quantity.high))
    return (*ends, quantity.unit or "-", quantity.hedge or "-")


def show_number(number: str | Decimal | None) -> str:
    """A number in one form whatever its zeros; "-" for none."""
    if number is None or number == "-":
        return "-"
    if isinstance(number, str) and "/" in number:
        above, below = number.split("/")
        number = Decimal(above) / Decimal(below)
    return f"{Decimal(number):f}".rstrip("0").rstrip(".") if "." in str(number) else str(number)


_NAMED = re.compile(r"\[([^\]]+)\]")


def read_names() -> list[tuple[str, list[str]]]:
    """The sentences of corpus/names/, each with the names that it must give and no others."""
    lines = (FOLDER / "names" / "news.txt").read_text(encoding="utf-8").splitlines()
    sentences = (line for line in lines if line and not line.startswith("== "))
    return [(_NAMED.sub(r"\1", line), _NAMED.findall(line)) for line in sentences]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A short article of corpus/speakers/, who is in its sheets, and who speaks each quotation."""

    place: str
    style: str
    body: str
    people: Mapping[str, str]
    bodies: Mapping[str, str]
    quotations: tuple[tuple[str, str], ...]


_SPOKEN = re.compile(r"\{(\w+)\}([^”\"]*?)(?=[”\"]|['’](?![\w])|$)")
_CAST = re.compile(r"([&#]) (\w+): (.+)")


def read_attributed() -> list[Attributed]:
    files = sorted((FOLDER / "speakers").glob("*.txt"))
    return [article for path in files for article in _read_speakers(path)]


def _read_speakers(path: Path) -> Iterator[Attributed]:
    """`&` and `#` name the people and the bodies of a file; `|` goes on with an article."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cast = [found.groups() for line in lines if (found := _CAST.fullmatch(line))]
    people, bodies = ({key: name for sign, key, name in cast if sign == own} for own in "&#")
    style, begun = "", list[tuple[str, str, list[str]]]()
    for number, line in enumerate(lines, 1):
        if line.startswith("== "):
            style = line[3:]
        elif line.startswith("| "):
            begun[-1][2].append(line[2:])
        elif line and line[0] not in "&#":
            begun.append((f"{path.stem}:{number}", style, [line]))
    for place, own_style, paragraphs in begun:
        spoken = [found for text in paragraphs for found in _SPOKEN.findall(text)]
        body = re.sub(r"\{\w+\}", "", "\n\n".join(paragraphs))
        yield Attributed(
            place=place,
            style=own_style,
            body=body,
            people=people,
            bodies=bodies,
            quotations=tuple(spoken),
        )
