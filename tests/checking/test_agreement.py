"""The words still say it: facts are compared with their words, by type."""

import json

import pytest

from tests.small_site import problems, rules

ARTICLE = """
    Around 2,500 US troops are in Iraq and 900 in Syria. Millions of pilgrims come every year.
    Trade reached nearly $5 billion in the first five months of 2024. Gas covers 30 percent of it.
    The line is 32 kilometres long, and costs rose by 3 percentage points.
"""


def figure(value: str, words: str, **more: str) -> str:
    fields = {"id": "f", "label": "A figure", "kind": "measured", "value": value, **more}
    listed = "\n".join(f"    {name}: {text}" for name, text in fields.items())
    return f"figures:\n  -\n{listed}\n    evidence: {words}\n"


@pytest.mark.parametrize(
    ("value", "words", "more"),
    [
        ("2500", "Around 2,500 US troops are in Iraq", {"unit": "troops", "hedge": "about"}),
        ("2,500", "Around 2,500 US troops", {"unit": "US troops", "hedge": "about"}),
        ("900", "2,500 US troops are in Iraq and 900 in Syria", {"unit": "troops"}),
        ("5 billion", "nearly $5 billion", {"unit": "USD", "hedge": "nearly"}),
        ("30", "Gas covers 30 percent", {"unit": "percent"}),
        ("32", "32 kilometres", {"unit": "km"}),
        ("3", "3 percentage points", {"unit": "percentage points"}),
        ("millions", "Millions of pilgrims", {"unit": "pilgrims"}),
    ],
)
def test_a_figure_that_its_words_say_is_passed(
    value: str, words: str, more: dict[str, str]
) -> None:
    assert rules(ARTICLE, "agreement.", figures=figure(value, words, **more)) == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("20kt of steel", "kt"),
        ("20 kt of dust", "kt"),
        ("20C at noon", "C"),
        ("20 time trials", "time trials"),
        ("20 TRY scorers", "TRY scorers"),
        ("20 tonnes of wheat", "tonnes of wheat"),
        ("fined 20 pounds", "GBP"),
        ("fined 20 pounds", "EGP"),
        ("fined 20 pounds", "pounds"),
        ("20 bn pounds of fish", "pounds"),
    ],
)
def test_a_unit_of_several_words_or_meanings_is_passed(words: str, unit: str) -> None:
    value = "20 billion" if "bn" in words else "20"
    assert rules(f"It was {words}.", "agreement.", figures=figure(value, words, unit=unit)) == []


@pytest.mark.parametrize(
    ("words", "unit"), [("fined £20", "pounds"), ("20 lb of fish", "GBP"), ("20 trials", "times")]
)
def test_a_unit_of_one_meaning_is_not_another(words: str, unit: str) -> None:
    sheet = figure("20", words, unit=unit)
    assert rules(f"It was {words}.", "agreement.", figures=sheet) == ["agreement.unit"]


def test_pounds_are_not_said_to_be_a_weight() -> None:
    (problem,) = problems(
        "Fined 20 pounds.", "agreement.", figures=figure("20", "Fined 20 pounds", unit="EUR")
    )
    assert "`unit: GBP` for money" in problem.fix


@pytest.mark.parametrize(
    ("value", "words", "more", "rule"),
    [
        ("2000", "Around 2,500 US troops", {"unit": "troops", "hedge": "about"}, "value"),
        ("5 million", "nearly $5 billion", {"unit": "USD", "hedge": "nearly"}, "value"),
        ("5 billion", "nearly $5 billion", {"unit": "EUR", "hedge": "nearly"}, "unit"),
        ("5 billion", "nearly $5 billion", {"hedge": "nearly"}, "unit"),
        ("30", "Gas covers 30 percent", {"unit": "percentage points"}, "unit"),
        ("3", "rose by 3 percentage points", {"unit": "percent"}, "unit"),
        ("32", "32 kilometres", {"unit": "miles"}, "unit"),
        ("2500", "Around 2,500 US troops", {"unit": "tanks", "hedge": "about"}, "unit"),
        ("2500", "Around 2,500 US troops", {"unit": "troops"}, "hedge"),
        ("2500", "Around 2,500 US troops", {"unit": "troops", "hedge": "at least"}, "hedge"),
        ("30", "Gas covers 30 percent", {"unit": "percent", "hedge": "about"}, "hedge"),
        ("2500", "2,500 US troops", {"unit": "troops", "hedge": "about"}, "value"),
        ("dozens", "Millions of pilgrims", {"unit": "pilgrims"}, "value"),
        ("millions", "Millions of pilgrims", {"unit": "tourists"}, "unit"),
        ("30", "The line is", {"unit": "percent"}, "value"),
    ],
)
def test_a_figure_that_its_words_do_not_say_is_refused(
    value: str, words: str, more: dict[str, str], rule: str
) -> None:
    sheet = figure(value, words, **more)
    assert rules(ARTICLE, "agreement.", figures=sheet) == [f"agreement.{rule}"]


