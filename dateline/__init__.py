"""Dateline turns an article and its fact sheets into a static briefing."""

__version__ = "0.1.0"
