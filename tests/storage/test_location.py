"""Network shares: known by the system's list of mounts, and for one program at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage import location, opening
from habitcoach.storage.location import mounted_from_afar, on_share
from habitcoach.storage.opening import open_store
from tests.support.old_files import entry_ids, live_in, rows

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
tmpfs /home/local tmpfs rw 0 0
//files/agents /mnt/my\\040files cifs rw 0 0
me@host: /mnt/far fuse.sshfs rw 0 0
//files/agents /mnt/back cifs rw 0 0
/dev/sdb1 /mnt/back ext4 rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "far"),
    [
        ("/var/habitcoach.db", False),
        ("/home/kim/habitcoach.db", True),
        ("/home", True),
        ("/homework/habitcoach.db", False),
        ("/home/local/habitcoach.db", False),
        ("/mnt/my files/habitcoach.db", True),
        ("/mnt/far/a/b/habitcoach.db", True),
        ("/mnt/back/habitcoach.db", False),
    ],
)
def test_the_innermost_and_latest_mount_decides(path: str, far: bool) -> None:
    assert mounted_from_afar(path, MOUNTS) is far


def test_without_a_list_of_mounts_nothing_is_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "_MOUNTS", tmp_path / "none")
    assert on_share(tmp_path) is False


def test_a_list_of_mounts_is_read_and_links_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to("far")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path / 'far'} nfs rw 0 0\n")
    monkeypatch.setattr(location, "_MOUNTS", mounts)
    assert on_share(tmp_path / "near" / "habitcoach.db")
    assert not on_share(tmp_path / "habitcoach.db")


def test_a_local_file_has_a_write_ahead_log_and_no_lock(path: Path) -> None:
    store = open_store(path, 0)
    assert not store.on_share
    assert not path.with_name("habitcoach.db-lock").exists()
    store.close()


@pytest.fixture
def _far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "on_share", lambda _: True)


@pytest.mark.usefixtures("_far")
def test_on_a_share_the_journal_is_truncated(path: Path) -> None:
    live_in(path)
    store = open_store(path, 0)
    assert store.on_share
    assert store._run("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert len(store.entries(store.habits()[0].id)) == 3
    assert not path.with_name("habitcoach.db-wal").exists()
    store.close()


_TRY = """
import sys
from pathlib import Path
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage import opening
opening.on_share = lambda _: True
try:
    opening.open_store(Path(sys.argv[1]), 0).close()
except EnvironmentFaultError as fault:
    print(fault.code)
else:
    print("opened")
"""


@pytest.mark.usefixtures("_far")
def test_on_a_share_one_program_at_a_time(path: Path) -> None:
    def other() -> str:
        root = str(Path(__file__).parents[2])
        command = [sys.executable, "-c", _TRY, str(path)]
        return subprocess.run(
            command, capture_output=True, text=True, check=True, env={"PYTHONPATH": root}
        ).stdout.strip()

    store = open_store(path, 0)
    assert other() == "share_in_use"
    with pytest.raises(EnvironmentFaultError, match="share_in_use"):
        open_store(path, 0)
    store.close()
    assert other() == "opened"


def test_a_file_that_moves_to_a_share_and_back_keeps_its_log(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(path)
    monkeypatch.setattr(opening, "on_share", lambda _: True)
    live_in(path)
    monkeypatch.undo()
    live_in(path)
    assert len(entry_ids(path)) == 9
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
