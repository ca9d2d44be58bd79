"""Adds the preview's style and scripts to a page."""

import re
from typing import Final

from dateline.pages.addresses import PREVIEW
from dateline.preview.hosts import split_host

# What looks like a tag inside these is not one (HTML, 13.2.5: comments, raw text, RCDATA).
_HEAD_END: Final = re.compile(
    rb"<!--.*?-->|<(script|style|title|textarea|template)\b.*?</\1\s*>|(</head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE: Final = re.compile(rb"\s*<!doctype[^>]*>", re.IGNORECASE)
_POLICY: Final = re.compile(
    rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?content-security-policy[^>]*>", re.IGNORECASE
)
_CONNECT: Final = re.compile(rb"connect-src(?: 'self'| 'none')?", re.IGNORECASE)
_CONTENT: Final = re.compile(rb"(\bcontent\s*=\s*\")", re.IGNORECASE)


def inject(page: bytes, *, base: str, host: str) -> bytes:
    """The page with style and scripts; `host`, with its port, is one that the preview answers to."""
    page = _POLICY.sub(lambda meta: _widen(meta[0], host), page)
    end = _end_of_head(page)
    return page[:end] + _tags(base, host) + page[end:]


def _tags(base: str, host: str) -> bytes:
    # livereload's client takes the address of its socket from two parameters, which it joins as
    # host:port/livereload, and tries again at least once a second.
    (name, port), own = split_host(host), f"{base}{PREVIEW}"
    socket = f"host={name}&amp;port={port or 80}{own[:-1]}&amp;mindelay=100&amp;maxdelay=1000"
    tags = (
        f'<link rel="stylesheet" href="{own}preview.css">'
        f'<script defer src="{own}preview.js"></script>'
        f'<script defer src="{own}livereload.js?{socket}"></script>'
    )
    return tags.encode()


def _end_of_head(page: bytes) -> int:
    """Where the head ends; in a page that leaves its tags out, after the doctype."""
    for match in _HEAD_END.finditer(page):
        if match[2]:
            return match.start()
    doctype = _DOCTYPE.match(page)
    return doctype.end() if doctype else 0


def _widen(meta: bytes, host: str) -> bytes:
    """The policy with connect-src for the preview's own address (CSP 3, 6.1.2)."""
    ours = f"connect-src 'self' ws://{host}".encode()
    widened, count = _CONNECT.subn(ours, meta)
    return widened if count else _CONTENT.sub(rb"\1" + ours + b"; ", meta, count=1)
