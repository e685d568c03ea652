"""Wishes about the terminal itself: language, theme, text size, sounds, printer, camera."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from loyalty.errors import LoyaltyError
from pos.devices.scanner_setup import Learned
from pos.setting_changes import note_settings
from pos.settings import Settings
from pos.trouble import TroubleError
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import CameraSheet, ScannerSheet, SettingsSheet
from ui.counter.stage import Stage


class Adjusting:
    """Settings while running. `apply` makes them so, `keep` writes them; both may raise
    TroubleError.
    """

    def __init__(
        self,
        stage: Stage,
        apply: Callable[[Settings], None],
        keep: Callable[[Settings], None],
    ) -> None:
        self._stage = stage
        self._apply = apply
        self._keep = keep
        self.leads: Mapping[str, Callable[[], None]] = {}  # to other sheets and rooms

    def open(self) -> None:
        """F10: what may be changed."""
        self._stage.update(sheet=self._sheet(self._stage.now.settings), banner=None)

    def changed(self, name: str, value: object) -> None:
        """One setting; the scanner's are taught together: "teach" opens that, "keep" ends it.
        "office" opens how the till stands with it, "room" leads into the manager's room.
        """
        if name in self.leads:
            self.leads[name]()
            return
        if name == "scanner":
            (self._keep_scanner if value == "keep" else self._teach_scanner)()
            return
        try:
            settings = self._stage.now.settings.changed(name, value)
            self._apply(settings)
        except (LoyaltyError, TroubleError) as no:
            self._refused(no)
            return
        self._take(settings)

    def _sheet(self, settings: Settings) -> SettingsSheet:
        linked = self._stage.now.line is not None
        return settings_sheet(settings, linked, self._stage.shop.training)

    def _take(self, settings: Settings) -> None:
        shop, before, me = self._stage.shop, self._stage.now.settings, self._stage.now.operator
        self._stage.shop = replace(shop, settings=settings)
        self._stage.update(settings=settings, sheet=self._sheet(settings))

        def keep() -> None:
            self._keep(settings)
            note_settings(shop, me.id if me is not None else "", before, settings)

        self._stage.ask(keep, self._kept)

    def _teach_scanner(self) -> None:
        """Teach the till its keyboard scanner."""
        self._stage.update(sheet=ScannerSheet(), banner=None)

    def scanner_found(self, found: Learned) -> None:
        """The set-up code was scanned."""
        if isinstance(self._stage.now.sheet, ScannerSheet):
            self._stage.update(sheet=ScannerSheet(found))
            self._stage.sign(Mood.ATTENTION if found.reads == "nothing" else Mood.OK)

    def _keep_scanner(self) -> None:
        """What was learned becomes the till's setting."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, ScannerSheet) or sheet.found is None:
            return
        settings = self._stage.now.settings
        try:
            for name, value in sheet.found.settings():
                settings = settings.changed(name, value)
            self._apply(settings)
        except (LoyaltyError, TroubleError) as no:
            notice = Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
            self._stage.update(sheet=replace(sheet, notice=notice))
            return
        self._take(settings)

    def camera(self) -> None:
        """F11: the live picture, on or off. A scan works with or without it being shown."""
        shown = isinstance(self._stage.now.sheet, CameraSheet)
        self._stage.update(sheet=None if shown else CameraSheet(), banner=None)

    def _kept(self, _nothing: None) -> None:
        self._stage.update()

    def _refused(self, no: LoyaltyError | TroubleError) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, SettingsSheet):
            notice = Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
            self._stage.update(sheet=replace(sheet, notice=notice))


def settings_sheet(
    settings: Settings, linked: bool = False, training: bool = False
) -> SettingsSheet:
    """The settings a cashier may change, as the sheet shows them. `linked`: with a head office."""
    return SettingsSheet(
        language=settings.language,
        theme=settings.theme,
        scale=settings.scale,
        sounds=settings.sounds,
        autoprint=settings.autoprint,
        printer=settings.printer,
        camera=settings.camera != "off",
        linked=linked,
        training=training,
    )
