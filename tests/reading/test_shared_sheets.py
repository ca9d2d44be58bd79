"""People, organisations and places of a site: what a briefing takes of them, and what it depends on."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from dateline.checking import check_briefing
from dateline.facts.briefing import Briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder, SiteSource
from dateline.reading.shared_sheets import share_records
from tests.small_site import article

PEOPLE = """\
people:
  - id: ann-lee
    name: Ann Lee
    aliases: [Lee, the minister]
    same_as: https://www.wikidata.org/wiki/Q1
    why: She decides on the bridge.
    born: 1970-05
    roles:
      - {role: Mayor, dates: 2019/2024-09-10, organisation: council}
      - {role: Minister of Transport, dates: 2024-09-11/..}
"""
COUNCIL = "organisations: [{id: council, name: Ostrow Council, what: The council}]"
PLACES = "places: [{id: ostrow, name: Ostrow, what: A town, latitude: 51.65, longitude: 17.81}]"
SITE = {"people.yaml": PEOPLE, "organisations.yaml": COUNCIL, "places.yaml": PLACES}
BODY = "On Wednesday Ann Lee closed the bridge at Ostrow. Lee had warned of it."
EVENT = """\
events:
  - id: closes
    title: Ann Lee closes the bridge
    date: 2024-09-11
    who: ann-lee
    place: ostrow
    evidence: On Wednesday Ann Lee closed the bridge
