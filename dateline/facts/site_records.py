"""The records of a site: its settings, its look, and the words of its own.

They are described as those of a briefing are, in `facts/records.py`.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr, model_validator

from dateline.facts.described import ClosedList
from dateline.facts.fields import (
    AccentColour,
    Address,
    ContactAddress,
    Day,
    EditorAddress,
    FontFile,
    FontWeight,
    Id,
    Language,
    LogoFile,
    MarkerColour,
    OneOrMore,
    PageOrAddress,
    ReportAddress,
    SiteAddress,
    Slug,
    Tag,
    Text,
    TimeZone,
    YesNo,
    refuse,
)
from dateline.facts.kinds import Kind, Section
from dateline.facts.palette import Palette, palette_of
from dateline.facts.records import Licence, Record
from dateline.frozen import dataclass
from dateline.problems import Rule


class Publisher(Record):
    """Who publishes the site."""

    name: Text = Field(description="The publisher's name.")
    address: Address | None = Field(None, description="The publisher's own site.")


class RemovedKind(ClosedList):
    """What was removed from a site."""

    BRIEFING = "briefing", "A briefing, which had a folder."
    PAGE = "page", "A page of your own."


class BriefingRemoval(Record):
    """A briefing or a page that was removed: its address stays as a notice and is not used again."""

    folder: Slug = Field(description="The name of its folder, or of the page.")
    on: Day = Field(description="The day on which it was removed.")
    why: Text = Field(description="Why it was removed.")
    title: Text | None = Field(None, description="Its headline, for the notice.")
    was: RemovedKind = Field(
        RemovedKind.BRIEFING, description="Whether it was a briefing or a page of your own."
    )

    @property
    def called(self) -> str:
        """Its headline, or the address that it had."""
        return self.title or f"/{self.folder}/"


class TypePair(ClosedList):
    """The fonts of text and headings, by that of the text."""

    NEWSREADER = "newsreader", "Newsreader, with Libre Franklin for headings."
    LITERATA = "literata", "Literata, with Work Sans for headings."
    BITTER = "bitter", "Bitter, with Inter for headings."


class FontUse(ClosedList):
    """What a font is for."""

    TEXT = "text", "For text."
    HEADINGS = "headings", "For headings, notes and tables."


class SiteFont(Record):
    """A font file of a site's own, in place of one of the pair."""

    file: FontFile = Field(description="The file, in the folder `look`.")
    use: FontUse = Field(description="What it is for; notes and tables have the font of headings.")
    weight: FontWeight = Field("400 700", description="The weights that it has.")
    italic: YesNo = Field(False, description="Whether it is the italic.")  # noqa: FBT003 - pydantic's default


class SiteLook(Record):
    """What a site looks like, where it is not as the program comes."""

    logo: LogoFile | None = Field(None, description="The logo above every page: an SVG or a PNG.")
    logo_dark: LogoFile | None = Field(None, description="The logo for dark pages.")
    accent: AccentColour | None = Field(
        None, description="The colour of links and of what is drawn, on light pages."
    )
    marker: MarkerColour | None = Field(
        None, description="The colour that marks the words of the article."
    )
    type: TypePair = Field(
        TypePair.NEWSREADER, description="The fonts of text and headings, by that of the text."
    )
    fonts: tuple[SiteFont, ...] = Field((), description="Fonts of your own, in place of these.")

    @model_validator(mode="after")
    def _has_a_logo_for_light_pages(self) -> Self:
        if self.logo_dark and not self.logo:
            fix = "add `logo:`, which is for light pages"
            raise refuse(Rule.FIELD_MISSING, "there is `logo_dark` and no `logo`", fix)
        return self

    @property
    def palette(self) -> Palette:
        return palette_of(self.accent, self.marker)


class NavPlace(ClosedList):
    """Where every page links to a page of the site's own."""

    HEADER = "header", "At the head of every page."
    FOOTER = "footer", "At the foot of every page."
    NONE = "none", "Nowhere: only your own links lead to it."


class PageFront(Record):
    """The fields above a page of the site's own."""

    title: Text = Field(description="Its heading, and its name in the navigation.")
    description: Text | None = Field(
        None,
        description="One sentence about it, for search engines; without it, they get its first paragraph.",
    )
    nav: NavPlace = Field(NavPlace.FOOTER, description="Where every page of the site links to it.")
    formerly: Annotated[tuple[Slug, ...], OneOrMore] = Field(
        (), description="Names that the file had before; their addresses lead here."
    )


