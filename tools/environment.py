"""The checkout's own Python environment, `.venv`: made once, renewed when the lock file changes.

A stamp (lock file's hash and the Python's version) lets the second run start at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.trouble import SetUpError

ROOT = Path(__file__).resolve().parent.parent
# Head office needs more than a counter does, tests and lint more than both; each larger lock
# holds the smaller ones.
RUN_LOCK = "requirements.txt"
OFFICE_LOCK = "requirements-office.txt"
DEV_LOCK = "requirements-dev.txt"
LOCKS = (RUN_LOCK, OFFICE_LOCK, DEV_LOCK)


def folder() -> Path:
    """Where the environment is; REGULARS_VENV moves it (a read-only or shared checkout)."""
    return Path(os.environ.get("REGULARS_VENV") or ROOT / ".venv")


def python() -> Path:
    """The environment's interpreter, which may not exist yet."""
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return folder().joinpath(*inside)


def stamp_text(lock: bytes, version: str) -> str:
    """What the stamp says when this lock is installed for this Python ("3.11")."""
    return f"{hashlib.sha256(lock).hexdigest()} {version}\n"


def is_ready(lock: str) -> bool:
    """Whether the environment already holds this lock file, or a larger one."""
    enough = LOCKS[LOCKS.index(lock) :]
    return python().exists() and any(_is_current(name) for name in enough)


def needs_venv_package() -> bool:
    """Whether Python cannot make environments here: Debian keeps that in another package."""
    able = importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")
    return not (python().exists() or able or uv())


def make_ready(lock: str) -> bool:
    """Make the environment hold this lock file; True if there was anything to do.

    Raises SetUpError, having said what went wrong.
    """
    if is_ready(lock):
        return False
    if not _works():
        _create()
    print(f"Installing the Python packages of {lock} into {folder().name} …", flush=True)
    _install(ROOT / lock)
    _stamp(lock).write_text(stamp_text((ROOT / lock).read_bytes(), _version()), encoding="utf-8")
    return True


def uv() -> str | None:
    """The `uv` on PATH if it runs; it is faster, pip does the same."""
    found = shutil.which("uv")
    if not found or os.environ.get("REGULARS_PIP"):
        return None
    done = subprocess.run((found, "--version"), capture_output=True, check=False)
    return found if done.returncode == 0 else None


def _create() -> None:
    print(f"Making {folder().name} with Python {_version()} …", flush=True)
    fast = uv()
    if fast:
        command = [fast, "venv", "-q", "--clear", "--seed", "--python", sys.executable]
        if _call([*command, str(folder())]) == 0:
            return
    if _call([sys.executable, "-m", "venv", "--clear", str(folder())]) != 0:
        raise SetUpError(f"Python could not make the environment {folder()} (see above).")


def _install(lock: Path) -> None:
    # Wheels only: no package's own code runs while it is installed, and no compiler is needed.
    options = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    fast = uv()
    if fast and _call([fast, "pip", "install", "-q", "--python", str(python()), *options]) == 0:
        return
    if _call([str(python()), "-m", "pip", "install", "-q", "--no-input", *options]) != 0:
        raise SetUpError(
            "The Python packages could not be installed (see above).\n"
            "Most often the package index could not be reached: try again, the rest is kept."
        )


def _call(command: list[str]) -> int:
    quiet = {
        **os.environ,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    return subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, check=False).returncode


def _works() -> bool:
    """An environment is there and was made by a Python like this one."""
    if not python().exists():
        return False
    show = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run((str(python()), "-c", show), capture_output=True, text=True, check=False)
    return done.stdout.strip() == _version()


def _is_current(lock: str) -> bool:
    return _read(_stamp(lock)) == stamp_text((ROOT / lock).read_bytes(), _version())


def _stamp(lock: str) -> Path:
    return folder() / f"{lock}.installed"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
