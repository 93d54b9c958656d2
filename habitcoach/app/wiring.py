"""Wiring: what each surface emits, to the intent it means. Every answer takes the same path."""

from datetime import time

from habitcoach.app.answering import Answering
from habitcoach.app.cues_desk import CuesDesk
from habitcoach.app.intents import habit_of
from habitcoach.app.parts import Parts
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.promise import PromiseId, promise_of
from habitcoach.ports import Notifier
from habitcoach.texts.notices import SNOOZE_MINUTES, TRIAL
from habitcoach.ui.waiting import in_order

#: "Too few today": a contact habit has nothing to be judged by.
TOO_FEW = SkipReason.NO_OCCASION.value


def wire_window(parts: Parts, answering: Answering) -> None:
    """Connect the main window."""
    here = Source.WINDOW
    window, card, editing = parts.window, parts.card, answering.editing
    intents, promising = answering.intents, answering.promising

    def undo() -> None:
        answering.answers.forget()
        if not editing.take_back_last():
            card.end_reward()
            intents.undo()

    today, dialog = window.today_page, window.promising
    today.done.connect(lambda habit, slot: intents.done(habit, slot, here))
    today.skip.connect(lambda habit, slot, reason, note: intents.skip(habit, slot, reason, note, here))
    today.snooze.connect(lambda subject, slot, wait: promising.put_off(subject, slot, wait, here))
    today.promise_kept.connect(lambda number, slot: promising.keep(PromiseId(number), slot, here))
    today.promise_dropped.connect(lambda number, slot: promising.drop(PromiseId(number), slot, here))
    today.counted.connect(lambda habit, hit: intents.count(habit, here, hit=hit))
    today.one_back.connect(intents.take_one_back)
    today.reward_taken.connect(intents.take_reward)
    dialog.made.connect(promising.make)
    dialog.retimed.connect(lambda number, wall: promising.retime(PromiseId(number), wall, here))
    dialog.time_typed.connect(promising.say_when)
    window.undo.connect(undo)
    window.called.connect(intents.call)


def wire_card(parts: Parts, answering: Answering) -> None:
    """Connect the cue card."""
    here = Source.CARD
    card, window = parts.card, parts.window
    intents, promising = answering.intents, answering.promising

    def done_all() -> None:
        for one in card.waiting:
            promising.done(one.subject, one.slot, here)

    def skip(subject: str, slot: str, reason: str, note: str) -> None:
        intents.skip(habit_of(subject), slot, reason, note, here)

    def change_habit(habit_id: int) -> None:
        window.bring_up()
        window.open_habit(habit_id)

    def retime(subject: str, wall: time) -> None:
        promise_id = promise_of(subject)
        if promise_id is not None:
            promising.retime(promise_id, wall, here)

    def drop(subject: str, slot: str) -> None:
        promise_id = promise_of(subject)
        if promise_id is not None:
            promising.drop(promise_id, slot, here)

    card.done.connect(lambda subject, slot: promising.done(subject, slot, here))
    card.retime.connect(retime)
    card.drop.connect(drop)
    card.done_all.connect(done_all)
    card.snooze.connect(lambda subject, slot, wait: promising.put_off(subject, slot, wait, here))
    card.skip.connect(skip)
    card.got_it.connect(intents.got_it)
    card.estimated.connect(intents.estimate)
    card.counted.connect(lambda habit, times: intents.count_at_end(habit, times, here))
    card.too_few.connect(lambda habit: intents.skip(habit, None, TOO_FEW, "", here))
    card.undo.connect(intents.undo)
    card.reward_taken.connect(intents.take_reward)
    card.change_habit.connect(change_habit)


def wire_notices(parts: Parts, notifier: Notifier, answering: Answering, cues: CuesDesk) -> None:
    """Connect the buttons of notifications."""
    here = Source.NOTIFICATION
    intents, promising = answering.intents, answering.promising

    def pressed(key: str, action: str) -> None:
        if key == TRIAL and action != "default":
            return  # nothing of it is logged
        number = cues.deliveries.number_of(key)
        view = DeliveryView(0, ()) if number is None else cues.deliveries.view(number)
        waiting = in_order([*view.occasions, *view.promises])
        if action == "got_it":
            intents.got_it()
        elif len(waiting) == 1 and action == "done":
            promising.done(waiting[0].subject, waiting[0].slot, here)
        elif len(waiting) == 1 and action == "snooze":
            promising.put_off(waiting[0].subject, waiting[0].slot, SNOOZE_MINUTES, here)
        elif view.card is not None:
            cues.show_waiting()
        else:
            parts.window.bring_up()

    notifier.on_action(pressed)
