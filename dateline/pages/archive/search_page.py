"""The page on which readers search the whole site, in the browser."""

from collections.abc import Callable, Iterator, Sequence
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
    """`kinds` are letters of kinds with the names of what is found, `choices` the same in the plural.

    `nouns` are what is counted (`_noun`); `ways` lead on without script. `examples` lead to what a search for a name,
    a number and a phrase finds: as many of these as there are.
    """

    shell: Shell
    shards: int
    kinds: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    nouns: tuple[str, ...]
    ways: tuple[Link, ...]
    examples: tuple[Link, ...]


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
                "Search the facts and articles of %(site)s by name, number, date or any words.",
                site=archive.site.title,
            ),
            picture=archive.picture,
        ),
        shards=shard_count(len(archive.summaries)),
        kinds=(
            *((LETTERS[kind], kind_name(kind)) for kind in FACT_KINDS),
            (LETTERS[Kind.SOURCE], _("Source")),
        ),
        choices=_choices(),
        nouns=(
            _noun(lambda count: ngettext("%(number)s fact", "%(number)s facts", count)),
            _noun(lambda count: ngettext("%(number)s article", "%(number)s articles", count)),
        ),
        ways=(
            front,
            *(link for link in section_links(archive.site, here) if not link.current),
        ),
        examples=tuple(_examples(archive.summaries, here)),
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


def _examples(newest: Sequence[Summary], here: Here) -> Iterator[Link]:
    """A name, a number and a phrase, each of the newest briefing that has one."""
    names = (each.name for summary in newest for each in read_index(summary.mentions.index))
    numbers = (figure.value.plain for summary in newest for figure in summary.figures)
    phrases = (event.title for summary in newest for event in reversed(summary.events))
    for kind in (names, numbers, phrases):
        if (asked := next(kind, None)) is not None:
            yield Link(words=asked, href=f"{here.to(here.path)}?{urlencode({'q': asked})}")
