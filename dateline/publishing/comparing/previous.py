"""What was published before: by the manifest in the output, in a file, or on the web."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dateline import __version__
from dateline.facts.web_addresses import WEB, fault_of
from dateline.frozen import dataclass
from dateline.publishing.writing.manifest import FILES, MANIFEST, Manifest, parse_list
from dateline.publishing.writing.published import Published

# Stands for the site at its own address.
LIVE: Final = "live"
_SECONDS: Final = 20.0
_LARGEST: Final = 100_000_000
# Not Found, Gone (RFC 9110, 15.5.5 and 15.5.11): nothing is published there.
_NOTHING: Final = (404, 410)


class PreviousRefused(Exception):  # noqa: N818 - it says what happened
    """What was published cannot be read; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousSite:
    """A site that was published: what its manifest says, and where its files are."""

    manifest: Manifest
    home: str

    @property
    def published(self) -> Published:
        return self.manifest.published

    @property
    def slugs(self) -> frozenset[str]:
        """Of all its briefings; an older manifest lists them by their files alone."""
        whole = "/data/facts.json"
        listed = (path.removesuffix(whole) for path in self.manifest.files if path.endswith(whole))
        return frozenset(self.manifest.briefings) or frozenset(listed)

    def digests_of(self, slug: str) -> Mapping[str, str]:
        """Of a briefing's files. Raises PreviousRefused where their list cannot be had."""
        if slug not in self.manifest.briefings:
            return self.manifest.inside(slug)
        try:
            return parse_list(slug, self.read(f"{slug}/{FILES}") or b"")
        except (ValueError, RecursionError) as error:
            raise PreviousRefused(
                f"{self.home}/{slug}/{FILES} cannot be read, so nobody knows what changes there: try again,"
                " or build without --summary"
            ) from error

    def read(self, path: str) -> bytes | None:
        """A file of it; None where it cannot be had."""
        try:
            if _is_address(self.home):
                return _fetch(f"{self.home}/{path}")
            return (Path(self.home) / path).read_bytes()
        except (OSError, ValueError, PreviousRefused):
            return None


def _is_address(where: str) -> bool:
    return not fault_of(where, WEB)


def read_previous(where: str) -> PreviousSite | None:
    """A site that was published, by the file, folder or address of its manifest.

    None where nothing is published yet: the server answers so, or has no such name.
    """
    if "://" in where and (fault := fault_of(where, WEB)):
        raise PreviousRefused(f"{where!r} is not the address of a site: {fault}")
    if _is_address(where):
        address = where if where.endswith(".json") else f"{where.rstrip('/')}/{MANIFEST}"
        text = _fetch(address)
        return None if text is None else _parse(text, address)
    path = Path(where)
    path = path / MANIFEST if path.is_dir() else path
    try:
        text = path.read_bytes()
    except OSError as error:
        raise PreviousRefused(f"{path} cannot be read: {error.strerror or error}") from error
    return _parse(text, str(path))


def _parse(text: bytes, where: str) -> PreviousSite:
    home = where.rpartition("/")[0] if _is_address(where) else str(Path(where).parent)
    try:
        return PreviousSite(manifest=Manifest.parse(text), home=home)
    except (ValueError, RecursionError) as error:
        reason = "it is no JSON" if isinstance(error, UnicodeError) else error
        raise PreviousRefused(
            f"{where} is not the manifest of a site that Dateline made: {reason}"
        ) from error


def _fetch(address: str) -> bytes | None:
    # Imported here because few builds ask a server.
    import socket
    import urllib.error
    import urllib.request
    from http.client import HTTPException

    request = urllib.request.Request(address, headers={"User-Agent": f"dateline/{__version__}"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - http or https, as asked
            text: bytes = answer.read(_LARGEST)
            return text
    except urllib.error.HTTPError as error:
        if error.code in _NOTHING:
            return None
        reason = f"the server answers {error.code} {error.reason}"
    except urllib.error.URLError as error:
        reasons = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        if isinstance(error.reason, socket.gaierror) and error.reason.errno in reasons:
            return None
        reason = str(error.reason)
    except (OSError, HTTPException) as error:
        reason = str(error) or type(error).__name__
    raise PreviousRefused(
        f"{address} cannot be read ({reason}), so nobody knows which addresses the site has: "
        "try again, or build without --previous"
    )