def test_the_message_names_both_numbers_both_places_and_what_to_write() -> None:
    sheet = figure("2000", "Around 2,500 US troops", unit="troops", hedge="about")
    (problem,) = problems(ARTICLE, "agreement.", figures=sheet)
    assert str(problem.position) == "b/figures.yaml:6:12"
    assert (
        problem.found
        == "figure ‘f’ says 2,000 troops, but its evidence says “Around 2,500 US troops”"
    )
    assert problem.fix.startswith(
        "write 2,500, or correct the sentence in the article, "
        "or waive the check: `waive: {check: agreement.value, why: …}`"
    )
    assert str(problem.related[0].position) == "b/article.md:8:1"


@pytest.mark.parametrize(
    ("period", "count"), [("2024-01/2024-05", 0), ("2024-01/2024-06", 1), ("2023", 1)]
)
def test_the_period_of_a_figure_is_in_its_words(period: str, count: int) -> None:
    sheet = figure(
        "5 billion",
        "nearly $5 billion in the first five months of 2024",
        unit="USD",
        hedge="nearly",
        period=period,
    )
    assert rules(ARTICLE, "agreement.", figures=sheet) == ["agreement.date"] * count


EVENTS = """
    He arrived on Wednesday. The night before, a blast was heard. The minister spoke on Sunday.
    The deal of March 2023 came after the war that began in 2003. They will leave by September 2025.
"""


def event(date: str, words: str, more: str = "") -> str:
    return f"events:\n  - id: e\n    title: T\n    date: {date}\n    evidence: {words}\n{more}"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-09-11", "arrived on Wednesday"),
        ("2024-09-10", "The night before, a blast"),
        ("2024-09-08", "spoke on Sunday"),
        ("2023-03", "The deal of March 2023"),
        ("2003", "began in 2003"),
    ],
)
def test_a_date_that_the_words_say_is_passed(date: str, words: str) -> None:
    assert rules(EVENTS, "agreement.", timeline=event(date, words)) == []


@pytest.mark.parametrize(
    ("date", "words", "rule"),
    [
        ("2024-09-12", "arrived on Wednesday", "weekday"),
        ("2024-09-09", "The night before, a blast", "date"),
        ("2023-04", "The deal of March 2023", "date"),
        ("2023-03-10", "The deal of March 2023", "date"),
        ("2023", "The deal of March 2023", "date"),
        ("2004", "began in 2003", "date"),
        ("2024", "a blast was heard", "date"),
    ],
)
def test_a_date_that_the_words_do_not_say_is_refused(date: str, words: str, rule: str) -> None:
    assert rules(EVENTS, "agreement.", timeline=event(date, words)) == [f"agreement.{rule}"]


def test_a_date_from_elsewhere_says_where_from_but_a_weekday_still_fits() -> None:
    date_source = "    date_from: the ministry’s statement\n"
    assert (
        rules(EVENTS, "agreement.", timeline=event("2024", "a blast was heard", date_source)) == []
    )
    sheet = event("2024-09-12", "arrived on Wednesday", date_source)
    assert rules(EVENTS, "agreement.", timeline=sheet) == ["agreement.weekday"]


def test_evidence_with_another_date_is_not_to_be_lengthened() -> None:
    (problem,) = problems(EVENTS, "agreement.", timeline=event("2023-04", "The deal of March 2023"))
    assert "lengthen" not in problem.fix
    assert problem.fix.startswith("write 2023-03, or correct the sentence in the article, or, if")
    shortened = event("2023-04", "The deal", "    date_from: the ministry’s statement\n")
    assert rules(EVENTS, "agreement.", timeline=shortened) == []
    (problem,) = problems(EVENTS, "agreement.", timeline=event("2023-03", "The deal"))
    assert problem.fix.startswith("lengthen the evidence")


