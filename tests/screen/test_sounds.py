"""Three signs that differ in pitch and rhythm, and that never make the till wait."""

from __future__ import annotations

import gc
import math
import struct
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui import sounds
from ui.sounds import RATE_HZ, SIGNS, ScriptedSigns, Sounds, write_wav


def samples(path: Path) -> list[int]:
    with wave.open(str(path), "rb") as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, RATE_HZ)
        frames = read.readframes(read.getnframes())
    return list(struct.unpack(f"<{len(frames) // 2}h", frames))


def loudness_at(values: list[int], hertz: int) -> float:
    """Goertzel: how much of one pitch is in the samples."""
    step = 2 * math.pi * hertz / RATE_HZ
    real = sum(v * math.cos(step * i) for i, v in enumerate(values))
    imaginary = sum(v * math.sin(step * i) for i, v in enumerate(values))
    return math.hypot(real, imaginary) / len(values)


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_sounds_at_its_own_pitch(tmp_path: Path, sign: str) -> None:
    write_wav(tmp_path / "sign.wav", SIGNS[sign], 70)
    values = samples(tmp_path / "sign.wav")
    pitches = {tone.hertz for tones in SIGNS.values() for tone in tones}
    loudest = max(pitches, key=lambda hertz: loudness_at(values, hertz))
    assert loudest == SIGNS[sign][0].hertz


def test_the_signs_differ_in_pitch_and_in_rhythm() -> None:
    pitches = {tones[0].hertz for tones in SIGNS.values()}
    rhythms = {tuple((t.length_ms, t.rest_ms) for t in tones) for tones in SIGNS.values()}
    assert (len(pitches), len(rhythms)) == (3, 3)
    low, middle, high = sorted(pitches)
    assert 1.5 * low <= middle <= high / 1.5


def test_a_tone_begins_and_ends_in_silence_and_never_clips(tmp_path: Path) -> None:
    for sign, tones in SIGNS.items():
        write_wav(tmp_path / f"{sign}.wav", tones, 100)
        values = samples(tmp_path / f"{sign}.wav")
        assert values[0] == values[-1] == 0
        assert max(map(abs, values)) < 32767


def test_the_volume_makes_it_quieter(tmp_path: Path) -> None:
    write_wav(tmp_path / "loud.wav", SIGNS["ok"], 100)
    write_wav(tmp_path / "soft.wav", SIGNS["ok"], 20)
    loud, soft = (max(samples(tmp_path / f"{name}.wav")) for name in ("loud", "soft"))
    assert soft == pytest.approx(loud * 0.2, rel=0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays without a program of its own")
def test_the_player_gets_the_file_and_is_not_waited_for(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "play"
    player.write_text(f'#!/bin/sh\ncp "$1" "{heard}.part" && mv "{heard}.part" "{heard}"\n')
    player.chmod(0o755)
    monkeypatch.setattr(sounds, "PLAYERS", ((str(player),),))
    signs = Sounds(50)
    signs.play("attention")
    started = list(signs._running)
    assert len(started) == 1
    assert started[0].wait(timeout=30) == 0
    write_wav(tmp_path / "own.wav", SIGNS["attention"], 50)
    assert heard.read_bytes() == (tmp_path / "own.wav").read_bytes()
    signs.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays without a program of its own")
def test_a_stuck_sound_server_collects_no_processes(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = tmp_path / "play"
    player.write_text("#!/bin/sh\nexec sleep 60\n")
    player.chmod(0o755)
    monkeypatch.setattr(sounds, "PLAYERS", ((str(player),),))
    signs = Sounds(50)
    for _ in range(10):
        signs.play("ok")
    running = list(signs._running)
    assert len(running) == sounds.MOST_AT_ONCE
    signs.close()
    assert all(process.returncode is not None for process in running)


def test_a_machine_without_sound_is_no_error(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sounds, "PLAYERS", (("no-such-player-anywhere",),))
    signs = Sounds(50)
    signs.play("refused")
    assert signs._running == []
    signs.close()


def test_volume_nought_is_off(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    signs = Sounds(-5)
    assert signs.volume_percent == 0
    signs.play("ok")
    assert signs._running == []
    signs.set_volume(400)
    assert signs.volume_percent == 100
    signs.close()


def test_an_unknown_sign_is_our_bug(app: QApplication) -> None:
    twin, signs = ScriptedSigns(), Sounds(0)
    for one in (twin, signs):
        with pytest.raises(KeyError):
            one.play("hurrah")
    signs.close()
    twin.play("ok")
    assert twin.played == ["ok"]


def test_a_sign_that_cannot_be_written_fails_once_and_quietly(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_wav(tmp_path / "gone" / "ok.wav", SIGNS["ok"], 70)
    gc.collect()  # what is deleted now must not complain: pytest fails on unraisable errors
