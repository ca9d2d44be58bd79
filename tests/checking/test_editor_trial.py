"""What an editor met in a trial: each case with the honest sheet beside the false one."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from dateline.problems import Problem
from tests.small_site import TODAY, problems

Fields = Mapping[str, object]
LISTS = {"timeline": "events"}


def found(article: str, **sheets: Fields) -> list[Problem]:
    """The problems of agreement and derivation of an article with one record a sheet."""
    texts = {
        name: json.dumps({LISTS.get(name, name): [record]}, ensure_ascii=False)
        for name, record in sheets.items()
    }
    all_of = problems(article, today=TODAY, **texts)
    return [problem for problem in all_of if problem.rule.startswith(("agreement.", "derived."))]


def figure(article: str, value: str, evidence: str = "", **more: str) -> list[str]:
    record: dict[str, object] = {"id": "f", "label": "A", "kind": "measured", "value": value}
    record |= {"evidence": evidence or article.rstrip("."), **more}
    return [f"{problem.rule}: {problem.fix}" for problem in found(article, figures=record)]


def event(article: str, date: str, evidence: str, **more: str) -> list[str]:
    record: Fields = {"id": "e", "title": "T", "date": date, "evidence": evidence, **more}
    return [
        f"{problem.rule}: {problem.found}; {problem.fix}"
        for problem in found(article, timeline=record)
    ]


def rules(reported: list[str]) -> list[str]:
    return [problem.split(":")[0] for problem in reported]


# What a sentence denies


@pytest.mark.parametrize(
    "article",
    [
        "It is not true that 70 cows drowned.",
        "It is not true, the council said, that 70 cows drowned.",
        "It is untrue that 70 cows drowned.",
        "The flood did not drown 70 cows.",
        "The flood didn’t drown 70 cows.",
        "The farm no longer has 70 cows.",
        "The farmer denied that 70 cows drowned.",
        "The farmer, denying reports that 70 cows drowned, wept.",
        "There is no evidence that 70 cows drowned.",
        "She rejected the claim that 70 cows drowned.",
        "Reports that 70 cows drowned were false.",
        "The paper wrongly said 70 cows drowned.",
        "The council never counted 70 cows. It rained.",
        "The council denies there were 70 cows.",
        "Neither farm had 70 cows.",
        "The village didn’t find 70 cows.",
        "The council disputes that 70 cows drowned.",
        "The unions dispute that the 70 cows drowned.",
        "Both farmers dispute that a claim for 70 cows was paid.",
        "The firm issued a denial that 70 cows drowned.",
        "The mayor’s denial of reports that 70 cows drowned came late.",
        "The rejection of the claim that 70 cows drowned pleased him.",
    ],
)
def test_a_number_that_its_sentence_denies_is_not_a_figure(article: str) -> None:
    assert rules(figure(article, "70", "70 cows", unit="cows")) == ["agreement.denied"]


@pytest.mark.parametrize(
    "article",
    [
        "Not only sheep but 70 cows drowned.",
        "It is true that 70 cows drowned.",
        "The farmer did not deny that 70 cows drowned.",
        "The council, which had not yet agreed, sold 70 cows.",
        "The dam did not hold, and 70 cows drowned.",
        "The dam did not hold. 70 cows drowned.",
        "Nobody was told, because 70 cows drowned.",
        "The flood did not reach the 70 cows.",
        "It is not known how many of 70 cows drowned.",
        "Denying the charge, he sold 70 cows.",
        "The mayor could not say how many of 70 cows drowned.",
        "The council couldn’t find 70 cows for the fair.",
        "The village could not afford 70 cows.",
        "He couldn’t believe that 70 cows drowned.",
        "He did not know 70 cows had drowned.",
        "If it does not rain, 70 cows will die.",
        "The village has not been seen in 30 years, and 70 cows drowned.",
        "Mr Holt, who denied the charges, stole 70 cows.",
        "Not a single one of 70 cows was insured.",
        "70 cows drowned, but no sheep did, which is not true of goats.",
        "The deal closed a dispute that goes back to 70 cows.",
        "The deal closed a dispute that began with 70 cows.",
        "The deal closed a row that began with 70 cows.",
        "The bitter dispute that a court settled for 70 cows is over.",
        "The disputes that the court settled for 70 cows are over.",
        "She denied claims that first came up with 70 cows.",
        "She dismissed allegations that surfaced with 70 cows.",
        "Reports that came out with 70 cows were false.",
        "A rejection that has cost them 70 cows hurt.",
        "There is no dispute that 70 cows drowned.",
        "There is no denying that 70 cows drowned.",
        "It cannot be denied that 70 cows drowned.",
        "Nobody disputes that 70 cows drowned.",
        "No one has denied that 70 cows drowned.",
    ],
)
def test_a_negation_of_something_else_leaves_the_figure_alone(article: str) -> None:
    assert figure(article, "70", "70 cows", unit="cows") == []


def test_no_fewer_than_is_a_hedge_and_not_a_denial() -> None:
    article = "No fewer than 70 cows drowned."
    assert figure(article, "70", unit="cows", hedge="at least") == []


def test_an_event_may_be_that_something_does_not_happen() -> None:
    article = "The court did not sit on 5 May 2024."
    assert event(article, "2024-05-05", article.rstrip(".")) == []
    assert rules(event(article, "2024-05-05", "sit on 5 May 2024")) == ["agreement.denied"]
    article = "The minister did not attend the summit on 5 May 2024."
    assert event(article, "2024-05-05", "the summit on 5 May 2024") == []
    article = "It is not true that the court sat on 5 May 2024."
    assert rules(event(article, "2024-05-05", article.rstrip("."))) == ["agreement.denied"]


def test_words_denied_in_one_place_and_said_in_another_are_said() -> None:
    article = "He denied that 70 cows drowned, but 70 cows were found dead."
    assert figure(article, "70", unit="cows") == []


# Dates


@pytest.mark.parametrize(
    ("date", "date_from", "refused"),
    [
        ("2025-03-10", "“10 or 11 March 2025”, counted from the day of publication", True),
        ("[2025-03-10,2025-03-11]", "“10 or 11 March 2025”, as the article has it", False),
        ("2025-03-10", "the diary of the court", False),
        ("2024-09-09", "“Monday”", False),
        ("2024-09-10", "“Monday”", True),
        ("2024-09-10", "the day after “Monday”, when it was announced", True),
        ("2024-04-09", "“in April”", True),
        ("2024-04", "“in April”", False),
    ],
)
def test_a_date_is_not_more_exact_than_the_passage_that_date_from_quotes(
    date: str, date_from: str, refused: bool
) -> None:
    article = (
        "He resigned. It was announced on Monday, and begun in April. 10 or 11 March 2025 it is."
    )
    reported = event(article, date, "He resigned", date_from=date_from)
    assert rules(reported) == ["agreement.date"] * refused


def test_date_from_quotes_the_same_day_as_the_evidence() -> None:
    article = "He came on Tuesday. She left on Monday."
    assert event(article, "2024-09-10", "He came on Tuesday", date_from="“Tuesday”") == []
    reported = event(article, "2024-09-10", "He came on Tuesday", date_from="“Monday”")
    assert rules(reported) == ["agreement.date"]


def test_a_weekday_that_contradicts_its_day_is_corrected_in_the_article() -> None:
    assert event("On Friday, 13 September, it begins.", "2024-09-13", "13 September, it") != []
    assert (
        event("On Friday, 13 September, it begins.", "2024-09-13", "On Friday, 13 September") == []
    )
    article = "On Thursday, 13 September, it begins."
    (reported,) = event(article, "2024-09-13", "On Thursday, 13 September")
    assert reported.startswith(
        "agreement.weekday: the evidence of ‘e’ says “Thursday, 13 September”"
    )
    assert "is a Friday; correct the weekday or the date in the article" in reported
    (reported,) = event(article, "2024-09-12", "On Thursday, 13 September")
    assert "says “Thursday, 13 September” (2024-09-13)" in reported


@pytest.mark.parametrize(
    ("time", "refused"),
    [
        ("06:30 local time", False),
        ("6.30am", False),
        ("18:30", True),
        ("7am", True),
        ("in the morning", False),
        ("05:30 GMT", False),
    ],
)
def test_a_time_of_day_is_that_of_the_evidence(time: str, refused: bool) -> None:
    article = "It began at 6.30am local time on Monday."
    reported = event(article, "2024-09-09", article.rstrip("."), time=time)
    assert rules(reported) == ["agreement.time"] * refused
    assert event("It began on Monday.", "2024-09-09", "on Monday", time=time) == []


@pytest.mark.parametrize(
    ("time", "refused"),
    [
        ("21.40", False),
        ("21:40", False),
        ("9.40pm", False),
        ("22.40", True),
        ("22:40", True),
        ("night", False),
    ],
)
def test_a_train_is_called_by_its_time(time: str, refused: bool) -> None:
    article = "The 21.40 night express left on Monday."
    reported = event(article, "2024-09-09", article.rstrip("."), time=time)
    assert rules(reported) == ["agreement.time"] * refused


@pytest.mark.parametrize(
    ("time", "refused"),
    [
        ("9:40 p.m.", False),
        ("9:40 p.m. Asia/Manila", False),
        ("9:40 p.m. local time", False),
        ("13:40 GMT", False),
        ("3:40 p.m. CEST", False),
        ("9:40 p.m. CET", True),
        ("21:40 GMT", True),
        ("9:50 p.m.", True),
        ("13:50 GMT", True),
        ("night", False),
        ("dawn", True),
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "9:40 p.m. (1340 GMT)",
        "9:40 p.m. Manila time, or 13:40 GMT,",
        "9:40 p.m. on Monday (1340 GMT),",
        "9:40 p.m. on Monday, 9 September (1340 GMT),",
    ],
)
def test_one_moment_has_a_time_in_every_zone(said: str, time: str, refused: bool) -> None:
    article = f"It sank at {said} on Monday."
    reported = event(article, "2024-09-09", article.rstrip("."), time=time)
    assert rules(reported) == ["agreement.time"] * refused
    assert all("write the time that is meant" in message for message in reported)


def test_a_time_that_may_be_that_of_something_else_is_not_to_be_written() -> None:
    article = "It sailed on Monday, after a warning at 5 p.m., and nobody stopped it."
    (reported,) = event(article, "2024-09-09", article.rstrip("."), time="6:30 p.m.")
    assert "has the time “6:30 p.m.”, but its evidence says “5 p.m.”" in reported
    assert "shorten the evidence to words without another time" in reported
    assert "write 17:00" not in reported
    article = "It sailed at 5 p.m. on Monday."
    (reported,) = event(article, "2024-09-09", article.rstrip("."), time="6:30 p.m.")
    assert "write 17:00, or correct the sentence" in reported


@pytest.mark.parametrize(
    ("said", "time", "refused"),
    [
        ("The men were found at dawn on Monday", "dawn", False),
        ("The men were found at dawn on Monday", "early morning", False),
        ("The men were found at dawn on Monday", "5:40 am", False),
        ("The men were found at dawn on Monday", "dusk", True),
        ("The men were found at dawn on Monday", "6 p.m.", True),
        ("The toll was nine late on Monday", "late", False),
        ("The toll was nine late on Monday", "11 p.m. local time", False),
        ("The toll was nine late on Monday", "morning", True),
        ("The toll was nine on Monday morning", "evening", True),
        ("The late king took the night train on Monday", "noon", False),
        ("Late on Monday the toll was nine", "early on Monday", True),
        ("Late on Monday the toll was nine", "late on Monday", False),
        ("On Monday it sank. That evening the toll was nine", "morning", True),
        ("On Monday it sank. That evening the toll was nine", "evening", False),
        ("They had nine by breakfast time on Monday", "breakfast time", False),
        ("They had nine by breakfast time on Monday", "8am", False),
        ("They had nine by breakfast time on Monday", "noon", True),
        ("They had nine by breakfast time on Monday", "teatime", True),
        ("It sank after lunch on Monday", "after lunch", False),
        ("It sank after lunch on Monday", "before lunch", True),
        ("It sank shortly before dawn on Monday", "4.30am", False),
        ("It sank shortly before dawn on Monday", "after dawn", True),
        ("It sank after midnight on Monday", "before midnight", True),
        ("Shortly before 6pm on Monday it sank", "shortly before 6pm", False),
        ("Shortly before 6pm on Monday it sank", "6pm", False),
        ("Shortly before 6pm on Monday it sank", "shortly after 6pm", True),
        ("It sank just after noon on Monday", "just before noon", True),
    ],
)
def test_a_part_of_the_day_is_that_of_the_evidence(said: str, time: str, refused: bool) -> None:
    reported = event(f"{said}.", "2024-09-09", said, time=time)
    assert rules(reported) == ["agreement.time"] * refused


# Figures


@pytest.mark.parametrize(
    ("article", "value", "more", "refused"),
    [
        ("Two and a half hours later it fell.", "2.5", {"unit": "hours"}, ""),
        ("It is 5.2 metres deep.", "5.2", {"unit": "m"}, ""),
        ("It is 5.2 metres deep.", "5.2", {"unit": "km"}, "unit"),
        ("It burned 40 hectares.", "40", {"unit": "ha"}, ""),
        ("It weighs 3 tonnes.", "3", {"unit": "t"}, ""),
        ("Three-quarters of the school left.", "75", {"unit": "percent"}, ""),
        ("Three-quarters of the school left.", "70", {"unit": "percent"}, "value"),
        ("Three-quarters of the school left.", "0.75", {"unit": "percent"}, "value"),
        ("It was far less than the 94 millimetres that fell.", "94", {"unit": "mm"}, ""),
        ("It was less than 94 millimetres.", "94", {"unit": "mm"}, "hedge"),
        ("The 1,400 homes are dry.", "1400.0", {"unit": "homes"}, "value"),
        ("It rose 3.10 percent.", "3.10", {"unit": "percent"}, ""),
        ("It rose 3.1 percent.", "3.10", {"unit": "percent"}, "value"),
        ("A crowd of 61,204 came.", "61,204", {}, ""),
        ("A crowd of 61,204 came.", "61,204", {"unit": "people"}, ""),
        ("A crowd of 61,204 came.", "61,204", {"unit": "cows"}, "unit"),
        ("A list of 61,204 came.", "61,204", {"unit": "people"}, "unit"),
        ("Average gates rose from 3,100 to 3,400.", "3,400", {"unit": "people"}, ""),
        ("Attendance at the zoo was 3,100 last May.", "3,100", {"unit": "visitors"}, ""),
        ("Membership fell to 3,100.", "3,100", {"unit": "members"}, ""),
        ("Membership fell to 3,100.", "3,100", {"unit": "ducks"}, "unit"),
        ("The gate is made of oak, and 3,100 came.", "3,100", {"unit": "people"}, "unit"),
        ("A ticket goes up to 40 euros.", "40", {"unit": "EUR"}, ""),
        ("A ticket goes up to 40 euros.", "40", {"unit": "EUR", "hedge": "up to"}, ""),
        ("A ticket costs up to 40 euros.", "40", {"unit": "EUR"}, "hedge"),
    ],
)
def test_a_figure_as_an_editor_writes_it(
    article: str, value: str, more: dict[str, str], refused: str
) -> None:
    assert rules(figure(article, value, **more)) == ([f"agreement.{refused}"] if refused else [])


def test_what_a_bare_number_counts_may_come_before_it_in_the_paragraph() -> None:
    article = "Homes were lost. Of the 1,400, some 300 had been flooded."
    asked = ("300", "some 300 had been flooded")
    assert figure(article, *asked, unit="homes", hedge="about") == []
    reported = figure(article, *asked, unit="farms", hedge="about")
    assert rules(reported) == ["agreement.unit"]
    assert (
        "write the unit of the evidence, or leave `unit` out where the words have none"
        in reported[0]
    )


@pytest.mark.parametrize(
    ("article", "value", "fix"),
    [
        ("Highway 61 is closed.", "3", "in the words of the evidence"),
        ("Calls came in.", "3", "lengthen the evidence to include the number"),
        ("It took 12 to 15 million.", "12", "write 12 to 15 million"),
        ("A third of voters left.", "33", "write 1/3"),
    ],
)
def test_the_fix_says_what_can_be_written(article: str, value: str, fix: str) -> None:
    (reported,) = figure(article, value)
    assert fix in reported


def test_votes_are_a_value_in_words() -> None:
    assert figure("The judges ruled by four votes to three.", "four votes to three") == []


def test_the_sign_of_a_currency_is_named_with_its_code() -> None:
    assert (
        "write `unit: GBP` (“£” is read as GBP)"
        in figure("It cost £5m.", "5 million", unit="pounds")[0]
    )


# What is worked out


def derived(value: str, how: str, **more: str) -> list[str]:
    part = {"id": "part", "label": "P", "kind": "measured", "value": "10", "evidence": "10 farms"}
    whole = {"id": "whole", "label": "W", "kind": "measured", "value": "30", "evidence": "30 farms"}
    made = {"id": "m", "label": "M", "kind": "measured", "value": value, "unit": "percent"}
    counted = [figure | {"unit": "farms"} for figure in (part, whole)]
    records = {"figures": [*counted, made | {"derived": {"how": how}, **more}]}
    text = json.dumps(records)
    return [
        f"{problem.rule}: {problem.fix}"
        for problem in problems("10 farms of 30 farms.", figures=text)
    ]


@pytest.mark.parametrize(
    ("value", "how", "hedge", "refused"),
    [
        ("33", "part / whole * 100", "about", ""),
        ("33", "part / whole * 100", "", ""),
        ("33", "part / whole * 100", "at least", "hedge"),
        ("300", "whole / part * 100", "about", "hedge"),
    ],
)
def test_a_rounded_result_may_be_about(value: str, how: str, hedge: str, refused: str) -> None:
    reported = derived(value, how, **({"hedge": hedge} if hedge else {}))
    assert rules(reported) == ([f"derived.{refused}"] if refused else [])


def test_a_formula_that_lacks_its_hundred_is_given_it() -> None:
    (reported,) = derived("33", "part / whole")
    assert reported.startswith(
        "derived.value: write `how: (part / whole) * 100`, which gives percent, or waive"
    )
    assert derived("33", "(part / whole) * 100") == []


# Names


def person(article: str, name: str, evidence: str, *aliases: str) -> list[Problem]:
    record: dict[str, object] = {
        "id": "p",
        "name": name,
        "aliases": list(aliases),
        "role": "r",
        "why": "w",
    }
    return found(article, people=record | {"evidence": evidence})


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Sir Alan Prout", "Alan Prout said so."),
        ("President Ann Lee", "Ann Lee said so."),
        ("al-Ṭabarī", "Al-Ṭabarī wrote it."),
        ("JK Dunne", "J.K. Dunne wrote it."),
        ("JK Dunne", "J. K. Dunne wrote it."),
        ("J. K. Dunne", "JK Dunne wrote it."),
        ("Home ministry", "It was the home ministry."),
    ],
)
def test_a_name_has_the_forms_that_prose_gives_it(name: str, article: str) -> None:
    assert person(article, name, article.rstrip(".")) == []


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Sir Alan Prout", "Alan Stout said so."),
        ("Lord Mayor of London", "The Mayor of London said so."),
        ("JK Dunne", "J. M. Dunne wrote it."),
        ("Rose", "It was a rose."),
        ("Home Office", "It was the home office."),
    ],
)
def test_another_name_is_not_a_form_of_it(name: str, article: str) -> None:
    assert [problem.rule for problem in person(article, name, article.rstrip("."))] == [
        "agreement.name"
    ]


@pytest.mark.parametrize(
    ("name", "article", "evidence"),
    [
        ("Pia Holm", "Mr Holm came late.", "Holm came"),
        ("Pia Holm", "Pia Holm came. Then Holm left.", "Then Holm left"),
        ("Port Oster pilot trust", "The pilot trust paid.", "The pilot trust paid"),
        ("Oster Harbour Museum", "The Museum paid.", "The Museum paid"),
    ],
)
def test_the_end_of_a_name_is_the_name(name: str, article: str, evidence: str) -> None:
    assert person(article, name, evidence) == []


@pytest.mark.parametrize(
    ("name", "article", "evidence"),
    [
        ("Pia Holm", "Ole Holm came. Then Holm left.", "Then Holm left"),
        ("Port Oster pilot trust", "The Lund pilot trust paid the pilot trust.", "the pilot trust"),
        ("New South Oster", "They went to South Oster.", "to South Oster"),
        ("Bank of Oster", "They went to Oster.", "to Oster"),
        ("Oster pilot groups", "Later pilot groups met.", "pilot groups met"),
        ("boats owned by Oster", "Nets made by Oster sank.", "made by Oster"),
        ("Oster Harbour trust", "The trust paid.", "The trust paid"),
    ],
)
def test_the_end_of_another_name_is_not(name: str, article: str, evidence: str) -> None:
    assert [problem.rule for problem in person(article, name, evidence)] == ["agreement.name"]


def test_a_surname_that_two_of_the_sheets_have_is_neither() -> None:
    same = "{id: %s, name: %s Holm, role: r, why: w, evidence: %s}"
    rows = [same % ("pia", "Pia", "Holm came"), same % ("ole", "Ole", "Then Holm left")]
    sheet = "people:\n" + "".join(f"  - {row}\n" for row in rows)
    reported = problems("Later Holm came. Then Holm left.", "agreement.", people=sheet)
    assert [problem.rule for problem in reported] == ["agreement.name"] * 2


@pytest.mark.parametrize(
    ("alias", "article"),
    [
        ("the pilots", "The pilots met. The Oster Pilots’ Union paid."),
        ("the union", "The Oster Pilots’ Union paid."),
        ("the pilots’ union", "The Oster Pilots’ Union paid."),
        ("the pilots", "The Oster Pilots’ Union paid.\n\n## What the Pilots Want\n\nPay."),
    ],
)
def test_an_alias_may_have_a_capital_or_stand_within_the_name(alias: str, article: str) -> None:
    assert person(article, "Oster Pilots’ Union", "The Oster Pilots’ Union paid", alias) == []


@pytest.mark.parametrize("alias", ["the onion", "the club", "the Oster union"])
def test_an_alias_that_the_article_does_not_have_is_refused(alias: str) -> None:
    reported = person(
        "The Oster Pilots’ Union paid.", "Oster Pilots’ Union", "Oster Pilots’ Union", alias
    )
    assert [problem.rule for problem in reported] == ["agreement.alias"]


def test_a_speaker_is_found_without_the_title() -> None:
    people = {
        "id": "p",
        "name": "Sir Alan Prout",
        "role": "r",
        "why": "w",
        "evidence": "Alan Prout",
    }
    quotation = {"id": "q", "words": "We wait", "speaker": "p"}
    article = "Alan Prout said: “We wait.”"
    assert found(article, people=people, quotations=quotation) == []


@pytest.mark.parametrize(
    ("alias", "refused"), [("the", True), ("Its", True), ("US", False), ("Lee", False)]
)
def test_a_word_that_could_mean_anybody_is_not_an_alias(alias: str, refused: bool) -> None:
    article = "Ann Lee of the US said so. Its flag flew."
    reported = [problem.rule for problem in person(article, "Ann Lee", "Ann Lee", alias)]
    assert reported == ["agreement.alias"] * refused
