"""What the agent said that moves stages: ratings, choices about cues, and each yes to a step."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.core.consent import Choices, Consent, consent_of, read_choices
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.rating import Rating
from habitcoach.core.withdrawal import Happening
from habitcoach.ports import Store

#: The setting for all habits; that of one habit has its number behind it.
FADING = "fading"
#: An answer counts for what is judged so many days after it.
ANSWER_LASTS = timedelta(days=14)


def own_fading(habit_id: HabitId) -> str:
    """Return the name of the setting that keeps one habit's own choices."""
    return f"{FADING}:{habit_id}"


@dataclass(frozen=True, slots=True)
class Told:
    """What was said about one habit, dated, so that the past stays as it was lived."""

    habit: Habit
    ratings: Sequence[Rating]  #: by work date
    own: Choices
    overall: Choices
    accepted: Sequence[Happening]

    def automaticity(self, day: date) -> float | None:
        """Return the share of the last rating up to a work date; None when there is none of 14 days."""
        place = bisect_right(self.ratings, day, key=lambda one: one.work_date)
        last = self.ratings[place - 1] if place else None
        return None if last is None or day - last.work_date > ANSWER_LASTS else last.answer(0).share

    def consent(self, day: date) -> Consent:
        """Return what the agent let become of the habit's cues on a work date."""
        version = self.habit.version_on(day) or self.habit.newest
        return consent_of(version.trigger, self.own.on(day), self.overall.on(day))

    def happenings(self) -> list[Happening]:
        """Return what moves the stage beside the log, by date."""
        turns = {day for day, _ in (*self.own.turns, *self.overall.turns)}
        turns |= {one.from_date for one in self.habit.versions}
        wanted = [Happening(day, None) for day in turns if self.consent(day) is Consent.NEVER]
        return sorted((*wanted, *self.accepted), key=lambda one: (one.day, one.stage is not None))

    def differs_from(self, other: "Told") -> date:
        """Return the first work date on which something else was said; the last there is if nothing was."""
        return min((day for day, _ in self.facts() ^ other.facts()), default=date.max)

    def facts(self) -> frozenset[tuple[date, object]]:
        """Return every single thing said, by the work date it counts from."""
        said = (
            *((one.work_date, one) for one in self.ratings),
            *((day, ("own", choice)) for day, choice in self.own.turns),
            *((day, ("overall", choice)) for day, choice in self.overall.turns),
            *((one.day, one) for one in self.accepted),
        )
        return frozenset(said)


def read_told(store: Store, habit: Habit) -> Told:
    """Read what was said about a habit."""
    accepted = [
        Happening(one.from_date, Stage(int(one.parameters["stage"])))
        for one in store.decisions()
        if one.kind is DecisionKind.FADE and one.habit_id == habit.id and one.from_date is not None
    ]
    return Told(
        habit=habit,
        ratings=store.ratings(habit.id),
        own=read_choices(store.setting(own_fading(habit.id))),
        overall=read_choices(store.setting(FADING)),
        accepted=accepted,
    )
