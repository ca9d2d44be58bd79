"""Pages of people, organisations and places across briefings: who gets one, what it says, where it leads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from dateline.pages.archive.named_pages import A_PAGE
from dateline.pages.archive.paging import parts_from_last
from dateline.publishing.comparing.vanished import SiteChange, check_vanished
from dateline.publishing.writing.published import Published
from tests.small_site import article, assemble, errors

LEE = "people: [{id: ann-lee, name: Ann Lee, role: %s, why: She closed it., evidence: Ann Lee}]"
QUOTED = "quotations: [{id: quoted, words: It must close, speaker: ann-lee}]"
PLACES = "places: [{id: brod, name: Brod, what: A town, latitude: 51.5, longitude: 17.5, evidence: bridge at Brod}]"
COUNCIL = "organisations: [{id: council, name: council of Brod, what: A council, evidence: the council of Brod}]"
EVENT = """\
events:
  - id: closes
    title: Ann Lee closes the bridge
    date: 2024-09-11
    who: ann-lee
    place: brod
    evidence: On Wednesday Ann Lee closed the bridge
"""
BODY = "On Wednesday Ann Lee closed the bridge at Brod for the council of Brod. “It must close,” she said."


def briefing(slug: str, day: str = "2024-09-11", **sheets: str) -> dict[str, str]:
    text = article(BODY, title=f"Story {slug}").replace("2024-09-11", day)
    given = {"people": LEE % "Mayor", "places": PLACES, "quotations": QUOTED, **sheets}
    return {
        f"{slug}/article.md": text,
        **{f"{slug}/{name}.yaml": sheet for name, sheet in given.items() if sheet},
    }


def pages(files: Mapping[str, str]) -> dict[str, str]:
    site = assemble(files, site_url="https://courier.example/")
    assert [problem for problem in site.problems if problem.severity == "error"] == []
    return {
        path: site.files[path].decode()
        for path in site.files
        if path.partition("/")[0] in ("people", "organisations", "places")
    }


def graph(page: str) -> list[dict[str, object]]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    nodes: list[dict[str, object]] = json.loads(found[1])["@graph"]
    return nodes


def test_who_is_in_two_briefings_has_a_page_and_a_place_in_the_list() -> None:
    found = pages(briefing("a") | briefing("b"))
    assert sorted(found) == [
        "people/ann-lee/index.html",
        "people/index.html",
        "places/brod/index.html",
        "places/index.html",
    ]
    assert (
        '<a class="called" href="ann-lee/" lang="en">Ann <b>Lee</b></a>'
        in found["people/index.html"]
    )


def test_nobody_has_a_page_for_one_briefing() -> None:
    assert pages(briefing("a") | briefing("b", people="", places="", quotations="")) == {}
    assert pages(briefing("a")) == {}


def test_nobody_is_joined_by_a_name_alone_or_by_an_id_alone() -> None:
    other_id = LEE.replace("id: ann-lee", "id: lee") % "Mayor"
    quoted = QUOTED.replace("ann-lee", "lee")
    found = pages(briefing("a") | briefing("b", people=other_id, quotations=quoted, places=""))
    assert found == {}
    other_name = (LEE % "Mayor").replace("name: Ann Lee", "name: Lee")
    assert pages(briefing("a") | briefing("b", people=other_name, places="")) == {}


def test_a_site_wide_sheet_joins_them_under_whatever_name() -> None:
    shared = {"people.yaml": "people: [{id: ann-lee, name: Ann Lee, roles: Mayor, born: 1970}]"}
    own = "people: [{id: ann-lee, name: Lee, why: W, evidence: Ann Lee}]"
    found = pages(briefing("a") | briefing("b", people=own, places="") | shared)
    assert "<dt>Born</dt><dd>1970</dd>" in found["people/ann-lee/index.html"]


def test_it_says_what_each_briefing_says_newest_first() -> None:
    files = briefing("old", "2024-03-04", quotations="") | briefing(
        "new", people=LEE % "Minister", timeline=EVENT
    )
    page = pages(files)["people/ann-lee/index.html"]
    assert page.index("Story new") < page.index("Story old")
    assert '<a href="../../new/article/#words-quoted">It must close</a>' in page
    assert '<a href="../../new/facts/closes/">Ann Lee closes the bridge</a>' in page
    assert "She closed it." in page


def test_each_briefing_is_listed_with_the_sentence_of_its_article_that_names_them() -> None:
    long = f"Ann Lee {'waited ' * 60}again."
    files = briefing("old", "2024-03-04") | briefing("new", quotations="")
    files["new/article.md"] = files["new/article.md"].replace(BODY, long)
    files["new/places.yaml"] = ""
    page = pages(files)["people/ann-lee/index.html"]
    sentence = "On Wednesday Ann Lee closed the bridge at Brod for the council of Brod."
    assert f'<a href="../../old/article/#words-ann-lee">{sentence}</a>' in page
    cut = re.search(r'<a href="../../new/article/#words-ann-lee">(.*? waited …)</a>', page)
    assert cut
    assert len(cut[1]) <= 242
    assert "Ann Lee in this briefing" not in page.replace(": Ann Lee in this briefing", "")


def test_of_many_events_eight_are_in_sight_and_all_are_there() -> None:
    more = "".join(
        f"  - {{id: c-{n}, title: Ann Lee closes the bridge {'again ' * n}, date: 2024-09-11,"
        " who: ann-lee, evidence: On Wednesday Ann Lee closed the bridge}\n"
        for n in range(11)
    )
    page = pages(briefing("a", timeline=EVENT + more) | briefing("b"))["people/ann-lee/index.html"]
    shown, _, folded = page.partition("<details")
    assert shown.count("../a/facts/c") == 8
    assert folded.count("../a/facts/c") == 4
    assert "<summary>4 more events<" in folded


def test_what_several_briefings_say_is_said_once() -> None:
    files = briefing("a", "2024-09-11", timeline=EVENT) | briefing("b", timeline=EVENT)
    page = pages(files)["people/ann-lee/index.html"]
    assert page.count("Ann Lee closes the bridge") == 1
    assert page.count("It must close") == 1
    assert page.count("She closed it.") == 1


def test_people_are_listed_by_the_last_part_of_their_names() -> None:
    zoe = "- {id: zoe, name: Zoe Abel, role: Mayor, why: She came., evidence: Zoe Abel}"
    people = (LEE % "Mayor").replace("people: [", "people:\n- ").replace("}]", "}\n") + zoe
    files = briefing("a", people=people, quotations="") | briefing(
        "b", people=people, quotations=""
    )
    files = {path: text.replace("the council of Brod", "Zoe Abel") for path, text in files.items()}
    found = pages(files)["people/index.html"]
    assert found.index("Zoe <b>Abel") < found.index("Ann <b>Lee")


def test_roles_that_changed_are_shown_with_their_briefings() -> None:
    files = briefing("a", "2024-03-04") | briefing("b", "2024-03-06")
    page = pages(files | briefing("c", people=LEE % "Minister"))["people/ann-lee/index.html"]
    roles = page.partition("<h2>Roles</h2>")[2].partition("</section>")[0]
    plain = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", roles))
    assert plain == " 11 September 2024 Minister 4 March 2024 to 6 March 2024 Mayor "
    assert "Roles" not in pages(briefing("a") | briefing("b"))["people/ann-lee/index.html"]


def test_a_place_is_on_a_map() -> None:
    page = pages(briefing("a") | briefing("b"))["places/brod/index.html"]
    assert '<figure class="locator"><svg' in page


def test_programs_are_notes_who_it_is_and_where() -> None:
    linked = (LEE % "Mayor").replace("}]", ", same_as: https://www.wikidata.org/wiki/Q1}]")
    found = pages(briefing("a", people=linked) | briefing("b", people=linked))
    person = graph(found["people/ann-lee/index.html"])[-1]
    assert person["@type"] == "Person"
    assert person["@id"] == "https://courier.example/people/ann-lee/#person"
    assert person["sameAs"] == ["https://www.wikidata.org/wiki/Q1"]
    place = graph(found["places/brod/index.html"])[-1]
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 51.5, "longitude": 17.5}


def test_an_organisation_lists_those_who_act_for_it() -> None:
    lee = (LEE % "Mayor").replace("}]", ", organisation: council}]")
    files = {
        **briefing("a", organisations=COUNCIL),
        **briefing("b", organisations=COUNCIL, people=lee),
    }
    page = pages(files)["organisations/council/index.html"]
    assert '<dt>People</dt><dd><a href="../../b/facts/ann-lee/">Ann Lee</a></dd>' in page
    person = pages(files)["people/ann-lee/index.html"]
    assert '<dt>Organisation</dt><dd><a href="../../b/facts/council/">' in person


def test_full_pages_keep_their_briefings_when_others_are_added() -> None:
    for many in range(4 * A_PAGE):
        before, after = (
            dict(parts_from_last(range(each, 0, -1), A_PAGE)) for each in (many, many + 1)
        )
        assert {number: part for number, part in after.items() if number in before and number} == {
            number: part for number, part in before.items() if number
        }
        assert [briefing for part in after.values() for briefing in part] == [
            *range(many + 1, 0, -1)
        ]
        assert len(after[0]) < 2 * A_PAGE


SHARED = "people: [{id: ann-lee, name: Ann Lee, roles: Mayor, formerly: mayor-lee}]\nremoved: [old-mayor]"


def test_an_id_of_the_site_keeps_its_addresses() -> None:
    two = pages(briefing("a") | briefing("b") | {"people.yaml": SHARED})
    assert 'url=../ann-lee/"' in two["people/mayor-lee/index.html"]
    assert 'url=../"' in two["people/old-mayor/index.html"]
    alone = pages(briefing("a") | {"people.yaml": SHARED})
    assert 'url=../../a/facts/ann-lee/"' in alone["people/ann-lee/index.html"]
    assert 'url=../../a/facts/ann-lee/"' in alone["people/mayor-lee/index.html"]
    assert "people/index.html" not in alone


def test_an_id_of_the_site_that_is_in_no_briefing_any_more_is_reported() -> None:
    before = assemble(briefing("a") | {"people.yaml": SHARED}).addresses
    assert before.names == ("people/ann-lee", "people/mayor-lee", "people/old-mayor")
    gone = briefing("a", people="", quotations="") | {"people.yaml": SHARED}
    now = assemble(gone).addresses
    removed = replace(before.briefings["a"], facts={})
    change = SiteChange(
        before=replace(before, briefings={"a": removed}), now=now, content="content"
    )
    found = [(problem.position.path, problem.found) for problem in check_vanished(change)]
    assert found[0] == (
        "content/people.yaml",
        "‘ann-lee’ was published at /people/ann-lee/, and no briefing names it any more",
    )
    assert Published.of_json(before.as_json()).names == before.names


def test_an_id_of_the_site_that_a_refused_briefing_names_is_not_gone() -> None:
    """Anyone who corrects the headline is not told to remove somebody from the site’s own sheet."""
    content = briefing("a") | {"people.yaml": SHARED}
    before = assemble(content).addresses
    refused = {path: text.replace("title: ", "title: 42 ", 1) for path, text in content.items()}
    site = assemble({**content, "a/article.md": refused["a/article.md"]})
    assert errors(site) != []
    assert before.names == site.addresses.names
