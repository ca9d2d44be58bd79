"""A page that lists briefings by day: of a month, of a topic."""

from collections.abc import Mapping
from datetime import date

from dateline.frozen import dataclass
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.paging import Leaf
from dateline.pages.archive.site_page import Archive
from dateline.pages.inline import Link
from dateline.pages.listing import ListedDay, ListedYear, by_day, by_year
from dateline.pages.machines.structured import listing
from dateline.pages.shell import Page, Shell, site_shell
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """`way` leads to the pages above this one; `sentence` may be empty, `newer` and `older` None.

    `years` has those after the first few, a line for each.
    """

    shell: Shell
    way: tuple[Link, ...]
    heading: str
    sentence: str
    days: tuple[ListedDay, ...]
    years: tuple[ListedYear, ...]
    newer: Link | None
    older: Link | None


def plan_list(  # noqa: PLR0913 - each is one thing said of the page
    archive: Archive,
    leaf: Leaf,
    *,
    heading: str,
    sentence: str,
    description: str,
    way: tuple[tuple[str, str], ...],
    newer: tuple[str, str] | None = None,
    older: tuple[str, str] | None = None,
    anchors: Mapping[date, str] | None = None,
    in_full: int | None = None,
) -> Page:
    """`newer` and `older` are names and pages of the lists before and after this, where it ends.

    `anchors` are ids of elements for days to which other pages lead. All are listed `in_full` where no number says so.
    """
    here = here_on(leaf.path, archive.site.address)
    title = _numbered(heading, leaf)
    context = ListContext(
        shell=site_shell(
            archive.site,
            here,
            title=title,
            description=description,
            picture=archive.picture,
            way=way,
            graph=(listing(leaf.summaries, archive.site, here.path, title),),
        ),
        way=tuple(Link(words=words, href=here.to(page)) for words, page in way),
        heading=title,
        sentence=sentence,
        days=by_day(leaf.summaries[:in_full], here, anchors=anchors or {}),
        years=()
        if in_full is None
        else by_year(leaf.summaries[in_full:], here, above=leaf.summaries[:in_full]),
        newer=_beside((_("Newer briefings"), leaf.newer) if leaf.newer else newer, here),
        older=_beside((_("Older briefings"), leaf.older) if leaf.older else older, here),
    )
    return Page(path=here.path, template="list.html.j2", context=context)


def _numbered(heading: str, leaf: Leaf) -> str:
    if not leaf.number:
        return heading
    return _("%(heading)s, page %(number)s", heading=heading, number=leaf.number)


def _beside(named: tuple[str, str] | None, here: Here) -> Link | None:
    return Link(words=named[0], href=here.to(named[1])) if named else None
