"""Wiring: what each surface emits, to the intent it means. Every answer takes the same path."""

from collections.abc import Callable

from habitcoach.app.card_port import CardPort
from habitcoach.app.editing import Editing
from habitcoach.app.intents import Intents, habit_of
from habitcoach.coaching.deliveries import Deliveries
from habitcoach.core.entry import Source
from habitcoach.ports import Notifier
from habitcoach.texts.notices import SNOOZE_MINUTES
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.tray import Tray


def wire_window(
    window: MainWindow, intents: Intents, editing: Editing, ask_to_quit: Callable[[], None]
) -> None:
    """Connect the main window."""
    here = Source.WINDOW

    def undo() -> None:
        if not editing.take_back_last():
            intents.undo()

    window.done.connect(lambda habit, slot: intents.done(habit, slot, here))
    window.skip.connect(lambda habit, slot, reason, note: intents.skip(habit, slot, reason, note, here))
    window.snooze.connect(lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, here))
    window.count.connect(lambda habit, hit: intents.count(habit, here, hit=hit))
    window.undo.connect(undo)
    window.called.connect(intents.call)
    window.reward_taken.connect(intents.take_reward)
    window.quit.connect(ask_to_quit)


def wire_card(card: CueCard, intents: Intents, window: MainWindow) -> None:
    """Connect the cue card."""
    here = Source.CARD

    def done_all() -> None:
        for occasion in card.waiting:
            intents.done(occasion.habit_id, occasion.slot, here)

    def skip(subject: str, slot: str, reason: str, note: str) -> None:
        intents.skip(habit_of(subject), slot, reason, note, here)

    def change_habit(habit_id: int) -> None:
        window.bring_up()
        window.open_habit(habit_id)

    card.done.connect(lambda subject, slot: intents.done(habit_of(subject), slot, here))
    card.done_all.connect(done_all)
    card.snooze.connect(lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, here))
    card.skip.connect(skip)
    card.undo.connect(intents.undo)
    card.reward_taken.connect(intents.take_reward)
    card.change_habit.connect(change_habit)


def wire_tray(
    tray: Tray, intents: Intents, window: MainWindow, card: CardPort, ask_to_quit: Callable[[], None]
) -> None:
    """Connect the tray's icon and menu."""
    here = Source.TRAY
    tray.open_window.connect(window.bring_up)
    tray.open_card.connect(card.show_waiting)
    tray.done.connect(lambda habit, _subject, slot: intents.done(habit, slot, here))
    tray.snooze.connect(lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, here))
    tray.skip.connect(lambda subject, slot, reason: intents.skip(habit_of(subject), slot, reason, "", here))
    tray.count.connect(lambda habit, hit: intents.count(habit, here, hit=hit))
    tray.called.connect(intents.call)
    tray.quit.connect(ask_to_quit)


def wire_notices(notifier: Notifier, intents: Intents, window: MainWindow, deliveries: Deliveries) -> None:
    """Connect the buttons of notifications."""
    here = Source.NOTIFICATION

    def pressed(key: str, action: str) -> None:
        number = deliveries.number_of(key)
        waiting = () if number is None else deliveries.view(number).occasions
        if len(waiting) == 1 and action == "done":
            intents.done(waiting[0].habit_id, waiting[0].slot, here)
        elif len(waiting) == 1 and action == "snooze":
            intents.snooze(waiting[0].habit_id, waiting[0].slot, SNOOZE_MINUTES, here)
        else:
            window.bring_up()

    notifier.on_action(pressed)
