"""The use cases put together on a store and a clock; windows and commands go through this."""

from collections.abc import Generator

from habitcoach.coaching.absence import Absence
from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.counters import CounterReader
from habitcoach.coaching.cue_facts import CueFactsReader
from habitcoach.coaching.day_plan import StageSince
from habitcoach.coaching.deciding import Deciding
from habitcoach.coaching.derived import Derived
from habitcoach.coaching.duty import Duty
from habitcoach.coaching.explaining import Explaining
from habitcoach.coaching.fade_choices import FadeChoices
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.filling_in import FillingIn
from habitcoach.coaching.first_run import FirstRun
from habitcoach.coaching.first_shifts import FirstShifts
from habitcoach.coaching.habit_detail import HabitDetailReader
from habitcoach.coaching.habits import Habits
from habitcoach.coaching.high_points import HighPointReader
from habitcoach.coaching.holding import Holding
from habitcoach.coaching.journal import Journal
from habitcoach.coaching.lived_dates import LivedDates
from habitcoach.coaching.notes import Notes
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.offers import Offers
from habitcoach.coaching.presence_holds import PresenceHolds
from habitcoach.coaching.promises import Promises
from habitcoach.coaching.proposals import ProposalReader
from habitcoach.coaching.recording import Recording
from habitcoach.coaching.review_answers import ReviewAnswers
from habitcoach.coaching.review_page import ReviewPageReader
from habitcoach.coaching.review_writing import ReviewWriting
from habitcoach.coaching.reviewing import ReviewReader
from habitcoach.coaching.settings import Settings
from habitcoach.coaching.sharing import Sharing
from habitcoach.coaching.shift_cards import ShiftCards
from habitcoach.coaching.shift_choices import ShiftChoosing
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.strength_reader import StrengthReader
from habitcoach.coaching.today import TodayReader
from habitcoach.coaching.today_view import TodayView
from habitcoach.core.habit import Habit
from habitcoach.ports import Clock, Store


class Coach:
    """What the agent can see and do."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen = store.change_count()
        self.announcer = Announcer()
        self.standings = Standings(store)
        self.announcer.listen(self.standings.heed)
        self.stages = StageReader(store, self.standings)
        self.announcer.listen(self.stages.forget)
        self.strengths = StrengthReader(self.standings, self.stages)
        self.fade_choices = FadeChoices(store, clock, self.stages, self.announcer)
        self.habits = Habits(store, clock, self.stages, self.announcer)
        self.recording = Recording(store, clock, self.standings, self.announcer)
        self.filling_in = FillingIn(store, clock, self.standings, self.recording)
        self.promises = Promises(store, clock, self.standings, self.announcer)
        self.duty = Duty(store, clock, self.announcer)
        self.shift_choosing = ShiftChoosing(store, clock, self.announcer)
        self.absence = Absence(store, clock, self.announcer)
        self.settings = Settings(store, clock, self.announcer)
        self.first_run = FirstRun(store, clock, self.habits, self.settings, self.announcer)
        self.first_shifts = FirstShifts(store, clock, self.duty, self.shift_choosing, self.first_run)
        self.holding = Holding(store, clock, self.announcer)
        self.presence_holds = PresenceHolds(store, clock)
        self.review_answers = ReviewAnswers(store, clock, self.announcer)
        self.reviews = ReviewReader(store, self.standings, self.stages)
        high_points = HighPointReader(self.standings)
        self.review_page = ReviewPageReader(store, self.standings, self.stages, high_points)
        self.review_writing = ReviewWriting(store, clock)
        self.sharing = Sharing(store, clock, self.announcer)
        self.journal = Journal(store, clock, self.announcer)
        self.cue_facts = CueFactsReader(store)
        self.offers = Offers(self.reviews)
        proposals = ProposalReader(store, self.reviews)
        self.deciding = Deciding(store, clock, self.reviews, proposals, self.announcer)
        self.explaining = Explaining(store, self.standings, self.stages)
        self.notes = Notes(store, self.announcer)
        self.details = HabitDetailReader(self.strengths, self.notes, self.cue_facts)
        self.derived = Derived(store, clock, self.standings)
        self.announcer.listen(self.derived.follow)
        self._today = TodayReader(store, self.standings, OccasionReader(store, self.standings, self.stages))

    def stage_since(self, agenda: Agenda, habit: Habit) -> StageSince:
        """Return how far the cue of a habit has been withdrawn."""
        found = self.stages.of(agenda, habit)
        return StageSince(found.stage, found.since)

    def got_it(self) -> None:
        """Say that the agent has read the plans on the start card."""
        with self._store.writing():
            ShiftCards(self._store, CounterReader(self.standings)).got_it(self._clock.now())
        self.announcer.announce(Changed())

    def write_down_duty(self) -> None:
        """Keep what passed dates were, so that nothing done now moves them."""
        LivedDates(self._store).write_down(self.agenda())

    def agenda(self) -> Agenda:
        """Return habits and calendar as they are now."""
        return read_agenda(self._store, self._clock)

    def today(self) -> TodayView:
        """Return today as it stands."""
        return self._today.read(self.agenda())

    def reading_today(self) -> Generator[None, None, TodayView]:
        """Return the same; yield after every habit."""
        return (yield from self._today.reading(self.agenda()))

    def take_reward(self, reward_id: int) -> None:
        """Mark a reward as taken."""
        self._store.take_reward(reward_id, self._clock.now())

    def notice_other_writers(self) -> bool:
        """Announce a change when another process has written since the last call; return whether one had."""
        seen = self._store.change_count()
        if seen == self._seen:
            return False
        self._seen = seen
        self.announcer.announce(Changed())
        return True
