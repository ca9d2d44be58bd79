"""What several briefings are about: a page for each topic, and the list of all topics."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from dateline.facts.plain_letters import plain_letters
from dateline.facts.topics import topic_id
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.list_page import plan_list
from dateline.pages.archive.paging import Leaf, leaves
from dateline.pages.archive.site_page import Archive, SitePage, slugs_of
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _, ngettext

# A topic of a single briefing has no page: it would say no more than the briefing does.
SEVERAL_BRIEFINGS: Final = 2
# So many topics fit into a list that is read at once.
_MOST: Final = 300
_IN_FULL: Final = 5
_FEW: Final = 48
"""As many as have their newest headlines in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic that has a page; its `name` is the spelling that most briefings use, newest first."""

    id: str
    name: str
    summaries: tuple[Summary, ...]

    @property
    def page(self) -> str:
        return addresses.within("topics", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTopic:
    """A topic, and the headline of its newest briefing."""

    link: Link
    newest: Link
    published: ShownDay
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsContext:
    """Few topics are `shown` with their newest headlines, many are `topics`; `more` counts those not listed."""

    shell: Shell
    shown: tuple[ListedTopic, ...]
    topics: tuple[Link, ...]
    more: int


def topics_of(newest: Iterable[Summary]) -> dict[str, Topic]:
    """The topics of several briefings by their ids."""
    about: dict[str, list[Summary]] = defaultdict(list)
    for summary in newest:
        for found in topic_ids(summary):
            about[found].append(summary)
    return {
        found: Topic(id=found, name=_usual_name(found, summaries), summaries=tuple(summaries))
        for found, summaries in about.items()
        if len(summaries) >= SEVERAL_BRIEFINGS
    }


def topic_ids(summary: Summary) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(topic_id, summary.topics)))


def _usual_name(wanted: str, newest: Sequence[Summary]) -> str:
    """The spelling that most briefings have; of several, that of the oldest."""
    spelt = Counter(
        words
        for summary in reversed(newest)
        for words in summary.topics
        if topic_id(words) == wanted
    )
    return spelt.most_common(1)[0][0]


def has_topics(archive: Archive) -> bool:
    counted = Counter(found for summary in archive.summaries for found in topic_ids(summary))
    return any(count >= SEVERAL_BRIEFINGS for count in counted.values())


def plan_topics(archive: Archive) -> Iterator[SitePage]:
    topics = topics_of(archive.summaries)
    yield SitePage(
        path=addresses.section_page("topics"),
        slugs=None,
        plan=partial(_plan_index, topics, archive),
    )
    for topic in topics.values():
        for leaf in leaves(topic.summaries, partial(_page_of, topic)):
            # Every briefing counts for the name of the topic, and at the head for how many there are.
            yield SitePage(
                path=leaf.path,
                slugs=slugs_of(leaf.summaries),
                beside=(topic.name, leaf.newer, leaf.older, *_count(topic, leaf)),
                plan=partial(_plan_leaf, topic, leaf, archive),
            )


def _page_of(topic: Topic, number: int) -> str:
    return addresses.within("topics", addresses.numbered(topic.id, number))


def _count(topic: Topic, leaf: Leaf) -> Iterator[str]:
    if not leaf.number:
        yield str(len(topic.summaries))


def _plan_leaf(topic: Topic, leaf: Leaf, archive: Archive) -> Page:
    count = len(topic.summaries)
    return plan_list(
        archive,
        leaf,
        heading=topic.name,
        sentence="" if leaf.number else _sentence(count, len(leaf.summaries)),
        description=_("Briefings about %(topic)s.", topic=topic.name),
        way=((_("Topics"), addresses.section_page("topics")),),
        in_full=0 if leaf.number else _IN_FULL,
    )


def _sentence(count: int, shown: int) -> str:
    briefings = ngettext("%(number)s briefing", "%(number)s briefings", count)
    if shown == count:
        return briefings
    return _("The latest %(shown)s of %(briefings)s.", shown=shown, briefings=briefings)


def topic_links(topics: Iterable[Topic], here: Here, *, counted: bool = False) -> tuple[Link, ...]:
    """Links to pages of topics, in the order given."""
    return tuple(
        Link(
            words=topic.name,
            href=here.to(topic.page),
            count=len(topic.summaries) if counted else None,
        )
        for topic in topics
    )


def most_used(topics: Mapping[str, Topic], most: int) -> list[Topic]:
    """The topics of most briefings, by their names."""
    ranked = sorted(topics.values(), key=lambda topic: (-len(topic.summaries), topic.id))
    return sorted(ranked[:most], key=_by_name)


def _by_name(topic: Topic) -> tuple[str, str]:
    return plain_letters(topic.name) or topic.name.casefold(), topic.id


def _plan_index(topics: Mapping[str, Topic], archive: Archive) -> Page:
    here = here_on(addresses.section_page("topics"), archive.site.address)
    listed = most_used(topics, _MOST)
    links, is_few = topic_links(listed, here, counted=True), len(listed) <= _FEW
    context = TopicsContext(
        shell=site_shell(
            archive.site,
            here,
            title=_("Topics"),
            description=_("What the briefings of %(site)s are about.", site=archive.site.title),
            picture=archive.picture,
        ),
        shown=tuple(map(partial(_listed_topic, here), listed, links)) if is_few else (),
        topics=() if is_few else links,
        more=max(len(topics) - _MOST, 0),
    )
    return Page(path=here.path, template="topics.html.j2", context=context)


def _listed_topic(here: Here, topic: Topic, link: Link) -> ListedTopic:
    newest = topic.summaries[0]
    return ListedTopic(
        link=link,
        newest=Link(words=newest.title, href=here.to(newest.page)),
        published=show_day(newest.published),
        language=newest.language,
    )
