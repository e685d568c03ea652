"""What is said of photographs of receipts, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_PHOTOGRAPHS = {
    "layout-nothing-learned": (
        "The total stands beside no words on this picture, so there is nothing to know its place "
        "by. Take another receipt of this merchant."
    ),
    "layout-unknown": "There is no layout “{name}”. See: regulars layouts list",
    "layout-unreadable": (
        "The layout “{name}” is damaged or of a newer program. Learn it again from a receipt."
    ),
    "ocr-absent": (
        "Reading receipts without a code needs an extra part. Install it in the folder of the "
        "program: .venv/bin/pip install '.[ocr]'; until then key the receipt in by hand."
    ),
    "ocr-failed": "The reader of printed text stopped. Try again, or key the receipt in by hand.",
    "ocr-memory": (
        "This picture needed more than {megabytes} MB to read. Take it from farther away, or key "
        "the receipt in by hand."
    ),
    "ocr-nothing": "No text can be read here. Lay the receipt flat and let it fill the picture.",
    "ocr-slow": (
        "This picture could not be read within {seconds} seconds. Try again, or key the receipt "
        "in by hand."
    ),
    "ocr-some": "{failed} of {of} files could not be read. Each is named above with its reason.",
    "picture-blurred": "The picture is blurred. Hold still, lay the receipt flat, take it again.",
    "picture-dark": "The picture is too dark. Take it again with more light.",
    "text-file-unreadable": "{path} cannot be read. Check its name and that you may open it.",
}
