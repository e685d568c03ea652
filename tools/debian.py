"""Asking Debian (and its children) for packages: which name exists here, and installing them.

Only `apt-cache` and `apt-get`; another system gets the library names and looks for itself.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.libraries import Library
from tools.trouble import SetUpError

# Read by PostgreSQL's packages while they are set up.
CLUSTER_SETTING = "/etc/postgresql-common/createcluster.d/regulars-tests.conf"
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


def is_debian() -> bool:
    """Whether packages come from apt here."""
    return bool(shutil.which("apt-get") and shutil.which("apt-cache"))


def is_root() -> bool:
    """Whether packages can be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def candidates(policy: str) -> frozenset[str]:
    """Package names that `apt-cache policy` output gives an installable version for.

    A name that only another package provides has "(none)": it is not the one to ask for.
    """
    found, name = set(), ""
    for line in policy.splitlines():
        if line and not line[0].isspace():
            name = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            found.add(name)
    return frozenset(found)


def chosen(names: Sequence[str], known: Iterable[str], newer: bool) -> str:
    """The one of a library's package names to ask for; `names` has the older name first.

    Where apt knows none (its lists are empty), the release decides.
    """
    known = set(known)
    for name in names:
        if name in known:
            return name
    return names[-1] if newer else names[0]


def has_t64(os_release: Mapping[str, str]) -> bool:
    """Whether this release renamed libraries to `…t64` (Debian 13, Ubuntu 24.04)."""
    first = {"debian": 13, "ubuntu": 24}.get(os_release.get("ID", ""), 10_000)
    version = os_release.get("VERSION_ID", "").split(".")[0]
    return int(version) >= first if version.isdigit() else "debian" in os_release.get("ID", "")


def packages_for(libraries: Iterable[Library]) -> list[str]:
    """The packages that bring these libraries here, each once, in order of the alphabet."""
    groups = [library.packages for library in libraries]
    if not groups:
        return []
    known = candidates(_output("apt-cache", "policy", *(name for g in groups for name in g)))
    newer = has_t64(_os_release())
    return sorted({chosen(group, known, newer) for group in groups})


def known_packages(names: Sequence[str]) -> list[str]:
    """Those of the names that apt could install here."""
    known = candidates(_output("apt-cache", "policy", *names)) if names else ()
    return [name for name in names if name in known]


def line_for(packages: Sequence[str]) -> str:
    """The exact command a person would type."""
    return shlex.join(("sudo", *INSTALL, *packages))


def refresh() -> None:
    """Fetch apt's lists if it has none: a bare machine often comes without."""
    if not candidates(_output("apt-cache", "policy", "libc6", "libgl1", "libegl1")) >= {"libgl1"}:
        _run("apt-get", "update")


def install(packages: Sequence[str]) -> None:
    """Install the packages, as root or by way of sudo. Raises SetUpError with apt's last lines."""
    if not packages:
        return
    print(f"Installing from Debian: {' '.join(packages)}", flush=True)
    if _run(*INSTALL, *packages) == 0:
        return
    _run("apt-get", "update")  # lists may be older than what the mirror still holds
    if _run(*INSTALL, *packages) != 0:
        raise SetUpError(f"apt could not install them. Try by hand:\n  {line_for(packages)}")


@contextmanager
def no_cluster() -> Iterator[None]:
    """While this lasts, PostgreSQL's package brings programs only: no database of the system's,
    and no server that runs from then on. The tests start their own.
    """
    folder, _, _ = CLUSTER_SETTING.rpartition("/")
    _run("mkdir", "-p", folder)
    _run("sh", "-c", f"echo 'create_main_cluster = false' > {CLUSTER_SETTING}")
    try:
        yield
    finally:
        _run("rm", "-f", CLUSTER_SETTING)


def _run(*command: str) -> int:
    prefix = () if is_root() else ("sudo",)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        (*prefix, *command),
        env=quiet,
        stdin=subprocess.DEVNULL if is_root() else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-8:]), flush=True)
    return done.returncode


def _output(*command: str) -> str:
    plain = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, env=plain, capture_output=True, text=True, check=False)
    return done.stdout


def _os_release() -> dict[str, str]:
    try:
        text = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return {}
    pairs = (line.partition("=") for line in text.splitlines())
    return {key: value.strip('"') for key, _, value in pairs if key}
