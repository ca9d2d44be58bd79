"""What a site says in its own words: its pages and the text about itself. No I/O."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Final

from dateline.facts.article import Article
from dateline.facts.site_records import AuthorsSheet, OwnWords, PageFront
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Related, Rule, is_refused, sort_problems
from dateline.reading.briefing_files import parse_fields
from dateline.reading.content import (
    ABOUT,
    AUTHORS,
    PAGES,
    SETTINGS,
    SiteSource,
    unportable_name,
)
from dateline.reading.encoding import SourceText, decode
from dateline.reading.front_matter import split_article
from dateline.reading.markdown import parse_markdown
from dateline.reading.shared_sheets import parse_shared_sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWords:
    """`texts` are those of the pages by their names, and of what the site says of itself, as `about`."""

    own: OwnWords
    texts: Mapping[str, Article] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def parse_own_words(source: SiteSource) -> ReadWords:
    pages: dict[str, PageFront] = {}
    texts: dict[str, Article] = {}
    problems: list[Problem] = []
    sheet: AuthorsSheet | None = None
    for path, data in sorted(source.words.items()):
        shown = f"{source.shown_as}/{path}"
        text, found = decode(data, shown)
        problems += found
        if text is None:
            continue
        name = path.rpartition("/")[2].removesuffix(".md")
        if path.startswith(f"{PAGES}/"):
            front, body, found = _parse_page(text)
            if front:
                pages[name] = front
        elif path == ABOUT:
            body, found = _parse_about(text)
        elif path == AUTHORS:
            body, (sheet, found) = None, _parse_authors(text)
        else:
            continue
        problems += found
        if body:
            texts[name] = body
    own = OwnWords(
        pages=pages,
        authors=sheet.authors if sheet else (),
        removed=sheet.removed if sheet else (),
        removed_names={
            kind: ids for kind, ids in parse_shared_sheets(source).removed.items() if ids
        },
        whole=not is_refused(problems, strict=False),
    )
    return ReadWords(own=own, texts=texts, problems=sort_problems(problems))


def page_positions(source: SiteSource) -> Mapping[str, Position]:
    """Where each of the site's own pages is, by its name."""
    return {
        path.removeprefix(f"{PAGES}/").removesuffix(".md"): Position(
            path=f"{source.shown_as}/{path}"
        )
        for path in source.words
        if path.startswith(f"{PAGES}/")
    }


def _parse_page(
    text: SourceText,
) -> tuple[PageFront | None, Article | None, tuple[Problem, ...]]:
    parts = split_article(text)
    if isinstance(parts, Problem):
        return None, None, tuple(_of_page([parts]))
    head, body = parts
    front, wrong = parse_fields(PageFront, head)
    article, problems = _parse_text(body)
    return front, article, (*wrong, *problems)


def _parse_about(text: SourceText) -> tuple[Article | None, tuple[Problem, ...]]:
    if text.content.lstrip().startswith("---\n"):
        found = f"{ABOUT} begins with a line of ---, as a page with front matter does"
        fix = f"remove the lines between the two of ---, and both: {SETTINGS} has title and description"
        return None, (Problem(Position(path=text.path), Rule.FRONT_MATTER_FORM, found, fix),)
    return _parse_text(text)


def _parse_authors(text: SourceText) -> tuple[AuthorsSheet | None, tuple[Problem, ...]]:
    sheet, problems = parse_fields(AuthorsSheet, text)
    found = (*problems, *(_check_authors(sheet) if sheet else ()))
    return sheet, found


def _check_authors(sheet: AuthorsSheet) -> Iterator[Problem]:
    """Every author has an id and a name that no other has, and the id can be an address."""
    ids: dict[str, Position] = {}
    names: dict[str, Position] = {}
    for author_id, position in _ids(sheet):
        for problem in unportable_name(author_id, position):
            fix = "write another id, of 80 characters at most"
            yield replace(problem, rule=Rule.ID_FORM, fix=fix)
        if (other := ids.setdefault(author_id, position)) is not position:
            found, fix = f"the id ‘{author_id}’ is taken", "give the newer one another id"
            yield _twice(Rule.ID_DUPLICATE, found, fix, position, other)
    for author in sheet.authors:
        position = author.origin.of("name")
        if (other := names.setdefault(author.name, position)) is not position:
            found = f"two authors are called {author.name}, so that no article can name one of them"
            fix = "write one of the names otherwise, with an initial or a place"
            yield _twice(Rule.FIELD_DUPLICATE, found, fix, position, other)


def _ids(sheet: AuthorsSheet) -> Iterator[tuple[str, Position]]:
    for author in sheet.authors:
        yield author.id, author.origin.of("id")
        for number, former in enumerate(author.formerly):
            yield former, author.origin.of("formerly", number)
    for number, gone in enumerate(sheet.removed):
        yield gone, sheet.origin.of("removed", number)


def _twice(rule: Rule, found: str, fix: str, position: Position, other: Position) -> Problem:
    return Problem(position, rule, found, fix, (Related(position=other, note="the other"),))


def _parse_text(text: SourceText) -> tuple[Article | None, tuple[Problem, ...]]:
    article, problems = parse_markdown(text)
    pictures = [
        Problem(picture.position, Rule.PICTURE_PLACE, _PICTURE, "remove it")
        for picture in (article.pictures if article else ())
    ]
    if article and not article.blocks:
        found, fix = "the page has no text", "write some below its front matter, or remove the file"
        problems = (*problems, Problem(Position(path=text.path), Rule.FIELD_MISSING, found, fix))
    return article, (*_of_page(problems), *pictures)


_PICTURE: Final = "a page of the site’s own cannot have a picture"


def _of_page(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of Markdown in the words of a page, where those of an article would be odd."""
    for problem in problems:
        if problem.rule in (Rule.PICTURE_PLACE, Rule.FILE_MISSING):
            yield replace(problem, rule=Rule.PICTURE_PLACE, found=_PICTURE, fix="remove it")
        else:
            found, fix = (
                words.replace("the article", "the page") for words in (problem.found, problem.fix)
            )
            yield replace(problem, found=found, fix=fix)
