"""Whether there is room for a further habit, under the list of those there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.offers import Room
from habitcoach.texts.language import tr
from habitcoach.ui.habit.words import room_line
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label


class RoomLine(QWidget):
    """One calm line, with the way to the library where a further habit is offered."""

    open_library = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("room_for_more")
        self._narrow = False
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName("room_line")
        self._look_around = Button(look, tr("Look in the library"), "soft", scale="compact")
        self._look_around.setObjectName("room_library")
        self._look_around.clicked.connect(self.open_library)
        body = QVBoxLayout(self)
        # Its first line stands in the middle of the button beside it.
        lead = max(0, (look.theme.size("button") - look.theme.line_height("small")) // 2)
        body.setContentsMargins(0, lead, 0, 0)
        body.setSpacing(look.theme.space(1))
        body.addWidget(self._line)
        body.addWidget(self._look_around, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_room(self, room: Room) -> None:
        """Say how it stands; nothing where neither has to be said."""
        self._line.setText(room_line(room))
        self._look_around.setVisible(room.offered)
        self._place()

    def show_narrow(self, *, narrow: bool) -> None:
        """Hide where the list shows glyphs alone."""
        self._narrow = narrow
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._line.text()) and not self._narrow)
