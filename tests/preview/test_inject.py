"""Any page that a template can make is given the client, and stays the page it was."""

from __future__ import annotations

import pytest

from dateline.preview.inject import inject

CLIENT = b'<link rel="stylesheet" href="/__preview/preview.css">'


def injected(page: bytes) -> bytes:
    return inject(page, base="/", host="localhost:8000")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<!doctype html><head><title>x</title>", b"</head><body>"),
        (b"<HEAD>" + b" " * 100_000, b"</HEAD><BODY>"),
        (b"<head><!-- </head> --><script>'</head>'</script>", b"</head >"),
        (b"<title></head></title>", b"<body class=x>"),
        (b"<!DOCTYPE html>", b"<title>x</title><p>"),
        (b"", b"plain"),
    ],
)
def test_the_client_is_at_the_end_of_the_head(before: bytes, after: bytes) -> None:
    page = injected(before + after)
    assert page.startswith(before + CLIENT)
    assert page.endswith(b"</script>" + after)


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        (b"default-src 'none'", b"connect-src 'self' ws://localhost:8000; default-src 'none'"),
        (b"connect-src 'none'", b"connect-src 'self' ws://localhost:8000"),
        (b"Connect-Src x.y; a b", b"connect-src 'self' ws://localhost:8000 x.y; a b"),
    ],
)
def test_the_policy_is_widened_by_the_connection_alone(policy: bytes, widened: bytes) -> None:
    meta = b'<META http-equiv="content-security-policy" content="%b"><p>'
    assert injected(meta % policy).endswith(meta % widened)


def test_livereload_finds_its_socket_from_three_hosts() -> None:
    for host, address in {
        "localhost": b"host=localhost&amp;port=80/r/__preview&amp;",
        "127.0.0.1:8000": b"host=127.0.0.1&amp;port=8000/r/__preview&amp;",
        "[::1]:8000": b"host=[::1]&amp;port=8000/r/__preview&amp;",
    }.items():
        assert address in inject(b"", base="/r/", host=host)
