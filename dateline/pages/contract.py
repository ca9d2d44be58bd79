"""What each template is given: the contract with those who write templates of their own."""

from collections.abc import Mapping
from typing import Final

from dateline.pages.about import AboutContext
from dateline.pages.annotated import AnnotatedContext
from dateline.pages.article_page import ArticleContext
from dateline.pages.authors import AuthorContext, AuthorsContext
from dateline.pages.brief import BriefContext
from dateline.pages.corrections import CorrectionsContext
from dateline.pages.embed import EmbedContext
from dateline.pages.everything import EverythingContext
from dateline.pages.fact import FactContext
from dateline.pages.front import FrontContext
from dateline.pages.key_figures import KeyFiguresContext
from dateline.pages.moved import MovedContext
from dateline.pages.not_found import NotFoundContext
from dateline.pages.onward import OnwardContext
from dateline.pages.own_page import OwnPageContext
from dateline.pages.removed import RemovedBriefingContext, RemovedContext
from dateline.pages.sources import SourcesContext
from dateline.pages.timeline import TimelineContext
from dateline.pages.who_and_where import WhoAndWhereContext

CONTEXTS: Final[Mapping[str, type]] = {
    "404.html.j2": NotFoundContext,
    "about.html.j2": AboutContext,
    "all.html.j2": EverythingContext,
    "annotated.html.j2": AnnotatedContext,
    "article.html.j2": ArticleContext,
    "author.html.j2": AuthorContext,
    "authors.html.j2": AuthorsContext,
    "brief.html.j2": BriefContext,
    "corrections.html.j2": CorrectionsContext,
    "embed.html.j2": EmbedContext,
    "fact.html.j2": FactContext,
    "front.html.j2": FrontContext,
    "key-figures.html.j2": KeyFiguresContext,
    "moved.html.j2": MovedContext,
    "page.html.j2": OwnPageContext,
    "partials/onward.html.j2": OnwardContext,
    "removed.html.j2": RemovedContext,
    "removed-briefing.html.j2": RemovedBriefingContext,
    "sources.html.j2": SourcesContext,
    "timeline.html.j2": TimelineContext,
    "who-and-where.html.j2": WhoAndWhereContext,
}
"""The dataclass that fills each template of a page, or of a part that is rendered by itself."""
