"""Promising: what the surfaces make of the agent's promises."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from habitcoach.app.editing import Editing
from habitcoach.app.intents import Intents, habit_of
from habitcoach.app.parts import Parts
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.promises import Made, Wish
from habitcoach.core.entry import Source
from habitcoach.core.promise import PromiseId, next_instant, promise_of, promise_subject
from habitcoach.texts.language import tr
from habitcoach.texts.promises import off_duty_line, promise_title, promise_words
from habitcoach.ui.format import short_date_text, time_text


class Promising:
    """Carries promises and their answers to the coach, and what came of them back to the surfaces."""

    def __init__(
        self,
        parts: Parts,
        editing: Editing,
        intents: Intents,
        answered: Callable[[Answered, Source], None],
    ) -> None:
        """Take what to call, on the GUI thread, once an answer is on disk."""
        self._editing = editing
        self._intents = intents
        self._promises = parts.coach.promises
        self._agenda = parts.coach.agenda
        self._attempts = parts.attempts
        self._window = parts.window
        self._answered = answered
        self._now = parts.clock.now

    def make(self, wall: time, ticket: str, note: str) -> None:
        """Make a promise for the next time clocks show `wall`."""
        pressed = self._now()
        self._make(
            lambda: Wish(next_instant(wall, pressed, self._agenda().zone), ticket, note.strip() or None)
        )

    def make_at(self, due: datetime, ticket: str, told: Callable[[str], object]) -> None:
        """Make a promise for an instant (UTC); `told` hears what was promised, beside the window."""
        self._make(lambda: Wish(due, ticket), told)

    def _make(self, wished: Callable[[], Wish], told: Callable[[str], object] = lambda _: None) -> None:
        def record() -> None:
            made = self._promises.make(wished(), promise_words())
            taken_back = made.promise.promise_id
            said = tr("Promised: {what}, {time}", **_named(made))
            self._editing.offer(_warned(made, said), lambda: self._promises.drop(taken_back, Source.WINDOW))
            told(said)

        self._attempts.keep(record)

    def done(self, subject: str, slot: str, source: Source) -> None:
        """Answer what a surface shows: log a cue as done, or a promise as kept."""
        promise_id = promise_of(subject)
        if promise_id is None:
            self._intents.done(habit_of(subject), slot, source)
        else:
            self.keep(promise_id, slot, source)

    def put_off(self, subject: str, slot: str, wait: object, source: Source) -> None:
        """Snooze what a surface shows: a cue or a promise."""
        promise_id = promise_of(subject)
        if promise_id is None:
            self._intents.snooze(habit_of(subject), slot, wait, source)
        else:
            self.snooze(promise_id, slot, wait, source)

    def keep(self, promise_id: PromiseId, slot: str, source: Source) -> None:
        """Record that a promise was kept."""
        pressed = self._now()
        self._answer(promise_id, slot, lambda: self._promises.keep(promise_id, source, pressed), source)

    def drop(self, promise_id: PromiseId, slot: str, source: Source) -> None:
        """Let a promise go."""
        pressed = self._now()
        self._answer(promise_id, slot, lambda: self._promises.drop(promise_id, source, pressed), source)

    def snooze(self, promise_id: PromiseId, slot: str, wait: object, source: Source) -> None:
        """Let a promise come again after some minutes, or at the end of the shift ("end")."""
        minutes = timedelta(minutes=wait) if isinstance(wait, int) else None
        self._answer(promise_id, slot, lambda: self._promises.snooze(promise_id, minutes), source)

    def retime(self, promise_id: PromiseId, wall: time, source: Source) -> None:
        """Give a promise the next time clocks show `wall`."""
        pressed = self._now()

        def record() -> None:
            due = next_instant(wall, pressed, self._agenda().zone)
            made = self._promises.retime(promise_id, due, source, pressed)
            self._editing.forget_last()
            self._window.show_undo(_warned(made, tr("Re-timed: {what}, {time}", **_named(made))))

        self._attempts.keep(record)

    def say_when(self, wall: time) -> None:
        """Say in the dialog which day a time falls on, and whether the agent is off then."""
        agenda = self._agenda()
        due = next_instant(wall, agenda.now, agenda.zone)
        local = agenda.local(due)
        today = local.date() == agenda.local(agenda.now).date()
        off = self._promises.off_duty(due)
        self._window.promising.show_day(
            tr("Today") if today else short_date_text(local.date()),
            "" if off is None else off_duty_line(off),
        )

    def _answer(self, promise_id: PromiseId, slot: str, act: Callable[[], Answered], source: Source) -> None:
        """Have an answer recorded; a second one to the same cue waits for nothing and is left out."""
        place = (promise_subject(promise_id), slot)
        if not self._attempts.is_open(place):
            self._attempts.keep(lambda: self._answered(act(), source), place)


def _named(made: Made) -> dict[str, str]:
    one = made.promise
    return {"what": promise_title(one), "time": time_text(one.due_at)}


def _warned(made: Made, said: str) -> str:
    if made.off_duty is None:
        return said
    return tr("{said}. {warning}", said=said, warning=off_duty_line(made.off_duty))
