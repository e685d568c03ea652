"""What stands around the counter: a camera and who reads its pictures, another till's printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos.devices.reading_text import NoTextReader, Snapshot, TextReader
from pos.line_state import Linked
from pos.places import Places
from pos.trouble import TroubleError

if TYPE_CHECKING:
    # A type only: it brings the books' library along, and the window is up before it.
    from ui.counter.port import Door
    from ui.counter.session import Session
    from ui.counter.stage import Work


def no_picture() -> Snapshot:
    """Where there is no camera."""
    raise TroubleError("camera-no-picture")


@dataclass(frozen=True, slots=True)
class Pictures:
    """`taken`: the camera's newest picture, TroubleError where there is none; not for the screen's
    thread. `reader`: reads printed text.
    """

    taken: Callable[[], Snapshot] = no_picture
    reader: TextReader = NoTextReader()


@dataclass(frozen=True, slots=True)
class Link:
    """The way to a head office, and what is done once there is one: the books are opened anew."""

    door: Door
    done: Callable[[Linked], None]


@dataclass(frozen=True, slots=True)
class Around:
    """`reading`: the worker that reads pictures, for seconds; `watching`: one that is never long
    under way; `lining`: one that asks head office, for a second or two. `places`: where another
    till's receipts are captured; None: nobody looks. `link`: how a head office is got.
    `room`: shows the manager's room to whoever is signed in, with what prints vouchers
    and what is done on leaving. `train`: opens a window to train in, or ends the one it is.
    """

    pictures: Pictures
    reading: Work
    watching: Work
    places: Places | None = None
    lining: Work | None = None
    link: Link | None = None
    room: Callable[[Session, Callable[[str], bool], Callable[[], None]], None] | None = None
    train: Callable[[], None] | None = None
