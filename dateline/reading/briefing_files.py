"""One folder's bytes to a briefing, with everything that is wrong in them. No I/O."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from difflib import get_close_matches
from typing import Any, Final, TypeVar, get_args

from dateline.facts import records
from dateline.facts.article import Article, WrittenPicture
from dateline.facts.briefing import Briefing, StoredSource
from dateline.facts.fields import ID
from dateline.facts.kinds import Kind
from dateline.facts.records import (
    RECORD_OF,
    BriefPoint,
    Fact,
    FrontMatter,
    Named,
    Picture,
    Record,
    Source,
)
from dateline.facts.site_records import Site
from dateline.facts.undecided import Undecided
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Related, Rule, is_refused, sort_problems
from dateline.reading.content import ARTICLE, SETTINGS, AsWritten, Folder
from dateline.reading.encoding import MAX_BYTES, SourceText, decode
from dateline.reading.front_matter import split_article
from dateline.reading.lending import Lender, only_named, without_strangers
from dateline.reading.markdown import parse_markdown
from dateline.reading.picture_files import check_picture_files, with_words_of_article
from dateline.reading.proposals import (
    check_decided,
    is_undecided,
    parse_undecided,
    parse_undecided_front,
)
from dateline.reading.validation import as_id, kind, parse_record
from dateline.reading.written_language import written_language
from dateline.reading.yaml_tree import (
    YamlField,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlTree,
    parse_tree,
)

MODELS: Final[dict[str, type[Record]]] = {
    kind(model): model
    for model in (
        records.TimelineSheet,
        records.FiguresSheet,
        records.PeopleSheet,
        records.OrganisationsSheet,
        records.PlacesSheet,
        records.QuotationsSheet,
        records.SourcesSheet,
        records.CoverageSheet,
    )
}
# The lists of each sheet by name, and the kind of record that each holds.
MODEL_LISTS: Final[dict[type[Record], dict[str, type[Record]]]] = {
    model: {
        name: get_args(info.annotation)[0]
        for name, info in model.model_fields.items()
        if name != "origin"
    }
    for model in MODELS.values()
}
# Each fact has a page, and its words are looked for in the article (docs/limits.md, as all limits).
MAX_ENTRIES: Final = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    id: str
    kind: str
    position: Position


@dataclass(slots=True)
class _Found:
    """What was read so far.

    `unread` is empty only if everything was read: it holds ids, and positions of what has none.
    `unread_kinds` are the kinds of which some record was not read, `idless_kinds` those of which
    some id is not known.
    """

    records: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    declared: list[_Declared] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    unread_kinds: set[str] = field(default_factory=set)
    idless_kinds: set[str] = field(default_factory=set)
    unread_front: set[str] = field(default_factory=set)
    undecided: list[Undecided] = field(default_factory=list)
    lender: Lender = field(default_factory=Lender)
    entries: int = 0
    problems: list[Problem] = field(default_factory=list)

    def miss_ids(self, kinds: Iterable[str]) -> None:
        kinds = set(kinds)
        self.unread_kinds |= kinds
        self.idless_kinds |= kinds


def parse_briefing(folder: Folder) -> tuple[Briefing | None, tuple[Problem, ...]]:
    """A briefing, as far as it can be read, and all that is wrong; None without an article."""
    found = _Found()
    front, article = _parse_article(folder, found)
    found.lender = _lender(folder, front, article)
    for name, model in MODELS.items():
        path = f"{folder.shown_as}/{name}"
        if name in folder.files:
            _parse_sheet(folder.files[name], path, model, found)
        elif name in folder.refused:
            _miss_sheet(path, model, found)
    doubled = _leave_out_doubled(found)
    source_texts = _read_source_texts(folder, found)
    _take_named(folder, front, found)
    found.problems += (*check_decided(found.undecided), *_duplicates(found.declared, doubled))
    if front is None or article is None:
        return None, limit_repetition(sort_problems(found.problems))
    briefing = Briefing(
        slug=folder.slug,
        front=front,
        article=article,
        unread=frozenset(found.unread),
        unread_kinds=frozenset(found.unread_kinds),
        idless_kinds=frozenset(found.idless_kinds),
        unread_front=frozenset(found.unread_front),
        source_texts=source_texts,
        undecided=tuple(found.undecided),
        shared=_shared(folder, found),
        **{name: tuple(read) for name, read in found.records.items()},
    )
    is_whole = not is_refused(found.problems, strict=False)
    found.problems += check_picture_files(briefing, folder, is_whole=is_whole)
    return briefing, limit_repetition(sort_problems(found.problems))


def _lender(folder: Folder, front: FrontMatter | None, article: Article | None) -> Lender:
    is_dated = front is not None and "published" in front.model_fields_set
    return Lender(
        entries=folder.shared,
        published=front.published if front and is_dated else None,
        article=article,
        title=front.title if front else "",
    )


def _shared(folder: Folder, found: _Found) -> dict[str, Mapping[str, AsWritten]]:
    """The site's own records of what the briefing names."""
    return {
        record.id: entry.fields
        for name in _WITH_NAMES
        for record in found.records[name]
        if (entry := folder.shared.get(record.id)) and entry.kind == record.KIND and entry.fields
    }


