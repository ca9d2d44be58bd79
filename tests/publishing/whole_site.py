"""The links of a whole site, checked in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.problems import Problem
from dateline.publishing.linking.links import OutboundLink, check_part, find_dead, report_dead


def check_links(files: Mapping[str, bytes], *, site_address: str | None = None) -> list[Problem]:
    """The problem of every dead link, page by page, from its first line down."""
    checked = check_part(files, site_address=site_address)
    problems = [*checked.problems, *check_outbound(checked.outbound, files)]
    return sorted(problems, key=lambda problem: (problem.position.path, problem.position.line))


def check_outbound(
    links: Sequence[OutboundLink], files: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """Those of links from one part of the site to another."""
    return tuple(report_dead(links, find_dead((link.to for link in links), files)))
