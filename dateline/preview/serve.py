"""The verb `serve`: a port, a loop, and an end in good order."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import sys
import threading
import webbrowser
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer

from dateline.preview.hosts import address_of, is_loopback
from dateline.preview.notices import Terminal
from dateline.preview.renewal import HANDED, TRIAL, go_on, take_over
from dateline.preview.server import Preview
from dateline.preview.web import plan_application
from dateline.reading.content import show_path

if TYPE_CHECKING:
    from dateline.publishing.request import Request

PORT: Final = 8000
_NEXT: Final = 20
# Bytes that somebody may send along: nothing here takes any, and all would be held in memory.
_BODY: Final = 1000


class PortRefused(Exception):  # noqa: N818 - it says what happened
    """The preview cannot listen there. The message is a sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Where to serve; `port` None is 8000 or the next one that is free, 0 any."""

    host: str
    port: int | None
    open: bool = False
    editor: str | None = None


def serve_preview(request: Request, serving: ServeOptions, voice: Terminal) -> bool:
    """Serve until somebody ends it; False where this was only a trial of newer code.

    Raises PortRefused where nobody can listen there.
    """
    handed = os.environ.pop(HANDED, None)
    if handed == TRIAL:
        asyncio.run(_try(request, serving))
        return False
    sockets = take_over(handed) if handed else listen(serving, voice)
    if not handed:
        _introduce(request, serving, sockets, voice)
    if asyncio.run(_run(request, serving, sockets, voice)):
        voice.say("The preview goes on in its own new code.")
        go_on(sockets)
    for one in sockets:
        one.close()
    return True


async def _run(
    request: Request, serving: ServeOptions, sockets: list[socket.socket], voice: Terminal
) -> bool:
    """Serve; whether it is to go on in newer code, rather than to end."""
    preview = Preview(request, listening=serving.host, editor=serving.editor, voice=voice)
    ended = asyncio.Event()
    _end_at_signals(ended)
    server = HTTPServer(plan_application(preview), max_body_size=_BODY)
    # Kept open past the server where another process goes on with them.
    server.add_sockets([one.dup() for one in sockets])
    preview.start()
    try:
        waits = [asyncio.create_task(one.wait()) for one in (ended, preview.renewed)]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        preview.stop()
        server.stop()
    return preview.renewed.is_set() and not ended.is_set()


def _end_at_signals(ended: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set) and None)
        else:
            loop.add_signal_handler(number, ended.set)


async def _try(request: Request, serving: ServeOptions) -> None:
    """Begin, answer once, and end: what newer code must be able to do before it takes over."""
    sockets = _bind("127.0.0.1", 0)
    preview = Preview(
        request,
        listening="127.0.0.1",
        editor=serving.editor,
        voice=Terminal(say=_nothing, warn=_nothing, show=_nothing),
    )
    preview.made_once.set()
    server = HTTPServer(plan_application(preview))
    server.add_sockets(sockets)
    address = address_of("127.0.0.1", sockets[0].getsockname()[1])
    client = AsyncHTTPClient()
    await client.fetch(f"{address}/__preview/state.json")
    await client.fetch(address, raise_error=False)
    server.stop()


def _nothing(_: object) -> None:
    """Say nothing: what fails is raised."""


# Where it listens


def listen(serving: ServeOptions, voice: Terminal) -> list[socket.socket]:
    """Sockets at the port that was asked for; where none was, at the next that is free."""
    port = PORT if serving.port is None else serving.port
    if sockets := _bind(serving.host, port):
        return sockets
    for other in range(port + 1, min(port + _NEXT, 65536)):
        if sockets := _bind(serving.host, other):
            if serving.port is None:
                voice.say(f"Port {port} is in use: this preview is at {other}.")
                return sockets
            for one in sockets:
                one.close()
            raise PortRefused(f"port {port} is in use: take --port {other}, which is free")
    raise PortRefused(f"port {port} is in use, and so are the next: choose another --port")


def _bind(host: str, port: int) -> list[socket.socket]:
    """Sockets at every address of the host; none where the port is in use."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise PortRefused(f"there is no host {host}: write --host 127.0.0.1") from None
    sockets: list[socket.socket] = []
    refused: OSError | None = None
    for family, address in dict.fromkeys((one[0], str(one[4][0])) for one in found):
        try:
            sockets.append(socket.create_server((address, port), family=family))
        except OSError as error:
            refused = error
            if error.errno == errno.EADDRINUSE:
                break
        else:
            sockets[-1].settimeout(0)
            port = sockets[-1].getsockname()[1]
    if sockets and not (refused and refused.errno == errno.EADDRINUSE):
        return sockets  # a name may have an address that this machine has not
    for one in sockets:
        one.close()
    if refused and refused.errno != errno.EADDRINUSE:
        raise PortRefused(f"cannot listen at {host}, port {port}: {_why(refused)}")
    return []


def _why(error: OSError) -> str:
    if error.errno == errno.EACCES:
        return "that port is kept for the system; choose one from 1024 on"
    if error.errno == errno.EADDRNOTAVAIL:
        return "this machine has no such address; write --host 127.0.0.1"
    return os.strerror(error.errno) if error.errno else str(error)


def _introduce(
    request: Request, serving: ServeOptions, sockets: list[socket.socket], voice: Terminal
) -> None:
    address = f"{address_of(serving.host, sockets[0].getsockname()[1])}/"
    voice.say(f"{show_path(request.content)} is at {address} as you write it. Ctrl-C ends it.")
    if not is_loopback(serving.host):
        voice.warn(
            f"Anyone on the network can read it, drafts as well: it listens at {serving.host}."
        )
    if serving.open:
        threading.Thread(target=_open, args=(address, voice), daemon=True).start()


def _open(address: str, voice: Terminal) -> None:
    if not webbrowser.open(address):
        voice.say(f"No browser was found: open {address} yourself.")
