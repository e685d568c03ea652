"""Ground on which a ledger cannot stand: network shares, and folders a service synchronises.

WAL needs memory shared on one machine, which a share does not give; a sync service copies the file
without its log and brings back old ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

from pos.trouble import TroubleError

_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs"),
        *("davfs", "fuse.davfs", "sshfs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs"),
        *("fuse.gvfsd-fuse", "drvfs", "glusterfs", "fuse.glusterfs", "lustre", "ceph"),
    }
)
_SYNC = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
)
_DRIVE_REMOTE = 4  # GetDriveTypeW


def refuse_bad_ground(
    path: Path, mounts: str | None = None, environment: Mapping[str, str] = os.environ
) -> None:
    """TroubleError `store-on-network` or `store-in-sync-folder`; nothing on good ground.

    `mounts` is the text of /proc/mounts; it is read here where none is given.
    """
    real = path.resolve()
    if service := sync_service(real, environment):
        raise TroubleError("store-in-sync-folder", path=str(path), service=service)
    kind = _windows_network(real) if sys.platform == "win32" else network_kind(real, mounts)
    if kind:
        raise TroubleError("store-on-network", path=str(path), kind=kind)


def sync_service(path: PurePath, environment: Mapping[str, str] = os.environ) -> str:
    """The service that synchronises a path, or empty."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environment.get(name, "")
        if root and path.is_relative_to(root):
            return "OneDrive"
    for part in path.parts:
        lowered = part.lower()
        for start, service in _SYNC:
            # "OneDrive - Shop Ltd", "Dropbox (Personal)": the name, or the name and a sign.
            rest = lowered.removeprefix(start)
            if rest != lowered and not rest[:1].isalnum():
                return service
    return ""


def network_kind(path: PurePath, mounts: str | None = None) -> str:
    """The network file system a path lies on, or empty.

    Where the machine's own root is one (containers, machines without a disk), it is believed.
    """
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
    best, kind = PurePath("/"), ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        where = PurePath(_unescaped(fields[1]))
        if path.is_relative_to(where) and len(where.parts) >= len(best.parts):
            best, kind = where, fields[2]
    return kind if best != PurePath("/") and kind in _NETWORK else ""


def _unescaped(field: str) -> str:
    """/proc/mounts writes blanks and the like as three octal digits."""
    for sign, octal in ((" ", "\\040"), ("\t", "\\011"), ("\n", "\\012"), ("\\", "\\134")):
        field = field.replace(octal, sign)
    return field


def _windows_network(path: Path) -> str:
    if str(path).startswith("\\\\"):
        return "share"
    if sys.platform == "win32":
        import ctypes  # only Windows can be asked this way

        if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE:
            return "mapped drive"
    return ""
