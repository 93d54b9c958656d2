"""Whether a folder lies on another computer, where SQLite's write-ahead log does not work."""

import os
import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"smb2", "smb3", "smbfs"}
    | {f"fuse.{name}" for name in ("davfs2", "glusterfs", "gvfsd-fuse", "rclone", "s3fs", "sshfs")}
)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_OCTAL = re.compile(r"\\([0-7]{3})")


def on_share(path: Path) -> bool:
    """Whether a file lies on a network share, as far as the system tells; macOS does not tell us."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        drive = path.absolute().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    try:
        mounts = _MOUNTS.read_text("utf-8", errors="surrogateescape")
    except OSError:
        return False
    return mounted_from_afar(os.path.realpath(path), mounts)


def mounted_from_afar(path: str, mounts: str) -> bool:
    """Whether the file system that holds an absolute path is remote, by a text as of /proc/mounts."""
    best, remote = "", False
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[1]).rstrip("/")
        # Of two mounts on one place the later one is seen.
        if (path == place or path.startswith(f"{place}/")) and len(place) >= len(best):
            best, remote = place, fields[2] in _REMOTE
    return remote
