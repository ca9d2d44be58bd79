"""The list, inside the site, of every file that we wrote: only what it names is ever deleted."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from dateline.publishing.refusal import OutputRefused

# Without a dot: the action that uploads a site to GitHub Pages leaves dot files out.
MANIFEST = "dateline-manifest.json"
_VERSION = 1


def render_manifest(files: Mapping[str, bytes]) -> bytes:
    """Path to SHA-256 of each file, sorted: the same files give the same bytes."""
    digests = {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)}
    whole = {"made-by": "dateline", "version": _VERSION, "files": digests}
    return (json.dumps(whole, indent=1) + "\n").encode("ascii")


def parse_manifest(text: bytes) -> dict[str, str]:
    """Path to SHA-256. Raises ValueError if this version does not understand the manifest."""
    whole = json.loads(text)
    if not isinstance(whole, dict) or whole.get("made-by") != "dateline":
        raise ValueError("it was not written by Dateline")
    if whole.get("version") != _VERSION:
        raise ValueError("it was written by another version of Dateline")
    files = whole.get("files")
    if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
        raise ValueError("it lists no files")
    return files


def read_manifest(site: Path) -> dict[str, str] | None:
    """What the manifest of `site` lists; None without one. Raises OutputRefused if it is damaged."""
    path = site / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return parse_manifest(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise OutputRefused(
            f"{path} cannot be read as the list of what was written ({error}); "
            f"remove the folder {site} by hand and build again"
        ) from error
