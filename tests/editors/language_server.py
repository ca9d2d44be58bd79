"""The language server for YAML, spoken to as an editor does (Language Server Protocol 3.17)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any, Final

# A server that does not answer is ended, and the test fails.
_MOST_SECONDS: Final = 300


class LanguageServer:
    """A server that reads and writes messages; what it asks of the editor is answered with `settings`."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Mapping[str, Any]) -> None:
        self.process, self.settings, self.sent = process, settings, 0
        self.found: dict[str, list[dict[str, Any]]] = {}
        self.open: set[Path] = set()

    def ask(self, method: str, params: Any) -> Any:
        self.sent += 1
        self._send({"id": self.sent, "method": method, "params": params})
        while (message := self._take()).get("id") != self.sent or "method" in message:
            pass
        assert "error" not in message, message
        return message["result"]

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def problems(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What it says of a text that an editor has open."""
        self._open(path, text)
        while path.as_uri() not in self.found:
            self._take()
        return self.found.pop(path.as_uri())

    def proposed(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What it proposes where the text has a `|`."""
        return list(self._at("textDocument/completion", path, text)["items"])

    def shown(self, path: Path, text: str) -> str:
        """What it shows of what is under the mouse, where the text has a `|`."""
        shown = self._at("textDocument/hover", path, text)
        return str(shown["contents"]["value"])

    def _at(self, method: str, path: Path, text: str) -> Any:
        before, _, after = text.partition("|")
        self.problems(path, before + after)
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        place = {"line": line, "character": column}
        return self.ask(method, {"textDocument": {"uri": path.as_uri()}, "position": place})

    def _open(self, path: Path, text: str) -> None:
        document = {"uri": path.as_uri(), "version": self.sent, "languageId": "yaml", "text": text}
        self.sent += 1
        if path in self.open:
            changed = {"textDocument": document, "contentChanges": [{"text": text}]}
            self.tell("textDocument/didChange", changed)
        else:
            self.tell("textDocument/didOpen", {"textDocument": document})
        self.open.add(path)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks is answered, and what it found is kept."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.partition(b":")[2]) if line.startswith(b"Content-Length") else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.settings.get(item["section"], {}) for item in message["params"]["items"]]
        return None


@contextmanager
def language_server(
    command: list[str], folder: Path, schemas: Mapping[str, str] | None = None
) -> Iterator[LanguageServer]:
    """A server for the files of a folder, with its own settings but for catalogues on the web."""
    stores = {name: {"enable": False} for name in ("schemaStore", "kubernetesCRDStore")}
    settings = {"yaml": {**stores, "schemas": schemas or {}}}
    place = {
        "rootUri": folder.as_uri(),
        "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
    }
    able = {
        "workspace": {"configuration": True},
        "textDocument": {
            "completion": {"completionItem": {"snippetSupport": True}},
            "publishDiagnostics": {},
        },
    }
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        server = LanguageServer(process, settings)
        alarm = Timer(_MOST_SECONDS, process.kill)
        alarm.start()
        try:
            server.ask("initialize", {"processId": None, **place, "capabilities": able})
            server.tell("initialized", {})
            yield server
        finally:
            alarm.cancel()
            process.kill()
