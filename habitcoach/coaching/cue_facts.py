"""How a habit's cues do, for its own page."""

from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.cue_counts import CueFigures, cue_figures
from habitcoach.core.habit import Habit, HabitId, Version
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: How far back cues are counted: what came before says little of the cue as it is.
LOOKED_BACK = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class CueFacts:
    """The cues of one habit since its cue last changed, of twelve weeks at most."""

    habit_id: HabitId
    since: date
    figures: CueFigures


@dataclass(frozen=True, slots=True)
class CueFactsReader:
    """Reads them."""

    store: Store

    def of(self, agenda: Agenda, habit_id: HabitId) -> CueFacts:
        """Return how a habit's cues do. Raises RefusedError when there is no such habit."""
        habit = agenda.existing(habit_id)
        version = habit.version_on(agenda.today) or habit.newest
        since = max(same_cue(habit, version).from_date, agenda.today - LOOKED_BACK + DAY)
        prompts = self.store.prompts_of(habit_id, since, agenda.today)
        entries = self.store.entries(habit_id, since, agenda.today)
        return CueFacts(habit_id, since, cue_figures(prompts, entries))


def same_cue(habit: Habit, version: Version) -> Version:
    """Return the version from which a version's trigger has been the habit's without a break."""
    found = version
    for earlier in reversed([one for one in habit.versions if one.from_date < version.from_date]):
        if earlier.trigger != version.trigger:
            break
        found = earlier
    return found
