"""The lists of people, organisations and places that several briefings name, each on a page or one for each letter."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from dateline.drawing.locator_map import draw_locator_map
from dateline.drawing.map_places import MapPlace
from dateline.drawing.svg import Drawing
from dateline.facts.kinds import SECTION_OF, Kind
from dateline.facts.phrasing import capitalise
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.identities import Identity, find_identities, find_lasting
from dateline.pages.archive.named_pages import plan_named_pages, section_words
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.inline import Link
from dateline.pages.moved import plan_move
from dateline.pages.shell import Page, Shell, site_shell
from dateline.reading.outlines import read_outlines
from dateline.words import _

# More than this many are listed by their first letters.
MOST: Final = 150
_OTHERS: Final = "other"
# Words up to this length join others: “of”, “the”.
_SHORT: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """`role` is what the newest briefing calls them, empty where the name says it; `count` has how many name them.

    `briefing` is the title of the newest where others have its role, which says not of what: “The county town”.

    `given` and `sorted_by` are the name in two: it is listed under the second.
    """

    link: Link
    given: str
    sorted_by: str
    language: str
    role: str
    count: int
    briefing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesContext:
    """`letters` lead to the names that begin with them, where they are too many for a page.

    `locator` shows the places that have coordinates, of which `dots` is the number.
    """

    shell: Shell
    heading: str
    letters: tuple[Link, ...]
    dots: int
    locator: Drawing | None
    names: tuple[ListedName, ...]


def plan_names(archive: Archive, kind: Kind) -> Iterator[SitePage]:
    """The list, and the page of each; nothing where no two briefings name the same."""
    identities = tuple(find_identities(archive.summaries, kind))
    if not identities:
        return
    letters = _by_letter(identities) if len(identities) > MOST else {}
    plan = partial(_plan_all, identities, letters, kind, archive)
    yield SitePage(path=addresses.section_page(SECTION_OF[kind]), slugs=None, plan=plan)
    for letter in letters:
        plan = partial(_plan_letter, letters, letter, kind, archive)
        yield SitePage(path=_letter_page(kind, letter), slugs=None, plan=plan)
    yield from plan_named_pages(archive, kind)


def plan_name_moves(archive: Archive) -> Iterator[SitePage]:
    """Pages at former addresses, and at that of someone of the site's own sheets whom one briefing names."""
    for kind, section in SECTION_OF.items():
        for identity in find_lasting(archive.summaries, kind):
            only = identity.summaries[0] if len(identity.summaries) == 1 else None
            page = addresses.fact_page(only.slug, identity.id) if only else identity.page
            for old in (*((identity.id,) if only else ()), *identity.formerly):
                here = here_on(addresses.within(section, old), archive.site.address)
                plan = partial(plan_move, page, archive.site, here)
                yield SitePage(path=here.path, slugs=identity.slugs, plan=plan)


def has_names(archive: Archive, kind: Kind) -> bool:
    return next(find_identities(archive.summaries, kind), None) is not None


def _letter_page(kind: Kind, letter: str) -> str:
    """No id begins as these do with a page of its own below `by-name`."""
    return addresses.within(SECTION_OF[kind], f"by-name/{letter}")


def _by_letter(identities: Sequence[Identity]) -> Mapping[str, Sequence[Identity]]:
    found: dict[str, list[Identity]] = defaultdict(list)
    for identity in identities:
        first = _sorting_name(_name_of(identity), identity.kind)[:1]
        found[first if "a" <= first <= "z" else _OTHERS].append(identity)
    return dict(sorted(found.items(), key=lambda entry: (entry[0] == _OTHERS, entry[0])))


def _name_of(identity: Identity) -> str:
    return identity.mention_in(identity.summaries[0]).name