@pytest.mark.parametrize(("window", "found"), [("2025-09", []), ("2025-10", ["agreement.date"])])
def test_a_window_is_in_the_words(window: str, found: list[str]) -> None:
    sheet = f"""
        events:
          - {{id: e, title: T, evidence: leave by September 2025, expected: {{window: {window}}}}}
    """
    assert rules(EVENTS, "agreement.", timeline=sheet) == found


QUOTES = "Ann Lee said: “We came in peace.” Critics disagree.\n\nBo Ray was there."
PEOPLE = """
    people:
      - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee said}
      - {id: bo, name: Bo Ray, role: r, why: w, evidence: Bo Ray}
"""


@pytest.mark.parametrize(
    ("words", "speaker", "found"),
    [
        ("We came in peace.", "ann", []),
        ("We came", "ann", []),
        ("We came in peace.", "bo", ["agreement.speaker"]),
        ("Critics disagree.", "ann", ["agreement.quotation"]),
    ],
)
def test_a_quotation_is_in_quotation_marks_with_its_speaker(
    words: str, speaker: str, found: list[str]
) -> None:
    sheet = f"quotations:\n  - {{id: q, words: {words}, speaker: {speaker}}}"
    assert rules(QUOTES, "agreement.", quotations=sheet, people=PEOPLE) == found


def test_a_quotations_words_are_those_of_its_evidence() -> None:
    sheet = "quotations:\n  - {id: q, words: We came in haste., speaker: ann, evidence: We came in peace.}"
    assert rules(QUOTES, "agreement.", quotations=sheet, people=PEOPLE) == ["agreement.quotation"]


BROKEN = "“It stood, and that was chance,” Ann Lee told the hall on Monday, “because no one looked.” Later it rained."
HALVES = ["It stood, and that was chance", "because no one looked"]


def broken(words: str, *aside: str, said_on: str | None = None) -> list[str]:
    record = {"id": "q", "words": words, "speaker": "ann", "evidence": [*HALVES, *aside]}
    record |= {"said_on": said_on} if said_on else {}
    sheet = json.dumps({"quotations": [record]})
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee told}"
    return rules(BROKEN, "agreement.", quotations=sheet, people=people)


@pytest.mark.parametrize("seam", [" ", ", ", ". ", "; ", ": ", " – ", "—", " … ", ", … ", "..."])
def test_two_halves_of_a_quotation_meet_at_any_sign(seam: str) -> None:
    assert broken(seam.join(HALVES)) == []
    assert broken(f"{seam.join(HALVES)}.") == []


@pytest.mark.parametrize(
    "words",
    [
        "It stood and that was chance, because no one looked",
        "It stood, and this was chance, because no one looked",
        "It stood, and that was chance, and because no one looked",
        "It stood, and that was chancebecause no one looked",
        "It stood, and that was chance? because no one looked",
        "because no one looked, it stood, and that was chance",
    ],
)
def test_the_words_of_the_halves_stay_as_they_are(words: str) -> None:
    assert broken(words) == ["agreement.quotation"]
    assert broken(words, "Ann Lee told the hall") == ["agreement.quotation"]


def test_a_quotation_may_rest_on_its_attribution_as_well() -> None:
    attribution = "Ann Lee told the hall on Monday"
    assert broken(", ".join(HALVES), attribution, said_on="2024-09-09") == []
    assert broken(", ".join(HALVES), attribution, said_on="2024-09-08") == ["agreement.weekday"]
    assert broken(", ".join([*HALVES, "later it rained"]), attribution) == ["agreement.quotation"]
    assert broken(", ".join([*HALVES, "Later it rained"]), "Later it rained") == [
        "agreement.quotation"
    ]


@pytest.mark.parametrize("name", ["Dale Hinrich", "Walt Kimur", "Dal Hinrichs"])
def test_the_last_letter_of_a_person_counts_beside_an_alias_too(name: str) -> None:
    article = "Dale Hinrichs farms, and so does Walt Kimura. Hinrichs and Kimura were there."
    sheet = "people:\n  - {id: p, name: %s, aliases: %s, role: r, why: w, evidence: %s}"
    alias = "Kimura" if "Kim" in name else "Hinrichs"
    words = "Dale Hinrichs farms" if alias == "Hinrichs" else "does Walt Kimura"
    assert rules(article, "agreement.", people=sheet % (name, alias, words)) == ["agreement.name"]


