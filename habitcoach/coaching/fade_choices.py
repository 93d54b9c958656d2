"""What the agent chooses about the withdrawal of cues, dated, so that the past stays as it was."""

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.fading import Faded, StageReader
from habitcoach.coaching.told import FADING, own_fading
from habitcoach.core.consent import Consent, choices_text, read_choices
from habitcoach.core.decision import Decision, DecisionKind
from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.wall import DAY
from habitcoach.ports import Clock, Store


class FadeChoices:
    """Keeps choices about one habit's cues and about all."""

    def __init__(self, store: Store, clock: Clock, stages: StageReader, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._stages = stages
        self._announcer = announcer

    def choose(self, habit_id: HabitId, consent: Consent | None) -> Faded:
        """Let cues of a habit be withdrawn, or not, from today on; None leaves it to the choice for all.

        Raises RefusedError for a habit whose cues never fade, or that there is not.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            habit = agenda.existing(habit_id)
            if not self._stages.of(agenda, habit).fades:
                raise RefusedError("never_fades", habit=habit.name)
            keep_choice(self._store, agenda, own_fading(habit_id), consent)
        return self._told(agenda, habit)

    def accept(self, habit_id: HabitId) -> Faded:
        """Say yes to the step that is proposed; it holds from the next work date.

        Raises RefusedError when none is proposed.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            habit = agenda.existing(habit_id)
            proposed = self._stages.of(agenda, habit).proposed
            if proposed is None:
                raise RefusedError("no_step_proposed", habit=habit.name, id=habit.id)
            parameters = {"stage": int(proposed.after)}
            tomorrow = agenda.today + DAY
            self._store.add_decision(Decision(DecisionKind.FADE, habit_id, agenda.now, tomorrow, parameters))
        return self._told(agenda, habit)

    def _told(self, agenda: Agenda, habit: Habit) -> Faded:
        self._announcer.announce(Changed(habit.id, agenda.today, said=True))
        return self._stages.of(agenda, habit)


def keep_choice(store: Store, agenda: Agenda, name: str, consent: Consent | None) -> None:
    """Have a choice hold from today on; call it inside a transaction."""
    choices = read_choices(store.setting(name))
    if choices.on(agenda.today) is not consent:
        store.put_setting(name, choices_text(choices.choosing(consent, agenda.today)))


def overall_choice(store: Store, agenda: Agenda) -> Consent:
    """Return the choice for all habits that holds today."""
    return read_choices(store.setting(FADING)).on(agenda.today) or Consent.AUTOMATIC
