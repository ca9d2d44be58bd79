"""The list, inside the site, of every file that we wrote: only what it names is ever deleted.

It also names the addresses that must not vanish with the next build.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dateline.publishing.published import Published
from dateline.publishing.refusal import OutputRefused

# Without a dot: the action that uploads a site to GitHub Pages leaves dot files out.
MANIFEST = "dateline-manifest.json"
_VERSION = 1


def render_manifest(files: Mapping[str, bytes], published: Published | None = None) -> bytes:
    """Path to SHA-256 of each file, sorted: the same files give the same bytes."""
    from dateline.publishing.packed import packed  # a build that publishes nothing needs none

    listed = packed(files)
    digests = {path: listed.sha256(path) for path in sorted(listed)}
    whole: dict[str, Any] = {"made-by": "dateline", "version": _VERSION, "files": digests}
    if published:
        whole["published"] = published.as_json()
    return (json.dumps(whole, indent=1) + "\n").encode("ascii")


def parse_manifest(text: bytes) -> dict[str, str]:
    """Path to SHA-256. Raises ValueError if this version does not understand the manifest."""
    files: dict[str, str] = _parse(text)["files"]
    return files


def parse_published(text: bytes) -> Published:
    """The addresses. Raises ValueError if this version does not understand the manifest."""
    whole = _parse(text)
    if "published" not in whole:
        return Published.of_paths(whole["files"])
    try:
        return Published.of_json(whole["published"])
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("its addresses cannot be read") from error


def _parse(text: bytes) -> dict[str, Any]:
    whole = json.loads(text)
    if not isinstance(whole, dict) or whole.get("made-by") != "dateline":
        raise ValueError("it was not written by Dateline")
    if whole.get("version") != _VERSION:
        raise ValueError("it was written by another version of Dateline")
    files = whole.get("files")
    if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
        raise ValueError("it lists no files")
    return whole


def read_manifest(site: Path) -> dict[str, str] | None:
    """What the manifest of `site` lists; None without one. Raises OutputRefused if it is damaged."""
    return _read(site, parse_manifest)


def read_published(site: Path) -> Published | None:
    """The addresses of `site`; None without a manifest. Raises OutputRefused if it is damaged."""
    return _read(site, parse_published)


_Parsed = TypeVar("_Parsed")


def _read(site: Path, parse: Callable[[bytes], _Parsed]) -> _Parsed | None:
    path = site / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return parse(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise OutputRefused(
            f"{path} cannot be read as the list of what was written ({error}); "
            f"remove the folder {site} by hand and build again"
        ) from error
