"""What a command takes: seconds of the processor and of the clock, and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Of a command and of all processes that it started."""

    cpu: float
    """Seconds of the processor, user and system."""
    seconds: float
    largest: float
    """MiB that the largest of its processes had at its peak."""
    together: float
    """MiB that all of them had at one moment; what they share counts once."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Memory is sampled (on Linux; elsewhere it is 0), so a peak of some milliseconds may be missed."""
    before, began = _processor(), time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - the programs that are compared
        command,
        cwd=folder,
        env={**usual(), **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    largest = together = 0.0
    sampled = 0.0
    while True:
        with suppress(subprocess.TimeoutExpired):
            _, errors = process.communicate(timeout=0.02)
            break
        tree = list(_tree(process.pid))
        largest = max([largest, *(_status(pid, "VmHWM") for pid in tree)])
        if time.monotonic() - sampled > 0.25:
            together = max(together, sum(_shared_once(pid) for pid in tree))
            sampled = time.monotonic()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{errors[-2000:]}")
    return Run(
        cpu=_processor() - before,
        seconds=time.monotonic() - began,
        largest=largest,
        together=max(together, largest),
    )


def usual() -> dict[str, str]:
    """The environment in which Python keeps what it compiles, as it does on any machine in use."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tree(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield from _tree(int(child))


def _status(process: int, field: str) -> float:
    return _field(Path(f"/proc/{process}/status"), field)


def _shared_once(process: int) -> float:
    return _field(Path(f"/proc/{process}/smaps_rollup"), "Pss")


def _field(path: Path, field: str) -> float:
    with suppress(OSError):
        for line in path.read_text("ascii", "replace").splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1]) / 1024
    return 0.0