def test_a_name_or_an_alias_is_in_the_evidence() -> None:
    sheet = "people:\n  - {id: ann, name: %s, role: r, why: w, evidence: Ann Lee said%s}"
    assert rules(QUOTES, "agreement.", people=sheet % ("Anna Leigh", "")) == ["agreement.name"]
    assert rules(QUOTES, "agreement.", people=sheet % ("Anna Leigh", ", aliases: Ann Lee")) == []


def test_a_name_a_letter_off_is_no_alias() -> None:
    sheet = "people:\n  - {id: ann, name: Ann Loe, role: r, why: w, evidence: Ann Lee said}"
    (problem,) = problems(QUOTES, "agreement.", people=sheet)
    assert problem.found == "the name of ‘ann’ is “Ann Loe” in the sheet, “Ann Lee” in the article"
    assert problem.fix.startswith("write the name as the article does, or correct")
    (other,) = problems(f"{QUOTES} Ann Loe left.", "agreement.", people=sheet)
    assert other.fix.startswith("add as an alias")


def test_a_waiver_covers_one_check_and_is_idle_without_its_cause() -> None:
    waiver = "    waive: {check: agreement.date, why: the year is in the headline}\n"
    assert rules(EVENTS, timeline=event("2024", "a blast was heard", waiver)) == []
    assert rules(EVENTS, timeline=event("2003", "began in 2003", waiver)) == ["waive.idle"]
    unknown = "    waive: {check: agreement.everything, why: because}\n"
    assert rules(EVENTS, timeline=event("2003", "began in 2003", unknown)) == ["waive.check"]


@pytest.mark.parametrize(
    ("check", "year", "fix"),
    [
        ("dates", "2024", "write agreement.date, which fails here"),
        ("date", "2003", "write agreement.date, derived.date or claim.date"),
        ("evidence.not-found", "2003", "correct what it reports, and remove the waiver"),
        ("all", "2003", "remove the waiver: a check that fails is named in its message"),
    ],
)
def test_a_waiver_of_no_check_is_given_the_one_that_fails(check: str, year: str, fix: str) -> None:
    sheet = event(year, "began in 2003", f"    waive: {{check: {check}, why: because}}\n")
    (problem,) = problems(EVENTS, "waive.", timeline=sheet)
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("alias", "is_right"),
    [("Mr Mannion", True), ("Dr. Mannion", True), ("Mr Manion", False), ("Mr Hort", False)],
)
def test_an_alias_may_be_the_surname_with_a_title(alias: str, is_right: bool) -> None:
    article = "Padraic Mannion spoke, and Jan Hort left."
    sheet = f"""
    people:
      - {{id: p, name: Padraic Mannion, aliases: [{alias}], role: R, why: W, evidence: Padraic Mannion}}
    """
    assert (rules(article, "agreement.", people=sheet) == []) is is_right


@pytest.mark.parametrize(("name", "is_right"), [("Ostrow", True), ("Ostrava", False)])
def test_a_dateline_has_its_place_in_capitals(name: str, is_right: bool) -> None:
    article = "OSTROW — The line opened."
    sheet = f"places:\n  - {{id: p, name: {name}, what: A town, evidence: OSTROW}}"
    assert (rules(article, "agreement.", places=sheet) == []) is is_right


@pytest.mark.parametrize(
    ("said_on", "refused"), [("2024-09-09", []), ("2024-09-10", ["agreement.date"])]
)
def test_the_day_of_a_quotation_is_one_that_its_date_from_allows(
    said_on: str, refused: list[str]
) -> None:
    record = {"id": "q", "words": "It stood by chance", "speaker": "ann", "said_on": said_on}
    record["date_from"] = "She spoke to reporters on Monday."
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee}"
    article = "The mast fell in a storm. “It stood by chance,” Ann Lee said."
    found = rules(
        article, "agreement.", quotations=json.dumps({"quotations": [record]}), people=people
    )
    assert found == refused
