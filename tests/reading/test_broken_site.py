"""One run over tests/sites/broken finds every mistake, each at its line and column.

To renew the expected text, see tests/sites/broken/README.md.
"""

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.problems import Rule

TESTS = Path(__file__).parent.parent
SITE = TESTS / "sites" / "broken"
CHECK = ["check", "--today", "2024-10-01", "--site-url", "https://courier.example/"]

NOT_IN_THE_SITE = {
    Rule.FILE_SIZE: ("needs a file of two megabytes", "reading/test_encoding.py"),
    Rule.FILE_UNREADABLE: ("needs a disk that refuses to read", "reading/test_content.py"),
    Rule.ADDRESS_GONE: ("needs a site that was published", "publishing/test_vanished.py"),
    Rule.LINK_DEAD: ("is found in pages, and a refused site has none", "publishing/test_links.py"),
    Rule.LINK_GONE: ("needs a server", "publishing/test_link_check.py"),
    Rule.LINK_MOVED: ("needs a server", "publishing/test_link_check.py"),
    Rule.LINK_UNCLEAR: ("needs a server", "publishing/test_link_check.py"),
    Rule.TEMPLATE_ERROR: ("needs a broken template", "publishing/test_render.py"),
    Rule.LOOK_LOGO: ("needs settings that can be read", "publishing/test_own_look.py"),
    Rule.LOOK_FONT: ("needs settings that can be read", "publishing/test_own_look.py"),
    Rule.LOOK_UNUSED: ("needs settings that can be read", "publishing/test_own_look.py"),
    Rule.SITE_SIZE: ("needs a site of 800 megabytes", "publishing/test_size.py"),
    Rule.CARD_UNDRAWN: ("needs a missing font", "pages/cards/test_share_card.py"),
}
"""The rules that no file of the site can break: why, and the test that breaks them."""


def test_all_mistakes_are_reported_in_one_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SITE)
    assert main([*CHECK, "--quiet"]) == 1
    output = capsys.readouterr()
    said = output.err.replace(": dateline ", ": python3 build.py ")
    assert said.splitlines() == (SITE / "problems.txt").read_text("utf-8").splitlines()
    assert output.out == ""


def test_the_site_breaks_every_rule(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SITE)
    main([*CHECK, "--format", "json"])
    broken = {problem["rule"] for problem in json.loads(capsys.readouterr().out)["problems"]}
    assert broken == set(Rule) - set(NOT_IN_THE_SITE)


@pytest.mark.parametrize("rule", NOT_IN_THE_SITE)
def test_a_rule_that_the_site_cannot_break_is_broken_by_another_test(rule: Rule) -> None:
    text = (TESTS / NOT_IN_THE_SITE[rule][1]).read_text("utf-8")
    assert rule.value in text or f"Rule.{rule.name}" in text
