"""What the use cases need of the world. The same contract suite holds each real thing and its fake."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol

from habitcoach.core.decision import Decision, DecisionId
from habitcoach.core.duty import DutyChange, DutyDates
from habitcoach.core.entry import Entry, EntryId, NewEntry
from habitcoach.core.habit import Category, Draft, Habit, HabitId, Pause, Version
from habitcoach.core.hold import Hold
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.ledger import DayLog
from habitcoach.core.promise import Promise, PromiseChange, PromiseId
from habitcoach.core.prompt import Prompt, PromptKey
from habitcoach.core.rating import Rating
from habitcoach.core.review_answers import HabitAnswer, Review, RewardRating
from habitcoach.core.roster import Roster
from habitcoach.core.self_starting import Begun, Cued
from habitcoach.core.streak import Run


class Clock(Protocol):
    """The time and the zone."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        ...

    def zone(self) -> tzinfo:
        """Return the zone the agent lives in at present."""
        ...


class Alarms(Protocol):
    """The alarm clock: rings once per key, at or after the instant, on any thread."""

    def set(self, key: str, due: datetime) -> None:
        """Ring `key` at an instant (UTC, on the app's clock); replaces what the key had."""
        ...

    def cancel(self, key: str) -> None:
        """Forget a key; unknown keys are fine."""
        ...


@dataclass(frozen=True, slots=True)
class Action:
    """A button on a notification."""

    key: str  #: "done", "snooze", "show", "got_it"; "default" is a click on the body
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says. Text is data: it is never markup and never an option."""

    key: str  #: a later notice with this key replaces the former
    title: str
    body: str
    actions: tuple[Action, ...] = ()
    timeout: float = 20.0  #: seconds it stays where its buttons work
    brief_timeout: float = 6.0  #: seconds it stays where it has none: the card follows it
    sound: bool = False  #: whether it is to be heard; where not, it must make no sound at all


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a notice went out."""

    channel: str  #: "dbus", "notify-send", "plyer", "tray" or "none"
    buttons: bool  #: whether working buttons were on it
    problem: str | None = None  #: code of `texts.errors` when it did not go out
    sounded: bool = False  #: whether the desktop itself sees to its sound, as its *do not disturb* allows


class Notifier(Protocol):
    """Native notifications: a courtesy, never the record. Nothing here blocks or raises."""

    def notify(self, notice: Notice, then: Callable[[Delivery], None]) -> None:
        """Show a notice; `then` is called once on the GUI thread when it is out, refused, or late."""
        ...

    def close(self, key: str) -> None:
        """Take a notice away if it is still up."""
        ...

    def on_action(self, callback: Callable[[str, str], None]) -> None:
        """Have `callback(notice key, action key)` called on the GUI thread for every click."""
        ...

    def on_closed(self, callback: Callable[[str], None]) -> None:
        """Have `callback(notice key)` called when a notice has gone, by timeout or by the agent."""
        ...

    def drain(self, seconds: float) -> None:
        """Finish what is under way, for at most so long."""
        ...


class Card(Protocol):
    """The cue card: one at a time, and never in the way."""

    def show(self, delivery: int) -> None:
        """Show a delivery, or add to it when its card is open."""
        ...

    def close(self, delivery: int) -> None:
        """Take a delivery's card away if it is up."""
        ...

    def is_open(self, delivery: int) -> bool:
        """Whether that delivery's card is on the screen."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """What the system says of the agent's presence. None: it does not say, which counts as present."""

    locked: bool | None = None
    idle: timedelta | None = None  #: how long nobody has touched keyboard or mouse
    full_screen: bool | None = None  #: another program fills the screen, or presents
    do_not_disturb: bool | None = None


class Presence(Protocol):
    """Whether the agent is there and may be spoken to. Nothing here blocks or raises."""

    def seen(self) -> Seen:
        """Return what was read last."""
        ...

    def on_read(self, callback: Callable[[], None]) -> None:
        """Have `callback()` called on the GUI thread after every reading, also one that found no change."""
        ...


class PromiseStore(Protocol):
    """The part of the agent's file that holds promises."""

    def add_promise(self, promise: Promise) -> PromiseId:
        """Store a promise and return the number it was given."""
        ...

    def promise(self, promise_id: PromiseId) -> Promise | None: ...
    def open_promises(self) -> Sequence[Promise]:
        """Return the promises that wait for their answer, by due time."""
        ...

    def promises(self, since: date | None = None) -> Sequence[Promise]:
        """Return the promises due from a work date on, or all of them, by due time."""
        ...

    def update_promise(self, promise: Promise) -> None: ...
    def promises_kept(self) -> int:
        """Return how many promises were kept in time."""
        ...

    def add_promise_change(self, change: PromiseChange) -> None:
        """Keep how a promise stood before an answer."""
        ...

    def promise_change(self, entry_id: EntryId) -> PromiseChange | None:
        """Return what a line of the log changed of a promise, with its ticket and note as they are now."""
        ...

    def has_promise_texts(self, due_before: datetime) -> bool:
        """Whether a promise due before an instant still has its ticket or note."""
        ...

    def erase_promise_texts(self, due_before: datetime) -> None:
        """Erase ticket and note of every promise due before an instant."""
        ...


