"""Three signs for the ear: ok, attention, refused. The scanner's own beep only says "read", ours
says "booked". They differ in pitch and in rhythm, so that one is told from another in a loud shop.
Played without QtMultimedia, which weighs 439 MB and fails to import without libpulse.
"""

from __future__ import annotations

import logging
import math
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtWidgets import QApplication

if sys.platform == "win32":
    import winsound

log = logging.getLogger(__name__)

RATE_HZ: Final = 22_050
RAMP_MS: Final = 6  # without a ramp a tone begins and ends with a crack
MOST_AT_ONCE: Final = 3  # players under way; a stuck sound server must not collect processes
PLAYERS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone of `hertz` for `length_ms`, then silence for `rest_ms`."""

    hertz: int
    length_ms: int
    rest_ms: int = 0


SIGNS: Final = {
    "ok": (Tone(1568, 90),),
    "attention": (Tone(784, 120, rest_ms=90), Tone(784, 120)),
    "refused": (Tone(233, 480),),
}


class Signs(Protocol):
    """What a screen needs: play a sign and go on at once."""

    def play(self, sign: str) -> None:
        """Play "ok", "attention" or "refused". KeyError for another."""


class Sounds:
    """Plays the signs through whatever the system has; `volume_percent` 0 is off."""

    def __init__(self, volume_percent: int = 70) -> None:
        self._kept = tempfile.TemporaryDirectory(prefix="regulars-signs-")
        self._folder = Path(self._kept.name)
        self._volume = 0
        self._running: list[subprocess.Popen[bytes]] = []
        self._start = _starter(self._running)
        self.set_volume(volume_percent)

    @property
    def volume_percent(self) -> int:
        return self._volume

    def set_volume(self, percent: int) -> None:
        """0 (off) to 100; the loudness of the machine itself is not touched."""
        self._volume = min(max(percent, 0), 100)

    def play(self, sign: str) -> None:
        """Play a sign without waiting for it; no sound at all is no error, the banner flashes."""
        tones = SIGNS[sign]
        if self._volume == 0:
            return
        path = self._folder / f"{sign}-{self._volume}.wav"
        try:
            if not path.exists():
                write_wav(path, tones, self._volume)
            self._start(path)
        except OSError as error:
            log.info("sign-not-played: %s", error)
            QApplication.beep()

    def close(self) -> None:
        """End what still plays and remove the files."""
        for player in self._running:
            if player.poll() is None:
                player.terminate()
            player.wait()
        self._running.clear()
        self._kept.cleanup()


class ScriptedSigns:
    """The twin without a loudspeaker: remembers what was played, in order."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, sign: str) -> None:
        if sign not in SIGNS:
            raise KeyError(sign)
        self.played.append(sign)


def write_wav(path: Path, tones: tuple[Tone, ...], volume_percent: int) -> None:
    """Write `tones` as a mono 16-bit WAV; written aside and moved, so that no player reads half."""
    frames = b"".join(_samples(tone, volume_percent) for tone in tones)
    aside = path.with_suffix(".part")
    # Opened here: a wave writer that cannot open its file fails once more when it is deleted.
    with aside.open("wb") as file, wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(frames)
    aside.replace(path)


def _samples(tone: Tone, volume_percent: int) -> bytes:
    length, ramp = RATE_HZ * tone.length_ms // 1000, RATE_HZ * RAMP_MS // 1000
    loudest = 0.8 * 32767 * volume_percent / 100
    step = 2 * math.pi * tone.hertz / RATE_HZ
    values = []
    for i in range(length):
        # A third harmonic: a till's small speaker hardly gives a pure low tone.
        wave_form = 0.75 * math.sin(step * i) + 0.25 * math.sin(3 * step * i)
        slope = min(1.0, i / ramp, (length - 1 - i) / ramp)
        values.append(round(loudest * slope * wave_form))
    silence = bytes(2 * (RATE_HZ * tone.rest_ms // 1000))
    return struct.pack(f"<{length}h", *values) + silence


def _starter(running: list[subprocess.Popen[bytes]]) -> Callable[[Path], None]:
    """How this system plays a file, found out once."""
    if sys.platform == "win32":
        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        return lambda path: winsound.PlaySound(str(path), flags)
    found = next((player for player in PLAYERS if shutil.which(player[0])), None)
    if found is None:
        return lambda _path: QApplication.beep()
    command = found

    def start(path: Path) -> None:
        running[:] = [player for player in running if player.poll() is None]
        if len(running) >= MOST_AT_ONCE:
            return
        quiet = subprocess.DEVNULL
        running.append(
            subprocess.Popen([*command, str(path)], stdin=quiet, stdout=quiet, stderr=quiet)
        )

    return start
