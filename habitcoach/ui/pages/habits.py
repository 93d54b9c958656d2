"""The Habits page: a list on the left, one habit on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.views import HabitView
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.habit_detail import HabitDetail
from habitcoach.ui.pages.habit_list import HabitList
from habitcoach.ui.pages.no_habits import NoHabits
from habitcoach.ui.pages.page import Rule
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.question import Question, QuestionWords

_NARROW = 792  #: a window under 1000 px leaves less than this: then the list shows glyphs alone
_NARROW_LIST = 64


class HabitsPage(QWidget):
    """Shows habits and says what the agent wants done with them."""

    new_habit = Signal()
    edit = Signal(int)
    archive = Signal(int)
    restore = Signal(int)
    delete = Signal(int)
    open_library = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._habits: tuple[HabitView, ...] = ()
        self._retired = False
        self.setObjectName("habits_page")
        self._title = Label(look, tr("Habits"), "title")
        self._new = IconButton(look, "plus", tr("New habit"), "secondary")
        self._new.setObjectName("new_habit")
        self._new.clicked.connect(self.new_habit)
        self._chips = Flow(look.theme.space(2))
        group = QButtonGroup(self)
        self._active_chip = self._chip("filter_active", group, retired=False)
        self._retired_chip = self._chip("filter_retired", group, retired=True)
        self._active_chip.setChecked(True)
        self._list = HabitList(look)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._detail = HabitDetail(look)
        self._detail.edit.connect(self.edit)
        self._detail.archive.connect(self.archive)
        self._detail.restore.connect(self.restore)
        self._detail.delete.connect(self._ask_delete)
        self._none = NoHabits(look, "no_habits_yet")
        self._none.open_library.connect(self.open_library)
        self._none.new_habit.connect(self.new_habit)
        self._none_retired = EmptyState(
            look,
            "none_retired",
            BigIcon(look, "archive"),
            tr("Nothing is retired"),
            tr("A habit you retire waits here with its history."),
        )
        self._right = QStackedWidget()
        for part in (self._detail, self._none, self._none_retired):
            self._right.addWidget(part)
        self._lay_out()

    def _chip(self, name: str, group: QButtonGroup, *, retired: bool) -> Button:
        chip = Button(self._look, "", "chip")
        chip.setObjectName(name)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._show_retired(retired=retired))
        group.addButton(chip)
        self._chips.add(chip)
        return chip

    def _lay_out(self) -> None:
        theme = self._look.theme
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._new)
        self._left = QWidget()
        self._left.setObjectName("habit_list_side")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(theme.space(3), theme.space(6), theme.space(3), theme.space(3))
        left.setSpacing(theme.space(3))
        for part in (self._head, self._chips):
            inset = QHBoxLayout()
            inset.setContentsMargins(theme.space(3) - 2, 0, theme.space(2), 0)
            if isinstance(part, QWidget):
                inset.addWidget(part)
            else:
                inset.addLayout(part)
            left.addLayout(inset)
        left.addWidget(self._list, 1)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._left)
        body.addWidget(Rule(self._look))
        body.addWidget(self._right, 1)

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show all habits, retired ones too."""
        self._habits = tuple(habits)
        retired = sum(one.archived for one in self._habits)
        active = len(self._habits) - retired
        self._active_chip.set_label(tr("Active {n}", n=number_text(active)))
        self._retired_chip.set_label(tr("Retired {n}", n=number_text(retired)))
        self._show()

    def choose(self, habit_id: int) -> None:
        """Show one habit."""
        for one in self._habits:
            if one.habit_id == habit_id:
                (self._retired_chip if one.archived else self._active_chip).setChecked(True)
                self._show_retired(retired=one.archived)
        self._list.choose(habit_id)

    def current(self) -> HabitView | None:
        """Return the habit shown."""
        return self._list.current()

    def _show_retired(self, *, retired: bool) -> None:
        self._retired = retired
        self._show()

    def _show(self) -> None:
        shown = [one for one in self._habits if one.archived is self._retired]
        self._list.show_habits(shown)
        if not shown:
            self._right.setCurrentWidget(self._none_retired if self._retired else self._none)

    def _on_chosen(self, habit: HabitView | None) -> None:
        if habit is not None:
            self._detail.show_habit(habit)
            self._right.setCurrentWidget(self._detail)

    def _on_opened(self, habit: HabitView) -> None:
        if not habit.archived:
            self.edit.emit(habit.habit_id)

    def _ask_delete(self, habit: HabitView) -> None:
        words = QuestionWords(
            tr("Delete “{habit}”?", habit=habit.name),
            tr("It was never logged, so nothing else goes with it."),
            keep=tr("Keep it"),
            go=tr("Delete"),
        )
        Question(self._look, self, words).ask(lambda: self.delete.emit(habit.habit_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the detail when there is little."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._left.setFixedWidth(_NARROW_LIST if narrow else self._look.theme.size("habit_list"))
        self._title.setVisible(not narrow)
        self._chips.setVisible(not narrow)
        self._list.show_narrow(narrow=narrow)
