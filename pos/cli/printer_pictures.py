"""What stands in pictures of a captured receipt: codes by the scanner's decoder, text by OCR."""

from __future__ import annotations

import logging

import numpy as np

from pos.devices.decoder import Decoder
from pos.devices.ocr import OcrProcess
from pos.trouble import TroubleError
from receipts.reading.escpos.picture import Picture
from receipts.reading.escpos.slip import Decode, Recognise
from receipts.reading.text.page import Page, Word

_MARGIN = 32  # dots of white around: printers need none, decoders do
_log = logging.getLogger(__name__)


def codes_in() -> Decode | None:
    """A function from a picture to its codes; None where nothing can read codes."""
    try:
        decoder = Decoder()
    except TroubleError:
        return None

    def decode(picture: Picture) -> tuple[str, ...]:
        rows = np.frombuffer(picture.gray(), np.uint8).reshape(picture.height, picture.width)
        return tuple(one.text for one in decoder.look(np.pad(rows, _MARGIN, constant_values=255)))

    return decode


def text_in() -> Recognise:
    """A function from a picture to its lines; no lines where OCR is absent or fails."""
    reader = OcrProcess()

    def recognise(picture: Picture) -> tuple[str, ...]:
        head = f"P5 {picture.width} {picture.height} 255\n".encode("ascii")
        try:
            seen = reader.read(head + picture.gray())
        except TroubleError as trouble:
            _log.warning("a captured picture is not read: %s", trouble.code)
            return ()
        words = (Word(w.text, w.left, w.top, w.right, w.bottom, w.score) for w in seen.words)
        return tuple(row.text for row in Page.of_words(words).rows)

    return recognise
