"""`import`: from the file to article.md in the folder of its briefing."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.drafting.importing.article_file import WrittenArticle, guard_folder, write_article
from dateline.drafting.importing.article_text import article_text, sources_text, unknown_fields
from dateline.drafting.importing.clean_text import clean_text
from dateline.drafting.importing.incoming import MOST_BYTES
from dateline.drafting.importing.read_story import parse_story
from dateline.drafting.importing.slug_of_title import slug_of
from dateline.drafting.importing.story import ImportRefused, ReadStory
from dateline.frozen import dataclass
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_site
from dateline.reading.content import SETTINGS
from dateline.reading.encoding import SourceText
from dateline.reading.front_matter import split_article
from dateline.reading.markdown import parse_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWishes:
    slug: str | None = None
    published: date | None = None
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    slug: str
    written: WrittenArticle
    story: ReadStory
    unknown: tuple[str, ...]
    words: int


def import_article(file: str, content: Path, wishes: ImportWishes) -> Imported:
    """Raises ImportRefused, with everything as it was."""
    try:
        story = parse_story(*read_incoming(file))
        story = replace(story, published=wishes.published or story.published)
        story = replace(story, language=_other_language(story.language, content))
        slug = _slug_of(story) if wishes.slug is None else wishes.slug
        text, _ = clean_text(article_text(story))
        words = check_readable(text)
        folder = guard_folder(content, slug)
        written = write_article(folder, text, sources_text(story), force=wishes.force)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ImportRefused(f"{error.filename or file}: {reason}; nothing was written") from None
    unknown = unknown_fields(story)
    return Imported(slug=slug, written=written, story=story, unknown=unknown, words=words)


def _other_language(language: str, content: Path) -> str:
    """The language of the story, where it is not that of the site."""
    settings = content / SETTINGS
    site = parse_site(settings.read_bytes() if settings.is_file() else None, SETTINGS)[0]
    of_site = site.language if site else "en"
    return (
        "" if language.partition("-")[0].lower() == of_site.partition("-")[0].lower() else language
    )


def read_incoming(file: str) -> tuple[bytes, str]:
    """The bytes of a file, or of what is piped in, and its name for messages."""
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1), "what was piped in"
    path = Path(file)
    if path.is_dir():
        raise ImportRefused(f"{file} is a folder: name the file in it")
    if "://" in file:
        raise ImportRefused(
            f"{file} is an address: save the page, and name the file that it is saved in"
        )
    if not path.exists():
        raise ImportRefused(f"there is no file {file}")
    if not path.is_file():
        raise ImportRefused(f"{file} is not an ordinary file")
    with path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1), path.name


def _slug_of(story: ReadStory) -> str:
    if slug := slug_of(story.title):
        return slug
    if story.title:
        raise ImportRefused(
            f"no address can be made from the title “{story.title}”: write --slug with a name in a-z, 0-9"
            " and hyphens"
        )
    raise ImportRefused("no title was found: write --slug with a name for the folder")


def check_readable(text: str) -> int:
    """How many words the article has as it will be read. Raises ImportRefused where it cannot be."""
    parts = split_article(SourceText("article.md", text))
    if isinstance(parts, Problem):
        raise ImportRefused(f"the article cannot be written: {parts.found}")
    article, problems = parse_markdown(parts[1])
    if article is None:
        raise ImportRefused(f"{problems[0].found}: {problems[0].fix}")
    if not article.words:
        raise ImportRefused("no text of a story was found in it")
    return article.words
