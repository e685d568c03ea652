"""The composition root: reads the arguments, then opens the window or carries out a command.

Nothing heavy is imported at the top: a command must not load Qt, and the window must not wait for
what a command needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.arguments import read_arguments
from pos.cli.screen import has_screen
from pos.places import Places, places
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import PreviewFrame, Printer, Scanner
    from pos.devices.snapshots import Newest
    from ui.customer.kiosk import KioskBooks, KioskHouse
    from ui.terminal import Books, House

NO_SCREEN = (
    "There is no screen here, so no window can be opened; "
    "`regulars demo` shows the same shop in the terminal."
)
NO_WINDOW = "The window cannot be opened: {said}. `regulars doctor` says what is missing."


def main(argv: Sequence[str] | None = None) -> int:
    """The program `regulars`; gives its exit status (0 done, 1 refused, 2 wrong usage)."""
    try:
        options = read_arguments(sys.argv[1:] if argv is None else argv)
    except SystemExit as asked:  # how argparse ends for --help and for wrong usage
        return asked.code if isinstance(asked.code, int) else 2
    if options.command == "run":
        where = places(options.data)
        return train(where) if options.training else run(where, kiosk=options.kiosk)
    if options.command == "manage":
        return run(places(options.data), manage=True)
    # Late: the window must not load what only commands need.
    from pos.cli.command import carry_out
    from pos.cli.crash import crash_hook

    if argv is None:  # as a program, not called by a test
        sys.excepthook = crash_hook(places(options.data).log)
    return carry_out(options)


def train(real: Places) -> int:
    """Open a window to train in: books of its own, thrown away when it is closed."""
    # Late: a window to train in may take a moment longer, the others must not.
    from pos.cli.wording import sentence
    from pos.training import begin, end

    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    try:
        here = begin(real)
    except TroubleError as error:
        print(sentence(error.code, error.facts), file=sys.stderr)
        return 1
    try:
        return run(here, training=True)
    finally:
        end(here)


def run(where: Places, *, kiosk: bool = False, manage: bool = False, training: bool = False) -> int:
    """Open the counter's window on the shop that lies in `where`, or the customers' kiosk.

    `manage`: the manager's room opens once somebody is signed in. `training`: what lies there was
    made to train in.
    """
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    try:
        # Late: a command does without Qt. The books' library comes later still, see open_books.
        from ui.customer.kiosk import run as show_kiosk
        from ui.terminal import run as show
    except ImportError as error:
        print(NO_WINDOW.format(said=error), file=sys.stderr)
        return 1
    # Late: a command tells its faults itself.
    from pos.logs import keep_log

    keep_log(where.log)
    return (
        show_kiosk(kiosk_house(where))
        if kiosk
        else show(training_house(where) if training else house(where, manage))
    )


def house(where: Places, manage: bool = False) -> House:
    """Everything the window is given: the data's place, how to open it, real devices."""
    # Late: Qt, see above; device drivers come later still, when one is made.
    from pos.devices.ocr import OcrProcess
    from pos.devices.snapshots import Newest
    from ui.counter.around import Pictures
    from ui.devices import Devices
    from ui.terminal import House

    newest = Newest()
    eye = partial(camera, newest=newest)
    pictures = Pictures(newest.take, OcrProcess())
    devices = Devices(printer, serial, eye, lambda: missing(where), pictures)
    train = (sys.executable, __file__, "--data", str(where.data), "--training")
    return House(where, open_books, restore_newest, devices, manage, train)


def training_house(where: Places) -> House:
    """The same for a window to train in: no printer, no head office, nobody to write to."""
    real = house(where)
    quiet = replace(real.devices, printer=_no_printer, missing=_nothing_missing)
    return replace(real, open_books=open_training_books, devices=quiet, train=())


def _no_printer(_setting: str) -> None:
    """In training nothing is printed, whatever the settings are changed to."""


def _nothing_missing() -> tuple[tuple[str, str], ...]:
    """Nor is anything missed."""
    return ()


def kiosk_house(where: Places) -> KioskHouse:
    """The same for a kiosk."""
    # Late: Qt, see above.
    from ui.customer.kiosk import KioskHouse
    from ui.devices import Devices

    devices = Devices(printer, serial, camera, lambda: missing(where))
    return KioskHouse(where, open_kiosk, restore_newest, devices)


