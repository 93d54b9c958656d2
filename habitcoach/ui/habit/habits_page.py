"""The Habits page: a list on the left, one habit on the right."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.explaining import HabitFacts
from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.offers import Room
from habitcoach.coaching.strengths import Strength
from habitcoach.texts.language import tr
from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.habit.habit_list import HabitList
from habitcoach.ui.habit.list_filter import Listed, ListFilter, listed_as
from habitcoach.ui.habit.list_menu import ListMenu
from habitcoach.ui.habit.room_line import RoomLine
from habitcoach.ui.habit.why import WhyPanel
from habitcoach.ui.habit.why_words import Asked
from habitcoach.ui.habit.words import quiet_line
from habitcoach.ui.look import Look
from habitcoach.ui.pages.no_habits import NoHabits
from habitcoach.ui.pages.page import Rule
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.labels import ElidedLabel, Label
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
    shown = Signal(int)  #: habit id: answer with show_detail
    ordered = Signal(object)  #: habit ids in their new order
    fading_chosen = Signal(int, object)  #: habit id, a Consent or None for the choice of all habits
    fading_accepted = Signal(int)  #: habit id: yes to fewer cues
    note_written = Signal(int, object, str)  #: habit id, EntryId or None for a new note, text
    note_erased = Signal(object)  #: EntryId
    journal_wanted = Signal()  #: what worked, day by day
    copy_wanted = Signal()  #: the habits as text, to the clipboard
    share_wanted = Signal()  #: the habits as a file for a colleague
    why = Signal(object)  #: Asked; answer with show_why

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._habits: tuple[HabitView, ...] = ()
        self._why: WhyPanel | None = None
        self.setObjectName("habits_page")
        self._title = ElidedLabel(look, tr("Habits"), "title")
        self._new = IconButton(look, "plus", tr("New habit"), "secondary")
        self._new.setObjectName("new_habit")
        self._new.clicked.connect(self.new_habit)
        self._menu = ListMenu(look)
        self._filter = ListFilter(look)
        self._filter.changed.connect(self._show)
        self._list = HabitList(look)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._list.ordered.connect(self.ordered)
        self._quiet = Label(look, "", "small", "text2", wrap=True)
        self._quiet.setObjectName("quiet_on_purpose")
        self._room = RoomLine(look)
        self._detail = HabitDetail(look)
        self._none = NoHabits(look, "no_habits_yet")
        resting = EmptyState(
            look,
            "none_resting",
            BigIcon(look, "moon"),
            tr("Nothing is resting"),
            tr("A habit that goes unkept for long rests here, without cues, until you take it up again."),
        )
        retired = EmptyState(
            look,
            "none_retired",
            BigIcon(look, "archive"),
            tr("Nothing is retired"),
            tr("A habit you retire waits here with its history."),
        )
        self._head, self._chips, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._right = QStackedWidget()
        self._right.addWidget(self._detail)
        self._empty: dict[Listed, QWidget] = {
            Listed.ACTIVE: _centred(self._none),
            Listed.RESTING: _centred(resting),
            Listed.RETIRED: _centred(retired),
        }
        for part in self._empty.values():
            self._right.addWidget(part)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        detail = self._detail
        detail.edit.connect(self.edit)
        detail.archive.connect(self.archive)
        detail.restore.connect(self.restore)
        detail.delete.connect(self._ask_delete)
        detail.why.connect(self.ask_why)
        detail.cue.chosen.connect(self.fading_chosen)
        detail.cue.accepted.connect(self.fading_accepted)
        detail.notes.written.connect(self._on_note)
        detail.notes.erased.connect(self.note_erased)
        self._menu.journal_wanted.connect(self.journal_wanted)
        self._menu.copy_wanted.connect(self.copy_wanted)
        self._menu.share_wanted.connect(self.share_wanted)
        for offer in (self._none, self._room):
            offer.open_library.connect(self.open_library)
        self._none.new_habit.connect(self.new_habit)

    def _lay_out(self) -> None:
        theme = self._look.theme
        head, chips, foot = self._head, self._chips, self._foot
        head.addWidget(self._title, 1)
        head.addWidget(self._new)
        chips.addWidget(self._filter)
        foot.addWidget(self._room, 1)
        foot.addStretch()
        foot.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self._left = QWidget()
        self._left.setObjectName("habit_list_side")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(theme.space(3), theme.space(7), 0, theme.space(6))
        left.setSpacing(theme.space(3))
        left.addLayout(head)
        left.addLayout(chips)
        rows, quiet = QHBoxLayout(), QHBoxLayout()
        rows.setContentsMargins(0, 0, theme.space(3), 0)
        rows.addWidget(self._list)
        quiet.setContentsMargins(theme.space(3) - 2, 0, theme.space(3), 0)
        quiet.addWidget(self._quiet)
        left.addLayout(rows, 1)
        left.addLayout(quiet)
        left.addLayout(foot)
        self._indent(narrow=False)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._left)
        body.addWidget(Rule(self._look))
        body.addWidget(self._right, 1)

    def _indent(self, *, narrow: bool) -> None:
        """Have titles begin where the glyphs of rows do; where those are alone, put all in their middle."""
        theme = self._look.theme
        edge, inset = theme.space(3), theme.space(3) - 2
        if narrow:
            for row in (self._head, self._chips):
                row.setContentsMargins(0, 0, edge, 0)
            self._foot.setContentsMargins(0, 0, edge + theme.space(1), 0)
        else:
            self._head.setContentsMargins(inset, 0, edge + theme.space(2), 0)
            # The chips may reach the edge: three of them need all the room there is.
            self._chips.setContentsMargins(inset, 0, 0, 0)
            self._foot.setContentsMargins(inset, 0, edge, 0)

    # ---- what is shown

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show all habits, resting and retired ones too."""
        self._habits = tuple(habits)
        self._filter.show_counts(self._habits)
        self._show_quiet()
        self._show()

    def show_strengths(self, strengths: Mapping[int, Strength]) -> None:
        """Show how strong habits are, by their number."""
        self._list.show_strengths(strengths)

    def show_room(self, room: Room) -> None:
        """Say whether there is room for a further habit."""
        self._room.show_room(room)

    def show_detail(self, view: HabitDetailView) -> None:
        """Show charts and lists of the habit that is shown."""
        self._detail.show_detail(view)

    def show_why(self, facts: HabitFacts, today: date) -> None:
        """Fill the panel that was asked for."""
        if self._why is not None:
            self._why.show_facts(facts, today)

    def choose(self, habit_id: int) -> None:
        """Show one habit."""
        for one in self._habits:
            if one.habit_id == habit_id:
                self._filter.choose(listed_as(one))
        self._list.choose(habit_id)

    def current(self) -> HabitView | None:
        """Return the habit shown."""
        found: HabitView | None = self._list.current()
        return found

    def add_note(self) -> None:
        """Ask for a note on the habit shown."""
        if self._right.currentWidget() is self._detail:
            self._detail.notes.add_note()

    def _show(self) -> None:
        listed = self._filter.listed
        shown = [one for one in self._habits if listed_as(one) is listed]
        self._list.show_habits(shown)
        if not shown:
            self._right.setCurrentWidget(self._empty[listed])

    def _show_quiet(self) -> None:
        self._quiet.setText(quiet_line(self._habits))
        self._quiet.setVisible(bool(self._quiet.text()) and not self._is_narrow())

    # ---- what the agent does

    def _on_chosen(self, habit: HabitView | None) -> None:
        if habit is not None:
            self._detail.show_habit(habit)
            self._right.setCurrentWidget(self._detail)
            self.shown.emit(habit.habit_id)

    def _on_opened(self, habit: HabitView) -> None:
        if not habit.archived:
            self.edit.emit(habit.habit_id)

    def _on_note(self, entry_id: object, text: str) -> None:
        habit = self.current()
        if habit is not None:
            self.note_written.emit(habit.habit_id, entry_id, text)

    def ask_why(self, asked: Asked) -> None:
        """Open the panel that says where a number comes from."""
        """Open the panel that says where a number comes from."""
        self._why = WhyPanel(self._look, asked, self)
        self._why.finished.connect(self._forget_why)
        self._why.open()
        self.why.emit(asked)

    def _forget_why(self) -> None:
        self._why = None

    def _ask_delete(self, habit: HabitView) -> None:
        words = QuestionWords(
            tr("Delete “{habit}”?", habit=habit.name),
            tr("It was never logged, so nothing else goes with it."),
            keep=tr("Keep it"),
            go=tr("Delete"),
        )
        Question(self._look, self, words).ask(lambda: self.delete.emit(habit.habit_id))

    # ---- how much room there is

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the detail when there is little."""
        super().resizeEvent(event)
        narrow = self._is_narrow()
        self._left.setFixedWidth(_NARROW_LIST if narrow else self._look.theme.size("habit_list"))
        self._indent(narrow=narrow)
        self._title.setVisible(not narrow)
        self._filter.show_narrow(narrow=narrow)
        self._list.show_narrow(narrow=narrow)
        self._show_quiet()
        self._room.show_narrow(narrow=narrow)


def _centred(part: QWidget) -> QWidget:
    """Return a page with a part a little above its middle, no higher than it needs."""
    holder = QWidget()
    body = QVBoxLayout(holder)
    body.addStretch(2)
    body.addWidget(part)
    body.addStretch(3)
    return holder
