"""Ready programs that a shop could use tomorrow, one file each; they come with the installation."""

from __future__ import annotations

from importlib.resources import files

from pos.trouble import TroubleError

_HERE = files(__name__)


def example_names() -> tuple[str, ...]:
    """Names of the examples, in order."""
    found = (file.name for file in _HERE.iterdir() if file.name.endswith(".json"))
    return tuple(sorted(name.removesuffix(".json") for name in found))


def example_text(name: str) -> str:
    """An example's file; TroubleError `example-unknown`."""
    if name not in example_names():
        raise TroubleError("example-unknown", name=name[:40], known=", ".join(example_names()))
    return (_HERE / f"{name}.json").read_text(encoding="utf-8")
