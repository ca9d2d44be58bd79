"""Dateline turns an article and its fact sheets into a static briefing."""

from pathlib import Path

__version__ = "0.1.0"

# Where the program is at home on GitHub: sites that `init` makes name it. An owner is named at the first
# release.
REPOSITORY = "OWNER/dateline"

PACKAGE = Path(__file__).resolve().parent
