"""The manifest lists what was published; a damaged one is refused."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from pathlib import Path

import pytest

from dateline.publishing.writing.manifest import MANIFEST, Manifest, parse_list, render_list
from dateline.publishing.writing.refusal import OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    new_site,
    publish,
    tree,
)


def test_manifest_lists_every_file_with_its_digest() -> None:
    listed = Manifest.parse(new_site(OLD).manifest()).files
    digests = {path: hashlib.sha256(data).digest()[:16] for path, data in OLD.items()}
    assert {path: b64decode(f"{text}==", b"-_") for path, text in listed.items()} == digests
    assert list(listed) == sorted(OLD)


def test_digests_of_an_earlier_version_are_read_as_those_of_this_one() -> None:
    """They listed 64 or 32 digits: no file is another for that."""
    digest = hashlib.sha256(b"page").hexdigest()
    now = render_list("b", {"b/index.html": digest})
    assert digest[:32].encode() not in now
    for listed in (digest, digest[:32]):
        earlier = json.dumps({"made-by": "dateline", "files": {"index.html": listed}}).encode()
        assert parse_list("b", earlier) == parse_list("b", now)
        whole = {"made-by": "dateline", "version": 2, "files": {"b/index.html": listed}}
        assert Manifest.parse(json.dumps(whole).encode()).files == parse_list("b", now)


def test_manifest_is_the_same_bytes_in_whatever_order() -> None:
    assert new_site(OLD).manifest() == new_site(dict(reversed(OLD.items()))).manifest()


@tried(2, "The manifest in the output is damaged: {id}", "Refused; the folder stays as it was")
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"made-by": "dateline", "version": 3, "files": {}}',
        b"[" * 10**5,
    ],
    ids=["empty", "cut", "list", "bytes", "newer", "deep"],
)
def test_damaged_manifest_is_refused(site: Path, text: bytes) -> None:
    publish(OLD, site)
    (site / MANIFEST).write_bytes(text)
    before = tree(site)
    with pytest.raises(OutputRefused, match="remove the folder"):
        publish(NEW, site)
    assert tree(site) == before


@tried(
    2,
    "The manifest lists `../precious.txt` and an absolute path",
    "Nothing outside the site is deleted",
)
def test_path_out_of_the_site_in_a_manifest_deletes_nothing(site: Path) -> None:
    publish(OLD, site)
    precious = site.parent / "precious.txt"
    precious.write_bytes(b"mine")
    listing = json.loads((site / MANIFEST).read_bytes())
    listing["files"]["../precious.txt"] = listing["files"][str(precious)] = "0"
    (site / MANIFEST).write_text(json.dumps(listing))
    publish(NEW, site)
    assert precious.read_bytes() == b"mine"
