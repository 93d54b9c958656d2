"""The desk of the one key that opens the quick bar from any program."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from habitcoach.app.parts import Parts
from habitcoach.bus import SessionBus
from habitcoach.coaching.quick_key import QUICK_KEY, chosen_combination
from habitcoach.desktop.global_key import GlobalKey, way_for
from habitcoach.desktop.key_way import KeyState
from habitcoach.texts.errors import sentence_for


class KeyDesk(QObject):
    """Takes the key the agent has chosen, and says how it stands."""

    pressed = Signal()
    changed = Signal(str)  #: how the key stands, in a sentence; "" when it is on, or off

    def __init__(self, parts: Parts, bus: SessionBus, parent: QObject) -> None:
        super().__init__(parent)
        self._attempts = parts.attempts
        self._settings = parts.coach.settings
        self._tray = parts.tray
        self._window = parts.window
        self._key = GlobalKey(way_for(QGuiApplication.platformName(), parts.environment, bus), self)
        self._key.pressed.connect(self._on_pressed)
        self._key.changed.connect(self._on_changed)
        self._begun = False
        self._told = ""
        self._hushed = False
        self._settings.listen(self._heed)

    @property
    def words(self) -> str:
        """How the key stands, in a sentence with its cure; "" when it is on, or off."""
        if self._key.state in {KeyState.ON, KeyState.OFF, KeyState.ASKING}:
            return ""
        keys = "" if self._key.keys is None else self._key.keys.text
        return sentence_for(self._key.state.value, keys=keys)

    def hush(self, hushed: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Open nothing while a key is being chosen: the present one may be pressed, too."""
        self._hushed = hushed

    def begin(self) -> None:
        """Take the key."""
        self._begun = True
        self._attempts.run(lambda: self._heed(QUICK_KEY))

    def stop(self) -> None:
        """Give the key back."""
        self._key.close()

    def _on_pressed(self) -> None:
        if not self._hushed:
            self.pressed.emit()

    def _heed(self, setting: str) -> None:
        if setting == QUICK_KEY and self._begun:
            self._key.choose(chosen_combination(self._settings.value(QUICK_KEY)))

    def _on_changed(self, state: KeyState) -> None:
        keys = self._key.keys
        self._tray.show_keys(keys.text if keys is not None and state is KeyState.ON else "")
        words = self.words
        self.changed.emit(words)
        # Where a desktop gives no program a key, Settings says so; a key that is taken is worth a line.
        if words and words != self._told and state in {KeyState.TAKEN, KeyState.NO_SUCH_KEY, KeyState.DENIED}:
            self._told = words
            self._window.show_notice(words)