class Author(Record):
    """Someone who writes for the site."""

    id: Id = Field(description="The name of their page: `/authors/<id>/`.")
    name: Text = Field(description="Their name, as articles give it.")
    role: Text | None = Field(None, description="What they do.")
    bio: Text | None = Field(
        None, description="A paragraph or two about them, with an empty line between."
    )
    contact: ContactAddress | None = Field(None, description="Where readers reach them.")
    links: Annotated[tuple[Address, ...], OneOrMore] = Field(
        (), description="Their pages on other sites."
    )
    formerly: Annotated[tuple[Id, ...], OneOrMore] = Field(
        (), description="Ids that they had before; their addresses lead here."
    )


class AuthorsSheet(Record):
    """The content of authors.yaml."""

    authors: tuple[Author, ...] = Field((), description="Those who write for the site.")
    removed: Annotated[tuple[Id, ...], OneOrMore] = Field(
        (), description="Ids of authors whose page was removed; it leads to the list of authors."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What a site has besides its briefings: the heads of its pages, by their names, and its authors.

    `removed` are ids of authors whose pages are no more. What could not be read is not in it, and it is not
    `whole`.
    """

    pages: Mapping[str, PageFront] = field(default_factory=dict)
    authors: tuple[Author, ...] = ()
    removed: tuple[str, ...] = ()
    removed_names: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    whole: bool = True

    def author_of(self, name: str) -> Author | None:
        return next((author for author in self.authors if author.name == name), None)


class Site(Record):
    """The content of site.yaml; `own` is what stands beside it."""

    title: Text = Field(description="The name of the site.")
    description: Text = Field(description="One sentence about the site.")
    address: SiteAddress | None = Field(None, description="Where the site is published.")
    tag: Tag | None = Field(
        None,
        description="What the ids of feeds and calendars are made from: a domain or an e-mail address of"
        " yours, and a year, month or day in which it was yours; or a random UUID.",
    )
    language: Language = Field("en", description="The language of the site.")
    timezone: TimeZone = Field(
        "UTC", description='Where the site is; "due this month" is decided by the day there.'
    )
    publisher: Publisher | None = Field(None, description="Who publishes the site.")
    licence: Licence | None = Field(None, description="The terms for the use of the facts.")
    report: ReportAddress | None = Field(None, description="Where readers report an error.")
    contact: PageOrAddress | None = Field(None, description="Where readers reach you.")
    corrections: PageOrAddress | None = Field(
        None, description="What you do about mistakes: your policy on corrections."
    )
    imprint: PageOrAddress | None = Field(
        None, description="Who is responsible for the site, as some laws require."
    )
    social: Annotated[tuple[Address, ...], OneOrMore] = Field(
        (), description="Your pages on other sites, which readers can be sure are yours."
    )
    footer: Text | None = Field(None, description="A sentence at the foot of every page.")
    editor: EditorAddress | None = Field(
        None, description="The address with which the preview opens a file in your editor."
    )
    look: SiteLook = Field(SiteLook(), description="Its logo and its colours.")
    removed: tuple[BriefingRemoval, ...] = Field(
        (), description="Briefings and pages that were removed."
    )
    _own: OwnWords = PrivateAttr(default_factory=OwnWords)
    _sections: tuple[Section, ...] = PrivateAttr(())

    @property
    def own(self) -> OwnWords:
        return self._own

    def with_own(self, own: OwnWords) -> Self:
        site = self.model_copy()
        site._own = own  # noqa: SLF001 - a copy of itself
        return site

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of its archive that a page may link to; none where it has but one briefing."""
        return self._sections

    @property
    def has_archive(self) -> bool:
        """Whether it is of several briefings."""
        return "briefings" in self._sections

    def with_sections(self, sections: tuple[Section, ...]) -> Self:
        site = self.model_copy()
        site._sections = sections  # noqa: SLF001 - a copy of itself
        return site

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone that site.yaml names."""
        return ZoneInfo(self.timezone) if "timezone" in self.model_fields_set else None

    @property
    def publisher_name(self) -> str:
        """Who publishes the site; its own title where nobody is named."""
        return self.publisher.name if self.publisher else self.title
