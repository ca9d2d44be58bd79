"""How large a site may become: reported before a host refuses it."""

from collections.abc import Iterator

from dateline.problems import Position, Problem, Rule

# "GitHub Pages limits" in GitHub's documentation.
PAGES_LIMIT = 1_000_000_000
EARLY = 800_000_000


def check_size(size: int, files: int, content: str) -> Iterator[Problem]:
    """Warn of a site of `size` bytes that comes near the limit of GitHub Pages.

    `content` is the folder of the content, as the editor would type it.
    """
    if size > EARLY:
        yield Problem(
            position=Position(path=content),
            rule=Rule.SITE_SIZE,
            found=f"the site has {size / 1e6:,.0f} MB in {files:,} files; "
            f"GitHub Pages allows {PAGES_LIMIT / 1e6:,.0f} MB",
            fix="move older briefings to a site of their own, or publish with a host that allows more",
        )
