"""Addresses of the preview: who may ask there, and what of the site stands there."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Container

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    return _written(host) in _LOOPBACK or _is_address(host, "is_loopback")


def is_known(asked: str, listening: str) -> bool:
    """Whether a Host names this server, which listens at `listening`.

    A page elsewhere can have its own name lead here (DNS rebinding), and then reads what it gets;
    so names of others are refused, with any port. Who listens everywhere is called by address.
    """
    name, _ = split_host(asked)
    if not name:
        return False
    if name in _LOOPBACK or name == _written(listening):
        return True
    everywhere = not listening or _is_address(listening, "is_unspecified")
    machine = socket.gethostname().lower()
    return everywhere and (_is_address(name) or name in (machine, f"{machine}.local"))


def _written(host: str) -> str:
    """A host as an address has it: IPv6 in brackets."""
    return f"[{host.lower()}]" if ":" in host and not host.startswith("[") else host.lower()


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds a server that listens at `host`."""
    everywhere = not host or _is_address(host, "is_unspecified")
    return f"http://{'127.0.0.1' if everywhere else _written(host)}:{port}"


def _is_address(name: str, kind: str = "version") -> bool:
    try:
        return bool(getattr(ip_address(name.strip("[]")), kind))
    except ValueError:
        return False


def split_host(host: str) -> tuple[str, str]:
    """Name and port of a Host (RFC 9110, 7.2); the port is empty where there is none."""
    parts = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]*)(?::([0-9]*))?", host)
    return (parts[1].lower(), parts[2] or "") if parts else ("", "")


# What stands there, as GitHub Pages would answer it


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file of the site, by its path in there."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The address that it is at, as it stands in a Location."""

    address: str


def resolve(address: str, base: str, files: Container[str]) -> Found | Elsewhere | None:
    """The answer to the path of a request (percent-encoded); None where nothing stands there.

    Only names of files that were made are ever compared: no way leads to a disk from here.
    """
    path = unquote(address)
    if base != "/" and path in ("/", base.rstrip("/")):
        return Elsewhere(address=base)
    if not path.startswith(base):
        return None
    name = path[len(base) :]
    if f"{name}/index.html" in files and name:
        return Elsewhere(address=f"{base}{quote(name)}/")
    folder = not name or name.endswith("/")
    tried = (f"{name}index.html",) if folder else (name, f"{name}.html")
    return next((Found(path=one) for one in tried if one in files), None)
