"""What a page says to programs in the words of schema.org: one graph a page, as JSON-LD.

A page says nothing here that cannot be read on it. A thing has the same `@id` on all pages: the
address of its own page, and a name after `#`. Every address is whole, so a site without an address
has no graph.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dateline.facts.kinds import Kind
from dateline.facts.mentions import Mention
from dateline.facts.records import Correction, Named, Organisation, Person, Place, Source
from dateline.facts.site_records import Author, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines.as_json import to_script, without_empty
from dateline.pages.summary import Summary
from dateline.words import _

GraphNode = dict[str, object]


def graph_text(nodes: Iterable[GraphNode]) -> Markup:
    """Empty where a page has nothing to say."""
    graph = list(nodes)
    return to_script({"@context": "https://schema.org", "@graph": graph}) if graph else Markup()


# The site and its publisher


def site_id(site: Site) -> str:
    return f"{address_of(addresses.FRONT, site.address)}#site"


def publisher_id(site: Site) -> str:
    return f"{address_of(addresses.FRONT, site.address)}#publisher"


def website(site: Site) -> GraphNode:
    return {
        "@type": "WebSite",
        "@id": site_id(site),
        "url": address_of(addresses.FRONT, site.address),
        "name": site.title,
        "description": site.description,
        "inLanguage": site.language,
        "publisher": {"@id": publisher_id(site)},
    }


def publisher(site: Site) -> GraphNode:
    """Who publishes the site; the site itself where nobody is named."""
    own = site.publisher.address if site.publisher else None
    return without_empty(
        {
            "@type": "Organization",
            "@id": publisher_id(site),
            "name": site.publisher_name,
            "url": own or address_of(addresses.FRONT, site.address),
            "contactPoint": _contact_point(site),
            "sameAs": list(site.social),
        }
    )


def publisher_with_policy(site: Site) -> GraphNode:
    """On the pages that link to the site's policy on corrections."""
    policy = site.corrections and _whole(site.corrections, site)
    return without_empty({**publisher(site), "correctionsPolicy": policy})


def _contact_point(site: Site) -> GraphNode | None:
    if not site.contact:
        return None
    at = _whole(site.contact, site)
    mail = at.removeprefix("mailto:").partition("?")[0]
    return {"@type": "ContactPoint", **({"email": mail} if mail != at else {"url": at})}


def _whole(target: str, site: Site) -> str:
    """The address of one of the site's own pages, by its name, or the address that it is."""
    return target if ":" in target else address_of(addresses.own_page(target), site.address)


# The sitemap has the others.
_LISTED = 10


def collection(summaries: Sequence[Summary], site: Site) -> GraphNode:
    return listing(summaries[:_LISTED], site, addresses.FRONT, site.title)


def listing(summaries: Sequence[Summary], site: Site, page: str, name: str) -> GraphNode:
    """A page that lists these briefings, in their order."""
    address = address_of(page, site.address)
    return {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": name,
        "isPartOf": {"@id": site_id(site)},
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "url": address_of(summary.page, site.address),
                    "name": summary.title,
                }
                for position, summary in enumerate(summaries, start=1)
            ],
        },
    }


def breadcrumbs(site: Site, *steps: tuple[str, str]) -> GraphNode:
    """The way to a page: each step a name and a page.

    The last is the page itself, which needs no address (schema.org, BreadcrumbList); the front page begins
    only a way that would have no other step.
    """
    way = steps if len(steps) > 1 else ((site.title, addresses.FRONT), *steps)
    listed = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": address_of(page, site.address),
        }
        for position, (name, page) in enumerate(way, start=1)
    ]
    del listed[-1]["item"]
    return {"@type": "BreadcrumbList", "itemListElement": listed}


# The article


def article_id(edition: Edition) -> str:
    brief = addresses.brief_page(edition.briefing.slug)
    return f"{address_of(brief, edition.site.address)}#article"


def _article(edition: Edition) -> GraphNode:
    return {
        "@type": "NewsArticle",
        "@id": article_id(edition),
        "headline": edition.briefing.front.title,
    }


def _images(edition: Edition) -> list[str]:
    """The share card, and the picture at the head of the briefing."""
    lead = edition.briefing.front.picture
    copy = edition.plain_copy(lead) if lead else None
    paths = [edition.card.picture.path] if edition.card else []
    paths += [copy.path] if copy else []
    return [address_of(path, edition.site.address) for path in paths]


def article(
    edition: Edition,
    *,
    named: Iterable[Named],
    description: str = "",
    corrections: Iterable[Correction] = (),
) -> tuple[GraphNode, ...]:
    """Of `named` and `description` only what is on the page; most pages name few, to stay small."""
    front, site = edition.briefing.front, edition.site
    newest = sorted(corrections, key=lambda correction: correction.on, reverse=True)
    page = address_of(addresses.page_of(edition.briefing.slug, "article"), site.address)
    node = {
        "@type": "NewsArticle",
        "@id": article_id(edition),
        "url": page,
        "headline": front.title,
        "description": description or None,
        "image": _images(edition),
        "datePublished": edition.published,
        "dateModified": edition.modified,
        "author": _authors(edition),
        "publisher": {"@id": publisher_id(site)},
        "inLanguage": edition.language,
        "mentions": [mention(fact, edition) for fact in named],
        "correction": [_correction(correction) for correction in newest],
    }
    return without_empty(node), publisher(site)


