"""What stands in pictures of a captured receipt: codes by the scanner's decoder, text by OCR."""

from __future__ import annotations

import logging

from pos.devices.dots import as_picture_file, dots_reader
from pos.devices.ocr import OcrProcess
from pos.trouble import TroubleError
from receipts.reading.escpos.picture import Picture
from receipts.reading.escpos.slip import Decode, Recognise
from receipts.reading.text.page import Page, Word

_log = logging.getLogger(__name__)


def codes_in() -> Decode | None:
    """A function from a picture to its codes; None where nothing can read codes."""
    try:
        read = dots_reader()
    except TroubleError:
        return None

    def decode(picture: Picture) -> tuple[str, ...]:
        return read(picture.gray(), picture.width, picture.height)

    return decode


def text_in() -> Recognise:
    """A function from a picture to its lines; no lines where OCR is absent or fails."""
    reader = OcrProcess()

    def recognise(picture: Picture) -> tuple[str, ...]:
        try:
            seen = reader.read(as_picture_file(picture.gray(), picture.width, picture.height))
        except TroubleError as trouble:
            _log.warning("a captured picture is not read: %s", trouble.code)
            return ()
        words = (Word(w.text, w.left, w.top, w.right, w.bottom, w.score) for w in seen.words)
        return tuple(row.text for row in Page.of_words(words).rows)

    return recognise