def _take_named(folder: Folder, front: FrontMatter | None, found: _Found) -> None:
    """Take the records of the site that the sheets refer to and have none of."""
    if not folder.shared:
        return
    own = {record.id for record in found.declared} | found.unread
    read = [record for read in found.records.values() for record in read]
    for named, node in only_named((*([front] if front else ()), *read), folder.shared, own):
        before = len(found.problems)
        _parse_record_of(named.plural, node, RECORD_OF[named], found)
        found.problems[before:] = [
            replace(problem, fix=_in_its_sheet(named)) for problem in found.problems[before:]
        ]
    known = frozenset(own | {record.id for name in _WITH_NAMES for record in found.records[name]})
    for name in _WITH_NAMES:
        found.records[name] = [without_strangers(each, known) for each in found.records[name]]


_WITH_NAMES: Final = tuple(
    kind.plural for kind, record in RECORD_OF.items() if issubclass(record, Named)
)


def _in_its_sheet(named: Kind) -> str:
    return f"write it in the site’s own {named.sheet}, or give the briefing’s a record with this id"


def _read_source_texts(folder: Folder, found: _Found) -> dict[str, StoredSource]:
    """The stored text of each source that names one, by the source's id."""
    texts: dict[str, StoredSource] = {}
    for source in found.records["sources"]:
        if source.text is None:
            continue
        path = f"{folder.shown_as}/{source.text}"
        if source.text not in folder.files:
            fix = "put the file there, or correct `text:`"
            position, missing = source.origin.of("text"), f"there is no file {source.text}"
            found.problems.append(Problem(position, Rule.FILE_MISSING, missing, fix))
            continue
        text, problems = decode(folder.files[source.text], path)
        found.problems += problems
        if text:
            texts[source.id] = StoredSource(path=path, text=text.content)
    return texts


_MAX_OF_A_RULE: Final = 50


