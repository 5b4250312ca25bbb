"""Whether a path lies on a network share, and whether locks work there. Imports nothing of ours.

SQLite's write-ahead log needs memory that all who have the store open share: on a network share it damages
stores (https://sqlite.org/wal.html, "all processes using a database must be on the same host"). A rollback
journal works there as long as the share passes locks on to the other computers.
"""

import os
import re
import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath

_MOUNT_TABLE = Path("/proc/self/mountinfo")
_LOCKING = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs",
    "lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "afpfs", "9p", "virtiofs", "ncpfs", "coda",
}  # fmt: skip
_WITHOUT_LOCKS = {
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs", "fuse.davfs2", "davfs", "fuse.s3fs",
    "fuse.gcsfuse", "fuse.kio-fuse", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.google-drive-ocamlfuse",
    "fuse.onedriver", "webdav", "ftp", "fuse.vmhgfs-fuse", "vboxsf", "prl_fs", "drvfs",
}  # fmt: skip
_OPTIONS_WITHOUT_LOCKS = {"nolock", "local_lock=all", "local_lock=posix", "nobrl", "nobrlock"}
"""``nfs(5)`` and ``mount.cifs(8)``: locks then stay on this computer."""
_ESCAPE = re.compile(r"\\([0-7]{3})")


class Place(Enum):
    """What a file system allows."""

    LOCAL = auto()
    SHARE = auto()
    """A network share on which locks reach the other computers."""
    SHARE_WITHOUT_LOCKS = auto()


@dataclass(frozen=True)
class Location:
    """Where a store lies; ``file_system`` is the system's own name for it, "" where it is not told."""

    place: Place
    file_system: str = ""


def locate(path: Path) -> Location:
    """Where the path, links followed, lies; what cannot be told counts as local."""
    real = path.resolve()
    if sys.platform == "win32":
        return _locate_on_windows(real)
    if sys.platform == "darwin":
        return _locate_on_macos(real)
    try:
        table = _MOUNT_TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return Location(Place.LOCAL)
    return location_in(table, PurePosixPath(real))


def location_in(mount_table: str, path: PurePosixPath) -> Location:
    """Where an absolute path lies by the text of ``/proc/self/mountinfo`` (``proc(5)``)."""
    best: tuple[int, Location] | None = None
    for line in mount_table.splitlines():
        left, separator, right = line.partition(" - ")
        fields, source = left.split(" "), right.split(" ")
        if not separator or len(fields) < 6 or len(source) < 3:
            continue
        point = PurePosixPath(_unescaped(fields[4]))
        # Of mounts on one point the last one is on top.
        if path.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            options = {*fields[5].split(","), *source[2].split(",")}
            best = len(point.parts), classified(source[0], options)
    return best[1] if best is not None else Location(Place.LOCAL)


def classified(file_system: str, options: set[str]) -> Location:
    """What a file system of this name, mounted with these options, allows."""
    name = file_system.lower()
    if name in _WITHOUT_LOCKS:
        return Location(Place.SHARE_WITHOUT_LOCKS, file_system)
    if name in _LOCKING:
        without = bool(options & _OPTIONS_WITHOUT_LOCKS)
        return Location(Place.SHARE_WITHOUT_LOCKS if without else Place.SHARE, file_system)
    return Location(Place.LOCAL, file_system)


def _unescaped(point: str) -> str:
    return _ESCAPE.sub(lambda code: chr(int(code[1], 8)), point)


def _locate_on_windows(path: Path) -> Location:
    """``GetDriveTypeW``: 4 is a remote drive; a path that begins with two strokes names its server."""
    if str(path).startswith("\\\\") and not str(path).startswith(("\\\\?\\", "\\\\.\\")):
        return Location(Place.SHARE, "smb")
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  the name is there on Windows only
    remote = kernel.GetDriveTypeW(f"{path.drive}\\") == 4
    return Location(Place.SHARE if remote else Place.LOCAL, "smb" if remote else "")


def _locate_on_macos(path: Path) -> Location:
    """``statfs(2)``: flags say whether the file system is local, and its name which it is."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "statfs$INODE64", None) if os.uname().machine == "x86_64" else None
    buffer = ctypes.create_string_buffer(4096)
    while not path.exists() and path != path.parent:
        path = path.parent
    if (call or libc.statfs)(os.fsencode(path), buffer) != 0:
        return Location(Place.LOCAL)
    return location_of_statfs(buffer.raw)


def location_of_statfs(raw: bytes) -> Location:
    """Where a file lies by macOS's ``struct statfs`` with 64-bit inodes: flags at 64, type's name at 72."""
    flags = int.from_bytes(raw[64:68], "little")
    name = raw[72:88].split(b"\0", 1)[0].decode("ascii", "replace")
    if flags & 0x1000:
        return Location(Place.LOCAL, name)
    found = classified(name, set())
    return found if found.place is not Place.LOCAL else Location(Place.SHARE_WITHOUT_LOCKS, name)
