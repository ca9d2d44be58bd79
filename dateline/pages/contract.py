"""What each template is given: the contract with those who write templates of their own."""

from collections.abc import Mapping
from typing import Final

from dateline.pages.about import AboutContext
from dateline.pages.annotated import AnnotatedContext
from dateline.pages.archive.all_briefings import BriefingsContext, YearContext
from dateline.pages.archive.all_changes import AllChangesContext
from dateline.pages.archive.all_events import AllEventsContext
from dateline.pages.archive.all_expected import AllExpectedContext
from dateline.pages.archive.authors import AuthorContext, AuthorsContext
from dateline.pages.archive.by_topic import TopicsContext
from dateline.pages.archive.corrections import CorrectionsContext
from dateline.pages.archive.elsewhere import AlsoContext
from dateline.pages.archive.list_page import ListContext
from dateline.pages.archive.named_index import NamesContext
from dateline.pages.archive.named_pages import NamedPageContext
from dateline.pages.archive.onward import OnwardContext
from dateline.pages.archive.search_page import SearchContext
from dateline.pages.article_page import ArticleContext
from dateline.pages.brief import BriefContext
from dateline.pages.embed import EmbedContext
from dateline.pages.everything import EverythingContext
from dateline.pages.fact import FactContext
from dateline.pages.front import FrontContext
from dateline.pages.key_figures import KeyFiguresContext
from dateline.pages.moved import MovedContext
from dateline.pages.not_found import NotFoundContext
from dateline.pages.own_page import OwnPageContext
from dateline.pages.removed import RemovedBriefingContext, RemovedContext
from dateline.pages.sources import SourcesContext
from dateline.pages.timeline import TimelineContext
from dateline.pages.who_and_where import WhoAndWhereContext

CONTEXTS: Final[Mapping[str, type]] = {
    "404.html.j2": NotFoundContext,
    "about.html.j2": AboutContext,
    "all.html.j2": EverythingContext,
    "all-changes.html.j2": AllChangesContext,
    "all-events.html.j2": AllEventsContext,
    "all-expected.html.j2": AllExpectedContext,
    "annotated.html.j2": AnnotatedContext,
    "article.html.j2": ArticleContext,
    "author.html.j2": AuthorContext,
    "authors.html.j2": AuthorsContext,
    "brief.html.j2": BriefContext,
    "briefings.html.j2": BriefingsContext,
    "corrections.html.j2": CorrectionsContext,
    "embed.html.j2": EmbedContext,
    "fact.html.j2": FactContext,
    "front.html.j2": FrontContext,
    "key-figures.html.j2": KeyFiguresContext,
    "list.html.j2": ListContext,
    "moved.html.j2": MovedContext,
    "named-page.html.j2": NamedPageContext,
    "names.html.j2": NamesContext,
    "page.html.j2": OwnPageContext,
    "partials/also.html.j2": AlsoContext,
    "partials/onward.html.j2": OnwardContext,
    "removed.html.j2": RemovedContext,
    "removed-briefing.html.j2": RemovedBriefingContext,
    "search.html.j2": SearchContext,
    "sources.html.j2": SourcesContext,
    "timeline.html.j2": TimelineContext,
    "topics.html.j2": TopicsContext,
    "who-and-where.html.j2": WhoAndWhereContext,
    "year.html.j2": YearContext,
}
"""The dataclass that fills each template of a page, or of a part that is rendered by itself."""
