"""Asks servers what is at an address: politely, within bounds, and on the public internet alone.

Nothing of what a server sends is kept but its answer: no body is read.
"""

import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import field
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address
from queue import Empty, SimpleQueue
from typing import Final
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from dateline import __version__
from dateline.facts.web_addresses import WEB, fault_of
from dateline.frozen import dataclass

USER_AGENT: Final = f"dateline/{__version__} (checks the links of a site that is being written)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Seconds for an answer and for all of them, and the pause between two of a host.

    Only tests ask servers that are not on the public internet.
    """

    answer: float = 10.0
    whole: float = 300.0
    pause: float = 1.0
    most: int = 500
    at_once: int = 8
    public_alone: bool = True


class LinkState(StrEnum):
    GOOD = "good"
    MOVED = "moved"
    GONE = "gone"
    UNCLEAR = "unclear"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of a question, in words that follow the address; `now` is where it has moved to for good.

    `REFUSED` are addresses that are not asked for at all.
    """

    state: LinkState
    said: str = ""
    now: str = ""


def ask_all(addresses: Iterable[str], manners: Manners) -> dict[str, Reply]:
    """What is at each address. Those of one host are asked for one after the other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    wanted = list(dict.fromkeys(addresses))
    for address in wanted[: manners.most]:
        by_host[_host_of(address)].append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for group in by_host.values():
        waiting.put(group)
    asking = _Asking(manners=manners, until=time.monotonic() + manners.whole)
    # They are left to themselves when the time is up: a name that is looked up cannot be interrupted.
    workers = [
        threading.Thread(target=asking.work, args=(waiting,), daemon=True)
        for _ in range(min(manners.at_once, len(by_host)))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(0.0, asking.until - time.monotonic()))
    replies = dict(asking.replies)
    late = Reply(state=LinkState.UNCLEAR, said="was not tried: there are too many for one run")
    return {address: replies.get(address, late) for address in wanted}


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


# One address after the other

_PERMANENT: Final = (301, 308)
_REDIRECTS: Final = (*_PERMANENT, 302, 303, 307)
_MOST_REDIRECTS: Final = 5
_GONE: Final = (404, 410)


class _NotAsked(Exception):  # noqa: N818 - it says what happened
    """An address that is not asked for; the message follows it."""


class _NoAnswer(Exception):  # noqa: N818 - it says what happened
    """A server that does not answer; the message follows the address."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    reason: str
    location: str

    @property
    def words(self) -> str:
        reason = "".join(letter for letter in self.reason if letter.isprintable())[:60]
        return f"answers {self.status} {reason}".rstrip()


@dataclass(slots=True, kw_only=True)
class _Asking:
    manners: Manners
    until: float
    replies: dict[str, Reply] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _hosts: dict[str, threading.Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def work(self, waiting: SimpleQueue[list[str]]) -> None:
        with suppress(Empty):
            while True:
                for address in waiting.get_nowait():
                    if time.monotonic() < self.until:
                        self.replies[address] = self._reply(address)

    def _reply(self, address: str) -> Reply:
        try:
            return self._follow(address)
        except _NotAsked as reason:
            return Reply(state=LinkState.REFUSED, said=str(reason))
        except _NoAnswer as reason:
            return Reply(state=LinkState.UNCLEAR, said=str(reason))

    def _follow(self, address: str) -> Reply:
        at, now, is_permanent = urldefrag(address).url, "", True
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._answer(at)
            if answer is None:
                said = f"names a server that does not exist: {_host_of(at)}"
                return Reply(state=LinkState.GONE, said=said)
            if answer.status not in _REDIRECTS or not answer.location:
                return _judge(answer, now)
            is_permanent = is_permanent and answer.status in _PERMANENT
            at = urldefrag(urljoin(at, answer.location)).url
            now = at if is_permanent else now
        said = f"leads on more than {_MOST_REDIRECTS} times"
        return Reply(state=LinkState.UNCLEAR, said=said)

    def _answer(self, address: str) -> _Answer | None:
        """HEAD, and GET where a server does not like that; None where the name is nobody's."""
        parts = _checked(address)
        with self._turn(parts.hostname or ""):
            found = _look_up(parts, public_alone=self.manners.public_alone)
            if not found:
                return None
            answer = _ask("HEAD", parts, found[0], self.manners.answer)
            if answer.status < 400 or answer.status == 429:
                return answer
            time.sleep(self.manners.pause)
            return _ask("GET", parts, found[0], self.manners.answer)

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """One question to a host at a time, with a pause after each."""
        with self._lock:
            lock = self._hosts.setdefault(host, threading.Lock())
        with lock:
            time.sleep(max(0.0, self._last.get(host, 0.0) + self.manners.pause - time.monotonic()))
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


def _judge(answer: _Answer, now: str) -> Reply:
    if answer.status in _GONE:
        return Reply(state=LinkState.GONE, said=answer.words)
    if not 200 <= answer.status < 300:
        return Reply(state=LinkState.UNCLEAR, said=answer.words)
    return Reply(state=LinkState.MOVED if now else LinkState.GOOD, now=now)


# Which addresses are asked for


def _checked(address: str) -> SplitResult:
    if fault := fault_of(address, WEB):
        raise _NotAsked(f"is not asked for: {fault}")
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as error:
        raise _NotAsked("is not asked for: its host is not a name") from error
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=f"{netloc}:{parts.port}" if parts.port else netloc)


def _look_up(parts: SplitResult, *, public_alone: bool) -> list[str]:
    """The numbers of a server; none where nobody has its name."""
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(
            host, parts.port or _PORTS[parts.scheme], type=socket.SOCK_STREAM
        )
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
            return []
        raise _NoAnswer(f"names a server that cannot be looked up: {error.strerror}") from error
    except (OSError, UnicodeError) as error:
        raise _NoAnswer(f"names a server that cannot be looked up: {error}") from error
    numbers = [str(end[0]).partition("%")[0] for *_, end in found]
    for number in numbers:
        if public_alone and not _is_public(ip_address(number)):
            where = "" if number == host else f": {host} is {number}"
            raise _NotAsked(f"is not on the public internet{where}")
    return numbers


_PORTS: Final = {"http": 80, "https": 443}


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    inner = (number.ipv4_mapped or number.sixtofour) if number.version == 6 else None
    real = inner or number
    return real.is_global and not real.is_multicast


# A question


class _Plain(HTTPConnection):
    """Connects to a number that was looked at: a name could mean another the next time."""

    number: str = ""

    def connect(self) -> None:
        self.sock = socket.create_connection((self.number, self.port), self.timeout)


class _Secure(HTTPSConnection):
    number: str = ""

    def connect(self) -> None:
        plain = socket.create_connection((self.number, self.port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def _ask(method: str, parts: SplitResult, number: str, seconds: float) -> _Answer:
    kind = _Secure if parts.scheme == "https" else _Plain
    path = quote(parts.path or "/", safe="/%:;=@!$&'()*+,~")
    target = f"{path}?{quote(parts.query, safe='/%:;=@!$&()*+,~?')}" if parts.query else path
    try:
        with closing(kind(parts.hostname or "", parts.port, timeout=seconds)) as connection:
            connection.number = number
            connection.request(method, target, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})
            answer = connection.getresponse()
            return _Answer(answer.status, answer.reason, answer.headers.get("Location") or "")
    except TimeoutError as error:
        raise _NoAnswer(f"does not answer within {seconds:g} seconds") from error
    except ssl.SSLCertVerificationError as error:
        raise _NoAnswer(f"has a certificate that is not valid: {error.verify_message}") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise _NoAnswer(f"does not answer: {reason}") from error
