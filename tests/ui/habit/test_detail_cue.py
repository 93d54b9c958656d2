"""One habit's page: its cue, its rest, its plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.consent import Consent
from habitcoach.core.fading import Cause, Stage
from habitcoach.core.habit import Version
from habitcoach.core.target import Target
from habitcoach.core.trigger import AroundShift, ShiftAnchor
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.habit.why_words import About, Asked
from tests.ui.day_samples import HABITS, plan
from tests.ui.habit.detail_parts import GREET, press, seen, show, text
from tests.ui.habit_samples import CUES, change, faded


def menu(page: QWidget, button: str, name: str) -> dict[str, Callable[[], None]]:
    press(page, button)
    found = page.findChild(QMenu, name)
    assert found is not None
    found.close()
    return {action.objectName(): action.trigger for action in found.actions()}


def checked(page: QWidget) -> list[str]:
    press(page, "cue_more")
    found = page.findChild(QMenu, "cue_menu")
    assert found is not None
    found.close()
    return [action.objectName() for action in found.actions() if action.isChecked()]


def test_how_its_cue_stands_and_why(page: HabitsPage, qtbot: QtBot) -> None:
    assert text(page, "cue_strip_headline") == "Cue: if I forget"
    assert text(page, "cue_strip_reason") == "since 4 May, because 9 of 10 were kept"
    with qtbot.waitSignal(page.fading_chosen) as chosen:
        press(page, "cue_every_time")
    assert chosen.args == [2, Consent.NEVER]


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (Cause.CHOSEN, "because you chose it"),
        (Cause.ACCEPTED, "because you said yes"),
        (Cause.TWO_MISSES, "because it was missed twice in a row"),
        (Cause.THREE_OF_FIVE, "because 3 of the last 5 were missed"),
        (Cause.LESS_STEADY, "because it was kept less steadily"),
    ],
)
def test_every_cause_has_its_words(page: HabitsPage, cause: Cause, words: str) -> None:
    show(page, replace(GREET, faded=faded(Stage.CATCH_UP, change(cause))))
    assert text(page, "cue_strip_reason") == f"since 4 May, {words}"


def test_a_cue_that_was_never_withdrawn_or_is_quiet(page: HabitsPage) -> None:
    show(page, replace(GREET, faded=faded(Stage.AT_THE_CUE)))
    assert text(page, "cue_strip_reason") == "since 4 May"
    assert not seen(page, "cue_every_time")
    show(page, replace(GREET, faded=faded(Stage.SILENT, change(after=Stage.SILENT))))
    assert text(page, "cue_strip_reason").endswith("You start this yourself.")
    assert (
        text(page, "quiet_on_purpose")
        == "Greet by name runs by itself. HabitCoach is quiet about it on purpose."
    )
    quiet = [replace(one, faded=faded(Stage.SILENT)) for one in HABITS[:2]]
    page.show_habits(quiet)
    assert text(page, "quiet_on_purpose") == "2 habits run by themselves. HabitCoach is quiet on purpose."


def test_the_choice_about_its_cues(page: HabitsPage, qtbot: QtBot) -> None:
    assert checked(page) == ["cue_as_all"]
    show(page, replace(GREET, faded=faded(Stage.CATCH_UP, own=Consent.ASK)))
    assert checked(page) == ["cue_ask"]
    for name, consent in (
        ("cue_automatic", Consent.AUTOMATIC),
        ("cue_ask", Consent.ASK),
        ("cue_never", Consent.NEVER),
        ("cue_as_all", None),
    ):
        with qtbot.waitSignal(page.fading_chosen) as chosen:
            menu(page, "cue_more", "cue_menu")[name]()
        assert chosen.args == [2, consent]
    with qtbot.waitSignal(page.why) as why:
        menu(page, "cue_more", "cue_menu")["cue_why"]()
    assert why.args == [Asked(2, About.CUE)]


def test_a_step_that_is_proposed(page: HabitsPage, qtbot: QtBot) -> None:
    assert not seen(page, "cue_fewer")
    show(page, replace(GREET, faded=faded(Stage.AT_THE_CUE, proposed=change())))
    assert (
        text(page, "cue_strip_proposal")
        == "Fewer cues are possible: if I forget. 9 of the last 10 were kept."
    )
    with qtbot.waitSignal(page.fading_accepted) as accepted:
        press(page, "cue_fewer")
    assert accepted.args == [2]
    show(page, replace(GREET, faded=faded(Stage.AT_THE_CUE, proposed=replace(change(), grounds=None))))
    assert text(page, "cue_strip_proposal") == "Fewer cues are possible: if I forget."


def test_no_strip_where_there_is_no_cue_to_withdraw(page: HabitsPage) -> None:
    show(page, replace(GREET, faded=faded(fades=False)))
    assert not seen(page, "cue_strip")
    show(page, replace(GREET, faded=None))
    assert not seen(page, "cue_strip")


def test_how_its_cue_does(page: HabitsPage) -> None:
    assert not seen(page, "cue_section")
    show(page, cues=CUES)
    assert seen(page, "cue_section")
    assert text(page, "cue_section_heading") == "Its cue since 20 March"
    assert text(page, "cues_answered") == "24 of 26, mostly within 4 min"
    assert text(page, "cues_unneeded") == "5 times"
    assert text(page, "cues_put_off") == "snoozed 3 times, held 1 time by a call or pause"
    assert text(page, "cues_ignored") == "2 times"
    assert text(page, "cues_places") == "10:30 13 of 14 · 14:00 11 of 12"
    assert text(page, "cues_weekdays") == "Mon 6 of 6 · Tue 4 of 5"


def test_a_resting_habit_asks_how_to_go_on(page: HabitsPage, qtbot: QtBot) -> None:
    show(page, replace(GREET, resting=True), resting_since=date(2026, 6, 2))
    assert text(page, "rest_headline") == "Resting since 2 June"
    assert not seen(page, "cue_strip")
    for name, signal in (
        ("rest_start", page.restore),
        ("rest_change", page.edit),
        ("rest_retire", page.archive),
    ):
        with qtbot.waitSignal(signal) as emitted:
            press(page, name)
        assert emitted.args == [2]
    show(page, replace(GREET, resting=True))
    assert text(page, "rest_headline") == "Resting"
    show(page)
    assert not seen(page, "rest_strip")


def test_the_plan_and_what_it_was_before(page: HabitsPage) -> None:
    full = replace(GREET, plan=replace(plan(), tiny="smile", treat="cake", why="names matter"))
    show(page, full)
    assert text(page, "detail_tiny") == "Smile"
    assert text(page, "detail_treat") == "Cake"
    assert text(page, "detail_why") == "names matter"
    assert not seen(page, "history_heading")
    older = Version(date(2026, 1, 5), plan("I stand up"), AroundShift(ShiftAnchor.END, -20), Target())
    show(page, full, versions=(Version(date(2026, 3, 20), plan(), full.trigger, Target()), older))
    assert seen(page, "history_heading")
    assert text(page, "history_0") == "Shift end · When I stand up, I will send a thank-you, then a song."
    show(page, GREET)
    assert not seen(page, "detail_tiny")


def test_the_reason_goes_below_its_headline_where_one_line_is_too_short(
    page: HabitsPage, qtbot: QtBot
) -> None:
    headline, reason = (page.findChild(QLabel, f"cue_strip_{name}") for name in ("headline", "reason"))
    assert headline is not None
    assert reason is not None

    def below() -> bool:
        return reason.mapTo(page, QPoint()).y() >= headline.mapTo(page, QPoint()).y() + headline.height()

    page.resize(1080, 720)
    qtbot.waitUntil(lambda: not below())
    page.resize(520, 720)
    qtbot.waitUntil(below)
    # The two lines are no further apart than the lines of one text.
    assert reason.mapTo(page, QPoint()).y() == headline.mapTo(page, QPoint()).y() + headline.height()
