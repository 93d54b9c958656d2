"""Cueing: due → claimed → shown → answered or expired. Each cue is recorded once and shown at most once."""

from collections.abc import Callable, Generator
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.alarm_plan import AlarmPlan
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.claiming import LONG_AGO, Claiming
from habitcoach.coaching.counters import CounterReader
from habitcoach.coaching.day_plan import DayPlanner, Stages
from habitcoach.coaching.deliveries import Deliveries, Surroundings
from habitcoach.coaching.found import Found
from habitcoach.coaching.lived_dates import LivedDates
from habitcoach.coaching.moved_shift import MovedShift
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.pacing import Pacing
from habitcoach.coaching.promise_cues import PromiseCues
from habitcoach.coaching.promise_holds import promises_are_silent
from habitcoach.coaching.releasing import Releasing
from habitcoach.coaching.resting import Resting
from habitcoach.coaching.review_cues import ReviewCues
from habitcoach.coaching.shift_cards import ShiftCards
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.stretches import whole
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.ports import Notice

WATERMARK = "watermark"
#: The zone of the last look: in another one, wall times that seemed to lie ahead may have passed.
ZONE_SEEN = "zone_seen"
#: How far back the very first look goes: years of log from elsewhere had no cues here that could have passed.
_FIRST_LOOK = timedelta(days=2)
_BETWEEN_ZONES = timedelta(hours=26)
#: The watermark is a lower bound only, so it need not be written at every look.
_WATERMARK_STEP = timedelta(minutes=10)


class Cueing:
    """Looks at the clock when an alarm rings, and does what is due."""

    def __init__(
        self,
        around: Surroundings,
        standings: Standings,
        stages: Stages,
        notice_for: Callable[[DeliveryView], Notice],
    ) -> None:
        store = around.store
        self._store = store
        self._clock = around.clock
        self._standings = standings
        self._planner = DayPlanner(store, standings, stages)
        self._cards = ShiftCards(store, CounterReader(standings))
        reader = OccasionReader(store, standings)
        self._deliveries = Deliveries(around, reader, self._cards, notice_for)
        self._claiming = Claiming(store, standings, Pacing(store))
        self._releasing = Releasing(store, reader, self._claiming)
        self._lived_dates = LivedDates(store)
        self._moved_shift = MovedShift(store)
        self._resting = Resting(store, standings)
        self._promises = PromiseCues(store)
        self._reviews = ReviewCues(store)
        self._alarms = AlarmPlan(around.alarms, self._claiming, self._releasing, self._promises)
        self._looked = LONG_AGO
        self._streaks_of: date | None = None
        self._settled = 0  # so often have alarms been set, or begun to be

    @property
    def deliveries(self) -> Deliveries:
        """What is on the surfaces now."""
        return self._deliveries

    def start(self) -> None:
        """Pick up after the last run: cues that may not have been seen, and those that passed meanwhile.

        Raises EnvironmentFaultError when the file cannot be written.
        """
        self._look(after_a_break=True)
        self.settle()

    def look(self) -> None:
        """Show what is due, and set the next alarms. Raises what `show_due` raises."""
        self.show_due()
        self.settle()

    def show_due(self) -> None:
        """Claim what has come due, show it as one delivery, and let pass what is over; settle after it.

        Raises EnvironmentFaultError when the file cannot be written; nothing is shown then, and a later look
        finds the same occasions again.
        """
        self._look(after_a_break=False)

    def _look(self, *, after_a_break: bool) -> None:
        agenda = read_agenda(self._store, self._clock)
        try:
            with self._store.writing():
                found = self._record(agenda, after_a_break=after_a_break)
        except BaseException:
            self._standings.forget(Changed())  # it may have read skips that are not on disk
            raise
        self._looked = agenda.now
        self._streaks_of = agenda.today
        if found.live:
            self._deliveries.show(found.delivery, found.passed, quietly=promises_are_silent(agenda))
        elif found.passed:
            self._deliveries.sum_up(found.passed)

    def _record(self, agenda: Agenda, *, after_a_break: bool) -> Found:
        """Bring the prompt ledger up to this moment."""
        if self._lived_dates.note(agenda):
            agenda = read_agenda(self._store, self._clock)
        found = self._begin(agenda)
        if after_a_break:
            self._releasing.doubt_claimed(found)
        self._releasing.expire(found)
        if self._streaks_of != agenda.today and self._resting.lay_to_rest(agenda):
            again = self._begin(read_agenda(self._store, self._clock))
            again.passed = found.passed
            found = again
        watermark = self._watermark(agenda)
        self._releasing.wake_snoozed(found)
        self._releasing.release(found)
        found.live += self._reviews.look(found.agenda, found.delivery, after_a_break=after_a_break)
        self._cards.claim(found)
        self._claiming.claim_due(found, watermark)
        self._releasing.gather(found)
        self._cards.follow(found)
        self._cards.end()
        promised = self._promises.record(agenda, found.delivery, after_a_break=after_a_break)
        found.live += promised.live
        found.passed += promised.passed
        if found.live or found.passed or agenda.now - watermark >= _WATERMARK_STEP:
            self._store.put_setting(WATERMARK, agenda.now.isoformat())
        self._write_streaks(found.agenda)
        return found

    def _begin(self, agenda: Agenda) -> Found:
        delivery = self._deliveries.open_at(agenda.now)
        plan = self._planner.plan(agenda, agenda.today)
        if delivery is None:
            return Found(agenda, plan, self._store.next_delivery(), joins=False)
        return Found(agenda, plan, delivery, joins=True)

    def settle(self) -> None:
        """Close every surface of what was answered anywhere, and set the alarms anew."""
        whole(self.settling())

    def settling(self) -> Generator[None, None, None]:
        """Do the same; yield after every habit. One that is overtaken meanwhile sets no alarms any more."""
        self._settled = mine = self._settled + 1
        agenda = read_agenda(self._store, self._clock)
        self._deliveries.close_answered()
        looked = self._moved_shift.looked(agenda, self._looked)
        plan = yield from self._planner.planning(agenda, agenda.today)
        wanted = yield from self._alarms.wanted(agenda, plan, looked)
        if mine == self._settled:
            self._alarms.set(wanted)

    def _write_streaks(self, agenda: Agenda) -> None:
        """Bring the streak table up to date when a day has ended, which may have ended a streak."""
        if self._streaks_of == agenda.today:
            return
        for habit in agenda.habits:
            self._store.put_runs(habit.id, self._standings.of(agenda, habit).streak.runs)

    def _watermark(self, agenda: Agenda) -> datetime:
        """Return the instant up to which everything due is recorded; one in the future is clamped."""
        text = self._store.setting(WATERMARK)
        mark = agenda.now - _FIRST_LOOK if text is None else datetime.fromisoformat(text)
        if mark > agenda.now:
            mark = agenda.now
            self._store.put_setting(WATERMARK, mark.isoformat())
        zone, seen = str(agenda.zone), self._store.setting(ZONE_SEEN)
        if zone != seen:
            self._store.put_setting(ZONE_SEEN, zone)
        if seen not in {None, zone}:
            mark = max(mark, LONG_AGO + _BETWEEN_ZONES) - _BETWEEN_ZONES
        mark = self._moved_shift.looked(agenda, mark)
        self._moved_shift.note(agenda)
        return mark