def _authors(edition: Edition) -> list[GraphNode]:
    """Those who wrote it, by name; the publisher where it signs, or where nobody does."""
    site = edition.site
    names = edition.briefing.front.authors or (site.publisher_name,)
    return [
        {"@id": publisher_id(site)}
        if name in (site.publisher_name, site.title)
        else _writer(name, site)
        for name in names
    ]


def _writer(name: str, site: Site) -> GraphNode:
    author = site.own.author_of(name)
    return writer(author, site) if author else {"@type": "Person", "name": name}


def writer(author: Author, site: Site) -> GraphNode:
    """One of the site's authors: who they are is on their page."""
    page = address_of(addresses.author_page(author.id), site.address)
    return without_empty(
        {
            "@type": "Person",
            "@id": f"{page}#person",
            "name": author.name,
            "url": page,
            "sameAs": list(author.links),
        }
    )


def profile(author: Author, site: Site) -> GraphNode:
    mail = (author.contact or "").partition("mailto:")[2]
    person = {**writer(author, site), "jobTitle": author.role, "description": author.bio}
    person |= {"email": mail, "worksFor": {"@id": publisher_id(site)}}
    page = address_of(addresses.author_page(author.id), site.address)
    about = {"name": author.name, "mainEntity": without_empty(person)}
    return {"@type": "ProfilePage", "@id": page, "url": page, **about}


def sources(edition: Edition) -> GraphNode:
    briefing = edition.briefing
    whole = [source for source in briefing.sources if source.id in briefing.front.sources]
    cited = [source for source in briefing.sources if source not in whole]
    return without_empty(
        {
            **_article(edition),
            "isBasedOn": [_source(source) for source in whole],
            "citation": [_source(source) for source in cited],
        }
    )


def _source(source: Source) -> GraphNode:
    return without_empty(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.address,
            "author": source.author and {"@type": "Person", "name": source.author},
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "inLanguage": source.language,
        }
    )


def _correction(correction: Correction) -> GraphNode:
    """What we had published and corrected; revisions by others are not corrections."""
    return {
        "@type": "CorrectionComment",
        "text": " ".join(
            (
                _("Was “%(was)s”, is “%(now)s”.", was=correction.was, now=correction.now),
                correction.why,
            )
        ),
        "datePublished": correction.on.isoformat(),
    }


# Who and where


def mention(named: Named, edition: Edition) -> GraphNode:
    page = addresses.fact_page(edition.briefing.slug, named.id)
    kind, address = _KINDS[named.KIND], address_of(page, edition.site.address)
    return {"@type": kind, "@id": f"{address}#{kind.lower()}", "name": named.name}


def cast(edition: Edition) -> GraphNode:
    """The people of the article; organisations and places say who they are on their own pages."""
    mentions = [
        without_empty({**mention(named, edition), "sameAs": list(named.same_as)})
        for named in edition.briefing.people
    ]
    return {**_article(edition), "mentions": mentions}


def portrait(named: Named, edition: Edition) -> GraphNode:
    node = mention(named, edition)
    match named:
        case Person():
            node |= {"description": named.role, "affiliation": _body(named.organisation, edition)}
        case Organisation():
            body = _body(named.part_of, edition)
            node |= {"description": named.what, "parentOrganization": body}
        case Place():
            node |= {"description": named.what, "geo": _point(named)}
    return without_empty(node)


def _point(place: Place) -> GraphNode | None:
    """Where its dot is on the map; none for a place that is on no map."""
    if place.latitude is None or place.longitude is None:
        return None
    return _degrees(float(place.latitude), float(place.longitude))


def known(mention: Mention, role: str, page: str, site: Site) -> GraphNode:
    """Someone or something that several briefings name."""
    address, kind = address_of(page, site.address), _KINDS[mention.kind]
    north, _space, east = mention.point.partition(" ")
    return without_empty(
        {
            "@type": kind,
            "@id": f"{address}#{kind.lower()}",
            "url": address,
            "name": mention.name,
            "description": role,
            "geo": _degrees(float(north), float(east)) if east else None,
            "sameAs": mention.same_as.split(),
        }
    )


_KINDS = {Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.PLACE: "Place"}


def _degrees(north: float, east: float) -> GraphNode:
    return {"@type": "GeoCoordinates", "latitude": north, "longitude": east}


def _body(fact_id: str | None, edition: Edition) -> GraphNode | None:
    body = edition.briefing.fact_by_id.get(fact_id or "")
    return mention(body, edition) if isinstance(body, Organisation) else None


# The facts to download


def dataset(edition: Edition, here: Here, files: Iterable[Link]) -> GraphNode:
    site, front = edition.site, edition.briefing.front
    brief = address_of(addresses.brief_page(edition.briefing.slug), site.address)
    return without_empty(
        {
            "@type": "Dataset",
            "@id": f"{brief}#facts",
            "name": _("Facts of “%(title)s”", title=front.title),
            "description": _(
                "Dates, figures, names, quotations and sources of the article, each with the exact"
                " words that it comes from."
            ),
            "license": site.licence and (site.licence.address or site.licence.name),
            "creator": {"@type": "Organization", "name": site.publisher_name},
            "dateModified": edition.modified,
            "isBasedOn": {"@id": article_id(edition)},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": _MEDIA[file.href.rpartition(".")[2]],
                    "contentUrl": address_of(here.follow(file.href), site.address),
                }
                for file in files
            ],
        }
    )


_MEDIA = {"csv": "text/csv", "json": "application/json"}
