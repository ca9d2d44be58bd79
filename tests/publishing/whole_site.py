"""The links of a whole site, checked in one call."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.publishing.links import DeadLink, check_outbound, check_part


def check_links(files: Mapping[str, bytes], *, base: str = "/") -> list[DeadLink]:
    """Every dead link, page by page, from its first line down."""
    checked = check_part(files, base=base)
    dead = [*checked.dead, *check_outbound(checked.outbound, files)]
    return sorted(dead, key=lambda link: (link.page, link.line))
