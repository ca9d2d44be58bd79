"""Who and what is the same in all briefings of a site: the records of its own people.yaml and its fellows.

They are described as those of a briefing are, in `facts/records.py`. A briefing’s record with the same id
takes what they have.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final

from pydantic import Field

from dateline.facts.fields import (
    BodyId,
    EdtfDate,
    Id,
    Latitude,
    Longitude,
    OneOrMore,
    OrganisationId,
    RoleList,
    Text,
)
from dateline.facts.kinds import Kind
from dateline.facts.records import Addresses, OriginalName, Record, Texts

FormerIds = Annotated[tuple[Id, ...], OneOrMore]


class SharedRole(Record):
    """An office or a role that a person has or had, and when."""

    role: Text = Field(description="The office or role.")
    dates: EdtfDate | None = Field(
        None, description="When they have it, as `2019/2024-05`; without it, always."
    )
    organisation: OrganisationId | None = Field(
        None, description="The organisation that they act for in it."
    )


class SharedRecord(Record):
    """What the site knows of someone or something, in whatever briefing."""

    KIND: ClassVar[Kind]

    id: Id = Field(description="The id, which is the same in every briefing.")
    name: Text = Field(description="The name in full.")
    aliases: Texts = Field(
        (), description="Other names; a briefing takes those that its article has."
    )
    original: OriginalName | None = Field(None, description="The name in its own script.")
    same_as: Addresses = Field(
        (), description="Addresses of pages about the same elsewhere, for instance in Wikidata."
    )
    formerly: FormerIds = Field(
        (), description="Ids that it had before; the addresses of their pages lead to its page."
    )


class SharedPerson(SharedRecord):
    """A person, who is the same in every briefing, with the roles of their life."""

    KIND = Kind.PERSON

    roles: Annotated[tuple[SharedRole, ...], RoleList] = Field(
        (),
        description="The roles; a briefing takes the one that they have on the day of its publication.",
    )
    why: Text | None = Field(
        None, description="Why they are in a story, where its briefing does not say so."
    )
    born: EdtfDate | None = Field(None, description="When they were born.")


class SharedOrganisation(SharedRecord):
    """A body, group, force or state, which is the same in every briefing."""

    KIND = Kind.ORGANISATION

    what: Text | None = Field(None, description="What it is.")
    why: Text | None = Field(
        None, description="Why it is in a story, where its briefing does not say so."
    )
    part_of: BodyId | None = Field(None, description="What it is a part of.")


class SharedPlace(SharedRecord):
    """A place, which is the same in every briefing; degrees north and east (WGS 84)."""

    KIND = Kind.PLACE

    what: Text | None = Field(None, description="What it is.")
    latitude: Latitude | None = Field(None, description="Degrees north, south negative (WGS 84).")
    longitude: Longitude | None = Field(None, description="Degrees east, west negative (WGS 84).")


_REMOVED: Final = "Ids whose page was removed; its address leads to the list of all."


class SharedPeopleSheet(Record):
    """The content of the site's own people.yaml."""

    people: tuple[SharedPerson, ...] = Field((), description="The people.")
    removed: FormerIds = Field((), description=_REMOVED)


class SharedOrganisationsSheet(Record):
    """The content of the site's own organisations.yaml."""

    organisations: tuple[SharedOrganisation, ...] = Field((), description="The organisations.")
    removed: FormerIds = Field((), description=_REMOVED)


class SharedPlacesSheet(Record):
    """The content of the site's own places.yaml."""

    places: tuple[SharedPlace, ...] = Field((), description="The places.")
    removed: FormerIds = Field((), description=_REMOVED)


# By the names of their files, which are those of a briefing’s sheets.
SHARED_SHEETS: Final[Mapping[str, tuple[type[Record], type[SharedRecord]]]] = {
    Kind.PERSON.sheet: (SharedPeopleSheet, SharedPerson),
    Kind.ORGANISATION.sheet: (SharedOrganisationsSheet, SharedOrganisation),
    Kind.PLACE.sheet: (SharedPlacesSheet, SharedPlace),
}
