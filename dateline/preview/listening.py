"""The server below the answers: a limit for each thing that a connection could have it hold."""

import sys
from typing import Any, Final

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream

# Bytes that a request may bring along: none is used, but for those to write, which have their own limit.
_BODY: Final = 1000
# Seconds that a request may take to arrive, and that a connection may be kept without one.
_PATIENCE: Final = 30
# Connections that are open at once: a browser keeps one for each page that it shows, and some more.
_MOST: Final = 250


class Server(HTTPServer):
    """Where too many connections are open, the oldest gives way: pages that were open connect again."""

    def initialize(self, *given: Any, **named: Any) -> None:
        named |= {"body_timeout": _PATIENCE, "idle_connection_timeout": _PATIENCE}
        super().initialize(*given, **{**named, "max_body_size": _BODY})
        self._most, self._streams = _most_connections(), list[IOStream]()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        if len(self._streams) >= self._most:
            self._streams = [opened for opened in self._streams if not opened.closed()]
        while len(self._streams) >= self._most:
            self._streams.pop(0).close()
        self._streams.append(stream)
        super().handle_stream(stream, address)


def _most_connections() -> int:
    """Half of what the system lets a process have open, at most."""
    if sys.platform == "win32":
        return _MOST
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _MOST if soft == resource.RLIM_INFINITY else max(1, min(_MOST, soft // 2))
