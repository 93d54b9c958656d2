"""Rows of the review's tables ↔ the model."""

import json
from datetime import date

from habitcoach.core.decision import Decision, DecisionId, DecisionKind
from habitcoach.core.habit import HabitId
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.rating import Rating
from habitcoach.core.review_answers import HabitAnswer, Review, RewardRating
from habitcoach.core.suggesting import Hindrance
from habitcoach.storage.faults import reads_row
from habitcoach.storage.rows import Row, instant, instant_text, maybe, maybe_text


@reads_row
def rating(row: Row) -> Rating:
    """Read an automaticity row."""
    return Rating(
        habit_id=HabitId(row["habit_id"]),
        week=row["week"],
        work_date=date.fromisoformat(row["work_date"]),
        at=instant(row["at"]),
        by_itself=row["by_itself"],
        without_remembering=row["without_remembering"],
        without_thinking=row["without_thinking"],
        before_noticing=row["before_noticing"],
    )


def rating_row(one: Rating) -> dict[str, object]:
    """Write an automaticity row."""
    return {
        "habit_id": one.habit_id,
        "week": one.week,
        "work_date": one.work_date.isoformat(),
        "at": instant_text(one.at),
        "by_itself": one.by_itself,
        "without_remembering": one.without_remembering,
        "without_thinking": one.without_thinking,
        "before_noticing": one.before_noticing,
    }


@reads_row
def review(row: Row) -> Review:
    """Read a review row."""
    return Review(
        week=row["week"],
        begun_at=instant(row["begun_at"]),
        put_off_until=maybe(row["put_off_until"]),
        finished_at=maybe(row["finished_at"]),
        if_then=row["if_then"],
        moment=row["moment"],
        principle=row["principle"],
    )


def review_row(one: Review) -> dict[str, object]:
    """Write a review row."""
    return {
        "week": one.week,
        "begun_at": instant_text(one.begun_at),
        "put_off_until": maybe_text(one.put_off_until),
        "finished_at": maybe_text(one.finished_at),
        "if_then": one.if_then,
        "moment": one.moment,
        "principle": one.principle,
    }


@reads_row
def habit_answer(row: Row) -> HabitAnswer:
    """Read a review_answer row."""
    worth_it = row["reward_worth_it"]
    return HabitAnswer(
        week=row["week"],
        habit_id=HabitId(row["habit_id"]),
        work_date=date.fromisoformat(row["work_date"]),
        at=instant(row["at"]),
        helped=row["helped"],
        hindered=frozenset(Hindrance(one) for one in json.loads(row["hindered"])),
        reward_worth_it=None if worth_it is None else bool(worth_it),
    )


def habit_answer_row(one: HabitAnswer) -> dict[str, object]:
    """Write a review_answer row."""
    return {
        "week": one.week,
        "habit_id": one.habit_id,
        "work_date": one.work_date.isoformat(),
        "at": instant_text(one.at),
        "helped": one.helped,
        "hindered": json.dumps(sorted(each.value for each in one.hindered)),
        "reward_worth_it": None if one.reward_worth_it is None else int(one.reward_worth_it),
    }


@reads_row
def reward_rating(row: Row) -> RewardRating:
    """Read a reward row that was rated."""
    return RewardRating(row["text"], instant(row["earned_at"]), bool(row["worth_it"]))


@reads_row
def decision(row: Row) -> Decision:
    """Read a decision row."""
    return Decision(
        kind=DecisionKind(row["kind"]),
        habit_id=None if row["habit_id"] is None else HabitId(row["habit_id"]),
        chosen_at=instant(row["chosen_at"]),
        from_date=None if row["from_date"] is None else date.fromisoformat(row["from_date"]),
        parameters=json.loads(row["parameters"]),
        week=row["week"],
        due_before=row["due_before"],
        kept_before=row["kept_before"],
        id=DecisionId(row["id"]),
    )


def decision_row(one: Decision) -> dict[str, object]:
    """Write a decision row, without its number."""
    return {
        "kind": one.kind.value,
        "habit_id": one.habit_id,
        "chosen_at": instant_text(one.chosen_at),
        "from_date": None if one.from_date is None else one.from_date.isoformat(),
        "parameters": json.dumps(dict(one.parameters)),
        "week": one.week,
        "due_before": one.due_before,
        "kept_before": one.kept_before,
    }


@reads_row
def journal_line(row: Row) -> JournalLine:
    """Read a journal row."""
    day = date.fromisoformat(row["work_date"])
    return JournalLine(day, JournalKind(row["kind"]), row["text"], instant(row["at"]))


def journal_row(one: JournalLine) -> dict[str, object]:
    """Write a journal row."""
    return {
        "work_date": one.work_date.isoformat(),
        "kind": one.kind.value,
        "text": one.text,
        "at": instant_text(one.at),
    }
