"""The port of a text reader: a picture goes in, words with their places come out.

Reading takes seconds and must never hold up a screen: callers run it as a job.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pos.trouble import TroubleError


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A piece of text; its upright box as fractions of the paper; `score` 0..1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float


@dataclass(frozen=True, slots=True)
class SeenText:
    """What a picture showed.

    `likeness`: a 64-bit hash of its coarse structure; `sharpness`: variance of the Laplacian, in
    squares of gray levels; `ms` and `cpu_ms`: what the reading took; `memory_mb`: the most the
    reading process ever held.
    """

    words: tuple[SeenWord, ...]
    likeness: int
    sharpness: float = 0.0
    ms: int = 0
    cpu_ms: int = 0
    memory_mb: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A picture to be read: `data`, the picture file; `gray`, what is shown of it, width*height
    bytes, rows from the top.
    """

    data: bytes
    gray: bytes
    width: int
    height: int


class TextReader(Protocol):
    """Something that reads printed text in a picture file's bytes."""

    def read(self, picture: bytes) -> SeenText:
        """What is on it. Blocks for seconds; one picture at a time.

        TroubleError: "ocr-absent", "ocr-failed", "ocr-slow" (seconds), "ocr-memory" (megabytes),
        "picture-too-large", "not-a-picture", "picture-blurred", "picture-dark".
        """

    def close(self) -> None:
        """Let go of everything; harmless when nothing was read."""


class NoTextReader:
    """The null twin: this terminal reads codes only."""

    def read(self, picture: bytes) -> SeenText:
        raise TroubleError("ocr-absent")

    def close(self) -> None:
        """Nothing was held."""


@dataclass(slots=True)
class ScriptedTextReader:
    """The scripted twin: answers one after another, the pictures it was shown kept."""

    answers: Sequence[SeenText | TroubleError]
    shown: list[bytes] = field(default_factory=list)
    closed: bool = False

    def read(self, picture: bytes) -> SeenText:
        answer = self.answers[len(self.shown) % len(self.answers)]
        self.shown.append(picture)
        if isinstance(answer, TroubleError):
            raise answer
        return answer

    def close(self) -> None:
        self.closed = True
