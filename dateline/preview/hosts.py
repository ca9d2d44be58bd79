"""Names of the machine that the preview listens at, and the names that it answers to."""

import re
import socket
from ipaddress import ip_address
from typing import Final

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_loopback(host: str) -> bool:
    return _in_url(host) in _LOOPBACK or _is_address(host, "is_loopback")


def is_known(asked: str, listening: str) -> bool:
    """Whether a Host header names this server, which listens at `listening`.

    A page elsewhere can make its own name lead here (DNS rebinding) and would read the answer; so
    other names are refused, with any port. A server on all interfaces answers to any IP address.
    """
    name, _ = split_host(asked)
    if not name:
        return False
    if name in _LOOPBACK or name == _in_url(listening):
        return True
    machine = socket.gethostname().lower()
    return _is_everywhere(listening) and (
        _is_address(name) or name in (machine, f"{machine}.local")
    )


def address_of(host: str, port: int) -> str:
    return f"http://{'127.0.0.1' if _is_everywhere(host) else _in_url(host)}:{port}"


def split_host(host: str) -> tuple[str, str]:
    """Name and port of a Host (RFC 9110, 7.2); the port is empty where there is none."""
    parts = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]*)(?::([0-9]*))?", host)
    return (parts[1].lower(), parts[2] or "") if parts else ("", "")


def _in_url(host: str) -> str:
    return f"[{host.lower()}]" if ":" in host and not host.startswith("[") else host.lower()


def _is_everywhere(host: str) -> bool:
    return not host or _is_address(host, "is_unspecified")


def _is_address(name: str, kind: str = "version") -> bool:
    try:
        return bool(getattr(ip_address(name.strip("[]")), kind))
    except ValueError:
        return False
