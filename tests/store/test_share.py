"""Where a store lies, told from sample mount tables; and how it is opened on a share."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest

from casefile.store import cases, opening
from casefile.store.errors import ReadOnlyStoreError, StoreError
from casefile.store.share import Location, Place, locate, location_in, location_of_statfs
from casefile.store.store import Store

TABLE = r"""
21 27 0:19 / /proc rw,relatime - proc proc rw
27 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
40 27 0:35 / /home/ann/team rw,relatime shared:20 - cifs //server/team rw,vers=3.1.1,soft
41 27 0:36 / /home/ann/local\040disk rw,relatime - ext4 /dev/vdb rw
42 27 0:37 / /mnt/nfs rw,relatime - nfs4 server:/export rw,vers=4.2,local_lock=none
43 27 0:38 / /mnt/old rw,relatime - nfs server:/old rw,vers=3,nolock,local_lock=all
44 27 0:39 / /mnt/ssh rw,nosuid - fuse.sshfs ann@server:/ rw,user_id=1000
45 40 253:2 / /home/ann/team/disk rw,relatime - xfs /dev/vdc rw
46 27 0:40 / /mnt/lax rw,relatime - cifs //server/lax rw,nobrl
47 27 0:41 / /mnt/team\134two rw,relatime - smb3 //server/two rw
48 27 0:42 / /mnt/nfs rw,relatime - btrfs /dev/vdd rw
49 27 0:43 / /mnt/usb rw,relatime - fuseblk /dev/sdb1 rw
50 27 0:44 / /mnt/plan9 rw,relatime - 9p host rw,trans=virtio
51 27 0:45 / /mnt/new rw,relatime - somethingnew x rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "place", "file_system"),
    [
        ("/home/ann/a.casefile", Place.LOCAL, "ext4"),
        ("/home/ann/team/a.casefile", Place.SHARE, "cifs"),
        ("/home/ann/teamwork/a.casefile", Place.LOCAL, "ext4"),
        ("/home/ann/team/disk/a.casefile", Place.LOCAL, "xfs"),
        ("/home/ann/local disk/a.casefile", Place.LOCAL, "ext4"),
        ("/mnt/nfs/a.casefile", Place.LOCAL, "btrfs"),
        ("/mnt/old/a.casefile", Place.SHARE_WITHOUT_LOCKS, "nfs"),
        ("/mnt/ssh/a.casefile", Place.SHARE_WITHOUT_LOCKS, "fuse.sshfs"),
        ("/mnt/lax/a.casefile", Place.SHARE_WITHOUT_LOCKS, "cifs"),
        ("/mnt/team\\two/a.casefile", Place.SHARE, "smb3"),
        ("/mnt/usb/a.casefile", Place.LOCAL, "fuseblk"),
        ("/mnt/plan9/a.casefile", Place.SHARE, "9p"),
        ("/mnt/new/a.casefile", Place.LOCAL, "somethingnew"),
    ],
)
def test_the_deepest_and_latest_mount_tells(path: str, place: Place, file_system: str) -> None:
    assert location_in(TABLE, PurePosixPath(path)) == Location(place, file_system)


@pytest.mark.parametrize("table", ["", "nonsense", "1 2 3 / / rw - "])
def test_a_table_that_tells_nothing_counts_as_local(table: str) -> None:
    assert location_in(table, PurePosixPath("/home/a.casefile")) == Location(Place.LOCAL)


@pytest.mark.parametrize(
    ("flags", "name", "place"),
    [
        (0x1000, b"apfs", Place.LOCAL),
        (0, b"smbfs", Place.SHARE),
        (0, b"webdav", Place.SHARE_WITHOUT_LOCKS),
        (0, b"macfuse", Place.SHARE_WITHOUT_LOCKS),
    ],
)
def test_the_structure_of_macos_tells(flags: int, name: bytes, place: Place) -> None:
    raw = bytes(64) + flags.to_bytes(4, "little") + bytes(4) + name.ljust(16, b"\0") + bytes(2000)
    assert location_of_statfs(raw).place is place


def test_this_computers_own_table_can_be_read(tmp_path: Path) -> None:
    assert locate(tmp_path / "a.casefile").file_system != ""


def put_on(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "locate", lambda _: Location(place, "cifs"))


def journal_mode(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_on_a_share_there_is_never_a_write_ahead_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on(Place.SHARE, monkeypatch)
    store = Store.create(tmp_path / "a.casefile")
    add(store, "One")
    with store.read() as reader:
        assert reader.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    assert names(tmp_path) == ["a.casefile", "a.casefile.lock"]
    store.close()
    assert journal_mode(store.path) == "delete"


def test_a_store_that_comes_to_a_share_leaves_its_log_and_takes_it_up_again_at_home(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "One")
    store.close()
    assert journal_mode(store.path) == "wal"
    with monkeypatch.context() as patch:
        put_on(Place.SHARE, patch)
        shared = Store.open(store.path)
        assert journal_mode(store.path) == "delete"
        add(shared, "Two")
        shared.close()
    home = Store.open(store.path)
    assert journal_mode(store.path) == "wal"
    home.close()


def test_a_crashed_log_that_comes_to_a_share_is_put_right_without_shared_memory(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "One")
    moved = tmp_path / "share" / "a.casefile"
    moved.parent.mkdir()
    for end in ("", "-wal"):
        Path(f"{moved}{end}").write_bytes(Path(f"{store.path}{end}").read_bytes())
    put_on(Place.SHARE, monkeypatch)
    reading = Store.open(moved, read_only=True)
    with reading.read() as reader:
        assert reader.connection().exec_driver_sql("SELECT title FROM case_file").scalar() == "One"
    reading.close()
    assert names(moved.parent) == ["a.casefile", "a.casefile-wal"]
    shared = Store.open(moved)
    assert names(moved.parent) == ["a.casefile", "a.casefile.lock"]
    with shared.read() as reader:
        assert reader.connection().exec_driver_sql("SELECT title FROM case_file").scalar() == "One"
    shared.close()


def test_where_locks_do_not_work_a_store_is_only_read_and_none_is_made(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "One")
    store.close()
    put_on(Place.SHARE_WITHOUT_LOCKS, monkeypatch)
    shared = Store.open(store.path)
    with shared.read() as reader:
        assert reader.connection().exec_driver_sql("SELECT title FROM case_file").scalar() == "One"
    with pytest.raises(ReadOnlyStoreError, match=r"its share \(cifs\) does not keep two computers"):
        add(shared, "Lost")
    shared.close()
    assert names(tmp_path) == ["test.casefile"]
    with pytest.raises(StoreError, match="No store could be made"):
        Store.create(tmp_path / "new.casefile")
    assert names(tmp_path) == ["test.casefile"]