def limit_repetition(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, at most fifty of a rule in a file; the last says how many more there are."""
    groups: dict[tuple[str, Rule], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.position.path, problem.rule].append(problem)
    return sort_problems(problem for group in groups.values() for problem in _limited(group))


def _limited(problems: list[Problem]) -> list[Problem]:
    *few, last = problems[:_MAX_OF_A_RULE]
    if (more := len(problems) - _MAX_OF_A_RULE) > 0:
        last = replace(last, found=f"{last.found}; and {more:,} more like this in the file")
    return [*few, last]


def parse_site(data: bytes | None, path: str) -> tuple[Site | None, tuple[Problem, ...]]:
    start = Position(path=path)
    if data is None:
        fix = f"write {SETTINGS} with a `title:` and a `description:`"
        return None, (Problem(start, Rule.FILE_MISSING, f"there is no {SETTINGS}", fix),)
    text, problems = decode(data, path)
    if text is None:
        return None, problems
    return parse_fields(Site, text)


R = TypeVar("R", bound=Record)


def parse_front(data: bytes, path: str) -> FrontMatter | None:
    """The front matter of an article and nothing else of it; None where it cannot be read."""
    text, _ = decode(data, path)
    parts = split_article(text) if text else None
    return parse_fields(FrontMatter, parts[0])[0] if isinstance(parts, tuple) else None


def parse_fields(model: type[R], text: SourceText) -> tuple[R | None, tuple[Problem, ...]]:
    """The record that a whole file is; None with anything wrong in it."""
    tree = parse_tree(text)
    parsed = parse_record(model, _what_was_read(tree), Position(path=text.path))
    problems = (*tree.problems, *_without_missing(parsed.problems, tree))
    return (None if problems else parsed.record), sort_problems(problems)


# The article


def _parse_article(folder: Folder, found: _Found) -> tuple[FrontMatter | None, Article | None]:
    path = f"{folder.shown_as}/{ARTICLE}"
    if ARTICLE not in folder.files:
        if ARTICLE not in folder.refused:
            fix = f"write one, or move the folder out of {folder.shown_as.rpartition('/')[0]}/"
            missing = f"the briefing has no {ARTICLE}"
            found.problems.append(Problem(Position(path=path), Rule.FILE_MISSING, missing, fix))
        return None, None
    text, problems = decode(folder.files[ARTICLE], path)
    found.problems += problems
    if text is None:
        return None, None
    parts = split_article(text)
    if isinstance(parts, Problem):
        found.problems.append(parts)
        return None, None
    head, body = parts
    article, problems = parse_markdown(body)
    found.problems += problems
    front = _parse_front(head, article.pictures if article else (), found)
    return front, article and replace(article, line_starts=text.line_starts)


def _parse_front(
    text: SourceText, pictures: Iterable[WrittenPicture], found: _Found
) -> FrontMatter | None:
    """What can be read of the front matter: a refused briefing is checked all the same."""
    tree = parse_tree(text)
    root, problems = with_words_of_article(_what_was_read(tree), pictures)
    found.problems += (*problems, *tree.problems)
    if isinstance(root, YamlMapping) and is_undecided(root):
        root, undecided = parse_undecided_front(root)
        found.problems += undecided
        return _what_is_left(root, text)
    parsed = parse_record(FrontMatter, root, Position(path=text.path))
    found.problems += _without_missing(parsed.problems, tree)
    if not tree.lost and (parsed.record or not isinstance(root, YamlMapping)):
        return parsed.record
    found.unread_front |= _unread_fields(root, tree)
    front = _what_is_left(root, text) if isinstance(root, YamlMapping) else None
    if front and tree.lost:
        front.model_fields_set.discard("brief")  # some of its points may be lost
    return front


# Values for fields that cannot be read, so that the rest can be checked; such a field is not among
# the record's `model_fields_set`.
_STAND_INS: Final = {"title": "-", "standfirst": "-", "published": "0001-01-01"}
_STAND_IN_POINT: Final = {"what": "-", "why": "-"}


def _what_is_left(root: YamlMapping, text: SourceText) -> FrontMatter | None:
    """Front matter with the fields and pictures that can be read; points of the brief keep their place."""
    readable = {name: value for name, value in root.fields.items() if _can_be_read(name, value)}
    if (brief := root.fields.get("brief")) and isinstance(brief.value, YamlList):
        points = tuple(map(_point_or_stand_in, brief.value.items))
        readable["brief"] = replace(brief, value=replace(brief.value, items=points))
    if (pictures := root.fields.get("pictures")) and isinstance(pictures.value, YamlList):
        shown = tuple(filter(_is_picture, pictures.value.items))
        readable["pictures"] = replace(pictures, value=replace(pictures.value, items=shown))
    language = written_language(text.content)
    stand_ins = _STAND_INS | ({"language": language} if language else {})
    fields = _written(stand_ins, root.position).fields | readable
    front = parse_record(FrontMatter, replace(root, fields=fields), Position(path=text.path)).record
    if front:
        front.model_fields_set.intersection_update(readable)
    return front


def _unread_fields(root: YamlNode | None, tree: YamlTree) -> set[str]:
    """The fields of front matter that cannot be read; all that may be lost with a slip in YAML.

    Of a list that was read before the slip, nobody knows whether there was more.
    """
    fields = root.fields if isinstance(root, YamlMapping) else {}
    if tree.lost:
        lists = {name for name, each in fields.items() if isinstance(each.value, YamlList)}
        return {name for name in FrontMatter.model_fields if name not in fields} | lists
    return {name for name, value in fields.items() if not _can_be_read(name, value)} | {
        name
        for written in fields.keys() - FrontMatter.model_fields.keys()
        for name in get_close_matches(written, FrontMatter.model_fields)
    }


def _can_be_read(name: str, value: YamlField) -> bool:
    fields = _written(_STAND_INS, value.key).fields | {name: value}
    whole = YamlMapping(fields=fields, position=value.key)
    return parse_record(FrontMatter, whole, value.key).record is not None


def _point_or_stand_in(point: YamlNode) -> YamlNode:
    read = parse_record(BriefPoint, point, point.position).record
    return point if read else _written(_STAND_IN_POINT, point.position)


def _is_picture(entry: YamlNode) -> bool:
    return parse_record(Picture, entry, entry.position).record is not None


def _written(texts: dict[str, str], position: Position) -> YamlMapping:
    fields = {
        name: YamlField(key=position, value=YamlScalar(text=text, position=position))
        for name, text in texts.items()
    }
    return YamlMapping(fields=fields, position=position)


def _what_was_read(tree: YamlTree) -> YamlNode | None:
    """The root without fields that may be empty only because their value was lost to a slip."""
    if not (tree.lost and isinstance(tree.root, YamlMapping)):
        return tree.root
    fields = {name: value for name, value in tree.root.fields.items() if not _is_empty(value.value)}
    return replace(tree.root, fields=fields)


def _is_empty(node: YamlNode) -> bool:
    return isinstance(node, YamlScalar) and node.text is None


def _without_missing(problems: Iterable[Problem], tree: YamlTree) -> Iterator[Problem]:
    """The problems, without missing fields if the tree lost some of what was written."""
    hidden = {Rule.FIELD_MISSING} if tree.lost else set()
    return (problem for problem in problems if problem.rule not in hidden)


# The sheets


def _parse_sheet(data: bytes, path: str, model: type[Record], found: _Found) -> None:
    text, problems = decode(data, path)
    found.problems += problems
    if text is None:
        found.unread |= ids_in(data[:MAX_BYTES].decode("utf-8", "replace"))
        _miss_sheet(path, model, found)
        return
    tree = parse_tree(text)
    found.problems += tree.problems
    shallow = parse_record(model, without_entries(_what_was_read(tree)), Position(path=path))
    found.problems += shallow.problems
    if tree.lost or shallow.record is None:
        found.unread |= ids_in(text.content)
        _miss_sheet(path, model, found)
    if isinstance(tree.root, YamlMapping) and any(map(_is_left_empty, tree.root.fields.values())):
        _miss_sheet(path, model, found)
    for name, item, record in _records(tree.root, model):
        found.entries += 1
        if found.entries > MAX_ENTRIES:
            _miss_sheet(path, model, found)
            # The first entry beyond the bound is reported, not the first of each sheet.
            if found.entries == MAX_ENTRIES + 1:
                many = f"the briefing has more than {MAX_ENTRIES:,} entries in its sheets"
                fix = "split the briefing"
                found.problems.append(Problem(item.position, Rule.YAML_BOUNDS, many, fix))
            return
        _parse_item(name, item, record, found)


def _is_left_empty(field: YamlField) -> bool:
    return _is_empty(field.value)


def _miss_sheet(path: str, model: type[Record], found: _Found) -> None:
    found.unread.add(path)
    found.miss_ids(kind(record) for record in MODEL_LISTS[model].values())


def _records(
    root: YamlNode | None, model: type[Record]
) -> Iterator[tuple[str, YamlNode, type[Record]]]:
    if not isinstance(root, YamlMapping):
        return
    for name, entries in root.fields.items():
        if name in MODEL_LISTS[model] and isinstance(entries.value, YamlList):
            yield from ((name, item, MODEL_LISTS[model][name]) for item in entries.value.items)


def without_entries(root: YamlNode | None, only: str | None = None) -> YamlNode | None:
    """A sheet with empty lists: what is wrong with it is not wrong with its records."""
    if not isinstance(root, YamlMapping):
        return root
    fields = dict(root.fields)
    for name, written in root.fields.items():
        if isinstance(written.value, YamlList) and only in (None, name):
            fields[name] = replace(written, value=replace(written.value, items=()))
    return replace(root, fields=fields)


def _parse_item(name: str, item: YamlNode, model: type[Record], found: _Found) -> None:
    declared = tuple(_declared(item, model))
    found.declared += declared
    if isinstance(item, YamlMapping) and is_undecided(item) and issubclass(model, Fact | Source):
        undecided, problems = parse_undecided(item, model)
        found.undecided.append(undecided)
        found.problems += problems
        return
    _parse_record_of(name, item, model, found)


def _parse_record_of(name: str, item: YamlNode, model: type[Record], found: _Found) -> None:
    """The record of an entry, with what the site's own sheets have of it."""
    entry = found.lender.entry(item, model.KIND) if issubclass(model, Named) else None
    if entry and entry.fields is None:
        found.unread |= {record.id for record in _declared(item, model)}
        found.unread_kinds.add(kind(model))
        return
    if entry and entry.fields and isinstance(item, YamlMapping):
        item = found.lender.lend(item, entry.fields)
    declared = tuple(_declared(item, model))
    parsed = parse_record(model, item, item.position)
    found.problems += parsed.problems
    if parsed.record:
        found.records[name].append(parsed.record)
    else:
        ids = [record.id for record in declared]
        spelt = [spelt for own in ids for spelt in _spellings(own)]
        found.unread.update(spelt or [str(item.position)])
        found.unread_kinds.add(kind(model))
        if not ids or not all(map(ID.fullmatch, ids)):
            found.miss_ids([kind(model)])


def _declared(item: YamlNode, model: type[Record]) -> Iterator[_Declared]:
    if not isinstance(item, YamlMapping):
        return
    written = [item.fields[name].value for name in ("id", "formerly") if name in item.fields]
    for node in written:
        for value in node.items if isinstance(node, YamlList) else [node]:
            if isinstance(value, YamlScalar) and value.text:
                yield _Declared(id=value.text, kind=kind(model), position=value.position)


# What is not checked while neither record is a fact.
_HELD_BACK: Final = (
    ": until then neither is checked, nor is coverage, nor what the headline and other texts claim"
)


def _duplicates(declared: Sequence[_Declared], left_out: Container[str]) -> Iterator[Problem]:
    first: dict[str, _Declared] = {}
    for record in declared:
        other = first.setdefault(record.id, record)
        if other is not record:
            held_back = _HELD_BACK if record.id in left_out else ""
            found, fix = (
                f"the id ‘{record.id}’ is taken",
                f"give the newer one another id{held_back}",
            )
            related = Related(position=other.position, note=f"{other.kind} ‘{record.id}’")
            yield Problem(record.position, Rule.ID_DUPLICATE, found, fix, (related,))


def _leave_out_doubled(found: _Found) -> set[str]:
    """Leave out the records that share an id, and give these ids: nobody knows which a reference means.

    One of them should have another id, which others may refer to already.
    """
    every = [record for read in found.records.values() for record in read]
    counts = Counter(own for record in every if (own := getattr(record, "id", None)))
    doubled = {own for own, count in counts.items() if count > 1}
    for name, read in found.records.items() if doubled else ():
        found.records[name] = [each for each in read if getattr(each, "id", None) not in doubled]
        if len(found.records[name]) < len(read):
            found.miss_ids([kind(type(read[0]))])
    found.unread |= doubled
    return doubled


_ID_LINE: Final = compile_later(
    r"""(?:^[ ]*(?:\S+ +)?|[{,] *)id: *["']?([^\s,"'}]+)""", re.MULTILINE
)


def ids_in(text: str) -> set[str]:
    """The ids in a sheet that cannot be read, as references may name them."""
    return {spelt for written in _ID_LINE.findall(text) for spelt in _spellings(written)}


def _spellings(id_: str) -> set[str]:
    """An id as it is written, and as it should be, which references may already have."""
    return {id_, as_id(id_)}
