"""The keyboard map: which keys there are, what they say they do, and how a window comes to hear them."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from habitcoach.texts.language import tr


class Act(Enum):
    """What a key of the window does, whichever page is shown."""

    TODAY = auto()
    HABITS = auto()
    LIBRARY = auto()
    REVIEW = auto()
    SETTINGS = auto()
    NEW_HABIT = auto()
    NEW_PROMISE = auto()
    HARD_ONE = auto()
    QUICK_BAR = auto()
    KEYS = auto()
    HOLD = auto()
    FIND = auto()
    UNDO = auto()
    EDIT = auto()
    NOTE = auto()
    WEEK_BEFORE = auto()
    WEEK_AFTER = auto()
    QUIT = auto()


#: In Qt's words: Ctrl is Cmd on macOS, and Meta is Ctrl there.
KEYS: Mapping[Act, str] = {
    Act.TODAY: "Ctrl+1",
    Act.HABITS: "Ctrl+2",
    Act.LIBRARY: "Ctrl+3",
    Act.REVIEW: "Ctrl+4",
    Act.SETTINGS: "Ctrl+,",
    Act.NEW_HABIT: "Ctrl+N",
    Act.NEW_PROMISE: "Ctrl+Shift+P",
    Act.HARD_ONE: "Ctrl+Shift+R",
    Act.QUICK_BAR: "Ctrl+K",
    Act.KEYS: "?",
    Act.HOLD: "Ctrl+Meta+H" if sys.platform == "darwin" else "Ctrl+H",  # Cmd+H hides a program there
    Act.FIND: "Ctrl+F",
    Act.UNDO: "Ctrl+Z",
    Act.EDIT: "Ctrl+E",
    Act.NOTE: "Ctrl+M",
    Act.WEEK_BEFORE: "Alt+Left",
    Act.WEEK_AFTER: "Alt+Right",
    Act.QUIT: "Ctrl+Q",
}


def install(window: QWidget, acts: Mapping[Act, Callable[[], object]]) -> None:
    """Have a window answer the keys of these acts. A field that has the focus keeps what is typed into it."""
    for act, do in acts.items():
        shortcut = QShortcut(QKeySequence(KEYS[act]), window)
        shortcut.setObjectName(f"key_{act.name.lower()}")
        shortcut.activated.connect(do)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the list: keys, and what they do."""

    keys: tuple[str, ...]  #: each as it is written on this system
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Lines that belong together."""

    title: str
    lines: tuple[KeyLine, ...]


def shown(key: str) -> str:
    """Return a key as this system writes it, "Ctrl+K" or "⌘K"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _line(words: str, *keys: Act | str) -> KeyLine:
    return KeyLine(tuple(shown(KEYS[one] if isinstance(one, Act) else one) for one in keys), words)


def key_groups() -> tuple[KeyGroup, ...]:
    """Return the whole list, in the agent's language."""
    return (
        KeyGroup(
            tr("Everywhere"),
            (
                _line(tr("Today"), Act.TODAY),
                _line(tr("Habits"), Act.HABITS),
                _line(tr("Library"), Act.LIBRARY),
                _line(tr("Review"), Act.REVIEW),
                _line(tr("Settings"), Act.SETTINGS),
                _line(tr("New habit"), Act.NEW_HABIT),
                _line(tr("New promise"), Act.NEW_PROMISE),
                _line(tr("After a hard one"), Act.HARD_ONE),
                _line(tr("Quick bar"), Act.QUICK_BAR),
                _line(tr("Hold cues, or let them go"), Act.HOLD),
                _line(tr("Search"), Act.FIND),
                _line(tr("Undo the last tick, skip or snooze"), Act.UNDO),
                _line(tr("This list"), Act.KEYS),
                _line(tr("Quit"), Act.QUIT),
            ),
        ),
        KeyGroup(
            tr("In a list or on a card"),
            (
                _line(tr("Move"), "Up", "Down"),
                _line(tr("Open"), "Enter"),
                _line(tr("Done"), "D", "Space"),
                _line(tr("Snooze, then 1 to 4"), "Z"),
                _line(tr("Skip, then 1 to 4"), "S"),
                _line(tr("Count one more"), "+", "="),
                _line(tr("An opportunity only"), "O"),
                _line(tr("Take one back"), "-"),
            ),
        ),
        KeyGroup(
            tr("Habits and review"),
            (
                _line(tr("Edit the habit"), Act.EDIT),
                _line(tr("Add a note"), Act.NOTE),
                _line(tr("The week before, the week after"), Act.WEEK_BEFORE, Act.WEEK_AFTER),
                _line(tr("Choose a decision"), "1", "2", "3", "4", "5"),
                _line(tr("Save, or finish"), "Ctrl+Enter"),
                _line(tr("Close"), "Esc"),
            ),
        ),
    )
