"""News of the week: what became of cues and what could, and whether there is room for a further habit."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.texts.fading import change_sentence, proposal_sentence
from habitcoach.texts.language import tr
from habitcoach.ui.format import day_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


@dataclass(frozen=True, slots=True)
class _News:
    """One sentence, and the habit whose proposal can be accepted."""

    text: str
    habit_id: int = 0
    habit: str = ""
    room: bool = False  #: it is about room for a further habit


def news_of(view: ReviewPageView) -> tuple[_News, ...]:
    """Return a sentence for each change of the week and each proposal, then about room for more."""
    changes = [
        _News(
            tr(
                "{habit}, from {day} on. {what}",
                habit=row.habit,
                day=day_text(one.from_date or view.week.start),
                what=change_sentence(one),
            )
        )
        for row in view.rows
        for one in row.stage_changes
    ]
    proposals = [
        _News(
            tr("{habit}. {what}", habit=row.habit, what=proposal_sentence(row.proposed)),
            row.habit_id,
            row.habit,
        )
        for row in view.rows
        if row.proposed is not None
    ]
    room = [_News(tr("There is room for a further habit."), room=True)] if view.further_habit else []
    return (*changes, *proposals, *room)


class CueNews(QWidget):
    """Lines behind a bell; a proposal has a button that says yes."""

    accepted = Signal(int)  #: habit id
    open_library = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[_News, ...] = ()
        self._buttons: list[Button] = []
        self.setObjectName("cue_news")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(look.theme.space(1))
        self.hide()

    def show_week(self, view: ReviewPageView) -> None:
        """Show what a week has to tell; nothing takes no room."""
        found = news_of(view)
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._buttons = []
        for number, one in enumerate(found):
            self._body.addWidget(self._line(f"cue_news-{number + 1}", one))

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [*self._buttons]

    def _line(self, name: str, one: _News) -> QWidget:
        made = QWidget()
        label = Label(self._look, one.text, "body", "text2", wrap=True)
        label.setObjectName(name)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(2))
        button = self._button(one)
        side = Qt.AlignmentFlag.AlignTop if button is None else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(SmallIcon(self._look, "plus" if one.room else "bell"), 0, side)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        if button is not None:
            self._buttons.append(button)
            row.addWidget(button, 0, side)
        return made

    def _button(self, one: _News) -> Button | None:
        if one.room:
            button = Button(self._look, tr("Open the library"), "quiet", scale="small")
            button.setObjectName("review_open_library")
            button.clicked.connect(self.open_library)
            return button
        if not one.habit_id:
            return None
        button = Button(self._look, tr("Fewer cues"), "secondary", scale="small")
        button.setObjectName(f"fewer_cues-{one.habit_id}")
        button.setAccessibleName(tr("Fewer cues for {habit}", habit=one.habit))
        button.clicked.connect(lambda _on=False, number=one.habit_id: self.accepted.emit(number))
        return button
