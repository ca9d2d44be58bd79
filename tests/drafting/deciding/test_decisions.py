"""What is left to decide, and what a decision makes of the sheets."""

from __future__ import annotations

import pytest

from dateline.drafting.deciding.decisions import (
    make_other_kind,
    put_aside,
    take,
    take_all,
    words_aside,
)
from dateline.drafting.deciding.items import Desk
from dateline.drafting.deciding.longer_names import with_longer_evidence
from dateline.drafting.deciding.objections import (
    faults_of_value,
    in_words,
    missing_fields,
    objections,
)
from dateline.drafting.deciding.other_kind import other_kinds
from dateline.drafting.deciding.own_ids import with_own_id
from dateline.drafting.sheets.edits import EditRefused
from dateline.drafting.sheets.first_line import first_line
from dateline.facts.kinds import Kind
from tests.drafting.deciding.world import (
    FIGURES,
    PEOPLE,
    TIMELINE,
    after,
    desk,
    full_desk,
    item,
    text,
)


def test_items_are_in_reading_order_with_their_words() -> None:
    on = full_desk()
    words = on.draft.briefing.article.blocks[0].text
    assert [(item.id, item.sheet, item.line, item.asks) for item in on.items[:4]] == [
        ("opening", "timeline.yaml", 3, ("title",)),
        ("length", "figures.yaml", 2, ("label", "kind")),
        ("cost", "figures.yaml", 9, ("label", "kind")),
        ("ann-lee", "people.yaml", 3, ("role", "why")),
    ]
    sentence = on.items[0].sentence
    assert sentence
    assert words[slice(*sentence)] == "The line opened on 8 May 2024."
    assert on.items[1].fields["kind"] is None


def test_what_no_sheet_has_is_proposed_after_that() -> None:
    proposed = [item for item in desk(timeline=TIMELINE).items if item.proposed]
    assert {item.kind for item in proposed} >= {Kind.EVENT, Kind.FIGURE, Kind.PERSON}
    assert "2024-05-08" not in [item.fields.get("date") for item in proposed]
    figure = next(item for item in proposed if item.kind is Kind.FIGURE)
    assert figure.fields["value"] == "32"
    assert figure.line is None


def test_the_front_matter_comes_first() -> None:
    first = full_desk("decide: [authors]").items[0]
    assert (first.kind, first.sheet, first.asks) == (None, "article.md", ("authors",))
    on = desk("decide: [authors]")
    taken = after(on, take(on, on.items[0], {**first.fields, "authors": "Ann Writer"}))
    assert text(taken, "article.md").startswith(
        "---\ntitle: A title\nstandfirst: In short.\npublished: 2024-09-11\nauthors: Ann Writer\n---"
    )


def test_a_proposal_that_is_taken_is_a_fact() -> None:
    on = full_desk()
    taken = after(on, take(on, item(on, "opening"), {"title": "The line opens"}))
    assert text(taken, "timeline.yaml") == TIMELINE.replace(
        "  # “The line opened on 8 May 2024.”\n", ""
    ).replace("    decide: [title]\n", "").replace("title: Line opens", "title: The line opens")
    assert "opening" in taken.draft.briefing.fact_by_id
    assert "opening" not in [item.id for item in taken.items]


def test_what_is_taken_without_a_field_has_no_line_for_it() -> None:
    on = full_desk()
    step = take(on, item(on, "length"), {"label": "Length", "kind": "measured", "unit": None})
    assert "    value: 32\n    kind: measured\n" in text(after(on, step), "figures.yaml")


def test_what_is_in_no_sheet_is_added_when_it_is_taken() -> None:
    on = desk(figures=FIGURES)
    event = next(item for item in on.items if item.kind is Kind.EVENT)
    taken = after(on, take(on, event, {**event.fields, "title": "It opens", "summary": None}))
    assert text(taken, "timeline.yaml").startswith(
        f"{first_line('timeline.yaml')}events:\n  - id: {event.id}\n    title: It opens\n"
    )
    assert "decide" not in text(taken, "timeline.yaml")


def test_another_id_is_written_wherever_it_is_referred_to() -> None:
    on = full_desk()
    ann = item(on, "ann-lee")
    taken = after(on, take(on, ann, {**ann.fields, "id": "ann", "why": "She spoke."}))
    assert "  - id: ann\n    name: Ann Lee\n" in text(taken, "people.yaml")
    assert "    who: ann\n" in text(taken, "timeline.yaml")