def _plain(name: str) -> str:
    """A name as it is sorted: without marks, in small letters."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _sorting_name(name: str, kind: Kind) -> str:
    return _plain(_in_two(name, kind)[1])


# What is not the first letter of a name that is sorted: the article of Arabic names.
_ARTICLES: Final = ("al-", "el-")


def _in_two(name: str, kind: Kind) -> tuple[str, str]:
    """A name before the part that it is sorted by: the last of a person's, as in any index of names."""
    given, _space, last = name.rpartition(" ")
    if kind is not Kind.PERSON or not given:
        return "", name
    article = next((each for each in _ARTICLES if last.casefold().startswith(each)), "")
    return f"{given} {last[: len(article)]}" if article else f"{given} ", last[len(article) :]


def _plan_all(
    identities: Sequence[Identity], letters: Collection[str], kind: Kind, archive: Archive
) -> Page:
    here = here_on(addresses.section_page(SECTION_OF[kind]), archive.site.address)
    shown = identities if len(identities) <= MOST else _most_named(identities)
    return _page(shown, letters, kind, here, archive)


def _most_named(identities: Sequence[Identity]) -> list[Identity]:
    often = sorted(identities, key=lambda identity: -len(identity.summaries))
    return often[:MOST]


def _plan_letter(
    letters: Mapping[str, Sequence[Identity]], letter: str, kind: Kind, archive: Archive
) -> Page:
    here = here_on(_letter_page(kind, letter), archive.site.address)
    return _page(letters[letter], letters, kind, here, archive)


def _page(
    shown: Sequence[Identity],
    letters: Collection[str],
    kind: Kind,
    here: Here,
    archive: Archive,
) -> Page:
    heading, dots = section_words(kind), tuple(_dots(shown, here))
    roles = Counter(map(_role, shown))
    context = NamesContext(
        shell=site_shell(
            archive.site,
            here,
            title=heading,
            description=_describe(kind),
            picture=archive.picture,
        ),
        heading=heading,
        letters=tuple(_letter_link(letter, kind, here) for letter in letters),
        dots=len(dots),
        locator=draw_locator_map(dots, read_outlines()) if dots else None,
        names=tuple(
            sorted(
                (_listed(each, roles, here) for each in shown),
                key=lambda name: (_plain(name.sorted_by), _plain(name.link.words)),
            )
        ),
    )
    return Page(path=here.path, template="names.html.j2", context=context)


def _dots(shown: Iterable[Identity], here: Here) -> Iterator[MapPlace]:
    """The places that have coordinates, each of which leads to its page."""
    for identity in shown:
        mention = identity.mention_in(identity.summaries[0])
        if mention.point:
            north, east = map(float, mention.point.split())
            yield MapPlace(name=mention.name, north=north, east=east, href=here.to(identity.page))


def _describe(kind: Kind) -> str:
    match kind:
        case Kind.PERSON:
            return _("People in more than one briefing.")
        case Kind.ORGANISATION:
            return _("Organisations in more than one briefing.")
    return _("Places in more than one briefing.")


def _letter_link(letter: str, kind: Kind, here: Here) -> Link:
    page = _letter_page(kind, letter)
    words = _("Others") if letter == _OTHERS else letter.upper()
    return Link(words=words, href=here.to(page), current=here.path == page)


def _role(identity: Identity) -> str:
    return capitalise(identity.summaries[0].mentions.unpack().names[identity.id].role)


def _says_no_more(role: str, name: str) -> bool:
    """Whether a name has all longer words of the role: “The council of the town” of “Norden town council”."""
    words = (word for word in _plain(role).split() if len(word) > _SHORT)
    return set(words) <= set(_plain(name).split())


def _is_definite(role: str, language: str) -> bool:
    grammar = find_grammar(language)
    return bool(grammar and grammar.is_definite(role))


def _listed(identity: Identity, roles: Mapping[str, int], here: Here) -> ListedName:
    newest, name, said = identity.summaries[0], _name_of(identity), _role(identity)
    role = "" if _says_no_more(said, name) else said
    given, sorted_by = _in_two(name, identity.kind)
    return ListedName(
        link=Link(words=name, href=here.to(identity.page)),
        given=given,
        sorted_by=sorted_by,
        language=newest.language,
        role=role,
        count=len(identity.summaries),
        briefing=newest.title
        if role and roles[role] > 1 and _is_definite(role, newest.language)
        else "",
    )
