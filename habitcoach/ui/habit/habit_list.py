"""The list of habits beside their detail."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.strengths import Strength
from habitcoach.texts.explanations import band_word
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.habit.list_row import HABIT_ROLE, STRENGTH_ROLE, HabitDelegate
from habitcoach.ui.habit.words import list_line
from habitcoach.ui.look import Look


class HabitList(QListWidget):
    """Habits to choose from. The one chosen stays chosen while views come and go.

    Dragging a habit, or Alt with Up and Down, gives it another place.
    """

    chosen = Signal(object)  #: HabitView, or None when the list is empty
    opened = Signal(object)  #: HabitView: Enter or a double click
    ordered = Signal(object)  #: habit ids in their new order

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._delegate = HabitDelegate(look, self)
        self._strengths: Mapping[int, Strength] = {}
        self.setObjectName("habit_list")
        self.setAccessibleName(tr("Habits"))
        self.setAccessibleDescription(tr("Alt with Up and Down moves a habit"))
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(HABIT_ROLE)))
        self.model().rowsMoved.connect(lambda *_: self.ordered.emit(self.order()))
        look.changed.connect(self.viewport().update)

    def current(self) -> HabitView | None:
        """Return the habit chosen."""
        return self._habit(self.currentRow()) if self.currentRow() >= 0 else None

    def order(self) -> list[int]:
        """Return the habits as they stand."""
        return [self._habit(at).habit_id for at in range(self.count())]

    def show_narrow(self, *, narrow: bool) -> None:
        """Show glyphs alone, with names as tool tips, or whole rows."""
        self._delegate.narrow = narrow
        for at in range(self.count()):
            self._tip(self.item(at))
        self.viewport().update()

    def show_strengths(self, strengths: Mapping[int, Strength]) -> None:
        """Show how strong habits are, by their number."""
        self._strengths = strengths
        for at in range(self.count()):
            self._fill(self.item(at), self._habit(at))

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show these habits; the chosen one stays, else its neighbour is chosen."""
        before, row = self.current(), self.currentRow()
        self.blockSignals(True)
        if [one.habit_id for one in habits] != self.order():
            self.clear()
            for _ in habits:
                self.addItem(QListWidgetItem())
        for at, habit in enumerate(habits):
            self._fill(self.item(at), habit)
        ids = [one.habit_id for one in habits]
        if before is not None and before.habit_id in ids:
            self.setCurrentRow(ids.index(before.habit_id))
        elif habits:
            self.setCurrentRow(min(max(0, row), len(habits) - 1))
        self.blockSignals(False)
        # Nothing is to be reached in an empty list, and nothing would show that it was.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if habits else Qt.FocusPolicy.NoFocus)
        self.viewport().update()
        self.chosen.emit(self.current())

    def choose(self, habit_id: int) -> None:
        """Choose a habit that is in the list."""
        for at in range(self.count()):
            if self._habit(at).habit_id == habit_id:
                self.setCurrentRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen habit with Alt; the other keys are those of any list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        row = self.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.count():
            return
        # Neither the row taken out nor the one put in is a choice of the agent's.
        self.blockSignals(True)
        self.insertItem(to, self.takeItem(row))
        self.setCurrentRow(to)
        self.blockSignals(False)
        said = tr(
            "{habit}, now {place} of {count}", habit=self._habit(to).name, place=to + 1, count=self.count()
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.ordered.emit(self.order())

    def _habit(self, at: int) -> HabitView:
        habit: HabitView = self.item(at).data(HABIT_ROLE)
        return habit

    def _fill(self, item: QListWidgetItem, habit: HabitView) -> None:
        strength = self._strengths.get(habit.habit_id)
        item.setData(HABIT_ROLE, habit)
        item.setData(STRENGTH_ROLE, strength)
        item.setText(habit.name)
        words = [habit.name, list_line(habit), streak_phrase(habit.streak, habit.per)]
        if strength is not None:
            words.append(band_word(strength.band))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(words))
        self._tip(item)

    def _tip(self, item: QListWidgetItem) -> None:
        # The tool tip takes rich text when it finds tags, unless it is escaped into one.
        item.setToolTip(f"<span>{escape(item.text())}</span>" if self._delegate.narrow else "")
