"""“Today I'm on: Early ▾”: a button that shows today's shift, and the menu that changes it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from habitcoach.coaching.shift_choices import AS_PLANNED, OFF, ShiftChoices, ShiftWish, WishKind
from habitcoach.texts.language import tr
from habitcoach.ui.hours_dialog import HoursDialog
from habitcoach.ui.look import Look
from habitcoach.ui.shift_words import choice_text, current_text, shift_icon
from habitcoach.ui.tray_words import menu_text
from habitcoach.ui.widgets.menu_button import MenuButton
from habitcoach.ui.widgets.small_icon import SmallIcon


def fill_shift_menu(
    menu: QMenu,
    choices: ShiftChoices,
    chosen: Callable[[ShiftWish], object],
    ask_hours: Callable[[], object],
) -> None:
    """Fill a menu with what today can be; `ask_hours` is to ask for other hours."""
    menu.clear()
    group = QActionGroup(menu)
    for shift in choices.shifts:
        wish = ShiftWish(WishKind.NAMED, shift.name)
        action = _action(menu, choice_text(shift), f"shift {shift.name}", partial(chosen, wish))
        _check(group, action, on=shift == choices.current)
    menu.addSeparator()
    other = choices.current is not None and choices.current not in choices.shifts
    _check(group, _action(menu, tr("Overtime, other hours…"), "shift_hours", ask_hours), on=other)
    off = _action(menu, tr("Off today"), "shift_off", partial(chosen, OFF))
    _check(group, off, on=choices.current is None)
    if choices.moved:
        menu.addSeparator()
        planned = tr("day off") if choices.planned is None else choice_text(choices.planned)
        words = tr("As the roster says: {shift}", shift=planned)
        _action(menu, words, "shift_planned", partial(chosen, AS_PLANNED))


def ask_for_hours(
    look: Look, choices: ShiftChoices, parent: QWidget, chosen: Callable[[ShiftWish], object]
) -> None:
    """Open the dialog for other hours; the answer is given to `chosen`."""
    dialog = HoursDialog(look, choices.current or choices.planned, parent)
    dialog.chosen.connect(chosen)
    dialog.open()


class ShiftChooser(MenuButton):
    """Shows what today is. It changes only once it is told what came of a choice.

    `sign` shows the shift's sign in place of the button's own, where it stands elsewhere on the line.
    """

    chosen = Signal(object)  #: a ShiftWish

    def __init__(self, look: Look, sign: SmallIcon | None = None) -> None:
        super().__init__(look, "", "secondary", "sunrise" if sign is None else "", scale="small")
        self._elsewhere = sign
        self._choices: ShiftChoices | None = None
        self.setObjectName("shift_chooser")
        self.setAccessibleName(tr("Today I’m on"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menu_shown.connect(self._fill)

    def show_choices(self, choices: ShiftChoices) -> None:
        """Show what today is and can be."""
        self._choices = choices
        current = current_text(choices)
        self.set_label(current)
        if self._elsewhere is None:
            self.set_icon(shift_icon(choices.current))
        else:
            self._elsewhere.show_icon(shift_icon(choices.current), "text2")
        self.setAccessibleName(tr("Today I’m on: {shift}", shift=current))

    def _fill(self) -> None:
        if self._choices is not None:
            fill_shift_menu(self.choices_menu, self._choices, self.chosen.emit, self._ask_hours)

    def _ask_hours(self) -> None:
        if self._choices is not None:
            ask_for_hours(self._look, self._choices, self.window(), self.chosen.emit)


def _action(menu: QMenu, text: str, name: str, act: Callable[[], object]) -> QAction:
    action = QAction(menu_text(text), menu)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action


def _check(group: QActionGroup, action: QAction, *, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)
    group.addAction(action)
