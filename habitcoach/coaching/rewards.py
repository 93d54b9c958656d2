"""Rewards: earned with a log, shown within a second, marked as taken."""

from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.core.bests import figures, is_new_best
from habitcoach.core.entry import Entry
from habitcoach.core.habit import Habit
from habitcoach.core.rewarding import RewardFacts, RewardLine, reward_line
from habitcoach.core.streak import next_milestone
from habitcoach.ports import Store

#: "Worth it?" is asked with every so many rewards of a habit.
ASKED_EVERY = 10


@dataclass(frozen=True, slots=True)
class Rewards:
    """Records rewards and says what to show."""

    store: Store
    standings: Standings

    def earn(self, agenda: Agenda, habit: Habit, entry: Entry, stood: Standing) -> RewardView:
        """Record the reward of an entry; call it inside the entry's transaction with how it stood before."""
        before = stood.streak
        standing = self.standings.of(agenda, habit)
        after = standing.streak
        version = habit.version_on(entry.work_date) or habit.newest
        per = version.target.per
        first = stood.running is None or stood.running.done == 0
        kind, day = version.target.kind, entry.work_date
        log = standing.day(day)
        others = (one for date, one in standing.days.items() if date != day)
        best = is_new_best(kind, stood.day(day), log, others)
        line = reward_line(RewardFacts(before, after, per, first=first, best_day=best))
        treat = version.plan.treat if line is RewardLine.MILESTONE else ""
        text = treat or version.plan.reward
        reward_id = self.store.add_reward(habit.id, entry.id, "treat" if treat else "reward", text, entry.at)
        mark = next_milestone(after.current, per)
        running = standing.running
        return RewardView(
            reward_id=reward_id,
            habit_id=habit.id,
            habit=habit.name,
            text=version.plan.reward,
            line=line,
            streak_before=before.current,
            streak=after.current,
            per=per.value,
            best=after.best,
            total=after.total,
            to_milestone=mark - after.current,
            next_milestone=mark,
            progress=None if running is None else (running.done, running.goal),
            treat=treat,
            at=agenda.local(entry.at),
            best_day=figures(kind, log) if best else None,
            asks_worth=self.store.rewards_earned(habit.id) % ASKED_EVERY == 0,
        )
