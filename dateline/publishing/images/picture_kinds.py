"""What a picture is, by its first bytes: the names of files may say anything."""

from enum import StrEnum
from typing import Final

from dateline.problems import Rule


class PictureFault(Exception):  # noqa: N818 - it is a fault of the content
    """A picture that cannot be published: what was found, and what to do; `line` is of an SVG."""

    def __init__(self, rule: Rule, found: str, fix: str, *, line: int = 1, column: int = 1) -> None:
        super().__init__(found)
        self.rule, self.found, self.fix = rule, found, fix
        self.line, self.column = line, column


class PictureKind(StrEnum):
    """The kinds of picture that a briefing may have, by their usual names."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    AVIF = "AVIF"
    SVG = "SVG"


_KINDS: Final = "save it as JPEG, PNG, WebP, AVIF or SVG"
_OTHERS: Final = {
    b"GIF8": "a GIF",
    b"BM": "a bitmap (BMP)",
    b"II*\0": "a TIFF, or a camera’s raw file",
    b"MM\0*": "a TIFF, or a camera’s raw file",
    b"%PDF": "a PDF",
    b"8BPS": "a Photoshop file",
    b"\x1f\x8b": "a compressed file",
    b"PK\3\4": "a ZIP archive",
    b"version https://git-lfs": "a pointer of Git LFS in place of the picture",
}
_LFS_FIX: Final = "run `git lfs pull`, and in a workflow check out with `lfs: true`"


def kind_of(data: bytes) -> PictureKind:
    """What the bytes are. Raises PictureFault where they are no picture of these kinds."""
    if not data:
        raise PictureFault(Rule.PICTURE_DAMAGED, "the file is empty", "save the picture again")
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    if data[4:8] == b"ftyp":
        return _kind_by_brands(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and b"<svg" in data[:10_000]:
        return PictureKind.SVG
    found = next((name for head, name in _OTHERS.items() if data.startswith(head)), "no picture")
    fix = _LFS_FIX if "LFS" in found else _KINDS
    raise PictureFault(Rule.PICTURE_KIND, f"the file is {found}", fix)


def _kind_by_brands(data: bytes) -> PictureKind:
    """AVIF, or what else is in a file of that family (ISO/IEC 14496-12, section 4.3)."""
    brands = data[8 : min(int.from_bytes(data[:4], "big"), 200)]
    if b"avif" in brands or b"avis" in brands:
        return PictureKind.AVIF
    found = "a HEIC" if b"hei" in brands or b"mif1" in brands else "a video"
    raise PictureFault(Rule.PICTURE_KIND, f"the file is {found}", _KINDS)