def test_what_is_put_aside_is_in_coverage_with_the_reason() -> None:
    on = full_desk()
    step = put_aside(on, item(on, "length"), "Of no interest.")
    assert [change.name for change in step.changes] == ["coverage.yaml", "figures.yaml"]
    aside = after(on, step)
    assert text(aside, "coverage.yaml") == first_line("coverage.yaml") + (
        "waived:\n  - words: 32 kilometres\n    why: Of no interest.\n"
    )
    assert (
        text(aside, "figures.yaml")
        == "figures:\n" + FIGURES.partition("km\n")[2].partition("euros.'\n")[2]
    )
    assert not [problem for problem in aside.checked.problems if "coverage" in problem.rule]


def test_words_that_another_proposal_covers_are_not_put_aside() -> None:
    twin = TIMELINE + TIMELINE.removeprefix("events:\n").replace("opening", "again")
    on = desk(timeline=twin)
    first = put_aside(on, item(on, "opening"), "Twice.")
    assert [change.name for change in first.changes] == ["timeline.yaml"]
    then = after(on, first)
    second = put_aside(then, item(then, "again"), "No event.")
    assert [change.name for change in second.changes] == ["coverage.yaml", "timeline.yaml"]


def test_what_was_put_aside_is_not_proposed_again() -> None:
    on = desk()
    for _ in range(20):
        if not on.items:
            break
        on = after(on, put_aside(on, on.items[0], "Not now."))
    assert on.items == ()
    assert text(on, "coverage.yaml").count("- words: ") >= 5


def test_words_that_recur_are_put_aside_with_the_fewest_beside_them() -> None:
    on = desk(body="It opened on 8 May 2024. All was quiet on 8 May 2024, too.")
    step = put_aside(on, on.items[0], "Twice.")
    assert text(after(on, step), "coverage.yaml").startswith(
        f"{first_line('coverage.yaml')}waived:\n  - words: 8 May 2024\n    before: opened on\n"
    )


def test_several_are_taken_in_one_step() -> None:
    on = full_desk()
    taken = [(item(on, name), dict(item(on, name).fields)) for name in ("cost", "opening")]
    step = take_all(on, taken, "taken: 2")
    assert {change.name for change in step.changes} == {"figures.yaml", "timeline.yaml"}
    assert after(on, step).draft.briefing.fact_by_id.keys() == {"cost", "opening"}


def test_a_record_that_cannot_be_found_is_refused() -> None:
    on = full_desk()
    gone = item(on, "opening")
    with pytest.raises(EditRefused, match="no record ‘opening’"):
        take(desk(timeline="events:\n  - id: other\n    title: T\n    date: 2024\n"), gone, {})


# What the checks would say


def test_a_field_that_must_be_filled_in_is_known() -> None:
    on = full_desk()
    assert missing_fields(item(on, "ann-lee"), dict(item(on, "ann-lee").fields)) == ["why"]
    assert missing_fields(item(on, "cost"), dict(item(on, "cost").fields)) == []


def test_a_value_is_read_as_a_sheet_is() -> None:
    assert faults_of_value(Kind.EVENT, "date", "2024-05-08") == ()
    (fault,) = faults_of_value(Kind.EVENT, "date", "2024-02-30")
    assert fault.rule == "date.impossible"
    (fault,) = faults_of_value(Kind.FIGURE, "kind", "mesured")
    assert in_words([fault])[0].endswith("write measured")


def test_a_take_that_the_checks_would_refuse_says_why() -> None:
    on = full_desk()
    opening = item(on, "opening")
    assert objections(on, opening, take(on, opening, opening.fields)) == ()
    wrong = {**opening.fields, "date": "2024-05-07"}
    assert [p.rule for p in objections(on, opening, take(on, opening, wrong))] == ["agreement.date"]
    wrong = {**opening.fields, "title": "The line opens after 40 years"}
    assert [p.rule for p in objections(on, opening, take(on, opening, wrong))] == ["claim.quantity"]


def test_what_is_wrong_elsewhere_is_no_objection() -> None:
    wrong = TIMELINE + "  - {id: x, title: X, date: 2024-05-06, evidence: on 9 May 2024}\n"
    on = desk(timeline=wrong, people=PEOPLE)
    opening = item(on, "opening")
    assert objections(on, opening, take(on, opening, opening.fields)) == ()


def changed_kind(on: Desk, record_id: str, words: str) -> Desk:
    found = item(on, record_id)
    other = next(each for each in other_kinds(found) if each.words == words)
    return after(on, make_other_kind(on, found, other))


