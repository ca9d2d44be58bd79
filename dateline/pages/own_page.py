"""A page of the site's own: what a newsroom says in its own words, which nothing was checked for."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import shorten
from typing import Final

from markupsafe import Markup

from dateline.facts.article import Article
from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.pages import addresses
from dateline.pages.addresses import here_on
from dateline.pages.picture import SharedPicture
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.text.markup import render_html
from dateline.pages.text.written_links import lead_from

ABOUT_SITE: Final = "about"
"""The name of what a site says of itself, among the texts of its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageContext:
    """`unchecked` where the text has dates or numbers, which no article was compared with."""

    shell: Shell
    heading: str
    text: Markup
    unchecked: bool


def plan_own_pages(
    site: Site, texts: Mapping[str, Article], picture: SharedPicture | None
) -> Iterator[Page]:
    for name, front in site.own.pages.items():
        text = texts[name]
        here = here_on(addresses.own_page(name), site.address)
        context = OwnPageContext(
            shell=site_shell(
                site,
                here,
                title=front.title,
                description=front.description or _first_words(text),
                picture=picture,
            ),
            heading=front.title,
            text=render_html(lead_from(here, text.body, here.path)),
            unchecked=has_claims(text.texts, site.language),
        )
        yield Page(path=here.path, template="page.html.j2", context=context)


# What search engines show of a description.
_SHOWN: Final = 160


def _first_words(text: Article) -> str:
    paragraphs = (block.text for block in text.blocks if block.kind == "paragraph")
    first = next(paragraphs, text.blocks[0].text)
    return shorten(first, _SHOWN, placeholder="…")


def has_claims(texts: Iterable[str], language: str) -> bool:
    """Whether there are dates or numbers in texts; any digit, where no grammar reads their language."""
    grammar = find_grammar(language)
    if grammar is None:
        return any(letter.isdigit() for text in texts for letter in text)
    return any(
        grammar.find_quantities(text)
        or any(found.dated for found in grammar.find_dates(text, written=_ANY_DAY))
        for text in texts
    )


_ANY_DAY: Final = date(2000, 1, 1)
