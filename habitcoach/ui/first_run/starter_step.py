"""Step 2: one to three habits to begin with."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from habitcoach.coaching.first_run import FirstRunView
from habitcoach.coaching.preferences import Channel
from habitcoach.library import Template, starters
from habitcoach.texts.channels import for_channels
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.first_run.starter_tile import StarterTile
from habitcoach.ui.first_run.step_page import StepPage
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

_STEP = 2
_COLUMNS = 2
_PLENTY = 3


class StarterStep(StepPage):
    """Shows the starters of the agent's channels. A fourth is taken, with a short word on it."""

    picked = Signal(str, bool)  #: template id, ticked or not
    write_own = Signal()
    back = Signal()
    done = Signal()

    def __init__(self, look: Look, templates: Sequence[Template]) -> None:
        super().__init__(look, _STEP, tr("Pick one to three"), "")
        self._look, self._templates = look, tuple(templates)
        self._channels: tuple[Channel, ...] = ()
        self._offered: tuple[Template, ...] = ()
        self._tiles: dict[str, StarterTile] = {}
        theme = look.theme
        self._area = QWidget()
        self._grid = QGridLayout(self._area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(2) + 2)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._note = Label(look, "", "small", "text2", wrap=True)
        self._note.setObjectName("starter_note")
        note = QHBoxLayout()
        note.setSpacing(theme.space(2))
        note.addWidget(SmallIcon(look, "info"))
        note.addWidget(self._note, 1)
        self.body.addWidget(self._area)
        self.body.addSpacing(theme.space(5))
        self.body.addLayout(note)
        self.body.addStretch()
        self._count = Label(look, "", "small_strong")
        self._count.setObjectName("picked_count")
        own = Button(look, tr("Write my own"), "quiet")
        own.setObjectName("write_own")
        own.clicked.connect(self.write_own)
        back = Button(look, tr("Back"), "quiet")
        back.setObjectName("back")
        back.clicked.connect(self.back)
        on = Button(look, tr("Continue"), "primary", scale="large")
        on.setObjectName("continue")
        on.setDefault(True)
        on.clicked.connect(self.done)
        self._on = on
        self.foot.addWidget(self._count, 1)
        for button in (own, back, on):
            self.foot.addWidget(button)

    def show_view(self, view: FirstRunView) -> None:
        """Show what is offered, and what is ticked."""
        offered = self._to_offer(view)
        if offered != self._offered:
            self._offer(offered)
        for name, tile in self._tiles.items():
            tile.setChecked(name in view.picked)
        self.line.setText(_line(view.channels))
        count = len(view.picked) + len(view.own)
        self._note.setText(_note(count, len(self._templates) - len(offered)))
        self._count.setText(ntr("1 picked", "{n} picked", count) if count else tr("None picked yet"))
        if view.own:
            self._count.setText(_with_own(count, view.own[-1]))

    def first_stop(self) -> QWidget:
        """Return what the keyboard begins with."""
        return next(iter(self._tiles.values()), self._on)

    def _to_offer(self, view: FirstRunView) -> tuple[Template, ...]:
        """Return the starters of the channels, and what is ticked besides: it counts, so it can be unticked.

        As long as the channels are the same no tile goes, not even one whose tick was just taken away.
        """
        fitting = starters(self._templates, {one.value for one in view.channels})
        shown = self._offered if view.channels == self._channels else ()
        self._channels = view.channels
        every = starters(self._templates)
        return tuple(one for one in every if one in fitting or one in shown or one.id in view.picked)

    def _offer(self, offered: tuple[Template, ...]) -> None:
        for tile in self._tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._offered, self._tiles = offered, {}
        before: QWidget | None = None
        for number, template in enumerate(offered):
            tile = StarterTile(self._look, template)
            tile.clicked.connect(lambda on, name=template.id: self.picked.emit(name, on))
            self._tiles[template.id] = tile
            self._grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)
            if before is not None:
                QWidget.setTabOrder(before, tile)
            before = tile


def _line(channels: Sequence[Channel]) -> str:
    fewer = tr("Fewer is better: two that stick beat five that do not.")
    return tr("{whom} {remark}", whom=for_channels(channels), remark=fewer) if channels else fewer


def _note(count: int, rest: int) -> str:
    waiting = tr("The rest wait in the library: {n} more.", n=number_text(rest))
    if count > _PLENTY:
        return tr(
            "That is a lot to begin with. Three at most stick best; the others can wait in the library."
        )
    if count == _PLENTY:
        return tr("Three are plenty. {rest}", rest=waiting)
    return waiting


def _with_own(count: int, name: str) -> str:
    return ntr("1 picked: “{name}” is yours", "{n} picked, “{name}” is your own", count, name=name)
