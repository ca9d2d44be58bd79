"""The address of a site's front page."""

from urllib.parse import urlsplit

EXPECTED = "write it as https://example.org/news/"


def is_site_address(text: str) -> bool:
    """Whether this is an http(s) address with a host and nothing after its path."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or set(text) & set(' ?#"<>'))
    return parts.scheme in ("http", "https") and bool(host) and plain
