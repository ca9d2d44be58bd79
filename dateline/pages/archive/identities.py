"""Who and what is the same in several briefings: by the id that the site's own sheet has, or by id and name.

Nobody is joined by a name alone, nor by an id alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dateline.facts.kinds import SECTION_OF, Kind
from dateline.facts.mentions import Mention, read_index, same_name
from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.summary import Summary


@dataclass(frozen=True, slots=True)
class Identity:
    """Someone or something that several briefings name, the newest first; `formerly` are ids that it had.

    The site's own sheet has those that are `shared`.
    """

    kind: Kind
    id: str
    summaries: tuple[Summary, ...]
    formerly: tuple[str, ...] = ()
    shared: bool = False

    @property
    def page(self) -> str:
        return addresses.within(SECTION_OF[self.kind], self.id)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(summary.slug for summary in self.summaries)

    def mention_in(self, summary: Summary) -> Mention:
        mentions = read_index(summary.mentions.index)
        return next(each for each in mentions if (each.kind, each.id) == (self.kind, self.id))


def find_identities(newest: Sequence[Summary], kind: Kind) -> Iterator[Identity]:
    """Those whom at least two briefings name, in order of their ids."""
    return (each for each in _find(newest, kind) if len(each.summaries) > 1)


def find_lasting(newest: Sequence[Summary], kind: Kind) -> Iterator[Identity]:
    """Those of the site's own sheet whom a briefing names: their addresses stay as long as one does."""
    return (each for each in _find(newest, kind) if each.shared)


def lasting_names(newest: Sequence[Summary]) -> Iterator[str]:
    """Their addresses and former ones, as `people/ana-lind`."""
    for kind, section in SECTION_OF.items():
        for identity in find_lasting(newest, kind):
            yield from (f"{section}/{own}" for own in (identity.id, *identity.formerly))


def shared_names(index: str) -> Iterator[str]:
    """The same of one briefing, by its mentions: of one that is refused, nobody has made a summary."""
    for mention in read_index(index):
        if mention.shared:
            section = SECTION_OF[mention.kind]
            yield from (f"{section}/{own}" for own in (mention.id, *mention.formerly.split()))


def removed_names(site: Site) -> Iterator[str]:
    """Those that the site's own sheets say were removed."""
    for kind, ids in site.own.removed_names.items():
        yield from (f"{SECTION_OF[kind]}/{own}" for own in ids)


def _find(newest: Sequence[Summary], kind: Kind) -> Iterator[Identity]:
    indexes = tuple(summary.mentions.index for summary in newest)
    for found in _groups(indexes)[kind]:
        summaries = tuple(newest[number] for number in found.numbers)
        yield Identity(kind, found.id, summaries, found.formerly, found.shared)


@dataclass(frozen=True, slots=True)
class _Group:
    """An id, the numbers of the briefings that name it, and what the site's own sheet says of it."""

    id: str
    numbers: tuple[int, ...]
    formerly: tuple[str, ...]
    shared: bool


# Asked for by each section of a site, and by the briefings.
@lru_cache(maxsize=2)
def _groups(indexes: tuple[str, ...]) -> Mapping[Kind, Sequence[_Group]]:
    """Of two people with one id the one whom a briefing named first has the address."""
    found: dict[tuple[Kind, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    formerly: dict[tuple[Kind, str], str] = {}
    for number, index in enumerate(indexes):
        for mention in read_index(index):
            own = "" if mention.shared else same_name(mention.name)
            found[mention.kind, mention.id][own].append(number)
            if mention.formerly:
                formerly[mention.kind, mention.id] = mention.formerly
    named: dict[Kind, list[_Group]] = {kind: [] for kind in SECTION_OF}
    for (kind, id_), groups in sorted(found.items()):
        own, oldest = max(groups.items(), key=lambda group: group[1][-1])
        if len(oldest) > 1 or not own:
            before = tuple(formerly.get((kind, id_), "").split())
            named[kind].append(_Group(id_, tuple(oldest), before, not own))
    return named
