"""Today in all its states."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit, live
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.promise import PromiseState
from habitcoach.library import load_library
from habitcoach.ports.presence import Seen
from habitcoach.texts.language import spoken, tr
from habitcoach.texts.sentences import reward_line
from habitcoach.ui.hard_one_dialog import HardOneDialog
from habitcoach.ui.hours_dialog import HoursDialog
from habitcoach.ui.journal_dialog import JournalDialog
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.saving import Saving
from habitcoach.ui.today.fill_in_dialog import FillInDialog
from habitcoach.ui.waiting import row_key

_THURSDAY = date(2026, 6, 11)
_NIGHT = "2026-06-12T00:40+02:00"
_AFTER_A_WEEK = "2026-06-22T09:30+02:00"
_SATURDAY = "2026-06-13T11:00+02:00"
#: Longer than the page waits before it draws placeholders.
_PLACEHOLDERS_MS = 500
_BREAK = "2026-06-11T12:10+02:00"
_END = "2026-06-11T16:22+02:00"
#: Days of June, and what worked then.
_LINES = (
    (8, "Read the last two messages before I opened the case. No question was asked twice."),
    (9, "Said when I would ring back, not that I would."),
    (10, "Asked which of the two was urgent. It was the other one."),
)


def _cue_waits(stage: Stage) -> QWidget:
    afternoon(stage)
    return stage.open_window()


def _narrow(stage: Stage) -> QWidget:
    afternoon(stage)
    window = stage.open_window()
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _no_habits(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    for one in coach.habits.all():
        coach.habits.archive(one.habit_id)
    return stage.open_window()


def _day_off(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    live(stage, coach, (11, 12))
    stage.set_clock(_SATURDAY)
    return stage.open_window()


def _all_done(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    for name in ("One thank-you", "Clear my promises"):
        coach.recording.done(Log(habit(coach, name), Source.CARD))
    for promise in coach.promises.listed():
        if promise.state is PromiseState.OPEN:
            coach.promises.keep(promise.promise_id, Source.CARD)
    return stage.open_window()


def _night(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    stage.set_clock("2026-06-11T21:00+02:00")
    night = list(coach.agenda().calendar.roster_on(_THURSDAY).shifts)[-1]
    coach.duty.move_shift(_THURSDAY, night)
    stage.set_clock(_NIGHT)
    return stage.open_window()


def _back_after_absence(stage: Stage) -> QWidget:
    stage.use_sample()
    stage.set_clock(_AFTER_A_WEEK)
    return stage.open_window()


def _resting(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    live(stage, coach, (11, 12, *range(15, 20), *range(22, 27)), but="Start clean")
    stage.set_clock("2026-06-29T14:12+02:00")
    return stage.open_window()


def _on_a_call(stage: Stage) -> QWidget:
    afternoon(stage).holding.call_on()
    return stage.open_window()


def _full_screen(stage: Stage) -> QWidget:
    return _seen(stage, Seen(full_screen=True))


def _away(stage: Stage) -> QWidget:
    return _seen(stage, Seen(locked=True))


def _seen(stage: Stage, seen: Seen) -> QWidget:
    """Have the system say this of the agent while the app runs."""
    coach = afternoon(stage)
    window = stage.open_window()
    coach.presence_holds.heed(seen)
    stage.settle()
    return window


def _paused(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    coach.holding.pause_until(coach.agenda().now + timedelta(minutes=90))
    return stage.open_window()


def _break(stage: Stage) -> QWidget:
    stage.use_sample()
    stage.set_clock(_BREAK)
    return stage.open_window()


def _off_today(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    coach.duty.take_off([_THURSDAY], "leave")
    return stage.open_window()


def _reading(stage: Stage) -> QWidget:
    window = stage.dressed(MainWindow)
    window.show_reading()
    stage.wait(_PLACEHOLDERS_MS)
    return window


def _reward(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    window = stage.open_window()
    answered = coach.recording.done(Log(habit(coach, "One thank-you"), Source.WINDOW))
    stage.settle()
    if answered.reward is not None:
        window.show_reward(answered.reward, reward_line(answered.reward))
    stage.settle()
    return window


def _undo(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    window = stage.open_window()
    coach.recording.skip(Skip(habit(coach, "One thank-you"), SkipReason.ON_CALLS, Source.WINDOW))
    stage.settle()
    window.show_undo(tr("Skipped: {habit}", habit=spoken("One thank-you")))
    stage.settle()
    return window


def _saving(stage: Stage) -> QWidget:
    return _unsaved(stage, Saving(slow=True, unsaved=1))


def _disk_full(stage: Stage) -> QWidget:
    return _unsaved(stage, Saving(trouble="disk_full", unsaved=2))


def _damaged(stage: Stage) -> QWidget:
    return _unsaved(stage, Saving(trouble="corrupt", unsaved=1))


def _muted(stage: Stage) -> QWidget:
    window = _cue_waits(stage)
    strips = stage.window().today_page.strips
    strips.show_muted(muted=True)
    strips.ask_about_note("Sent the form again to jane@example.com, this time with the second page.")
    stage.settle()
    return window


def _end_of_shift(stage: Stage) -> QWidget:
    stage.use_sample()
    stage.set_clock(_END)
    return stage.open_window()


def _other_hours(stage: Stage) -> QWidget:
    window = _cue_waits(stage)
    chooser = stage.window().today_page.chooser
    chooser.open_menu()
    hours = next(one for one in chooser.choices_menu.actions() if one.objectName() == "shift_hours")
    chooser.choices_menu.hide()
    hours.trigger()
    stage.settle()
    found = window.findChild(HoursDialog)
    return window if found is None else found


def _fill_in(stage: Stage) -> QWidget:
    window = _back_after_absence(stage)
    press(window, "absence_worked")
    stage.settle()
    found = window.findChild(FillInDialog)
    return window if found is None else found


def _hard_one(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    coach.habits.add(next(one.draft for one in load_library() if one.id == "grace_reset"))
    press(stage.open_window(), "hard_one")
    return stage.seen(HardOneDialog)


def _what_worked(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    for day, line in _LINES:
        coach.journal.write(line, date(2026, 6, day))
    press(stage.open_window(), "yesterday_more")
    return stage.seen(JournalDialog)


def _unsaved(stage: Stage, saving: Saving) -> QWidget:
    """Show the answer to the cue that waits as being on its way to the disk."""
    window = _cue_waits(stage)
    answered = frozenset(row_key(one) for one in stage.coach().today().waiting)
    stage.window().show_saving(replace(saving, places=answered))
    stage.settle()
    return window


SCENES = (
    Scene("today", _cue_waits),
    Scene("today-narrow", _narrow),
    Scene("today-no-habits", _no_habits),
    Scene("today-day-off", _day_off),
    Scene("today-off-today", _off_today),
    Scene("today-all-done", _all_done),
    Scene("today-night", _night),
    Scene("today-break", _break),
    Scene("today-on-a-call", _on_a_call),
    Scene("today-paused", _paused),
    Scene("today-full-screen", _full_screen),
    Scene("today-away", _away),
    Scene("today-back", _back_after_absence),
    Scene("today-resting", _resting),
    Scene("today-muted", _muted),
    Scene("today-end-of-shift", _end_of_shift),
    Scene("today-other-hours", _other_hours),
    Scene("today-fill-in", _fill_in),
    Scene("today-hard-one", _hard_one),
    Scene("today-what-worked", _what_worked),
    Scene("today-reading", _reading),
    Scene("today-reward", _reward),
    Scene("today-undo", _undo),
    Scene("today-saving", _saving),
    Scene("today-disk-full", _disk_full),
    Scene("today-damaged", _damaged),
)