def open_books(where: Places) -> Books:
    """The shop of a data folder; a folder without one gets the demo shop, no question asked."""
    # Late: the books' library is half of start-up; the window is up by now, this is its worker.
    from pos.care.postman import Postman
    from pos.demo import open_demo
    from pos.linked import frozen
    from pos.opening import open_shop
    from pos.shift import end_open
    from pos.sync.door import Door
    from ui.counter.assembly import Hands, assembled
    from ui.customer.follower import Follower
    from ui.manager.room import Room
    from ui.terminal import Books

    new = not (where.database.exists() or where.settings.exists())
    shop = open_demo(where) if new else open_shop(where)
    postman = Postman(shop, where.data)

    def rest() -> None:
        """Before the books are closed, to be opened under another number."""
        postman.stop()
        end_open(shop)

    door = Door(shop.store, shop.settings, where.settings, frozen, rest)
    return Books(shop, assembled, Hands, Follower, door, Room, post=postman)


def open_training_books(where: Places) -> Books:
    """The same for books to train in, which have no way to head office and send no letter."""
    # Late: as above.
    from pos.training import open_training
    from ui.counter.assembly import Hands, assembled
    from ui.manager.room import Room
    from ui.terminal import Books

    return Books(open_training(where), assembled, Hands, room=Room)


def open_kiosk(where: Places) -> KioskBooks:
    """The same for a kiosk."""
    # Late: as above.
    from pos.demo import open_demo
    from pos.linked import frozen
    from pos.opening import open_shop
    from pos.shift import end_open
    from pos.sync.door import Door
    from ui.customer.hands import KioskHands
    from ui.customer.kiosk import KioskBooks
    from ui.customer.presenter import KioskPresenter

    new = not (where.database.exists() or where.settings.exists())
    shop = open_demo(where) if new else open_shop(where)
    door = Door(shop.store, shop.settings, where.settings, frozen, partial(end_open, shop))
    return KioskBooks(shop, KioskPresenter, KioskHands, door)


def restore_newest(where: Places) -> Path:
    """Put the newest good backup in the ledger's place; TroubleError `backup-none`."""
    # Late: as above.
    from pos.settings import read_settings
    from pos.store import newest_backup, restore

    settings, _ = read_settings(where.settings)
    kept = Path(settings.backup_dir) if settings.backup_dir else None
    newest = newest_backup(where.database, kept)
    if newest is None:
        raise TroubleError("backup-none", path=str(where.backups))
    restore(newest, where.database)
    return newest


def printer(setting: str) -> Printer | None:
    """The printer a setting names; None for none."""
    # Late: drivers are loaded when the first slip is due.
    from pos.devices.printer_setting import printer_from

    return None if setting.strip() in ("", "none") else printer_from(setting)


def serial(setting: str) -> Scanner | None:
    """The serial scanner a setting names; None for none."""
    # Late: as above.
    from pos.devices.serial_scanner import scanner_from

    return None if setting.strip() in ("", "none") else scanner_from(setting)


def camera(
    setting: str, preview: Callable[[PreviewFrame], None], newest: Newest | None = None
) -> Scanner | None:
    """The camera a setting names (`camera:0`, `0`, a device, a video, a picture); None if off.

    `newest` keeps its last frame, to be read as text.
    """
    # Late: OpenCV and numpy come with the first frame.
    from pos.devices.camera import CameraLoop
    from pos.devices.frames import frames_from
    from pos.scan_kinds import scan_kind

    source = setting.strip().removeprefix("camera:")
    if source in ("", "off", "none"):
        return None
    frames = frames_from(source)
    kept = frames if newest is None else newest.of(frames)
    return CameraLoop(kept, preview=preview, kind_of=scan_kind)


def missing(where: Places) -> tuple[tuple[str, str], ...]:
    """Chips of devices that are set and not here, as (chip, code)."""
    # Late: looks for drivers.
    from pos.devices.present import ABSENT, WRONG, devices_present
    from pos.settings import read_settings

    settings, _ = read_settings(where.settings)
    eye = settings.camera.removeprefix("camera:")
    found = devices_present(
        camera="none" if eye == "off" else eye,
        scanner=settings.serial,
        printer=settings.printer,
    )
    chips = {
        "decoder": ("camera", "camera-none"),
        "camera": ("camera", "camera-none"),
        "scanner": ("scanner", "serial-absent"),
        "printer": ("printer", "printer-setting-wrong"),
    }
    return tuple(chips[one.device] for one in found if one.state in (ABSENT, WRONG))


if __name__ == "__main__":
    sys.exit(main())
