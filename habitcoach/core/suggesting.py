"""What a review suggests for a habit, and why. Algorithms.md, section 10: nine rules, the first that fits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum, StrEnum
from fractions import Fraction

from habitcoach.core.cue_statistics import CueStatistics
from habitcoach.core.fading import Stage
from habitcoach.core.habit import HabitId
from habitcoach.core.reviewing import Slots, Tally


class Suggestion(StrEnum):
    """What to do about a habit."""

    KEEP = "keep"
    CHANGE_CUE = "change_cue"
    MAKE_SMALLER = "make_smaller"
    CHANGE_REWARD = "change_reward"
    RETIRE = "retire"
    GRADUATE = "graduate"
    RAISE_GOAL = "raise_goal"


class Rule(IntEnum):
    """The rules, in their order: of two suggestions the one of the earlier rule is the stronger."""

    SKIPPED = 1
    TOO_EARLY = 2
    RUNS_BY_ITSELF = 3
    RARELY_KEPT = 4
    CUE_FAILS = 5
    TOO_BIG = 6
    REWARD_FAILS = 7
    GOAL_REACHED = 8
    NOTHING_AMISS = 9


class Reason(StrEnum):
    """Why, more closely than the rule. In brackets: its parameters beside due, kept and percent."""

    OFTEN_SKIPPED = "often_skipped"  #: (skipped, of)
    TOO_EARLY = "too_early"
    RUNS_BY_ITSELF = "runs_by_itself"  #: (weeks)
    RARELY_KEPT = "rarely_kept"  #: (reviews)
    NOT_WORTH_IT = "not_worth_it"  #: (reviews)
    FORGOT = "forgot"
    WRONG_MOMENT = "wrong_moment"
    LATE = "late"  #: (minutes)
    PUT_OFF = "put_off"  #: (share)
    ONE_SLOT = "one_slot"  #: (place, missed, misses)
    SELDOM_KEPT = "seldom_kept"
    TOOK_TOO_LONG = "took_too_long"
    FEW_HITS = "few_hits"  #: (hits, of, goal)
    REWARD_PALE = "reward_pale"
    GOAL_REACHED = "goal_reached"  #: (reviews)
    WELL_KEPT = "well_kept"
    NO_CAUSE = "no_cause"


class Hindrance(StrEnum):
    """What the agent says hindered a habit."""

    FORGOT = "forgot"
    WRONG_MOMENT = "wrong_moment"
    TOOK_TOO_LONG = "took_too_long"
    NO_OCCASION = "no_occasion"
    NOT_WORTH_IT = "not_worth_it"
    FELT_ROBOTIC = "felt_robotic"


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """Every number of the rules. They are ours, the literature gives directions only."""

    skipped_share: Fraction = Fraction(40, 100)
    skipped_of: int = 4  #: due and skipped periods together
    due: int = 3  #: fewer are too early to say anything
    quiet_weeks: int = 4  #: in the last stage before a habit graduates
    quiet_consistency: float = 0.85
    quiet_automaticity: float = 0.67
    rare: Fraction = Fraction(30, 100)
    rare_reviews: int = 3
    unwanted: Fraction = Fraction(50, 100)  #: with "not worth it"
    unwanted_reviews: int = 2
    shaky: Fraction = Fraction(80, 100)  #: below it the reasons that hinder count
    delay: timedelta = timedelta(minutes=30)
    put_off: Fraction = Fraction(40, 100)
    slot_misses: int = 3
    slot_share: Fraction = Fraction(60, 100)
    too_big: Fraction = Fraction(60, 100)
    hits_of_goal: Fraction = Fraction(50, 100)
    pale_rewards: int = 2
    reached: Fraction = Fraction(90, 100)
    reached_reviews: int = 3
    reached_automaticity: float = 0.50
    well: Fraction = Fraction(80, 100)  #: from here on *keep* says that it goes well
    declined_reviews: int = 3  #: in which a suggestion answered with "not now" is not made again
    few_active: int = 3  #: habits, in the first weeks
    more_active: int = 5
    first_weeks: int = 3
    running_share: Fraction = Fraction(70, 100)  #: on average, before a further habit is offered


CUTOFFS = Cutoffs()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the suggestion for one habit rests on."""

    tally: Tally  #: of the span that p is taken over
    cue: CueStatistics = field(default_factory=CueStatistics)
    slots: Slots = field(default_factory=Slots)
    former: tuple[Fraction, ...] = ()  #: p of the reviews before, oldest first
    hindrances: frozenset[Hindrance] = frozenset()
    stage: Stage = Stage.AT_THE_CUE
    stage_weeks: int = 0  #: whole weeks in that stage
    consistency: float = 0.0
    automaticity: float | None = None  #: share of the last answer
    rate_goal: int | None = None  #: percent; None when the target is no rate
    pale_rewards: int = 0  #: last answers "not worth it" in a row
    changeable: bool = True  #: False for the built-in promise habit, which can only be kept as it is

    def below(self, share: Fraction, reviews: int) -> bool:
        """Whether p was below a share in so many reviews in a row, this one included."""
        return self._in_a_row(lambda p: p < share, reviews)

    def at_least(self, share: Fraction, reviews: int) -> bool:
        """Whether p reached a share in so many reviews in a row, this one included."""
        return self._in_a_row(lambda p: p >= share, reviews)

    def _in_a_row(self, holds: Callable[[Fraction], bool], reviews: int) -> bool:
        last = (*self.former, self.p)[-reviews:]
        return len(last) == reviews and all(holds(p) for p in last)

    @property
    def p(self) -> Fraction:
        """Share of due periods kept; 0 when none was due."""
        return self.tally.p or Fraction(0)


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion and its reason."""

    suggestion: Suggestion
    rule: Rule
    reason: Reason
    params: Mapping[str, int | str] = field(default_factory=dict, hash=False)


_Cause = tuple[Reason, dict[str, int | str]]
_Check = Callable[[Evidence], _Cause | None]


def advise(evidence: Evidence) -> Advice:
    """Return the suggestion for one habit: that of the first rule that fits."""
    for rule, suggestion, check in _RULES:
        cause = check(evidence)
        if cause is not None and (evidence.changeable or suggestion is Suggestion.KEEP):
            return Advice(suggestion, rule, cause[0], _common(evidence) | cause[1])
    well = evidence.p >= CUTOFFS.well
    reason = Reason.WELL_KEPT if well else Reason.NO_CAUSE
    return Advice(Suggestion.KEEP, Rule.NOTHING_AMISS, reason, _common(evidence))


def _common(evidence: Evidence) -> dict[str, int | str]:
    return {"due": evidence.tally.due, "kept": evidence.tally.kept, "percent": _percent(evidence.p)}


def _percent(share: Fraction) -> int:
    return int(share * 100)


def _skipped(evidence: Evidence) -> _Cause | None:
    skipped, of = evidence.tally.skipped, evidence.tally.skipped + evidence.tally.due
    if of < CUTOFFS.skipped_of or skipped < CUTOFFS.skipped_share * of:
        return None
    return Reason.OFTEN_SKIPPED, {"skipped": skipped, "of": of}


def _too_early(evidence: Evidence) -> _Cause | None:
    return (Reason.TOO_EARLY, {}) if evidence.tally.due < CUTOFFS.due else None


def _runs_by_itself(evidence: Evidence) -> _Cause | None:
    quiet = evidence.stage is Stage.SILENT and evidence.stage_weeks >= CUTOFFS.quiet_weeks
    steady = evidence.consistency >= CUTOFFS.quiet_consistency
    if not (quiet and steady and (evidence.automaticity or 0) >= CUTOFFS.quiet_automaticity):
        return None
    return Reason.RUNS_BY_ITSELF, {"weeks": evidence.stage_weeks}


def _rarely_kept(evidence: Evidence) -> _Cause | None:
    if evidence.below(CUTOFFS.rare, CUTOFFS.rare_reviews):
        return Reason.RARELY_KEPT, {"reviews": CUTOFFS.rare_reviews}
    unwanted = Hindrance.NOT_WORTH_IT in evidence.hindrances
    if unwanted and evidence.below(CUTOFFS.unwanted, CUTOFFS.unwanted_reviews):
        return Reason.NOT_WORTH_IT, {"reviews": CUTOFFS.unwanted_reviews}
    return None


def _cue_fails(evidence: Evidence) -> _Cause | None:
    if evidence.p >= CUTOFFS.shaky:
        return None
    if Hindrance.FORGOT in evidence.hindrances:
        return Reason.FORGOT, {}
    if Hindrance.WRONG_MOMENT in evidence.hindrances:
        return Reason.WRONG_MOMENT, {}
    return _comes_late(evidence) or _misses_one_slot(evidence)


def _comes_late(evidence: Evidence) -> _Cause | None:
    delay = evidence.cue.median_delay
    if delay is not None and delay > CUTOFFS.delay:
        return Reason.LATE, {"minutes": int(delay.total_seconds() // 60)}
    put_off = evidence.cue.put_off
    if put_off is not None and put_off >= CUTOFFS.put_off:
        return Reason.PUT_OFF, {"share": _percent(put_off)}
    return None


def _misses_one_slot(evidence: Evidence) -> _Cause | None:
    worst, misses = evidence.slots.most_missed, evidence.slots.misses
    if worst is None or misses < CUTOFFS.slot_misses or worst.missed < CUTOFFS.slot_share * misses:
        return None
    return Reason.ONE_SLOT, {"place": worst.place, "missed": worst.missed, "misses": misses}


def _too_big(evidence: Evidence) -> _Cause | None:
    # The causes in the order of how much they say; whichever holds, the rule is the same.
    if Hindrance.TOOK_TOO_LONG in evidence.hindrances and evidence.p < CUTOFFS.shaky:
        return Reason.TOOK_TOO_LONG, {}
    goal, hits, of = evidence.rate_goal, evidence.tally.hits, evidence.tally.of
    if goal is not None and of and Fraction(hits * 100, of) < CUTOFFS.hits_of_goal * goal:
        return Reason.FEW_HITS, {"hits": hits, "of": of, "goal": goal}
    return (Reason.SELDOM_KEPT, {}) if evidence.p < CUTOFFS.too_big else None


def _reward_fails(evidence: Evidence) -> _Cause | None:
    return (Reason.REWARD_PALE, {}) if evidence.pale_rewards >= CUTOFFS.pale_rewards else None


def _goal_reached(evidence: Evidence) -> _Cause | None:
    by_itself = (evidence.automaticity or 0) >= CUTOFFS.reached_automaticity
    reached = evidence.at_least(CUTOFFS.reached, CUTOFFS.reached_reviews)
    if evidence.rate_goal is None or not by_itself or not reached:
        return None
    return Reason.GOAL_REACHED, {"reviews": CUTOFFS.reached_reviews}


#: In order; the ninth rule is what remains.
_RULES: Sequence[tuple[Rule, Suggestion, _Check]] = (
    (Rule.SKIPPED, Suggestion.CHANGE_CUE, _skipped),
    (Rule.TOO_EARLY, Suggestion.KEEP, _too_early),
    (Rule.RUNS_BY_ITSELF, Suggestion.GRADUATE, _runs_by_itself),
    (Rule.RARELY_KEPT, Suggestion.RETIRE, _rarely_kept),
    (Rule.CUE_FAILS, Suggestion.CHANGE_CUE, _cue_fails),
    (Rule.TOO_BIG, Suggestion.MAKE_SMALLER, _too_big),
    (Rule.REWARD_FAILS, Suggestion.CHANGE_REWARD, _reward_fails),
    (Rule.GOAL_REACHED, Suggestion.RAISE_GOAL, _goal_reached),
)


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice for one of several habits."""

    habit_id: HabitId
    advice: Advice
    p: Fraction


def strongest(found: Iterable[Advised]) -> Advised | None:
    """Return the one suggestion to make: the earliest rule, then the lowest p, then the agent's order.

    *Keep* changes nothing, so it is no suggestion; None when nothing else was found.
    """
    changes = [one for one in found if one.advice.suggestion is not Suggestion.KEEP]
    return min(changes, key=lambda one: (one.advice.rule, one.p), default=None)


def most_active(weeks: int) -> int:
    """Return the most habits to build at once, so many whole weeks after the first one began."""
    return CUTOFFS.few_active if weeks < CUTOFFS.first_weeks else CUTOFFS.more_active


def offers_further_habit(shares: Sequence[Fraction | None], weeks: int) -> bool:
    """Whether a further habit is offered.

    Args:
        shares: p of each active habit, None where nothing was due yet.
        weeks: whole weeks since the agent's first habit began.
    """
    if len(shares) >= most_active(weeks):
        return False
    known = [share for share in shares if share is not None]
    if not known:
        return not shares
    return sum(known) >= CUTOFFS.running_share * len(known)
