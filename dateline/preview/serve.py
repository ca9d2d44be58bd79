"""Run the preview until it is interrupted."""

import asyncio
import errno
import signal
import socket
import sys
import threading
import webbrowser
from datetime import UTC, datetime
from typing import Final

from dateline.frozen import dataclass
from dateline.preview.hosts import address_of, is_loopback
from dateline.preview.listening import Server
from dateline.preview.notices import Terminal
from dateline.preview.page_decisions import plan_writers
from dateline.preview.server import Preview
from dateline.preview.web import plan_application
from dateline.publishing.request import Request
from dateline.reading.content import show_path

PORT: Final = 8000
_NEXT: Final = 20


class PortRefused(Exception):  # noqa: N818 - it says what happened
    """The preview cannot listen there. The message is a sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Where to serve; `port` None is 8000 or the next one that is free, 0 any."""

    host: str
    port: int | None
    open: bool = False
    editor: str | None = None


def serve_preview(request: Request, options: ServeOptions, terminal: Terminal) -> None:
    """Raises PortRefused where it cannot listen."""
    sockets = listen(options, terminal)
    _introduce(request, options, sockets, terminal)
    asyncio.run(_run(request, options, sockets, terminal))


async def _run(
    request: Request, options: ServeOptions, sockets: list[socket.socket], terminal: Terminal
) -> None:
    preview = Preview(request, listening=options.host, editor=options.editor, terminal=terminal)
    ended = asyncio.Event()
    _end_at_signals(ended)
    writers = plan_writers(request.content, lambda: datetime.now(UTC))
    server = Server(plan_application(preview.state, writers))
    server.add_sockets(sockets)
    preview.start()
    try:
        await ended.wait()
    finally:
        preview.stop()
        server.stop()


def _end_at_signals(ended: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set) and None)
        else:
            loop.add_signal_handler(number, ended.set)


# Where it listens


def listen(options: ServeOptions, terminal: Terminal) -> list[socket.socket]:
    """Sockets at the port that was asked for; where none was, at the next that is free."""
    port = PORT if options.port is None else options.port
    if sockets := _bind(options.host, port):
        return sockets
    for other in range(port + 1, min(port + _NEXT, 65536)):
        if sockets := _bind(options.host, other):
            if options.port is None:
                terminal.say(f"Port {port} is in use: this preview is at {other}.")
                return sockets
            for opened in sockets:
                opened.close()
            raise PortRefused(f"port {port} is in use: use --port {other}, which is free")
    raise PortRefused(f"port {port} is in use, and so are the next: choose another --port")


def _bind(host: str, port: int) -> list[socket.socket]:
    """Sockets at every address of the host; none where the port is in use."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise PortRefused(f"there is no host {host}: write --host 127.0.0.1") from None
    sockets: list[socket.socket] = []
    why = ""
    for family, address in dict.fromkeys((entry[0], str(entry[4][0])) for entry in found):
        try:
            opened = socket.create_server((address, port), family=family)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                for opened in sockets:
                    opened.close()
                return []
            why = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        else:
            opened.settimeout(0)
            sockets.append(opened)
            port = opened.getsockname()[1]
    if not sockets:  # a name may have addresses that this machine has not, beside one that it has
        raise PortRefused(f"cannot listen at {host}, port {port}: {why}")
    return sockets


_REASONS: Final = {
    errno.EACCES: "that port is reserved for the system; choose 1024 or higher",
    errno.EADDRNOTAVAIL: "this machine has no such address; write --host 127.0.0.1",
}


def _introduce(
    request: Request, options: ServeOptions, sockets: list[socket.socket], terminal: Terminal
) -> None:
    address = f"{address_of(options.host, sockets[0].getsockname()[1])}/"
    terminal.say(f"Preview of {show_path(request.content)}: {address} (Ctrl-C ends it)")
    if not is_loopback(options.host):
        terminal.warn(
            f"Anyone on the network can read it, drafts as well and what is held back: it listens at {options.host}."
        )
    if options.open:
        threading.Thread(target=_open, args=(address, terminal), daemon=True).start()


def _open(address: str, terminal: Terminal) -> None:
    if not webbrowser.open(address):
        terminal.say(f"No browser was found: open {address} yourself.")
