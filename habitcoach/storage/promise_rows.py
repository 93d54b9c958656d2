"""Promise rows of the file ↔ the model."""

from datetime import date

from habitcoach.core.entry import EntryId
from habitcoach.core.promise import Promise, PromiseAnswer, PromiseChange, PromiseId, PromiseState
from habitcoach.storage.faults import reads_row
from habitcoach.storage.rows import Row, instant, instant_text

#: What an answer changes; ticket and note are kept in one place only, so that erasing them is final.
_STANDING = ("set_at", "due_at", "place", "work_date", "state", "answered_at", "retimed")


@reads_row
def promise(row: Row) -> Promise:
    """Read a promise row."""
    answered = row["answered_at"]
    return Promise(
        id=PromiseId(row["id"]),
        made_at=instant(row["made_at"]),
        set_at=instant(row["set_at"]),
        due=instant(row["due_at"]),
        place=row["place"],
        work_date=date.fromisoformat(row["work_date"]),
        ticket=row["ticket"],
        note=row["note"],
        state=PromiseState(row["state"]),
        answered_at=None if answered is None else instant(answered),
        retimed=row["retimed"],
    )


def promise_row(one: Promise) -> dict[str, object]:
    """Write a promise row, without its number."""
    return {
        "made_at": instant_text(one.made_at),
        "set_at": instant_text(one.set_at),
        "due_at": instant_text(one.due),
        "place": one.place,
        "work_date": one.work_date.isoformat(),
        "ticket": one.ticket,
        "note": one.note,
        "state": one.state.value,
        "answered_at": None if one.answered_at is None else instant_text(one.answered_at),
        "retimed": one.retimed,
    }


@reads_row
def change(row: Row) -> PromiseChange:
    """Read a promise_change row joined with its promise."""
    return PromiseChange(promise(row), PromiseAnswer(row["answer"]), EntryId(row["entry_id"]))


def change_row(one: PromiseChange) -> dict[str, object]:
    """Write a promise_change row."""
    standing = promise_row(one.before)
    found = {name: standing[name] for name in _STANDING}
    return {"promise_id": one.before.id, "entry_id": one.entry_id, "answer": one.answer.value} | found
