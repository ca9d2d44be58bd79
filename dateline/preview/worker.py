"""The maker's process: it ends with the server, and tells it what it died of."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from dateline.publishing.request import Request


def work(connection: Connection, request: Request) -> None:
    """Make sites until the server has gone; what stands in the way is sent as a Fault."""
    if sys.platform != "win32":
        # A group of its own: Ctrl-C is the server's business, and its helpers end with it.
        os.setsid()
    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        # Imported here, where an error in the generator's code can be told.
        from dateline.preview.maker import run_maker

        run_maker(connection, request)
    except BaseException as error:  # noqa: BLE001 - SystemExit as well: nothing ends the server
        from dateline.preview.faults import fault_of

        with suppress(OSError):
            connection.send(fault_of(error, request.content))


def _end_with_server() -> None:
    server = parent_process()
    if server is None:
        return
    wait([server.sentinel])
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