"""


def source(briefings: dict[str, dict[str, str]], site: dict[str, str] = SITE) -> SiteSource:
    """A site of briefings with this article and these sheets."""
    folders = tuple(
        Folder(
            slug=slug,
            shown_as=f"content/{slug}",
            files={
                "article.md": article(BODY).encode(),
                **{f"{name}.yaml": dedent(text).encode() for name, text in sheets.items()},
            },
        )
        for slug, sheets in briefings.items()
    )
    words = {name: text.encode() for name, text in site.items()}
    return SiteSource(shown_as="content", settings=None, folders=folders, problems=(), words=words)


def read(
    sheets: dict[str, str], site: dict[str, str] = SITE
) -> tuple[Briefing, tuple[Problem, ...]]:
    (folder,) = share_records(source({"b": sheets}, site)).folders
    briefing, problems = parse_briefing(folder)
    assert briefing
    return briefing, problems


def test_who_is_only_named_is_taken_from_the_site() -> None:
    briefing, problems = read({"timeline": EVENT})
    (lee,), (ostrow,) = briefing.people, briefing.places
    assert problems == ()
    assert (lee.id, lee.name, lee.why) == ("ann-lee", "Ann Lee", "She decides on the bridge.")
    assert lee.same_as == ("https://www.wikidata.org/wiki/Q1",)
    assert (str(ostrow.latitude), ostrow.what) == ("51.65", "A town")


def test_they_rest_on_the_words_that_first_name_them() -> None:
    briefing, _ = read({"timeline": EVENT})
    (passage,) = briefing.people[0].evidence
    assert (passage.words, passage.before) == ("Ann Lee", "On Wednesday")


def test_the_role_is_that_of_the_day_of_publication() -> None:
    assert read({"timeline": EVENT})[0].people[0].role == "Minister of Transport"
    earlier = EVENT.replace("2024-09-11", "2024-09-04")
    before = source({"b": {"timeline": earlier}})
    (folder,) = before.folders
    old = article(BODY).replace("2024-09-11", "2024-09-04").encode()
    folder.files["article.md"] = old  # type: ignore[index]
    briefing, _ = parse_briefing(share_records(before).folders[0])
    assert briefing
    assert briefing.people[0].role == "Mayor"


def test_names_that_the_article_has_not_are_left_out() -> None:
    briefing, _ = read({"timeline": EVENT})
    assert briefing.people[0].aliases == ("Lee",)


def test_a_record_of_the_briefing_adds_and_overrides() -> None:
    own = """\
    people:
      - id: ann-lee
        role: Mayor of the day
        aliases: she who warned
        why: She closed it.
        evidence: Ann Lee closed
    """
    briefing, problems = read({"people": own})
    (lee,) = briefing.people
    assert problems == ()
    assert (lee.name, lee.role, lee.why) == ("Ann Lee", "Mayor of the day", "She closed it.")
    assert lee.aliases == ("she who warned", "Lee")
    assert [passage.words for passage in lee.evidence] == ["Ann Lee closed"]
    assert lee.organisation is None, "the council belongs to another role"


def test_whom_they_act_for_is_there_where_the_briefing_has_it() -> None:
    mayor = PEOPLE.replace("2019/2024-09-10", "2019/..").replace("2024-09-11/..", "../2018")
    site = {**SITE, "people.yaml": mayor}
    assert read({"timeline": EVENT}, site)[0].people[0].organisation is None
    council = EVENT.replace("who: ann-lee", "who: [ann-lee, council]")
    briefing, _ = read({"timeline": council}, site)
    assert briefing.people[0].organisation == "council"
    assert [body.name for body in briefing.organisations] == ["Ostrow Council"]


def test_what_the_site_lacks_is_reported_where_the_briefing_names_them() -> None:
    site = {**SITE, "people.yaml": "people: [{id: ann-lee, name: Ann Lee, why: She decides.}]"}
    _, (problem,) = read({"timeline": EVENT}, site)
    assert str(problem.position) == "content/b/timeline.yaml:5:10"
    assert problem.found == "person ‘ann-lee’ has no `role`"
    assert problem.fix == (
        "write it in the site’s own people.yaml, or give the briefing’s a record with this id"
    )


def test_a_mistake_in_the_site_is_reported_there_and_nowhere_else() -> None:
    wrong = PEOPLE.replace("born: 1970-05", "born: May 1970")
    shared = share_records(source({"b": {"timeline": EVENT}}, {**SITE, "people.yaml": wrong}))
    assert [str(problem.position) for problem in shared.problems] == ["content/people.yaml:7:11"]
    assert parse_briefing(shared.folders[0])[1] == ()


def test_ids_are_unique_and_what_they_name_is_there() -> None:
    site = {
        "people.yaml": "people: [{id: ann-lee, name: Ann Lee, formerly: ann, roles: Mayor}]\nremoved: [ann]",
        "organisations.yaml": "organisations: [{id: ann-lee, name: Lee, part_of: nowhere}]",
    }
    found = {
        (str(problem.position), problem.rule)
        for problem in share_records(source({}, site)).problems
    }
    assert found == {
        ("content/organisations.yaml:1:22", "id.duplicate"),
        ("content/organisations.yaml:1:51", "reference.unknown"),
        ("content/people.yaml:2:11", "id.duplicate"),
    }


def test_a_body_that_is_part_of_itself_is_reported_in_the_site_alone() -> None:
    ring = """\
    organisations:
      - {id: council, name: Ostrow Council, what: A, part_of: town}
      - {id: town, name: Ostrow, what: B, part_of: council}
    """
    site = {**SITE, "organisations.yaml": dedent(ring)}
    named = EVENT.replace("who: ann-lee", "who: [council, town]").replace("  place: ostrow\n", "")
    shared = share_records(source({"b": {"timeline": named}}, site))
    assert [(str(p.position), p.rule) for p in shared.problems] == [
        ("content/organisations.yaml:2:59", "reference.cycle"),
        ("content/organisations.yaml:3:48", "reference.cycle"),
    ]
    briefing, _ = parse_briefing(shared.folders[0])
    assert briefing
    found = check_briefing(briefing, today=date(2024, 9, 12)).problems
    assert [problem.found for problem in found if problem.rule.startswith("reference")] == []


def digests(site: dict[str, str]) -> dict[str, str]:
    lent = {"timeline": EVENT}
    own = {"people": "people: [{id: mo, name: Mo, role: R, why: W, evidence: Wednesday}]"}
    shared = share_records(source({"lee": lent, "mo": own}, site))
    return {folder.slug: folder.digest for folder in shared.folders}


def test_a_briefing_depends_on_the_records_that_it_names_alone() -> None:
    before = digests(SITE)
    changed = digests({**SITE, "people.yaml": PEOPLE.replace("1970-05", "1971-05")})
    assert changed["lee"] != before["lee"]
    assert changed["mo"] == before["mo"]
    other = f"# A remark.\n{PEOPLE}  - {{id: zed, name: Zed}}\n"
    assert digests({**SITE, "people.yaml": other}) == before


def test_a_site_without_such_sheets_is_as_it_was() -> None:
    plain = source({"b": {"timeline": EVENT}}, {})
    assert share_records(plain).folders == plain.folders


def test_what_the_site_says_is_not_compared_with_the_article() -> None:
    """“Transport” is in no article; a briefing that says so itself must have it from there."""
    briefing, _ = read({"timeline": EVENT})
    checked = check_briefing(briefing, today=date(2024, 9, 12)).problems
    assert [problem for problem in checked if problem.severity == "error"] == []
    own = "people: [{id: ann-lee, role: Minister of Transport, evidence: Ann Lee closed}]"
    briefing, _ = read({"people": own})
    checked = check_briefing(briefing, today=date(2024, 9, 12)).problems
    assert [problem.rule for problem in checked if problem.severity == "error"] == ["claim.name"]
