"""Reads the PDFs we write with the standard library: faces, texts, and the black rectangles.

Enough of the format for files of our own: no references into object streams, one font dictionary.
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass

from PIL import Image, ImageDraw


@dataclass(frozen=True)
class PdfPage:
    """A page's size in points, its texts in drawing order, and its black boxes (x, y, w, h)."""

    width: float
    height: float
    texts: tuple[str, ...]
    boxes: tuple[tuple[float, float, float, float], ...]

    def picture(self, dots_per_point: float = 4.0) -> Image.Image:
        """The boxes alone: what a scanner sees of the codes."""
        scale = dots_per_point
        sheet = Image.new("L", (int(self.width * scale), int(self.height * scale)), 255)
        draw = ImageDraw.Draw(sheet)
        for x, y, w, h in self.boxes:
            top = self.height - y - h
            edges = (x * scale, top * scale, (x + w) * scale - 1, (top + h) * scale - 1)
            draw.rectangle([round(edge) for edge in edges], fill=0)
        return sheet


class Pdf:
    """The objects of a file."""

    def __init__(self, data: bytes) -> None:
        found = re.findall(rb"(\d+) 0 obj\s(.*?)endobj", data, re.DOTALL)
        self._objects = {int(number): body for number, body in found}

    def faces(self) -> dict[str, bool]:
        """Every font of the file by name, and whether its outlines are inside."""
        fonts = [body for body in self._objects.values() if re.search(rb"/Type /Font\b", body)]
        return {_name(body): self._embedded(body) for body in fonts}

    def pages(self) -> list[PdfPage]:
        """The pages in order."""
        (kids,) = (
            re.findall(rb"(\d+) 0 R", match[1])
            for body in self._objects.values()
            if (match := re.search(rb"/Kids \[(.*?)\]", body, re.DOTALL))
        )
        return [self._page(self._objects[int(number)]) for number in kids]

    def text(self) -> str:
        """All texts of all pages, one a line."""
        return "\n".join(text for page in self.pages() for text in page.texts)

    def _embedded(self, font: bytes) -> bool:
        at = re.search(rb"/FontDescriptor (\d+) 0 R", font)
        return bool(at) and b"/FontFile2" in self._objects[int(at[1])]

    def _page(self, body: bytes) -> PdfPage:
        box = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", body)
        contents = re.search(rb"/Contents (\d+) 0 R", body)
        assert box
        assert contents
        stream = self._stream(int(contents[1]))
        # Octal escapes first, so that a byte 40 or 41 cannot end a string.
        drawn = re.findall(rb"/(F[\d+]+) [\d.]+ Tf [\d.]+ TL \(((?:\\.|[^\\)])*)\) Tj", stream)
        texts = tuple(self._decoded(face.decode(), raw) for face, raw in drawn)
        rectangles = re.findall(rb"n ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re f\*?", stream)
        boxes = tuple(tuple(float(part) for part in one) for one in rectangles)
        return PdfPage(float(box[1]), float(box[2]), texts, boxes)

    def _decoded(self, face: str, raw: bytes) -> str:
        codes = re.sub(
            rb"\\([0-7]{3}|.)",
            lambda m: bytes([int(m[1], 8)]) if len(m[1]) == 3 else m[1],
            raw,
            flags=re.DOTALL,
        )
        table = self._unicode(face)
        return "".join(table[code] for code in codes)

    def _unicode(self, face: str) -> dict[int, str]:
        pattern = rb"/" + re.escape(face.encode()) + rb" (\d+) 0 R"
        (font,) = {m[1] for body in self._objects.values() if (m := re.search(pattern, body))}
        cmap = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[int(font)])
        assert cmap
        stream = self._stream(int(cmap[1]))
        pairs = re.findall(rb"<(\w\w)> <(\w{4,})>", stream)
        return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs}

    def _stream(self, number: int) -> bytes:
        body = self._objects[number]
        match = re.search(rb"stream\r?\n(.*?)endstream", body, re.DOTALL)
        assert match
        raw = match[1]
        if b"ASCII85Decode" in body:
            raw = base64.a85decode(raw.strip().removesuffix(b"~>"))
        return zlib.decompress(raw)


def _name(font: bytes) -> str:
    match = re.search(rb"/BaseFont /([\w+-]+)", font)
    return match[1].decode() if match else "?"
