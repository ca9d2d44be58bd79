"""What became of the addresses that the content gives: the links of its articles, and its sources."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urldefrag

from dateline.facts.briefing import Briefing
from dateline.facts.records import Source
from dateline.facts.web_addresses import WEB, fault_of
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.linking.asking import LinkState, Manners, Reply, ask_all
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import SiteSource

ARCHIVE: Final = "https://web.archive.org/web/"
_REMEMBERED: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """An address and where it is written; `source`, if it is that of one."""

    address: str
    position: Position
    source: Source | None = None

    @property
    def page(self) -> str:
        return urldefrag(self.address).url


def find_web_links(source: SiteSource, *, drafts: bool = False) -> Iterator[WebLink]:
    for folder in source.folders:
        briefing, _ = parse_briefing(folder)
        if briefing and (drafts or not briefing.front.draft):
            yield from _links_of(briefing)


def _links_of(briefing: Briefing) -> Iterator[WebLink]:
    for written in briefing.article.links:
        if not fault_of(written.href, WEB):
            yield WebLink(address=written.href, position=written.position)
    for source in briefing.sources:
        if source.address:
            place = source.origin.of("address")
            yield WebLink(address=source.address, position=place, source=source)
        if source.archived:
            yield WebLink(address=source.archived, position=source.origin.of("archived"))
    for named in briefing.named:
        for number, address in enumerate(named.same_as):
            yield WebLink(address=address, position=named.origin.of("same_as", number))


def check_web_links(
    links: Iterable[WebLink],
    cache: Cache,
    today: date,
    *,
    manners: Manners = Manners(),  # noqa: B008 - it is frozen
    archive: str = ARCHIVE,
) -> Iterator[Problem]:
    """Ask for each address, unless it was good within the last week, and report what is not as written."""
    found = tuple(links)
    good = _remembered(cache, today)
    replies = ask_all((link.page for link in found if link.page not in good), manners)
    copies = {
        link.page: f"{archive}{day:%Y%m%d}/{link.page}"
        for link in found
        if _is_lost(link, replies) and (day := _seen_on(link.source))
    }
    archived = ask_all(copies.values(), manners) if copies else {}
    _remember(cache, good, replies, today)
    for link in found:
        reply = replies.get(link.page)
        copy = copies.get(link.page, "")
        is_kept = copy in archived and archived[copy].state in (LinkState.GOOD, LinkState.MOVED)
        if reply and not _has_good_copy(link, replies, good):
            yield from _report(link, reply, copy if is_kept else "")


def _is_lost(link: WebLink, replies: Mapping[str, Reply]) -> bool:
    reply = replies.get(link.page)
    return bool(
        reply and reply.state is LinkState.GONE and link.source and not link.source.archived
    )


def _seen_on(source: Source | None) -> date | None:
    """The day on which the newsroom had a source before it, as far as the sheet says."""
    return (source.retrieved or source.accessed) if source else None


def _has_good_copy(link: WebLink, replies: Mapping[str, Reply], good: Mapping[str, date]) -> bool:
    """Whether a source that is gone has a copy in an archive, which readers are led to."""
    copy = link.source.archived if link.source else None
    if not copy or replies[link.page].state is not LinkState.GONE:
        return False
    page = urldefrag(copy).url
    return page in good or replies[page].state in (LinkState.GOOD, LinkState.MOVED)


def _report(link: WebLink, reply: Reply, copy: str) -> Iterator[Problem]:
    at, address = link.position, link.address
    match reply.state:
        case LinkState.GONE | LinkState.REFUSED:
            fix = "write the address where it is now"
            if link.source and not link.source.archived:
                fix += (
                    f", or `archived: {copy}`" if copy else ", or `archived:` with that of a copy"
                )
            yield Problem(at, Rule.LINK_GONE, f"{address} {reply.said}", fix)
        case LinkState.MOVED:
            found = f"{address} has moved for good"
            yield Problem(at, Rule.LINK_MOVED, found, f"it is now {reply.now}")
        case LinkState.UNCLEAR:
            fix = "open it in a browser: some servers do not answer programs"
            yield Problem(at, Rule.LINK_UNCLEAR, f"{address} {reply.said}", fix)


# What is remembered: when an address was last good

_NAME, _KEY = "links", "1"


def _remembered(cache: Cache, today: date) -> dict[str, date]:
    held: Any = cache.load(_NAME, _KEY)
    found: dict[str, date] = {}
    for address, day in (held if isinstance(held, dict) else {}).items():
        try:
            on = date.fromisoformat(day)
        except (TypeError, ValueError):
            continue
        if timedelta() <= today - on < _REMEMBERED:
            found[address] = on
    return found


def _remember(
    cache: Cache, good: Mapping[str, date], replies: Mapping[str, Reply], today: date
) -> None:
    now = {page: today for page, reply in replies.items() if reply.state is LinkState.GOOD}
    kept = {page: day.isoformat() for page, day in {**good, **now}.items()}
    cache.store(_NAME, _KEY, kept)
