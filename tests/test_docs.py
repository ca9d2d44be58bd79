"""The documents match the code."""

import re
from pathlib import Path

import pytest

from dateline.problems import Rule

DOCS = Path(__file__).parent.parent / "docs"
ROW = re.compile(
    r"^\| (`[a-z-]+\.[a-z-]+`(?:, `[a-z-]+\.[a-z-]+`)*) \| (error|warning|follow-up) \|",
    re.MULTILINE,
)


def documented() -> dict[str, str]:
    rows = ROW.findall((DOCS / "checks.md").read_text("utf-8"))
    return {rule.strip("`"): severity for rules, severity in rows for rule in rules.split(", ")}


def test_every_rule_is_explained_with_its_severity() -> None:
    assert documented() == {rule.value: rule.severity for rule in Rule}


@pytest.mark.parametrize("document", sorted(DOCS.parent.glob("*.md")) + sorted(DOCS.rglob("*.md")))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`", "", document.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []
