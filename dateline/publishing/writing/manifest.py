"""The list, inside the site, of every file that we wrote: only what it names is ever deleted.

It also names the addresses that must not vanish with the next build. The files of a briefing are listed
in its own folder, so that an edit of one of a thousand writes a short list; the manifest has a digest of
each of these lists.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from dateline.frozen import dataclass
from dateline.publishing.writing.published import Published
from dateline.publishing.writing.refusal import OutputRefused

# Without a dot: the action that uploads a site to GitHub Pages leaves dot files out.
MANIFEST: Final = "dateline-manifest.json"
FILES: Final = "dateline-files.json"
# What is listed of a SHA-256: 16 bytes, as 22 characters of base64.
_BYTES: Final = 16
_CHARACTERS: Final = 22
# How many hexadecimal digits there are of a file, and were of one in lists of earlier versions.
_DIGITS: Final = (64, 32)
_VERSION: Final = 2
_OF_ONE_LIST: Final = 1


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """Path to digest of each file that belongs to no briefing; slug to SHA-256 of each briefing's list.

    A manifest of the first version has the files of briefings among the others, and no lists.
    """

    files: Mapping[str, str]
    briefings: Mapping[str, str] = field(default_factory=dict)
    published: Published = field(default_factory=Published)

    def render(self) -> bytes:
        """The same files give the same bytes."""
        whole = {
            "made-by": "dateline",
            "version": _VERSION,
            "files": _as_listed(self.files),
            "briefings": dict(sorted(self.briefings.items())),
            "published": self.published.as_json(),
        }
        return _to_json(whole)

    def inside(self, slug: str) -> Mapping[str, str]:
        """The files of a briefing that has no list: an older manifest has them among the others."""
        return {} if slug in self.briefings else self._by_folder.get(slug, {})

    def own(self, slugs: Collection[str]) -> dict[str, str]:
        """The files that are in no folder of these briefings."""
        inside = {path for slug in slugs for path in self.inside(slug)}
        return {path: digest for path, digest in self.files.items() if path not in inside}

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, str]]:
        folders: dict[str, dict[str, str]] = {}
        for path, digest in self.files.items():
            folders.setdefault(path.partition("/")[0], {})[path] = digest
        return folders

    @classmethod
    def parse(cls, text: bytes) -> Self:
        """Raises ValueError if this version does not understand the manifest."""
        whole = json.loads(text)
        if not isinstance(whole, dict) or whole.get("made-by") != "dateline":
            raise ValueError("it was not written by Dateline")
        if whole.get("version") not in (_OF_ONE_LIST, _VERSION):
            raise ValueError("it was written by another version of Dateline")
        files = _as_listed(_digests(whole.get("files")))
        if "published" not in whole:
            return cls(files=files, published=Published.of_paths(files))
        try:
            published = Published.of_json(whole["published"])
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("its addresses cannot be read") from error
        briefings = _digests(whole.get("briefings", {}))
        return cls(files=files, briefings=briefings, published=published)


def as_listed(digest: str) -> str:
    """The digest of a file as lists give it, also of one that is listed: as much of it as no two files share."""
    if len(digest) not in _DIGITS:
        return digest
    return urlsafe_b64encode(bytes.fromhex(digest)[:_BYTES])[:_CHARACTERS].decode()


def _as_listed(files: Mapping[str, str]) -> dict[str, str]:
    return {path: as_listed(digest) for path, digest in sorted(files.items())}


def _digests(listed: Any) -> dict[str, str]:
    if isinstance(listed, dict) and all(isinstance(digest, str) for digest in listed.values()):
        return listed
    raise ValueError("it lists no files")


def _to_json(whole: Mapping[str, Any]) -> bytes:
    return (json.dumps(whole, separators=(",", ":")) + "\n").encode("ascii")


def render_list(slug: str, files: Mapping[str, str]) -> bytes:
    """The list of a briefing's files, which are by their paths in the site.

    In the list they are by those in its folder; those of its former addresses begin with a slash.
    """
    inside = f"{slug}/"
    listed = {
        path.removeprefix(inside) if path.startswith(inside) else f"/{path}": digest
        for path, digest in files.items()
    }
    return _to_json({"made-by": "dateline", "files": _as_listed(listed)})


def parse_list(slug: str, text: bytes) -> dict[str, str]:
    """The files by their paths in the site. Raises ValueError if this does not list files."""
    whole = json.loads(text)
    listed = _digests(whole.get("files") if isinstance(whole, dict) else None)
    return {
        path[1:] if path.startswith("/") else f"{slug}/{path}": as_listed(digest)
        for path, digest in listed.items()
    }


def read_manifest(site: Path) -> Manifest | None:
    """None without one. Raises OutputRefused if it is damaged."""
    return _read(site / MANIFEST, site, Manifest.parse)


def read_list(site: Path, slug: str, digest: str) -> dict[str, str]:
    """The files of a briefing as they were listed, by their paths in the site; none where that is gone.

    Raises OutputRefused if the list is not the one that the manifest means.
    """

    def parse(text: bytes) -> dict[str, str]:
        if sha256(text).hexdigest() != digest:
            raise ValueError("it was changed")
        return parse_list(slug, text)

    return _read(site / slug / FILES, site / slug, parse) or {}


def read_published(site: Path) -> Published | None:
    """The addresses of `site`; None without a manifest. Raises OutputRefused if it is damaged."""
    manifest = read_manifest(site)
    return manifest.published if manifest else None


_Parsed = TypeVar("_Parsed")


def _read(path: Path, folder: Path, parse: Callable[[bytes], _Parsed]) -> _Parsed | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return parse(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise OutputRefused(
            f"{path} cannot be read as the list of what was written ({error}); "
            f"remove the folder {folder} by hand and build again"
        ) from error
