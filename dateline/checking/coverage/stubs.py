"""A fact to paste into a sheet, made from a finding of the article; the editor fills in the blanks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from dateline.checking.agreement.quantities.currencies import meant_by
from dateline.checking.basis.cells import passage_of
from dateline.checking.basis.evidence import ArticleText
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.coverage.coverage import FACT_KINDS_FOR, Finding
from dateline.checking.coverage.offers import Offer
from dateline.checking.coverage.table_rows import HistoryEntry, find_histories
from dateline.facts.briefing import Briefing
from dateline.facts.dates import parse_date
from dateline.facts.kinds import Kind
from dateline.facts.records import FigureKind, Passage
from dateline.patterns import compile_later

# The blank fields before and after those that the finding gives.
_BLANKS: Final[Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    Kind.EVENT: (("id", "title"), ()),
    Kind.FIGURE: (("id", "label"), ("kind",)),
    Kind.QUOTATION: (("id",), ("speaker",)),
    Kind.PERSON: (("id",), ("role", "why")),
    Kind.ORGANISATION: (("id",), ("what",)),
    Kind.PLACE: (("id",), ("what",)),
}
_REMARKS: Final = {"kind": f"one of: {', '.join(kind.value for kind in FigureKind)}"}


def write_stubs(
    triaged: Sequence[Finding], article: ArticleText, briefing: Briefing
) -> Mapping[Finding, str]:
    """What to paste for each finding that no fact has, but names: a fact, or an entry in its history."""
    histories = find_histories(triaged, article.tables)
    return {
        finding: _write_entry(finding, histories[finding], article, briefing)
        if finding in histories
        else write_stub(finding, article, briefing)
        for finding in triaged
        if finding.verdict in ("open", "offered") and finding.kind != "name"
    }


def _write_entry(
    finding: Finding, entry: HistoryEntry, article: ArticleText, briefing: Briefing
) -> str:
    """One line of the history of the figure that has the other numbers of the row or the column."""
    margin = " " * _indent_of(Kind.FIGURE, briefing)
    known = next(iter(entry.figure.facts), "")
    figure = (
        f"‘{known}’"
        if known
        else f"the figure for “{entry.figure.text}” of line {entry.figure.position.line}"
    )
    fields = dict(finding.fields)
    written = {"date": entry.date, "value": fields["value"], "hedge": fields.get("hedge")}
    parts = [f"{name}: {write_scalar(text)}" for name, text in written.items() if text]
    cell = article.tables.by_block[finding.span.block]
    head = article.tables.text_at(cell.column if entry.head == "column" else cell.row) or ""
    parts.append(f"evidence: {{{entry.head}: {_quote(head)}}}")
    remark = f"{Kind.FIGURE.sheet}, under history: of {figure}"
    return f"{margin}# {remark}\n{margin}- {{{', '.join(parts)}}}\n"


def write_stub(finding: Finding, article: ArticleText, briefing: Briefing) -> str:
    """The fact that a finding would be, as YAML, with its other readings in a comment."""
    kind = FACT_KINDS_FOR[finding.kind][0]
    others = finding.readings[1:]
    remarks = _REMARKS | ({finding.kind: f"or {', or '.join(others)}"} if others else {})
    if ("unit", "") in finding.fields:
        remarks["unit"] = "a currency such as GBP, or pounds for weight"
    fields = _in_money_of_story(_fields(finding, kind, article), finding, briefing)
    if kind is Kind.EVENT and is_to_come(finding, briefing.front.published):
        fields = (
            ("expected", f"{{window: {text}}}") if name == "date" else (name, text)
            for name, text in fields
        )
        remarks |= {"expected": remarks.get("date", "and said_by: who announced it")}
    return _write(kind, _under(kind), fields, remarks, briefing)


def _in_money_of_story(
    fields: Iterable[tuple[str, str]], finding: Finding, briefing: Briefing
) -> Iterator[tuple[str, str]]:
    """A bare “$” is in the dollars that most figures of the briefing have, where any has one."""
    for name, text in fields:
        code, slash, per = text.partition("/")
        meant = meant_by(code, finding.text) if name == "unit" and code else ()
        units = ((figure.unit or "").partition("/")[0] for figure in briefing.figures)
        usual = Counter(unit for unit in units if unit in meant).most_common(1)
        yield name, f"{usual[0][0]}{slash}{per}" if usual and len(meant) > 1 else text


def is_to_come(finding: Finding, published: date) -> bool:
    """Whether a date begins after the article was published, or is to be over by a day after that."""
    found = parse_date(finding.reading)
    begins = found.start or (found.end if found.form == "until" else None)
    return begins is not None and begins.first_day > published


def write_name_stub(offer: Offer, article: ArticleText, briefing: Briefing) -> str:
    """The person, organisation or place that a name would be; a person where nothing says."""
    kind = offer.kind or Kind.PERSON
    remark = _under(kind)
    if offer.kind is None:
        remark += " (organisations.yaml and places.yaml: what, for role and why)"
    if offer.known:
        remark = (
            f"another name of ‘{offer.known}’? Then add it there, under aliases. If not, {remark}"
        )
    fields = _fields(offer.finding, kind, article, offer.aliases)
    return _write(kind, remark, fields, _REMARKS, briefing)


def _under(kind: Kind) -> str:
    return f"{kind.sheet}, under {kind.plural}:"


def _write(
    kind: Kind,
    remark: str,
    fields: Iterable[tuple[str, str]],
    remarks: Mapping[str, str],
    briefing: Briefing,
) -> str:
    """The lines to paste, as far from the margin as the entries of the sheet are."""
    margin = " " * _indent_of(kind, briefing)
    lines = [
        f"{name}: {text}".rstrip() + (f" # {remarks[name]}" if name in remarks else "")
        for name, text in fields
    ]
    return f"{margin}# {remark}\n{margin}- " + f"\n{margin}  ".join(lines) + "\n"


# Where a mapping begins after "  - ", and the most that a sheet is likely to be indented.
_USUAL: Final = 5
_MOST: Final = 11


def _indent_of(kind: Kind, briefing: Briefing) -> int:
    columns = (record.origin.position.column for record in briefing.records(kind))
    return next((column for column in columns if 3 <= column <= _MOST), _USUAL) - 3


def _fields(
    finding: Finding, kind: Kind, article: ArticleText, aliases: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    before, after = _BLANKS[kind]
    yield from ((name, "") for name in before)
    yield from ((name, write_scalar(text) if text else "") for name, text in finding.fields)
    if aliases:
        yield "aliases", f"[{', '.join(map(write_scalar, aliases))}]"
    given = {name for name, _ in finding.fields}
    yield from ((name, "") for name in after if name not in given)
    passage = choose_passage(finding, article)
    if finding.kind != "quotation" or passage.before or passage.after:
        yield "evidence", _write_passage(passage)


# The longest passage to copy, in characters, and how many words beside a shorter one locate it.
LONGEST: Final = 600
BESIDE: Final = 12


def choose_passage(finding: Finding, article: ArticleText) -> Passage:
    """Words of the article that include the finding and occur only once, or the cell that has it.

    A name or a quotation is enough by itself. A date or a number is taken with its sentence, so
    that nothing which belongs to it is cut off, or with the words beside it if that is too long.
    """
    if cell := passage_of(finding.span.block, article.tables):
        return cell
    text, first, last = (
        article.blocks[finding.span.block][0].text,
        finding.span.start,
        finding.span.end,
    )
    start, end = sentences_around(text, finding.span)
    alone = Passage(words=_on_one_line(text[first:last]))
    fitting = [alone] if finding.kind in ("quotation", "name") else []
    if finding.kind != "quotation" and end - start <= LONGEST:
        fitting.append(Passage(words=_on_one_line(text[start:end])))
    for passage in fitting:
        if len(article.find(passage)) == 1:
            return passage
    before = text[max(start, first - LONGEST) : first].split()[-BESIDE:]
    after = text[last : min(end, last + LONGEST)].split()[:BESIDE]
    return Passage(
        words=alone.words, before=" ".join(before) or None, after=" ".join(after) or None
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _write_passage(passage: Passage) -> str:
    names = ("words", "before", "after", "row", "column", "table")
    written = {name: text for name in names if (text := getattr(passage, name))}
    if passage.words and len(written) == 1:
        return _quote(passage.words)
    return "{" + ", ".join(f"{name}: {_quote(text)}" for name, text in written.items()) + "}"


# What YAML (1.2, section 7.3.3) reads as plain text in any context, except `null`, which is not text.
_PLAIN: Final = compile_later(r"(?!(?i:null)$)[0-9A-Za-z.](?:[0-9A-Za-z.,/~ -]*[0-9A-Za-z.~])?")


def write_scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quote(text)


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
