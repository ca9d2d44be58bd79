"""The page on which readers search the whole site, in the browser."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import urlencode

from dateline.facts.kinds import FACT_KINDS, Kind, kind_name
from dateline.facts.mentions import read_index
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.search_index import shard_count
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.inline import Link
from dateline.pages.navigation import section_links
from dateline.pages.search.search_file import ARTICLE, LETTERS
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _, ngettext, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """`kinds` are the names of what is found, in the order of the script; `ways` lead on without it.

    `choices` are letters of kinds with their names in the plural, and `nouns` what is counted (`_noun`).
    `example` leads to what a search for a name finds; None where nobody is named.
    """

    shell: Shell
    shards: int
    kinds: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    nouns: tuple[str, ...]
    ways: tuple[Link, ...]
    example: Link | None


def plan_search(archive: Archive) -> Iterator[SitePage]:
    yield SitePage(path=addresses.section_page("search"), slugs=None, plan=partial(_plan, archive))


def _plan(archive: Archive) -> Page:
    here = here_on(addresses.section_page("search"), archive.site.address)
    front = Link(words=_("Front page"), href=here.to(addresses.FRONT))
    context = SearchContext(
        shell=site_shell(
            archive.site,
            here,
            title=_("Search"),
            description=_(
                "Find facts and articles of %(site)s by a name, a number, a date or any words.",
                site=archive.site.title,
            ),
            picture=archive.picture,
        ),
        shards=shard_count(len(archive.summaries)),
        kinds=(*map(kind_name, FACT_KINDS), _("Source"), _("Article")),
        choices=_choices(),
        nouns=(
            _noun(lambda count: ngettext("%(number)s fact", "%(number)s facts", count)),
            _noun(lambda count: ngettext("%(number)s article", "%(number)s articles", count)),
        ),
        ways=(
            front,
            *(link for link in section_links(archive.site, here) if not link.current),
        ),
        example=_example(archive.summaries, here),
    )
    return Page(path=here.path, template="search.html.j2", context=context)


def _choices() -> tuple[tuple[str, str], ...]:
    names = {
        Kind.EVENT: _("Events"),
        Kind.FIGURE: _("Figures"),
        Kind.QUOTATION: _("Quotations"),
        Kind.PERSON: _("People"),
        Kind.ORGANISATION: _("Organisations"),
        Kind.PLACE: _("Places"),
        Kind.SOURCE: _("Sources"),
    }
    return (*((LETTERS[kind], name) for kind, name in names.items()), (ARTICLE, _("Articles")))


def _noun(count: Callable[[int], str]) -> str:
    """A noun with its number as the script counts: the place of the form for each number, then the forms.

    In every language the form goes by the last two digits, but for numbers below a hundred.
    """
    number = spoken().formats.number
    said = [count(value).replace(number(value), "#", 1) for value in range(200)]
    forms = list(dict.fromkeys(said))
    return "/".join(("".join(str(forms.index(form)) for form in said), *forms))


def _example(newest: Iterable[Summary], here: Here) -> Link | None:
    """The first name in the newest briefing that names somebody or something."""
    names = (each.name for summary in newest for each in read_index(summary.mentions.index))
    name = next(names, None)
    if name is None:
        return None
    return Link(words=name, href=f"{here.to(here.path)}?{urlencode({'q': name})}")
