"""A gray picture in, the codes on it out: quick looks at many frames, one thorough study of one.

zxing-cpp first, then located bars turned upright, then one extra (live) or all of them within a
budget (single pictures). zbar (through pyzbar, in a process of its own) misses other pictures than
zxing-cpp and helps it; either alone will do, and without both OpenCV still reads QR.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pos.devices.gradients import located_edges
from pos.devices.light import evened, levelled, sharpened
from pos.devices.opencv_qr import ENGINE as OPENCV
from pos.devices.opencv_qr import read_with_opencv
from pos.devices.ports import Outline
from pos.devices.reading import Reading, undisputed
from pos.devices.strips import Region, area_of, legible, located_bars, strip_of
from pos.devices.symbologies import MATRIX, USUAL, Names
from pos.devices.vision import opencv
from pos.devices.zbar import pyzbar_here
from pos.devices.zbar_process import ENGINE as ZBAR
from pos.devices.zbar_process import ZbarProcess, shared_zbar
from pos.devices.zxing import ENGINE as ZXING
from pos.devices.zxing import read_with_zxing, zxing
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

Look = Callable[["Gray"], list[Reading]]
_SMALL = 1_300_000  # pixels up to which enlarging is worth its cost


def decoders_present() -> tuple[str, ...]:
    """The decoders in use, in order: of "zxing-cpp", "pyzbar", "opencv-qr"."""
    names = [name for name, here in ((ZXING, zxing()), (ZBAR, pyzbar_here())) if here]
    if names:
        return tuple(names)
    try:
        opencv()
    except TroubleError:
        return ()
    return (OPENCV,)


class Decoder:
    """Reads pictures. Not thread-safe: one for each thread."""

    def __init__(
        self,
        names: tuple[str, ...] | None = None,
        *,
        formats: Names = USUAL,
        zbar: ZbarProcess | None = None,
    ) -> None:
        """`names`: as `decoders_present` gives them (the default); `formats`: kinds to read.

        Raises TroubleError("decoder-absent") when there is none.
        """
        self.names = decoders_present() if names is None else names
        if not self.names:
            raise TroubleError("decoder-absent")
        self._formats = formats
        self._bars = formats - MATRIX
        self._striped = self._bars | (formats & {"PDF417"})
        self._zbar = shared_zbar() if zbar is None else zbar
        self._engines = [self._engine(name) for name in self.names]
        self._extras = 0
        self.located: tuple[Region, ...] = ()
        """Where the last picture seemed to have bars; empty where nobody had to look."""
        self._legible = self._edged = False

    @property
    def helper_cpu_ms(self) -> float:
        """CPU spent for this decoder outside of this process."""
        return self._zbar.cpu_ms

    @property
    def lost(self) -> str:
        """The engine that failed too often and is off until the program starts again, or ""."""
        return ZBAR if ZBAR in self.names and self._zbar.off else ""

    def glance(self, gray: Gray) -> list[Reading]:
        """The cheapest look: the first engine alone, for a scene where nothing moves."""
        return undisputed(self._engines[0](gray))

    def look(self, gray: Gray, *, extra: bool = True) -> list[Reading]:
        """One look at one of many frames: first engine, bars turned upright, one extra in turn."""
        self.located = ()
        found = self._engines[0](gray) or self._turned(gray)
        if not found and extra:
            looks = self._live_extras()
            found = looks[self._extras % len(looks)](gray)
            self._extras += 1
        return undisputed(found)

    def stages(self) -> Iterator[Look]:
        """The looks at a single picture, the likeliest for its cost first.

        Ask for the next only when the one before was carried out: what it located decides.
        """
        yield self._engines[0]
        yield self._turned
        if not self.located:
            yield self._edges
        yield self._halved
        yield self._levelled
        if self.located and self._legible:
            yield self._edges
            yield self._sharp_zbar
        elif not self.located:
            # Edges that agree may be bars nobody located, which zbar reads best.
            yield from (self._sharp_zbar, self._enlarged)[:: 1 if self._edged else -1]

    def again(self, strip: Gray, reading: Reading) -> list[Reading]:
        """A look at one linear code alone, upright in `strip`, by the engine that read it."""
        kind = frozenset({reading.symbology})
        name = reading.engine.partition("+")[0]
        return self._strip(strip, reading.outline, "+again", kind, (name,))

    def _read(self, name: str, gray: Gray, kinds: Names, *, upright: bool = False) -> list[Reading]:
        if name == ZXING:
            return read_with_zxing(gray, kinds, upright=upright)
        if name == ZBAR:
            return self._zbar.read(gray, kinds)
        return read_with_opencv(gray) if "QR" in kinds else []

    def _engine(self, name: str) -> Look:
        return lambda gray: self._read(name, gray, self._formats)

    def _live_extras(self) -> list[Look]:
        others: list[Look] = [self._full_zbar, self._doubled, self._full_zbar, self._levelled]
        return [look for other in others for look in (self._edges, other)]

    def _turned(self, gray: Gray) -> list[Reading]:
        """Located bars upright: plain for zxing-cpp, sharpened for all."""
        if not self._bars:
            return []
        found: list[Reading] = []
        regions = located_bars(gray)
        self.located, self._legible = tuple(regions), False
        for region in regions:
            strip = strip_of(gray, region)
            if not legible(strip):
                continue
            self._legible = True
            found += self._strip(strip, region.outline(gray), "+turned", self._bars, self.names)
        return found

    def _strip(
        self, strip: Gray, outline: Outline, how: str, kinds: Names, engines: tuple[str, ...]
    ) -> list[Reading]:
        even = evened(strip)
        sharp = sharpened(strip)
        for name in engines:
            for picture in (strip, even, sharp) if name == ZXING else (sharp, even):
                seen = self._read(name, picture, kinds, upright=True)
                if seen:
                    return [one.by(one.engine + how, outline) for one in seen]
        # White on black, which no engine knows of linear codes.
        seen = self._read(engines[0], 255 - even, kinds, upright=True)
        return [one.by(one.engine + how + "+inverted", outline) for one in seen]

    def _edges(self, gray: Gray) -> list[Reading]:
        """Where edges agree on a direction, upright: PDF417, and bars the locator lost."""
        regions = located_edges(gray)
        self._edged = bool(regions)
        for region in regions:
            area = area_of(gray, region)
            for picture in (area, sharpened(area)):
                if seen := self._read(self.names[0], picture, self._striped, upright=True):
                    outline = region.outline(gray)
                    return [one.by(one.engine + "+edges", outline) for one in seen]
        return []

    def _full_zbar(self, gray: Gray) -> list[Reading]:
        return self._zbar.read(gray, self._formats) if ZBAR in self.names else []

    def _sharp_zbar(self, gray: Gray) -> list[Reading]:
        if ZBAR not in self.names:
            return []
        return _told(self._zbar.read(sharpened(gray), self._formats), "+sharp")

    def _levelled(self, gray: Gray) -> list[Reading]:
        """As if lit evenly, then one threshold for all: dim, pale and unevenly lit codes."""
        if ZXING not in self.names or min(gray.shape) < 8:
            return []
        even = levelled(gray)
        return _told(read_with_zxing(even, self._formats, plain_histogram=True), "+levelled")

    def _halved(self, gray: Gray) -> list[Reading]:
        """Half as large, by all engines: noise and screens' pixels go, and time with them."""
        if min(gray.shape) < 2:
            return []
        cv2 = opencv()
        half = cv2.resize(gray, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        for name in self.names:
            if seen := self._read(name, half, self._formats):
                return _told(seen, "+halved")
        return []

    def _enlarged(self, gray: Gray) -> list[Reading]:
        """Small pictures enlarged and sharpened: thin bars, small modules."""
        if gray.size > _SMALL or min(gray.shape) < 2:
            return []
        cv2 = opencv()
        large = cv2.resize(gray, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)
        return _told(self._engines[0](sharpened(large)), "+enlarged")

    def _doubled(self, gray: Gray) -> list[Reading]:
        """The middle half, twice as large: a small code held where one points it."""
        cv2 = opencv()
        rows, columns = gray.shape
        if min(rows, columns) < 40:
            return []
        top, left = rows // 4, columns // 4
        middle = gray[top : top + rows // 2, left : left + columns // 2]
        large = cv2.resize(middle, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
        return [
            one.by(
                one.engine + "+doubled",
                tuple((0.25 + x / 2, 0.25 + y / 2) for x, y in one.outline),
            )
            for one in self._engines[0](large)
        ]


def _told(readings: list[Reading], how: str) -> list[Reading]:
    return [one.by(one.engine + how) for one in readings]
