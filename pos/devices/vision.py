"""OpenCV and numpy, loaded here and only when a picture is to be looked at."""

from __future__ import annotations

import os
from functools import cache
from types import ModuleType

from pos.trouble import TroubleError

MOST_PIXELS = 50_000_000
"""A hostile picture of a few kilobytes can unpack to gigabytes; phones make 50 megapixels."""


@cache
def opencv() -> ModuleType:
    """The cv2 module. Raises TroubleError("vision-absent")."""
    os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(MOST_PIXELS))
    # MSMF takes up to 20 s to open some cameras with these on; read once, at import.
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    try:
        # Late: 160 ms of start-up, and absent on a till with a hand scanner only.
        import cv2
    except ImportError as error:
        raise TroubleError("vision-absent", missing=error.name) from error
    # The wheel with its own Qt points Qt at its plug-ins; ours must not look there.
    os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
    os.environ.pop("QT_QPA_FONTDIR", None)
    # An unplugged camera is told by us, not on standard error.
    # One thread: pictures are small, and the other cores are the screen's and the ledger's.
    cv2.setNumThreads(1)
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2


@cache
def arrays() -> ModuleType:
    """The numpy module. Raises TroubleError("vision-absent")."""
    try:
        # Late: 150 ms of start-up.
        import numpy as np
    except ImportError as error:
        raise TroubleError("vision-absent", missing=error.name) from error
    return np
