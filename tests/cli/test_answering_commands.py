"""done, skip, snooze, undo."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Command, Line, add

SLOT = "2026-11-23/10:30"
SetClock = Callable[[str], None]
KEYS = {"habit_id", "habit", "work_date", "slot", "kind", "count", "of", "streak", "reward"}


@pytest.fixture
def due(smile: Line, set_clock: SetClock) -> None:
    """Have a cue due at 10:30."""
    del smile
    set_clock("10:31")


@pytest.mark.usefixtures("due")
def test_done_says_what_it_did(command: Command) -> None:
    found = command("done", "smile", "--json")
    assert (found.code, found.err) == (0, "")
    assert found.json == {
        "habit_id": 1,
        "habit": "Smile",
        "work_date": "2026-11-23",
        "slot": SLOT,
        "kind": "done",
        "count": 1,
        "of": None,
        "streak": 1,
        "reward": "a sip of tea",
    }


@pytest.mark.usefixtures("due")
def test_done_in_words_names_the_reward_and_one_fact(command: Command) -> None:
    assert command("done", "Smile", "--note", "it helped", "--tiny").out == (
        "Done: Smile. Now: a sip of tea. 2 more to 3.\n"
    )


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize("reason", ["no_occasion", "leave", "sick", "outage", "ordered", "on_calls", "other"])
def test_skip_with_a_reason(command: Command, reason: str) -> None:
    found = command("skip", "Smile", "--reason", reason, "--json").json
    assert found.keys() == KEYS
    assert (found["kind"], found["slot"], found["reward"]) == ("skip", SLOT, None)
    assert command("today", "--json").json["occasions"][0]["state"] == "skipped"


@pytest.mark.usefixtures("due")
def test_did_not_get_to_it(command: Command) -> None:
    assert command("skip", "Smile", "--reason", "not_done").out == "Skipped: Smile. Streak: 0.\n"
    assert command("today", "--json").json["occasions"][0]["state"] == "passed"


@pytest.mark.usefixtures("due")
def test_skip_the_whole_day(command: Command) -> None:
    assert (
        command("skip", "Smile", "--reason", "sick", "--day", "--note", "flu", "--json").json["slot"] is None
    )


@pytest.mark.usefixtures("due")
def test_snooze_extends_the_window(command: Command) -> None:
    found = command("snooze", "Smile", "15", "--json").json
    assert found.keys() == KEYS | {"until"}
    assert (found["kind"], found["slot"], found["until"]) == ("snooze", SLOT, "2026-11-23T10:46:00+01:00")
    assert command("today", "--json").json["occasions"][0]["state"] == "snoozed"
    assert command("snooze", "Smile", "end").out == "Snoozed until 16:50: Smile.\n"


@pytest.mark.usefixtures("smile")
def test_nothing_due_cannot_be_snoozed(command: Command) -> None:
    found = command("snooze", "Smile", "15")
    assert (found.code, found.out) == (1, "")
    assert found.err == "habitcoach: No cue of “Smile” is due now. See: habitcoach today\n"


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize("wait", ["0", "1441", "-5", "soon", "1.5", "\uff11", ""])
def test_what_is_no_wait_is_wrong_use(command: Command, wait: str) -> None:
    assert command("snooze", "Smile", "--", wait).code == 2


@pytest.mark.usefixtures("due")
def test_undo_goes_back_step_by_step(command: Command) -> None:
    command("snooze", "Smile", "15")
    command("done", "Smile")
    assert command("undo").out == "Took back: done, “Smile”.\n"
    found = command("undo", "--json").json
    assert found.keys() == KEYS
    assert (found["kind"], found["slot"], found["streak"]) == ("snooze", SLOT, 0)
    refused = command("undo", "--json")
    assert (refused.code, refused.out, refused.err) == (1, "", "habitcoach: There is nothing to undo.\n")


def test_a_rate_counts_hits_and_opportunities(command: Command) -> None:
    add(command, "Names", trigger='{"kind":"contact"}', target='{"kind":"rate","goal":80,"min":5}')
    found = command("done", "Names", "--count", "14", "--of", "20", "--json").json
    assert (found["kind"], found["count"], found["of"]) == ("done", 14, 20)
    found = command("done", "Names", "--count", "0", "--of", "1", "--json").json
    assert (found["kind"], found["count"], found["of"], found["reward"]) == ("opportunity", 0, 1, None)
    assert command("done", "Names", "--count", "0", "--of", "1").out == "Noted: Names.\n"
    assert command("undo").out == "Took back: opportunity, “Names”.\n"
    [counter] = command("today", "--json").json["counters"]
    assert counter == {"habit_id": 1, "habit": "Names", "hits": 14, "of": 21, "goal": 80}


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--of", "3"), "--of is only for a habit with a rate target."),
        (("--count", "0"), "count: give a whole number from 1 to 999."),
        (("--count", "1000"), "count: give a whole number from 1 to 999."),
        (("--note", " \u200b"), "The note needs at least one visible character."),
        (("--note", "x" * 2001), "The note has 2001 characters; keep it to 2000."),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(
    command: Command, arguments: tuple[str, ...], says: str
) -> None:
    found = command("done", "Smile", *arguments)
    assert (found.code, found.out, found.err) == (1, "", f"habitcoach: {says}\n")
    assert not command("streaks", "--json").json[0]["total"]


@pytest.mark.parametrize(
    "arguments",
    [("done",), ("done", "Smile", "--count", "x"), ("skip", "Smile"), ("skip", "Smile", "--reason", "lazy")],
)
def test_wrong_use(command: Command, arguments: tuple[str, ...]) -> None:
    found = command(*arguments)
    assert (found.code, found.out) == (2, "")
    assert "Error:" in found.err


# ------------------------------------------------------------------ --at


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize(
    ("now", "when", "work_date"),
    [
        ("24 12:00", "10:45", "2026-11-24"),
        ("24 12:00", "yesterday 10:45", "2026-11-23"),
        ("24 12:00", " Yesterday  10:45", "2026-11-23"),
        ("24 12:00", "2026-11-23T10:45", "2026-11-23"),
        ("24 12:00", "2026-11-23T09:45Z", "2026-11-23"),
        ("24 01:00", "23:30", "2026-11-23"),  # the logical day has not ended
        ("24 01:00", "00:30", "2026-11-23"),
    ],
)
def test_at_an_earlier_time(
    command: Command, set_clock: SetClock, now: str, when: str, work_date: str
) -> None:
    set_clock(now)
    assert command("done", "Smile", "--at", when, "--json").json["work_date"] == work_date


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("12:01", "The time lies in the future. Log it once it has happened."),
        ("2026-11-24T12:01", "The time lies in the future. Log it once it has happened."),
        ("02:00", "The time lies in the future. Log it once it has happened."),  # the end of this work date
        ("2026-11-09T09:00", "The time is over 14 days back. Add --yes if you mean it."),
        ("half past", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
        ("yesterday", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
        ("24:00", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
        ("", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
        ("9999-12-31T23:59-14:00", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
        ("0001-01-01T00:00+14:00", "The time: give an ISO time, HH:MM, or yesterday HH:MM."),
    ],
)
def test_times_that_cannot_be_logged(command: Command, set_clock: SetClock, when: str, says: str) -> None:
    set_clock("24 12:00")
    found = command("done", "Smile", "--at", when)
    assert (found.code, found.err) == (1, f"habitcoach: {says}\n")


def test_long_ago_needs_a_yes(command: Command, set_clock: SetClock) -> None:
    set_clock("02 08:00")
    add(command, "Old")
    set_clock("23 12:00")
    assert command("done", "Old", "--at", "2026-11-03T09:00").code == 1
    assert command("done", "Old", "--at", "2026-11-03T09:00", "--yes").code == 0
    assert command("skip", "Old", "--reason", "sick", "--at", "2026-11-04T09:00", "--yes").code == 0
    before = command("done", "Old", "--at", "2026-11-01T09:00", "--yes")
    assert (before.code, before.err) == (1, "habitcoach: The time lies before “Old” began.\n")
