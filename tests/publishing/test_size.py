"""A site that grows too large for its host is reported while it still fits."""

import pytest

from dateline.publishing import assemble as assembly
from dateline.publishing.assemble import check_size
from tests.small_site import article, assemble


def test_a_site_near_the_limit_is_reported() -> None:
    assert list(check_size(800_000_000, 4, "content")) == []
    (problem,) = check_size(912_345_678, 45_678, "content")
    assert problem.found == "the site has 912 MB in 45,678 files; GitHub Pages allows 1,000 MB"
    assert (problem.position.path, problem.severity) == ("content", "warning")


def test_it_is_published_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "EARLY", 1000)
    site = assemble({"quiet/article.md": article()})
    assert "site.size" in [problem.rule for problem in site.problems]
    assert "quiet/index.html" in site.files