def test_a_person_that_is_an_organisation_is_asked_again_as_one() -> None:
    on = changed_kind(full_desk(), "ann-lee", "organisation")
    assert "ann-lee" not in text(on, "people.yaml")
    now = item(on, "ann-lee")
    assert (now.kind, now.asks) == (Kind.ORGANISATION, ("what", "why"))
    assert now.fields["what"] == "mayor of Ostrow"
    assert now.fields["name"] == "Ann Lee"
    back = changed_kind(on, "ann-lee", "person")
    assert item(back, "ann-lee").fields == item(full_desk(), "ann-lee").fields


def test_what_happened_may_be_something_expected_and_back() -> None:
    on = changed_kind(full_desk(), "opening", "something expected")
    now = item(on, "opening")
    assert now.fields["expected"] == {"window": "2024-05-08"}
    assert "date" not in now.fields
    back = changed_kind(on, "opening", "something that happened")
    assert item(back, "opening").fields["date"] == "2024-05-08"


def test_a_proposal_that_no_sheet_has_is_written_as_what_it_is() -> None:
    on = desk(timeline=TIMELINE)
    found = next(each for each in on.items if each.kind is Kind.PERSON)
    assert found.proposed
    now = item(changed_kind(on, found.id, "place"), found.id)
    assert (now.kind, now.proposed, now.sheet) == (Kind.PLACE, False, "places.yaml")


def test_a_figure_is_nothing_else() -> None:
    assert other_kinds(item(full_desk(), "length")) == ()


CONCERT = """\
events:
  - id: concert
    decide: [title]
    title: A concert of Elgar
    expected: {window: 2024-10-01, said_by: elgar}
    who: [elgar, ann-lee]
    evidence: A concert of Elgar is on 1 October 2024.
"""
ELGAR = """\
organisations:
  - id: elgar
    decide: [what]
    name: Elgar
    what:
    evidence: {words: Elgar, after: is}
"""
CONCERTS = "A concert of Elgar is on 1 October 2024. They played Elgar before. Ann Lee sang."


def test_a_name_that_is_put_aside_goes_from_the_records_that_name_it() -> None:
    on = desk(body=CONCERTS, timeline=CONCERT, organisations=ELGAR)
    left = after(on, put_aside(on, item(on, "elgar"), "A composer."))
    assert item(left, "concert").fields["who"] == ["ann-lee"]
    assert item(left, "concert").fields["expected"] == {"window": "2024-10-01"}
    assert item(left, "concert").asks == ("title",)


def test_a_name_that_is_put_aside_stays_so_wherever_the_article_has_it() -> None:
    on = desk(body=CONCERTS, timeline=CONCERT, organisations=ELGAR)
    left = after(on, put_aside(on, item(on, "elgar"), "A composer."))
    verdicts = [each.verdict for each in left.checked.coverage if each.text == "Elgar"]
    assert verdicts == ["waived", "waived"]
    assert "elgar" not in {each.id for each in left.items}


def test_a_name_that_another_record_only_mentions_is_put_aside_with_its_reason() -> None:
    body = "The hall is shut, said Pia Holm, an Oster Republican. It was open."
    party = "organisations:\n  - {id: p, decide: [what], name: Oster Republican, evidence: Oster Republican}\n"
    people = "people:\n  - {id: holm, decide: [why], name: Pia Holm, role: Oster Republican, evidence: Pia Holm}\n"
    on = desk(
        body=body, organisations=party.replace("[{", "\\n  - {").replace("}]", "}"), people=people
    )
    assert [each["words"] for each in words_aside(on, item(on, "p"))] == ["Oster Republican"]


def test_what_no_proposal_is_made_of_and_the_check_has_open_is_offered_with_what_is_known() -> None:
    body = "Ann Lee said the plume would reach the town by Friday, “much diluted, but there”."
    on = desk(body=body, timeline="events: []")
    (left,) = [each for each in on.proposed if each.kind is Kind.EVENT]
    assert left.fields["expected"] == {"window": "../2024-09-13"}
    assert left.fields["title"] is None
    taken = after(on, take(on, left, {**left.fields, "title": "The plume reaches the town"}))
    assert not [each for each in taken.checked.coverage if each.verdict == "open"]


def test_what_a_sheet_has_undecided_is_not_offered_as_new() -> None:
    body = "It is the worst leak of the river since 2006, when 30 tonnes of salt killed fish."
    first = desk(body=body)
    (event,) = [each for each in first.proposed if each.kind is Kind.EVENT]
    again = after(first, take(first, event, event.fields))
    sheet = text(again, "timeline.yaml").replace("    title:", "    decide: [title]\n    title:", 1)
    on = desk(body=body, timeline=sheet)
    assert [each.id for each in on.undecided] == [event.id]
    assert [each for each in on.proposed if each.kind is Kind.EVENT] == []


