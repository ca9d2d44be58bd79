"""The title of an event is made of the clause that has its date, in the words of the article."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.facts.wording import sentences
from dateline.language import en
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence
from dateline.language.en.headlines.titles.find_title import find_title

WRITTEN = dt.date(2024, 9, 11)


def titles(text: str) -> list[str | None]:
    dates = en.find_dates(text, written=WRITTEN)
    stretches = [(date.start, date.end) for date in dates]
    names = [(name.start, name.end) for name in en.find_names(text, aliases={})]
    own = [
        DatedSentence(text=text, whole=each, names=names, dates=stretches, whom=lambda _: None)
        for each in sentences(text)
    ]
    return [
        found.text if (found := find_title(sentence, stretch)) else None
        for stretch in stretches
        for sentence in own
        if sentence.whole[0] <= stretch[0] < sentence.whole[1]
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The old bridge closed to lorries on Monday.", "The old bridge closes to lorries"),
        ("The bridge, Ostrow’s oldest, closed on Monday.", "The bridge closes"),
        ("The port’s new head, Pia Holm, resigned on Monday, leaving two posts empty.", "Pia Holm resigns"),
        ("In a first step, the two towns signed a treaty in May 2023.", "The two towns sign a treaty"),
        ("The repairs come after a crack was found in March 2023.", "A crack is found"),
        ("It blames the flood that swept through the valley in 2022.", "The flood sweeps through the valley"),
        ("Boats have been scarce since the old port closed in 2003.", "The old port closes"),
        ("The ferry will stop running on 3 May 2025.", "The ferry to stop running"),
        ("Trade between Ostrow and Lesk grew in 2023.", "Trade between Ostrow and Lesk grows"),
        ("She led the talks on the 2015 harbour deal.", "Harbour deal"),
        ("She wrote the harbour deal of 2015.", "Harbour deal"),
        ("The lock was built by the town and opened a museum in May 2023.", "The lock opens a museum"),
        ("Two men were taken to Lesk and held on Monday.", "Two men are held"),
        ("Lesk has had no port since 2003, when a flood broke the dam.", "A flood breaks the dam"),
        ("The ship, built in 1998, left Lesk.", "The ship is built"),
        ("Pia Holm said the lock, paid by the town, had been closed in May 2023.", "The lock is closed"),
        ("Ostrow Boats, which suspended trips on Monday, did not say why.", "Ostrow Boats suspends trips"),
        ("At about 4.30pm on Monday divers reached the wreck.", "Divers reach the wreck"),
        ("Council voted for it at 11:47 p.m. on Monday, the third time in a week.", None),
        ("The council passed the plan at 11:47 p.m. on Monday, the third in a week.", "The council passes the plan"),
        ("Lesk accuses it of inciting wide protests that erupted in 2022.", "Wide protests erupt"),
        ("On Monday the Royal Food and Farm Board shut a farm.", "The Royal Food and Farm Board shuts a farm"),
        ("The board next meets on 30 July 2025.", "The board next meets"),
        ("Bills go out in May 2025.", "Bills go out"),
        ("Council must send its plan to the province by 15 April 2025.", "Council to send its plan to the province"),
        ("Prosecutors detained two drivers on Monday.", "Prosecutors detain two drivers"),
        ("In March 2023 Ostrow and Lesk signed a treaty.", "Ostrow and Lesk sign a treaty"),
        ("Three people died when a train derailed near Lesk in 2009.", "A train derails near Lesk"),
        ("The engineers Holm Lee were called in two days later.", "The engineers Holm Lee are called in"),
        ("Members holding two thirds of the votes backed it on Monday.", None),
        ("Members holding the votes backed the plan on Monday.", "Members holding the votes back the plan"),
        ("The choir will sing in Lesk on 3 May 2025, conducted by its head, Pia Holm.", "The choir to sing in Lesk"),
        ("At last year’s election, former baker Pia Holm held the seat.", "Former baker Pia Holm holds the seat"),
        ("A report published in May found the bridge was unsafe.", "A report finds the bridge was unsafe"),
        ("Two men arrested on Monday were released.", "Two men are arrested"),
        ("It followed the death of Pia Holm in May.", None),
        ("It came after the death of Pia Holm in May 2023.", "Death of Pia Holm"),
        ("Lesk ordered 12 boats, the first of which is to come in May 2025.", "The first of 12 boats to come"),
        ("Boats to Lesk will follow in May 2025 and a service to Sund in June 2025.", "A service to Sund to follow"),
        ("The first payment to them is due on 3 May 2025.", "The first payment is due"),
        ("The band, founded in 1913, owes £4.6m.", "The band is founded"),
        ("It met Pia Holm, the band’s head, who was elected in May.", "Pia Holm is elected the band’s head"),
        ("Lesk is to build a lock from May 2025 and shut one, in a plan.", "Lesk to build a lock"),
        ("Three ferries, to Lesk and Sund, will run from May 2025.", "Three ferries to run"),
        ("Boats will not be allowed to return before 3 May 2025, Holm said.", "Boats not to be allowed to return"),
        ("A big lock will open in May 2025, officials have said.", "A big lock to open"),
        ("The board said it would meet in May 2025.", "The board to meet"),
        ("A fair will be held at the port on 3 May 2025, from 10am to 3pm.", "A fair to be held at the port"),
        ("Pia Holm, 71, from Sowe, had her claim refused last year.", "Pia Holm has her claim refused"),
        ("The board last passed a plan in 2022, when it set aside nothing.", "The board passes a plan"),
        ("The board rated the bridge “unsafe” in May 2023.", "The board rates the bridge “unsafe”"),
        ("Members had been told in 2023 that the lock is old.", "Members are told that the lock is old"),
        ("A picture that hung in a barn for years was sold in Lesk on Monday.", "A picture is sold in Lesk"),
        ("The boat sailed on August 11, 1885, under Pia Holm, and sank.", "The boat sails"),
        ("The jail held 411 on 4 May last.", "The jail holds 411"),
        ("Almost four in 10 members left the board in May 2023.", "Almost four in 10 members leave the board"),
        ("Lesk lent the board €2m, to be repaid by May 2025.", None),
        ("A swing at Saturday’s by-election cost the seat.", "By-election"),
        ("The board expects to declare the poll on 9 May 2025.", "The board to declare the poll"),
        ("A fire that broke out in a barn on Monday has burned a wood.", "A fire breaks out in a barn"),
        ("A rule that lets boats in by night was lifted for Lesk in May 2023.", "A rule is lifted for Lesk"),
        ("The harvest, which began near Lesk in May 2023, should be large.", "The harvest begins near Lesk"),
        ("The farms in the north agreed in 2013 to pump less.", "The farms in the north agree to pump less"),
        ("A hearing is set for 12 May 2025.", "A hearing"),
        ("The appeal, in May 2023, raised €9 and took six years.", "The appeal raises €9 and takes six years"),
        ("In May 2023 the mill closed without that notice.", "The mill closes without that notice"),
        ("Voters will decide in the 3 May ballot.", "Voters to decide in the ballot"),
        ("Founded in 1891, the club moved to the quay in 2009.", "The club is founded"),
        ("Founded in 1891, the club moved to the quay in 2009.", "The club moves to the quay"),
        ("In May 2023, a court fined the mill 50,000 euros.", "A court fines the mill 50,000 euros"),
        ("The port called a strike at 9:30 a.m. on 3 May 2024.", "The port calls a strike"),
        ("The strike, the fourth since autumn, began on 3 May 2024.", "The strike begins"),
        ("The boat, to Lesk, is to go on Sunday, 4 May 2025, the first day of the summer timetable.", "The boat to go"),
    ],
)  # fmt: skip
def test_a_clause_becomes_a_title(sentence: str, title: str | None) -> None:
    assert title in titles(sentence)


def test_two_dates_of_one_verb_have_a_title_each() -> None:
    text = "The fleet would leave the north by May 2025 and the south by June 2026."
    assert titles(f"Holm said that {text[0].lower()}{text[1:]}")[1:] == titles(text)[1:]
    parted = "The fleet would withdraw from the north by May 2025 and from the south by June 2026."
    assert titles(parted) == [
        "The fleet to withdraw from the north",
        "The fleet to withdraw from the south",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "He said so on Monday.",
        "Nothing for Monday.",
        "“We will go on Monday,” she said.",
        "The number of people known to have drowned was cut to 311 on Friday.",
        "It was felt in Lesk, and was followed by a flood on Monday.",
        "Lesk has been without a port since 2003.",
        "The lock is closed until Monday.",
        "Ann Lee, whose nephew Vlad, 19, was found on Monday.",
        "The port ended the year with 225 more boats than in May 2023.",
        "The tram line has promised new trams by the end of 2026.",
        "The overhaul, promised for May 2025, has begun.",
        "The second is due on 3 May 2025.",
        "A judge, Ann Lee, which will open on 3 May 2025.",
        "The train zonked into Lesk on Monday, and nobody was hurt.",
    ],
)
def test_no_title_is_better_than_a_wrong_one(sentence: str) -> None:
    assert titles(sentence) == [None]


def test_a_long_title_ends_before_what_its_last_noun_would_do() -> None:
    text = "The Lesk Farm Board voted in May 2023 for a bill that would raise the price of wheat."
    assert titles(text) == ["The Lesk Farm Board votes for a bill"]


def test_a_pronoun_is_the_name_that_it_stands_for() -> None:
    text = "In May it lent the club another ship."
    (date,) = en.find_dates(text, written=WRITTEN)
    own = DatedSentence(
        text=text,
        whole=(0, len(text)),
        names=[],
        dates=[(date.start, date.end)],
        whom={"it": "Norland"}.get,
    )
    found = find_title(own, (date.start, date.end))
    assert found is not None
    assert found.text == "Norland lends the club another ship"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The first hearing is on 16 October.", "The first hearing"),
        ("It comes before a vote on the toll, set for 10 October.", "A vote on the toll"),
        ("The loan falls due on 3 October.", "The loan falls due"),
        ("The largest payment came on 12 May, two days before a strike.", "The largest payment comes"),
        ("The port offered Lesk a ship in May and never had an answer.", "The port offers Lesk a ship"),
        ("Lesk barred the club, which won a cup only last month, from a game.", "The club wins a cup"),
        ("Talks about the ship, for which Lesk had offered €2 million, were broken off on Monday.",
         "Talks about the ship are broken off"),
        ("Said Ann Lee, the mayor, who took over in January.", "Ann Lee takes over"),
        ("The work depends on Norland, which decides on 23 October about a grant.", "Norland decides about a grant"),
        ("A clerk in Lesk fumbled the keys of the port on Monday.", "A clerk in Lesk fumbled the keys of the port"),
        ("The Greens won the seat on Thursday.", "The Greens win the seat"),
        ("A trial at Lesk, in which clerks are given a bed and a meal, began in September.", "A trial at Lesk begins"),
        ("Unions at the mill, where Norland is an employer, called a meeting for Monday.",
         "Unions at the mill call a meeting"),
        ("The action, the fourth in a year, begins at 10 p.m. on Sunday, September 15.", "The action begins"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_clause_is_no_part_of_its_title(sentence: str, title: str) -> None:
    assert title in titles(sentence)
