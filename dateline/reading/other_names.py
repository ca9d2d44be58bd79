"""What editors write for a field that here is called otherwise, or that only other programs have."""

from collections.abc import Mapping
from typing import Final

# By the kind of record (dateline.reading.validation.kind): the name written, and the name here.
_MEANT: Final[Mapping[str, Mapping[str, str]]] = {
    "front matter": {
        **dict.fromkeys(("date", "publishdate", "publish_date", "pubdate"), "published"),
        **dict.fromkeys(("lastmod", "modified", "last_modified_at"), "updated"),
        "headline": "title",
        **dict.fromkeys(("author", "byline", "by"), "authors"),
        **dict.fromkeys(
            ("description", "summary", "excerpt", "subtitle", "abstract", "lead"), "standfirst"
        ),
        **dict.fromkeys(("lang", "locale"), "language"),
        **dict.fromkeys(("aliases", "redirect_from", "redirects"), "formerly"),
        **dict.fromkeys(("embargo", "embargoed", "publish_at", "scheduled", "release"), "publish"),
        **dict.fromkeys(("tags", "tag", "categories", "category", "keywords", "topic"), "topics"),
        "time": "published_time",
        "location": "dateline",
    },
    "event": {
        **dict.fromkeys(("name", "label", "headline"), "title"),
        **dict.fromkeys(("when", "day", "on", "start_date"), "date"),
        **dict.fromkeys(("description", "text", "note"), "summary"),
        **dict.fromkeys(("where", "location", "places"), "place"),
        **dict.fromkeys(("people", "actors"), "who"),
    },
    "period": {**dict.fromkeys(("name", "label"), "title"), "date": "dates"},
    "figure": {
        **dict.fromkeys(("name", "title"), "label"),
        **dict.fromkeys(("number", "amount", "count", "figure"), "value"),
        "type": "kind",
        "units": "unit",
        "summary": "description",
        **dict.fromkeys(("date", "day", "on", "when"), "as_of or period"),
    },
    "person": dict.fromkeys(("title", "office", "job", "position", "what"), "role"),
    "organisation": dict.fromkeys(("role", "description", "type", "kind"), "what"),
    "place": {
        **dict.fromkeys(("role", "description", "type", "kind"), "what"),
        "lat": "latitude",
        **dict.fromkeys(("lon", "lng", "long"), "longitude"),
    },
    "quotation": {
        **dict.fromkeys(("text", "quote", "quotation"), "words"),
        **dict.fromkeys(("who", "person", "said_by", "author", "name"), "speaker"),
        **dict.fromkeys(("date", "on", "said"), "said_on"),
    },
    "source": {
        **dict.fromkeys(("url", "link", "href", "web"), "address"),
        **dict.fromkeys(("name", "headline"), "title"),
        **dict.fromkeys(("date", "day"), "published"),
        "type": "kind",
        **dict.fromkeys(("retrieved", "read", "access_date"), "accessed"),
    },
    "timeline.yaml": {**dict.fromkeys(("timeline", "dates"), "events"), "eras": "periods"},
    "people.yaml": {"persons": "people"},
    "quotations.yaml": {"quotes": "quotations"},
    "organisations.yaml": {"orgs": "organisations"},
    "coverage.yaml": {"coverage": "waived"},
}
_EVERY_FACT: Final = {
    **dict.fromkeys(("sources", "from", "ref", "reference"), "source"),
    **dict.fromkeys(("quote", "passage", "proof"), "evidence"),
    **dict.fromkeys(("importance", "priority"), "weight"),
}
# Fields of Jekyll, Hugo, Eleventy and Pelican for which there is no use here, and what there is.
_ADDRESS: Final = "the name of the folder is the address; remove the line"
_UNUSED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("slug", "permalink", "url", "path"), _ADDRESS),
    "id": _ADDRESS,
    **dict.fromkeys(
        ("layout", "type", "template", "theme", "menu", "weight", "toc", "comments", "math"),
        "every article is shown in the same way; remove the line",
    ),
    "series": "name it as a topic in `topics:`, or put it in `kicker:`",
    **dict.fromkeys(
        ("image", "images", "cover", "thumbnail", "featured_image", "banner", "photo"),
        "an article has no picture here; remove the line",
    ),
    "status": "write `draft: true` to keep an article back; otherwise remove the line",
}


def meant_fields(kind: str, written: str, known: tuple[str, ...]) -> list[str]:
    """What a record of that kind calls the field here, if the name is a usual one for it."""
    name = written.lower().replace("-", "_")
    meant = _MEANT.get(kind, {}).get(name) or _EVERY_FACT.get(name, "")
    return [field for field in meant.split(" or ") if field in known]


def unused_field(kind: str, written: str) -> str | None:
    """Why a field of other programs is not used here, and what to do with it."""
    return _UNUSED.get(written.lower().replace("-", "_")) if kind == "front matter" else None
