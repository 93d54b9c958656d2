"""The kinds of cue as tiles, one of which is chosen."""

from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from habitcoach.core.trigger import After, AroundShift, At, Contact, Every, Manual, OncePer, Promised, Trigger
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.choice_tile import RadioTile, TileWords
from habitcoach.ui.widgets.one_of import OneOf

_COLUMNS = 3


class CueKind(StrEnum):
    """What starts a habit."""

    AT = "at"
    EVERY = "every"
    SHIFT = "shift"
    AFTER = "after"
    CONTACT = "contact"
    MANUAL = "manual"


def kind_of(trigger: Trigger) -> CueKind:
    """Return the tile that a trigger belongs to."""
    match trigger:
        case At():
            return CueKind.AT
        case Every():
            return CueKind.EVERY
        case AroundShift() | OncePer():
            return CueKind.SHIFT
        case After():
            return CueKind.AFTER
        case Contact():
            return CueKind.CONTACT
        case Manual() | Promised():
            return CueKind.MANUAL


class CueTile(RadioTile):
    """A radio button as a tile with an icon."""

    def __init__(self, look: Look, kind: CueKind, icon: str, text: str) -> None:
        super().__init__(look, f"cue-{kind.value}", TileWords(text, icon))
        self._dressed = look
        self.kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for icon and text, in a tile of a dialog's height."""
        theme = self._dressed.theme
        return QSize(super().sizeHint().width(), round(theme.size("choice_tile") * theme.text_scale))


class CueTiles(QWidget):
    """All kinds of cue."""

    chosen = Signal(object)  #: CueKind

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._group = OneOf(self)
        self._tiles: dict[CueKind, CueTile] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.space(2))
        kinds = (
            (CueKind.AT, "clock", tr("At a time")),
            (CueKind.EVERY, "repeat", tr("Every so often")),
            (CueKind.SHIFT, "sunrise", tr("Around my shift")),
            (CueKind.AFTER, "after", tr("After a habit")),
            (CueKind.CONTACT, "tally", tr("Every contact")),
            (CueKind.MANUAL, "minus", tr("No cue")),
        )
        for number, (kind, icon, text) in enumerate(kinds):
            tile = CueTile(look, kind, icon, text)
            tile.toggled.connect(lambda on, kind=kind: self.chosen.emit(kind) if on else None)
            self._tiles[kind] = tile
            self._group.addButton(tile)
            grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)

    def choose(self, kind: CueKind) -> None:
        """Choose a kind."""
        self._tiles[kind].setChecked(True)

    def chosen_tile(self) -> CueTile:
        """Return the tile that is chosen."""
        return next(tile for tile in self._tiles.values() if tile.isChecked())

    def kind(self) -> CueKind:
        """Return the kind that is chosen."""
        return self.chosen_tile().kind
