"""The habits of one simulated agent over 26 weeks, each with a character of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.decision_views import Proposals
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, Plan, Version
from habitcoach.core.suggesting import Hindrance
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, At, Contact, ShiftAnchor, Trigger
from tests.support.habits import ONE_CHECK, wall

WORKDAYS = (1, 2, 3, 4, 5)


class Deed(StrEnum):
    """What the agent does about one occasion."""

    DONE = "done"
    SKIPPED = "skipped"  #: no occasion
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Act:
    """A deed and its time."""

    deed: Deed
    minutes: int = 2  #: after the cue; negative before it
    hits: int = 1
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a character looks at."""

    shift: int  #: shifts since the habit began, from 0
    week: int  #: of the story, from 1
    slot: str
    version: Version
    stage: Stage
    chance: Random


NOTHING = Act(Deed.NOTHING)
SKIPPED = Act(Deed.SKIPPED)


def _takes_the_first_cue(_kind: DecisionKind, found: Proposals) -> Choice:
    best = found.cues[0] if found.cues else None
    return Choice(trigger=None if best is None else best.trigger, when=found.when)


@dataclass(frozen=True, slots=True)
class Character:
    """One habit, and how this agent lives with it."""

    name: str
    category: Category
    plan: Plan
    trigger: Trigger
    acts: Callable[[Scene], Act]
    target: Target = ONE_CHECK
    begins: tuple[int, int] = (1, 1)  #: week of the story and ISO weekday
    by_itself: Callable[[int], int] = lambda shift: min(7, 2 + shift // 9)  #: the answer after so many shifts
    hindered: Callable[[Scene], frozenset[Hindrance]] = lambda _scene: frozenset()
    worth_it: Callable[[Scene], bool | None] = lambda _scene: None
    applies: frozenset[DecisionKind] = field(default_factory=lambda: frozenset(DecisionKind))
    chooses: Callable[[DecisionKind, Proposals], Choice] = _takes_the_first_cue


def _steady(scene: Scene) -> Act:
    """Carry on, ever more often before the cue."""
    early = scene.chance.random() < min(0.95, scene.shift / 25)
    return Act(Deed.DONE, -3 if early else 4)


def _lapses(scene: Scene) -> Act:
    """Go quiet, slip for a bad stretch in week 17, and come back."""
    if scene.week == 17:  # the bad stretch
        return NOTHING
    return _steady(scene)


def _greets(scene: Scene) -> Act:
    return Act(Deed.DONE, hits=18 + scene.chance.randrange(2), of=20)


def _asks(scene: Scene) -> Act:
    """Far from the goal until it is a nearer one."""
    goal = scene.version.target.goal
    hits = 5 if goal == 70 else 9  # percent, as the cast sets it
    return Act(Deed.DONE, hits=hits, of=16)


def _reads(scene: Scene) -> Act:
    """Have no occasion at the start of the afternoon, and one at any other time."""
    moved = scene.version.trigger != READ_AT
    return Act(Deed.DONE, 5) if moved or scene.shift % 5 < 2 else SKIPPED


def _drinks(scene: Scene) -> Act:
    """Drink in the morning, and overlook the afternoon's cue as long as it is where it was."""
    missed = scene.slot.endswith("/15:30") and scene.version.trigger == DRINK_AT
    return NOTHING if missed and scene.shift % 2 else Act(Deed.DONE, 3)


def _tidies(scene: Scene) -> Act:
    """Find the whole desk too much, and the two minutes of it easy."""
    small = scene.version.plan.routine == TIDY.tiny
    return Act(Deed.DONE, 6) if small or scene.shift % 5 < 2 else NOTHING


def _summarises(scene: Scene) -> Act:
    """Take too long for it on some days."""
    small = scene.version.plan.routine == SUM_UP.tiny
    return Act(Deed.DONE, 8) if small or scene.shift % 4 != 1 else NOTHING


def _studies(scene: Scene) -> Act:
    """Never find the time for it."""
    return Act(Deed.DONE, 10) if scene.shift % 5 == 4 else NOTHING


def _breathes(_scene: Scene) -> Act:
    return Act(Deed.DONE, 1)


def _stretches(scene: Scene) -> Act:
    """Do well, drop it for a fortnight, and take it up again."""
    return NOTHING if 8 <= scene.shift < 16 else Act(Deed.DONE, 4)


def _closes(scene: Scene) -> Act:
    """Forget it at the end of the shift, and think of it earlier in the day."""
    moved = scene.version.trigger != CLOSE_AT
    return Act(Deed.DONE, 2) if moved or scene.shift % 5 < 3 else NOTHING


READ_AT = At((wall("13:30"),), WORKDAYS)
DRINK_AT = At((wall("10:30"), wall("15:30")), WORKDAYS)
CLOSE_AT = AroundShift(ShiftAnchor.END, -25)

TIDY = Plan("it is a quarter past eleven", "clear the whole desk", "a clear view", tiny="put one thing away")
SUM_UP = Plan("it is two", "write a summary of the morning", "a walk to the window", tiny="write one line")

CAST = (
    Character(
        "Start clean",
        Category.FOCUS,
        Plan("I have logged in", "write down what is on my mind", "the first sip of my drink"),
        AroundShift(ShiftAnchor.START, 5),
        _steady,
    ),
    Character(
        "One thank-you",
        Category.GOODWILL,
        Plan("I sit down after lunch", "send one customer a two-line thank-you", "a favourite song"),
        AroundShift(ShiftAnchor.MIDDLE, 30),
        _lapses,
        applies=frozenset(),  # this agent would rather see it in the list every day
    ),
    Character(
        "Greet by name",
        Category.WORDS,
        Plan("my cursor lands in an empty reply", "type their name first", "a sip, slowly"),
        Contact(),
        _greets,
        Target(TargetKind.RATE, 80, minimum=5),
        by_itself=lambda shift: min(6, 2 + shift // 5),
    ),
    Character(
        "Drink water",
        Category.FOCUS,
        Plan("the glass is empty", "fill it and drink", "a stretch"),
        DRINK_AT,
        _drinks,
        begins=(4, 4),
    ),
    Character(
        "Read one article",
        Category.KNOWLEDGE,
        Plan("the queue is calm", "read one help article", "a biscuit"),
        READ_AT,
        _reads,
        begins=(5, 1),
    ),
    Character("Clear the desk", Category.FOCUS, TIDY, At((wall("11:15"),), WORKDAYS), _tidies, begins=(6, 1)),
    Character(
        "Study the product",
        Category.KNOWLEDGE,
        Plan("it is half past three", "read the manual for twenty minutes", "a coffee"),
        At((wall("15:40"),), WORKDAYS),
        _studies,
        begins=(7, 1),
        applies=frozenset({DecisionKind.RETIRE}),
    ),
    Character(
        "One slow breath",
        Category.LISTENING,
        Plan("the phone has rung twice", "take one slow breath", "I let it go"),
        At((wall("10:05"),), WORKDAYS),
        _breathes,
        begins=(11, 1),
        worth_it=lambda scene: scene.version.plan.reward != "I let it go",
        chooses=lambda _kind, _found: Choice(reward="I look out of the window"),
    ),
    Character(
        "Ask what they tried",
        Category.LISTENING,
        Plan("a customer has told me what is wrong", "ask what they have tried", "a nod to myself"),
        Contact(),
        _asks,
        Target(TargetKind.RATE, 70, minimum=5),
        begins=(20, 1),
        by_itself=lambda _shift: 3,
    ),
    Character(
        "Stretch",
        Category.FOCUS,
        Plan("it is four", "stretch for a minute", "warm shoulders"),
        At((wall("16:00"),), WORKDAYS),
        _stretches,
        begins=(21, 1),
        applies=frozenset(),
    ),
    Character(
        "Sum up the morning",
        Category.WORDS,
        SUM_UP,
        At((wall("14:00"),), WORKDAYS),
        _summarises,
        begins=(18, 1),
        hindered=lambda scene: (
            frozenset({Hindrance.TOOK_TOO_LONG}) if scene.version.plan.routine != SUM_UP.tiny else frozenset()
        ),
    ),
    Character(
        "Close my tabs",
        Category.FOCUS,
        Plan("I finish the last contact", "close every tab", "a light bag"),
        CLOSE_AT,
        _closes,
        begins=(22, 1),
        hindered=lambda scene: (
            frozenset({Hindrance.FORGOT}) if scene.version.trigger == CLOSE_AT else frozenset()
        ),
        chooses=lambda _kind, _found: Choice(
            trigger=AroundShift(ShiftAnchor.END, -60), when="the last hour begins"
        ),
    ),
)