class Store(PromiseStore, Protocol):
    """The agent's file. Every method is one short query; `writing` makes several one."""

    def writing(self) -> AbstractContextManager[None]:
        """Open a transaction that holds the write lock from its start; rolls back when its body raises.

        Nests: an inner one joins the outer.
        """
        ...

    def is_writing(self) -> bool:
        """Whether a transaction is open here, which may yet be rolled back."""
        ...

    def change_count(self) -> int:
        """Return a number that differs whenever another connection has written."""
        ...

    # habits
    def habits(self) -> Sequence[Habit]:
        """Return all habits in the agent's order, archived ones too."""
        ...

    def add_habit(self, draft: Draft, from_date: date, at: datetime) -> HabitId: ...
    def rename_habit(self, habit_id: HabitId, name: str, category: Category) -> None: ...
    def put_version(self, habit_id: HabitId, version: Version) -> None:
        """Add a version; one of the same date is replaced."""
        ...

    def drop_versions_after(self, habit_id: HabitId, day: date) -> None:
        """Take out the versions of a habit that begin after a work date."""
        ...

    def order_habits(self, order: Sequence[HabitId]) -> None:
        """Put some habits into this order, in the places they have among all."""
        ...

    def delete_habit(self, habit_id: HabitId) -> None:
        """Delete a habit that has no entries."""
        ...

    # the shift
    def rosters(self) -> Sequence[Roster]: ...
    def duty(self) -> DutyDates:
        """Return what is recorded of single dates, the same object until something of it changes."""
        ...

    def put_roster(self, roster: Roster) -> None:
        """Store a roster; one of the same date is replaced."""
        ...

    def duty_changes(self) -> Sequence[DutyChange]:
        """Return what the agent gave dates in the place of their roster's shift."""
        ...

    def put_duty(self, *changes: DutyChange) -> None:
        """Keep what dates are, in the place of what was; where they were lived, and seen, stays."""
        ...

    def mark_seen(self, days: Sequence[date], *, seen: bool = True) -> None:
        """Keep that somebody was there on dates, or that nobody knows."""
        ...

    def drop_duty(self, day: date) -> None:
        """Give one date its roster's shift back; that it was seen stays."""
        ...

    def known_dates(self) -> frozenset[date]:
        """Return the dates that were seen or have an entry, the same object until they change."""
        ...

    def zone_named(self, name: str) -> tzinfo | None:
        """Return a zone that was written down; None when this computer does not know its name."""
        ...

    def pauses(self) -> Sequence[Pause]: ...
    def add_pause(self, pause: Pause) -> None: ...
    def end_pauses(self, habit_id: HabitId, reason: str, last_date: date) -> None: ...
    def cut_pauses(self, habit_id: HabitId | None, reason: str, last_date: date) -> None:
        """End every pause for this reason on a date, also one that would have ended later.

        Without a habit, those of all habits together only; one that begins later is taken out.
        """
        ...

    # holds
    def holds(self, since: datetime) -> Sequence[Hold]:
        """Return the holds that end after an instant, by the instant they began."""
        ...

    def add_hold(self, hold: Hold) -> None: ...
    def move_hold_end(self, hold_id: int, until: datetime) -> None:
        """Have a hold end at another instant; one that would end before it began is taken out."""
        ...

    # the log
    def append(self, entry: NewEntry) -> Entry: ...
    def entries(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Sequence[Entry]:
        """Return the entries of a habit, oldest id first, undos and undone ones too; both dates included."""
        ...

    def day_logs(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Mapping[date, DayLog]:
        """Return a habit's live entries folded per work date: what `by_date` makes of `entries`, but fast."""
        ...

    def begun(self, habit_id: HabitId, since: date, until: date) -> Sequence[Begun]:
        """Return when a habit was done on some work dates, both included, by the order of the log."""
        ...

    def has_entries(self, habit_id: HabitId) -> bool:
        """Whether a habit was ever logged, undone entries counted."""
        ...

    def logged_after(self, entry_id: EntryId) -> Mapping[HabitId, date]:
        """Return the habits with entries after one, each with the first work date among them."""
        ...

    def newest_entry_id(self) -> EntryId: ...
    def newest_live_entry(self) -> Entry | None:
        """Return the last done, opportunity or skip that no undo has taken back."""
        ...

    def last_logged(self, habit_id: HabitId) -> Entry | None:
        """Return what the agent logged or skipped last of a habit, on its latest work date."""
        ...

    def entry(self, entry_id: EntryId) -> Entry | None: ...
    def add_note(self, entry_id: EntryId, text: str) -> None: ...
    def notes(self) -> Mapping[EntryId, str]:
        """Return all notes by their entry, newest entry first."""
        ...

    def noted(self, since: date, until: date) -> Sequence[tuple[Entry, str]]:
        """Return the entries of some work dates, both included, that have a note, by their instant."""
        ...

    def noted_of(self, habit_id: HabitId) -> Sequence[tuple[Entry, str]]:
        """Return the entries of a habit that have a note, newest first; several notes of one are joined."""
        ...

    def put_note(self, entry_id: EntryId, text: str | None) -> None:
        """Have an entry keep this note in place of any other; None erases."""
        ...

    def wipe_traces(self) -> None:
        """Leave nothing of what was erased beside the file, as far as nobody else reads just now."""
        ...

    # prompts
    def claim(self, prompt: Prompt) -> bool:
        """Insert a prompt; False when its key is there already."""
        ...

    def prompt(self, key: PromptKey) -> Prompt | None: ...
    def update_prompt(self, prompt: Prompt) -> None: ...
    def open_prompts(self) -> Sequence[Prompt]:
        """Return every prompt neither answered nor expired, by due time."""
        ...

    def prompts_in(self, delivery: int) -> Sequence[Prompt]:
        """Return the prompts of one delivery, by due time."""
        ...

    def prompts_of(self, habit_id: HabitId, since: date, until: date | None = None) -> Sequence[Prompt]:
        """Return a habit's prompts of some work dates, both included, by due time."""
        ...

    def cued(self, habit_id: HabitId, since: date, until: date) -> Sequence[Cued]:
        """Return the cues of a habit on some work dates, both included, with when each was first shown."""
        ...

    def next_delivery(self) -> int: ...
    def last_snoozed(self) -> Prompt | None:
        """Return the snoozed prompt whose snooze came last."""
        ...

    # rewards and streaks
    def add_reward(self, habit_id: HabitId, entry_id: EntryId, kind: str, text: str, at: datetime) -> int: ...
    def take_reward(self, reward_id: int, at: datetime) -> None: ...
    def drop_reward_of(self, entry_id: EntryId) -> None: ...
    def rewards_earned(self, habit_id: HabitId) -> int:
        """Return how many rewards of a habit were earned; treats are among them."""
        ...

    def rewards_taken(self, since: datetime, until: datetime) -> int:
        """Return how many rewards earned from one instant up to another were taken."""
        ...

    def runs(self) -> Mapping[HabitId, tuple[Run, ...]]:
        """Return the derived streak rows by habit, oldest first; a habit without any is left out."""
        ...

    def put_runs(self, habit_id: HabitId, runs: Iterable[Run]) -> None:
        """Replace the derived streak rows of a habit."""
        ...

    # reviews, decisions and the journal
    def put_rating(self, rating: Rating) -> None:
        """Store a rating; an earlier one of the same habit and week is replaced."""
        ...

    def ratings(self, habit_id: HabitId) -> Sequence[Rating]:
        """Return a habit's ratings by the work date they were given on."""
        ...

    def put_review(self, review: Review) -> None:
        """Store a week's review; what it was before is replaced."""
        ...

    def review(self, week: str) -> Review | None: ...
    def reviews(self) -> Sequence[Review]:
        """Return every review that was begun, by week."""
        ...

    def put_habit_answer(self, answer: HabitAnswer) -> None:
        """Store what was said about a habit in a review that was begun; what it was before is replaced."""
        ...

    def habit_answers(self, habit_id: HabitId) -> Sequence[HabitAnswer]:
        """Return what was said about a habit, by week."""
        ...

    def rate_reward(self, reward_id: int, *, worth_it: bool) -> None: ...
    def reward_ratings(self, habit_id: HabitId) -> Sequence[RewardRating]:
        """Return a habit's rewards that were rated, oldest first; treats are no part of it."""
        ...

    def add_decision(self, decision: Decision) -> DecisionId: ...
    def decide_from(self, decision_id: DecisionId, from_date: date) -> None:
        """Have a decision hold from a work date on; one that holds already keeps its date."""
        ...

    def reopen_decision(self, decision_id: DecisionId, today: date) -> None:
        """Have a decision that would hold from after today wait for its review again."""
        ...

    def drop_decision(self, decision_id: DecisionId) -> None:
        """Take back a decision that does not hold yet."""
        ...

    def decisions(self) -> Sequence[Decision]:
        """Return every decision in the order they were made."""
        ...

    def put_line(self, line: JournalLine) -> None:
        """Store a line of the journal; an empty one erases what was there."""
        ...

    def line(self, work_date: date, kind: JournalKind) -> JournalLine | None: ...
    def lines(self, since: date, until: date) -> Sequence[JournalLine]:
        """Return the journal of some work dates, both included, by date."""
        ...

    # settings
    def setting(self, name: str) -> str | None: ...
    def put_setting(self, name: str, value: str) -> None: ...
