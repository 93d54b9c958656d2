"""One app per home: a lock file owns, a local socket carries "show yourself" or "quick bar" to the owner."""

import logging

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.asking import HEARD, LONGEST, Wish, line_of, server_name
from habitcoach.desktop.paths import Home

_log = logging.getLogger(__name__)

_TRIES = 15
_PAUSE = 200  # ms between tries: the owner may have the lock and not listen yet, as it is starting too
_ANSWER = 2000  # ms for the owner to answer once it listens


class SingleInstance(QObject):
    """The claim of this process to be the app of a home."""

    show_requested = Signal()  #: another start asks the window to come up
    quick_requested = Signal()  #: … or the quick bar

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        """Take the home, which must have been made. Claims nothing yet."""
        super().__init__(parent)
        self._home = home
        self._lock = QLockFile(str(home.lock))
        # Age says nothing: the app runs for days.
        self._lock.setStaleLockTime(0)
        self._name = server_name(home)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the app of this home, unless another process is. Recovers from one that was killed.

        Raises EnvironmentFaultError `cannot_open` where no lock can be made.
        """
        if not self._take_lock():
            return False
        self._server = QLocalServer(self)
        # With this option Qt also moves the socket into place, over one that a killed app has left.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(self._name):
            # The lock still holds; a second start cannot raise this window, that is all.
            _log.warning("cannot listen for other starts: %s", self._server.errorString())
        return True

    def ask_running(self, wish: Wish) -> bool:
        """Ask the owner for its window or its quick bar, or only whether it is there.

        Blocks until it answers, for at most five seconds; False when it does not.
        """
        for _ in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PAUSE):
                socket.write(line_of(wish))
                return socket.waitForReadyRead(_ANSWER) and socket.readAll().data() == HEARD
            QThread.msleep(_PAUSE)
        return False

    def owner(self) -> int | None:
        """Return the process id of who holds the lock; None when nobody does."""
        pid = self._lock.getLockInfo()[0]
        return pid or None

    def release(self) -> None:
        """Stop listening, then let the lock go."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _take_lock(self) -> bool:
        if self._lock.tryLock(0):
            return True
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise EnvironmentFaultError("cannot_open", path=str(self._home.lock))
        # Qt takes the owner for alive as long as its process id is in use, be it by a zombie or by a program
        # that got the number later. The system's own lock on the file knows better; Qt asks for it first.
        host = self._lock.getLockInfo()[1]
        ours = host in ("", QSysInfo.machineHostName())
        return ours and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _accept(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._answer)

    def _answer(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        request = socket.readLine(LONGEST + 1).data()
        wish = next((one for one in Wish if line_of(one) == request), None)
        if wish is not None:
            socket.write(HEARD)
        socket.disconnectFromServer()
        if wish is Wish.SHOW:
            self.show_requested.emit()
        elif wish is Wish.QUICK:
            self.quick_requested.emit()
