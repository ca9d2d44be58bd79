"""What a page is given on its way to the browser, in the preview alone."""

from __future__ import annotations

import re
from typing import Final

from dateline.preview.hosts import split_host

# What looks like a tag in these is none (HTML, 13.2.5: comments, raw text, RCDATA).
_HEAD_END: Final = re.compile(
    rb"<!--.*?-->|<(script|style|title|textarea|template)\b.*?</\1\s*>|(</head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE: Final = re.compile(rb"\s*<!doctype[^>]*>", re.IGNORECASE)
_POLICY: Final = re.compile(
    rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?content-security-policy[^>]*>", re.IGNORECASE
)
_CONTENT: Final = re.compile(rb"(\bcontent\s*=\s*)([\"])([^\"]*)\2", re.IGNORECASE)


def inject(page: bytes, *, base: str, host: str) -> bytes:
    """The page with style and scripts of the preview, its policy widened by their connection.

    `host` is that of the request, with its port; it is one that the preview answers to.
    """
    page = _POLICY.sub(lambda meta: _widen(meta[0], host), page)
    at = _place(page)
    return page[:at] + _tags(base, host) + page[at:]


def _tags(base: str, host: str) -> bytes:
    # livereload's client takes the address of its socket from two parameters, which it puts
    # together as host:port/livereload; and tries again at least each second.
    name, port = split_host(host)
    socket = f"host={name}&amp;port={port or 80}{base}__preview&amp;mindelay=100&amp;maxdelay=1000"
    tags = (
        f'<link rel="stylesheet" href="{base}__preview/preview.css">'
        f'<script defer src="{base}__preview/preview.js"></script>'
        f'<script defer src="{base}__preview/livereload.js?{socket}"></script>'
    )
    return tags.encode()


def _place(page: bytes) -> int:
    """Where the head ends; in a page that leaves its tags out, behind the doctype."""
    for match in _HEAD_END.finditer(page):
        if match[2]:
            return match.start()
    doctype = _DOCTYPE.match(page)
    return doctype.end() if doctype else 0


def _widen(meta: bytes, host: str) -> bytes:
    return _CONTENT.sub(lambda found: b'%b"%b"' % (found[1], _allow(found[3], host)), meta, count=1)


def _allow(policy: bytes, host: str) -> bytes:
    """The policy with connect-src for the preview's own address (CSP 3, 6.1.2)."""
    ours = f"connect-src 'self' ws://{host}".encode()
    directives = [one.strip() for one in policy.split(b";") if one.strip()]
    for number, directive in enumerate(directives):
        name, _, sources = directive.partition(b" ")
        if name.lower() == b"connect-src":
            others = [one for one in sources.split() if one not in (b"'none'", b"'self'")]
            directives[number] = b" ".join([ours, *others])
            return b"; ".join(directives)
    return b"; ".join([*directives, ours])
