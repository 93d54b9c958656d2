"""Tells when another process has written to a file, without polling; files may come, go and be replaced."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_GATHER = 40  # ms in which further changes join the first

#: When to look again after the last change, in ms. SQLite writes first, then waits for the disk, and then
#: only tells other connections, through memory that no watcher sees.
DATABASE = (160, 700)


class FileWatch(QObject):
    """Watches files that need not exist, in folders that do.

    It sees this process's own writes too. On a network share the system tells of no other computer's writes.
    """

    changed = Signal()  #: some of the files may have changed; within 50 ms, once for many writes

    def __init__(
        self, files: Iterable[Path], parent: QObject | None = None, *, look_again: Sequence[int] = ()
    ) -> None:
        """Take the files to watch, and after how many ms each to tell of the last change once more."""
        super().__init__(parent)
        self._files = tuple(files)
        # No child: it goes when it is closed, not with its parent. The system has few watchers for each user.
        self._watcher: QFileSystemWatcher | None = QFileSystemWatcher()
        self._watcher.fileChanged.connect(self._file_changed)
        self._watcher.directoryChanged.connect(self._folder_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER)
        self._timer.timeout.connect(self._tell)
        self._again = [self._later(ms) for ms in look_again]
        self._identities = self._look()
        self._watch()

    @property
    def complete(self) -> bool:
        """Say whether all that exists is watched; False e.g. when the system has run out of watches."""
        watched = self._watched()
        return all(path in watched for path in self._existing())

    def close(self) -> None:
        """Watch no more; a change not yet told is dropped."""
        for timer in (self._timer, *self._again):
            timer.stop()
        self._watcher = None

    def _watched(self) -> set[str]:
        return set() if self._watcher is None else {*self._watcher.files(), *self._watcher.directories()}

    def _existing(self) -> list[str]:
        folders = dict.fromkeys(file.parent for file in self._files)
        return [str(path) for path in (*folders, *self._files) if path.exists()]

    def _watch(self) -> None:
        watched = self._watched()
        new = [path for path in self._existing() if path not in watched]
        if new and self._watcher is not None:
            self._watcher.addPaths(new)

    def _look(self) -> list[tuple[int, int] | None]:
        """Return which file lies at each path at present, to tell one replaced from one written to."""
        return [_identity(file) for file in self._files]

    def _file_changed(self) -> None:
        # Not restarted by further changes: a busy writer must not put the signal off for ever.
        if not self._timer.isActive():
            self._timer.start()
        for timer in self._again:
            timer.start()

    def _folder_changed(self) -> None:
        if self._look() != self._identities:
            self._file_changed()

    def _later(self, ms: int) -> QTimer:
        timer = QTimer(self, interval=ms, singleShot=True)
        timer.timeout.connect(self._tell)
        return timer

    def _tell(self) -> None:
        if self._watcher is None:
            return
        before, self._identities = self._identities, self._look()
        replaced = [
            str(file)
            for file, old, new in zip(self._files, before, self._identities, strict=True)
            if old != new and str(file) in self._watcher.files()
        ]
        if replaced:
            # The watch is on the file that lay there, not on the name.
            self._watcher.removePaths(replaced)
        # Watch first, tell then: what is written in between is told as well.
        self._watch()
        self.changed.emit()


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        state = file.stat()
    except OSError:
        return None
    return (state.st_dev, state.st_ino)
