"""The pictures of a briefing: each is in its folder, is used, and has its words in one place."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from dateline.facts.article import WrittenPicture
from dateline.facts.briefing import Briefing
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.content import Folder
from dateline.reading.yaml_tree import YamlField, YamlList, YamlMapping, YamlNode, YamlScalar


def with_words_of_article(
    root: YamlNode | None, pictures: Iterable[WrittenPicture]
) -> tuple[YamlNode | None, tuple[Problem, ...]]:
    """Front matter whose `pictures` have what the article says of them between its brackets.

    Everything else of a picture is in the front matter alone, as Markdown has no place for it.
    """
    listed = root.fields.get("pictures") if isinstance(root, YamlMapping) else None
    entries = list(listed.value.items) if listed and isinstance(listed.value, YamlList) else []
    places = {_file(entry): place for place, entry in reversed([*enumerate(entries)])}
    problems = [*_listed_twice(entries)]
    for picture in pictures:
        place = places.get(picture.file)
        if place is None:
            found = f"the front matter does not list {picture.file}, so nobody is credited for it"
            fix = (
                f"add to it, below `pictures:`, an entry with `file: {picture.file}` and `credit:`"
            )
            problems.append(Problem(picture.position, Rule.FIELD_MISSING, found, fix))
        else:
            entries[place], twice = _with_words(entries[place], picture)
            problems += twice
    if not (listed and isinstance(root, YamlMapping) and isinstance(listed.value, YamlList)):
        return root, tuple(problems)
    filled = replace(listed, value=replace(listed.value, items=tuple(entries)))
    return replace(root, fields={**root.fields, "pictures": filled}), tuple(problems)


def _listed_twice(entries: Iterable[YamlNode]) -> Iterator[Problem]:
    first: dict[str, YamlNode] = {}
    for entry in entries:
        file = _file(entry)
        other = first.setdefault(file, entry) if file else entry
        if other is not entry:
            related = Related(position=other.position, note="the other")
            found, fix = f"{file} is listed twice", "remove one of the two"
            yield Problem(entry.position, Rule.FIELD_DUPLICATE, found, fix, (related,))


def _file(entry: YamlNode) -> str | None:
    field = entry.fields.get("file") if isinstance(entry, YamlMapping) else None
    return field.value.text if field and isinstance(field.value, YamlScalar) else None


def _with_words(entry: YamlNode, picture: WrittenPicture) -> tuple[YamlNode, Iterator[Problem]]:
    if not isinstance(entry, YamlMapping):
        return entry, iter(())
    written = {
        "alt": (picture.alt, picture.alt_position),
        "caption": (picture.caption, picture.caption_position),
    }
    given = {name: said for name, said in written.items() if said[0]}
    twice = [name for name in given if name in entry.fields]
    added = {
        name: YamlField(key=position, value=YamlScalar(text=words, position=position))
        for name, (words, position) in given.items()
        if name not in entry.fields
    }
    problems = (_said_twice(name, entry.fields[name], picture) for name in twice)
    return replace(entry, fields={**entry.fields, **added}), problems


def _said_twice(name: str, field: YamlField, picture: WrittenPicture) -> Problem:
    found = f"the article and the front matter both have the `{name}` of {picture.file}"
    fix = "keep one of the two"
    related = Related(position=field.key, note="in the front matter")
    return Problem(picture.position, Rule.FIELD_DUPLICATE, found, fix, (related,))


# The files


def check_picture_files(briefing: Briefing, folder: Folder, *, is_whole: bool) -> Iterator[Problem]:
    """Pictures without a file, and pictures that are nowhere.

    Of a briefing that is not whole, what could not be read may use any file, and so may a picture
    whose file is missing.
    """
    known = folder.images.keys() | folder.refused
    missing = [picture for picture in briefing.pictures if composed(picture.file) not in known]
    for picture in missing:
        yield _missing(picture.origin.of("file"), picture.file, folder.images)
    in_article = {picture.file for picture in briefing.article.pictures}
    for picture in briefing.front.pictures:
        if picture.file not in in_article:
            found = f"{picture.file} has no place in the article"
            fix = f"write `![]({picture.file})` between two paragraphs, or remove the entry"
            yield Problem(picture.origin.of("file"), Rule.PICTURE_UNUSED, found, fix)
    used = {composed(picture.file) for picture in briefing.pictures} | in_article
    for name in sorted(folder.images.keys() - used) if is_whole and not missing else ():
        position = Position(path=f"{folder.shown_as}/{name}")
        found = f"no picture of the briefing is {name}"
        fix = "name it in a `picture:`, or move the file out of the folder"
        yield Problem(position, Rule.PICTURE_UNUSED, found, fix)


def composed(file: str) -> str:
    """The name as one system writes it that another has decomposed."""
    return unicodedata.normalize("NFC", file)


def _missing(position: Position, file: str, present: Collection[str]) -> Problem:
    names = {name.partition("/")[2]: name for name in present}
    same = [name for name in present if name.casefold() == file.casefold()]
    fix = "put the file there, or correct the name"
    if same:
        fix = f"write {same[0]}: capital and small letters differ"
    elif close := get_close_matches(file.partition("/")[2], names, n=1, cutoff=0.7):
        fix = f"did you mean {names[close[0]]}?"
    return Problem(position, Rule.FILE_MISSING, f"there is no file {file}", fix)
