"""Compiled templates, kept where Python keeps compiled modules, and on the same terms.

One that is missing, stale, cut short or spoilt is compiled again, nothing more.
"""

import hashlib
import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

FOLDER: Final = Path(cache_from_source(__file__)).parent / "templates"
_LENGTH: Final = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Code in one folder, a file for each template; `made_by` is the code that sets Jinja up."""

    def __init__(self, folder: Path, made_by: bytes) -> None:
        self._folder = folder
        self._made_by = hashlib.sha256(made_by).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name, and for a template of a site's own where it is: the code says so in an error."""
        if filename is None or filename == f"templates/{name}":
            return name
        return f"{name}.{hashlib.sha256(filename.encode()).hexdigest()[:10]}"

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            kept = self._path(bucket).read_bytes()
            if kept[:_LENGTH] == self._sum(bucket, kept[_LENGTH:]):
                bucket.code = marshal.loads(kept[_LENGTH:])  # noqa: S302 - as we wrote it, says the sum

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        code, path = marshal.dumps(bucket.code), self._path(bucket)
        beside = path.with_name(f"{path.name}.new")  # the next to compile it writes it again
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._sum(bucket, code) + code)
            beside.replace(path)
        except OSError:
            with suppress(OSError):  # where it cannot be written it may not be looked for either
                beside.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key.replace('/', '.')}.{sys.implementation.cache_tag}"

    def _sum(self, bucket: Bucket, code: bytes) -> bytes:
        """A digest of everything that the code was made from, and of the code."""
        made_from = [jinja2.__version__, sys.version, self._made_by, bucket.key, bucket.checksum]
        return hashlib.sha256(repr(made_from).encode() + code).digest()
