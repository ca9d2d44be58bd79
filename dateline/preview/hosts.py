"""Who may ask: requests that call the preview by one of its own names."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import Final

from dateline.preview.inject import split_host

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