def test_an_event_that_is_put_aside_takes_the_date_with_it_that_it_was_read_from() -> None:
    on = desk(
        body="It is the worst leak since 2006, when 30 tonnes of salt killed fish.",
        timeline="""\
        events:
          - id: leak
            decide: [title]
            title: Salt kills fish
            date: 2006
            evidence: It is the worst leak since 2006, when 30 tonnes of salt killed fish.
        """,
    )
    assert [each["words"] for each in words_aside(on, item(on, "leak"))] == ["since 2006"]
    left = after(on, put_aside(on, item(on, "leak"), "Not ours."))
    assert [each for each in left.items if each.kind is Kind.EVENT] == []


@pytest.mark.parametrize(
    ("record", "called"),
    [
        (
            "value: 38, unit: GBP, evidence: It is 32 kilometres long",
            "38 GBP: “It is 32 kilometres long”",
        ),
        ("evidence: {row: Gatwick, column: Starts}", "Gatwick, Starts"),
        ("label: Fares, value: 2, evidence: It is", "Fares"),
    ],
)
def test_a_record_without_a_title_is_called_by_what_it_rests_on(record: str, called: str) -> None:
    on = desk(figures=f"figures:\n  - {{id: f, decide: [label], {record}}}\n")
    assert item(on, "f").called == called


@pytest.mark.parametrize(
    ("own", "name", "new"),
    [
        ("mayor-ann-lee", "Ann Lee", "ann-lee"),
        ("mayor-ann-lee", "Mayor Ann Lee", "mayor-ann-lee"),
        ("boss", "Ann Lee", "boss"),
    ],
)
def test_a_name_that_is_corrected_gives_another_id_to_the_record_and_to_those_that_name_it(
    own: str, name: str, new: str
) -> None:
    people = PEOPLE.replace("ann-lee", own).replace("name: Ann Lee", "name: Mayor Ann Lee")
    on = desk(timeline=TIMELINE.replace("ann-lee", own), people=people)
    person = item(on, own)
    fields = with_own_id(on, person, {**person.fields, "name": name, "why": "She spoke."})
    left = after(on, take(on, person, fields))
    assert [each.id for each in left.draft.briefing.people] == [new]
    assert item(left, "opening").fields["who"] == new


@pytest.mark.parametrize(
    ("evidence", "name", "longer"),
    [
        ("St Anne", "St Anne’s hospital", "St Anne’s hospital"),
        ("St Anne", "St Anne's hospital", "St Anne’s hospital"),
        ("{words: St Anne, before: taken to}", "St Anne’s hospital", "St Anne’s hospital"),
        ("[St Anne, in Lesk]", "St Anne’s hospital", ["St Anne’s hospital", "in Lesk"]),
        ("taken to St Anne", "St Anne’s hospital", "taken to St Anne’s hospital"),
        ("St Anne’s hospital", "St Anne’s hospital", "St Anne’s hospital"),
        ("St Anne", "Anne", "St Anne"),
        ("St Anne", "St Anne’s clinic", "St Anne"),
    ],
)
def test_the_evidence_of_a_name_grows_with_the_name_that_is_corrected(
    evidence: str, name: str, longer: str | list[str]
) -> None:
    body = "On 8 May 2024 he was taken to St Anne’s hospital in Lesk, and died there."
    sheet = f"places: [{{id: st-anne, decide: [what], name: St Anne, evidence: {evidence}}}]"
    on = desk(body=body, places=sheet)
    place = item(on, "st-anne")
    fields = with_longer_evidence(on, place, {**place.fields, "name": name, "what": "A hospital"})
    assert fields["evidence"] == longer


@pytest.mark.parametrize(
    ("own", "title", "new"),
    [
        ("march-29th", "Flights begin", "flights-begin"),
        ("flight-begins", "A flight begins", "flight-begins"),
    ],
)
def test_a_title_that_is_typed_gives_another_id_where_the_old_has_no_word_of_it(
    own: str, title: str, new: str
) -> None:
    on = desk(timeline=TIMELINE.replace("opening", own).replace("title: Line opens", "title:"))
    event = item(on, own)
    fields = with_own_id(on, event, {**event.fields, "title": title})
    assert str(fields.get("id", own)) == new
