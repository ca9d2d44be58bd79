"""What a page's head says to programs: its one address, the words of a link to it, its feeds."""

from collections.abc import Iterable
from typing import Final, Literal

from markupsafe import Markup

from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.machines.structured import GraphNode, graph_text
from dateline.pages.picture import SharedPicture
from dateline.patterns import compile_later
from dateline.words import _, deferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    address: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """Canonical link, Open Graph (ogp.me), JSON-LD; `locale` is empty without a country."""

    address: str
    kind: Literal["website", "article"]
    title: str
    locale: str
    published: str
    modified: str
    image: Image | None
    graph: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    name: str
    media: str
    href: str


# A language with a country (ISO 639, ISO 3166), as `en-GB`.
_COUNTRY: Final = compile_later(r"[a-z]{2,3}-[A-Z]{2}")

_ATOM: Final = (deferred("%(site)s: briefings"), "application/atom+xml", addresses.FEED)
_JSON: Final = (
    deferred("%(site)s: briefings (JSON)"),
    "application/feed+json",
    addresses.JSON_FEED,
)


def feed_links(site: Site, here: Here) -> tuple[FeedLink, ...]:
    """The site's feeds; none where it has no address, since they need one.

    Every page names the one in Atom, which all readers know; only the pages where readers look for
    feeds name that in JSON, to keep the others small.
    """
    if not site.address:
        return ()
    named = (_ATOM, _JSON) if here.path in (addresses.FRONT, addresses.ABOUT) else (_ATOM,)
    return tuple(
        FeedLink(name=_(name, site=site.title), media=media, href=here.to(path))
        for name, media, path in named
    )


def meta_of(  # noqa: PLR0913 - each is one thing said of the page
    site: Site,
    here: Here,
    *,
    title: str,
    language: str,
    published: str = "",
    modified: str = "",
    picture: SharedPicture | None = None,
    graph: Iterable[GraphNode] = (),
) -> Meta | None:
    """What programs learn of the page; None where the site has no address, since all of it needs one."""
    if not site.address:
        return None
    return Meta(
        address=addresses.address_of(here.path, site.address),
        kind="article" if published else "website",
        title=title,
        locale=language.replace("-", "_") if _COUNTRY.fullmatch(language) else "",
        published=published,
        modified=modified,
        image=_image(picture, site) if picture else None,
        graph=graph_text(graph),
    )


def _image(picture: SharedPicture, site: Site) -> Image:
    address = addresses.address_of(picture.path, site.address)
    return Image(address=address, width=picture.width, height=picture.height, words=picture.words)
