"""Where a reader reports an error: the address in site.yaml, with the fact that it is about."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Final
from urllib.parse import quote, urlsplit

from dateline.facts.site_records import Site
from dateline.facts.web_addresses import fill_gaps, has_gaps
from dateline.frozen import dataclass
from dateline.words import _

_LONGEST_TITLE: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A fact to report; `page` is its page's whole address, or its path where that is not known."""

    fact: str
    called: str
    page: str


def site_report(site: Site) -> str:
    """The link to report an error anywhere; empty where the site names none."""
    return fill_gaps(site.report, fact="", page="") if site.report else ""


def fact_report(site: Site, about: Reported) -> str:
    """The link to report an error in a fact; empty where the site names none.

    An address with gaps has these filled in, and nothing added. Otherwise a mailto address (RFC 6068)
    gets a subject and a body, and one that ends in /issues/new, as at GitHub, a title and a body.
    """
    address = site.report or ""
    if has_gaps(address):
        return fill_gaps(address, fact=about.fact, page=about.page)
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        return _adding(address, {"subject": _title(about), "body": _body(about, line_end="\r\n")})
    if parts.path.rstrip("/").endswith("/issues/new"):
        return _adding(address, {"title": _title(about), "body": _body(about, line_end="\n")})
    return address


def _title(about: Reported) -> str:
    called = shorten(about.called, _LONGEST_TITLE, placeholder="…")
    return _("Error in %(fact)s: %(name)s", fact=about.fact, name=called)


def _body(about: Reported, *, line_end: str) -> str:
    lines = (
        about.page,
        "",
        _("What is wrong, and how do you know?"),
        "",
    )
    return line_end.join(lines)


def _adding(address: str, fields: Mapping[str, str]) -> str:
    """The address with these fields in its query, but for those that it has already."""
    before, hash_sign, fragment = address.partition("#")
    query = urlsplit(before).query
    known = {field.partition("=")[0].lower() for field in query.split("&")}
    added = [
        f"{name}={quote(value, safe='')}" for name, value in fields.items() if name not in known
    ]
    whole = "&".join(part for part in (query, *added) if part)
    return f"{before.partition('?')[0]}?{whole}{hash_sign}{fragment}"
