"""One habit's page: its charts, its cue, its notes, and why."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.consent import Consent
from habitcoach.core.fading import Cause, Stage
from habitcoach.core.habit import Version
from habitcoach.core.strength import Band
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import AroundShift, ShiftAnchor
from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_bars import ChainBars
from habitcoach.ui.widgets.strength_curve import StrengthCurve
from habitcoach.ui.widgets.year_map import YearMap
from tests.ui.day_samples import AWKWARD, DAY, HABITS, plan
from tests.ui.habit_samples import CUES, NOTES, by_itself, change, detail, faded

GREET = replace(HABITS[1], faded=faded(Stage.CATCH_UP, change()))


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HabitsPage:
    made = HabitsPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    show(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(page: HabitsPage, habit: HabitView = GREET, **changes: object) -> None:
    """Show one habit with its page."""
    page.show_habits([habit])
    page.choose(habit.habit_id)
    page.show_detail(detail(habit_id=habit.habit_id, **changes))


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def seen(page: QWidget, name: str) -> bool:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found.isVisible()


def press(page: QWidget, name: str) -> None:
    (button,) = (one for one in page.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


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


# ---- figures and charts


def test_the_word_of_its_strength_with_its_date(page: HabitsPage) -> None:
    assert text(page, "detail_strength_word") == "Settling"
    assert text(page, "detail_strength_caption") == "since 22 May"
    strength = page.findChild(QAbstractButton, "detail_strength")
    assert strength is not None
    assert strength.accessibleName() == "Strength: Settling, since 22 May"
    show(page, band=Band.NEW, band_since=None)
    assert text(page, "detail_strength_caption") == "so far"
    show(page, band_since=date(2024, 2, 1))
    assert text(page, "detail_strength_caption") == "since 1 February 2024"


def test_what_is_counted_is_told_in_times(page: HabitsPage) -> None:
    rate = replace(GREET, target=Target(TargetKind.RATE, 80, Per.DAY, 5))
    show(page, rate, times=2318)
    assert text(page, "detail_total_number") == "2,318"
    assert text(page, "detail_total_unit") == "times"
    assert text(page, "detail_total_caption") == "Done so far"
    page.show_habits([replace(rate, streak=13)])
    assert text(page, "detail_total_number") == "2,318"  # until its page is read again
    show(page, replace(HABITS[0]))
    assert text(page, "detail_total_caption") == "Kept so far"
    assert text(page, "detail_total_number") == "40"


def test_the_year_can_be_walked(page: HabitsPage, qtbot: QtBot) -> None:
    year = page.findChild(YearMap)
    assert year is not None
    assert year.accessibleName() == "Thursday 11 June, 14 of 20, in progress."
    assert year.accessibleDescription().startswith("A year of Greet by name, 1 day kept.")
    assert text(page, "year_heading") == "A year of shifts"
    assert not seen(page, "first_square")
    with qtbot.waitSignal(page.why) as why:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert why.args == [Asked(2, About.DAY, DAY)]


@pytest.mark.parametrize("width", [872, 712])
def test_all_seven_days_of_the_year_are_in_sight(page: HabitsPage, qtbot: QtBot, width: int) -> None:
    year = page.findChild(YearMap)
    assert year is not None
    week = tuple(YearCell(DAY + timedelta(days=n), Mark.OFF) for n in range(-360, 4))
    page.resize(width, 720)
    show(page, cells=week)
    qtbot.waitUntil(lambda: year.width() > width / 2)
    lowest = max(year.place(at).bottom() for at in range(year.count()))
    assert year.height() - 11 < lowest <= year.height()


def test_a_new_habit_waits_for_its_first_square(page: HabitsPage) -> None:
    show(page, cells=(), runs=(), best=0, by_itself=by_itself(0, 0), notes=(), can_note=False)
    assert seen(page, "first_square")
    assert not seen(page, "heat_legend")
    assert seen(page, "streaks_none")
    assert not seen(page, "chain_bars")
    assert not seen(page, "strength_curve")
    assert text(page, "outlook") == "The weekly review asks how much it happens by itself."
    assert not seen(page, "note_add")
    assert text(page, "notes_none") == "Notes stand beside what was logged. Your first log opens this."


def test_the_curve_and_its_outlook(page: HabitsPage) -> None:
    curve = page.findChild(StrengthCurve)
    assert curve is not None
    assert curve.count() == 4
    least, most = by_itself().outlook or (0, 0)
    assert text(page, "outlook") == f"Perhaps {least} to {most} more shifts until it levels off"
    show(page, per="week")
    assert "more weeks" in text(page, "outlook")
    show(page, by_itself=by_itself(3))
    assert not seen(page, "outlook")
    show(page, by_itself=by_itself(4, 400))
    assert text(page, "outlook") == "It has levelled off."
    show(page, by_itself=by_itself(1, 20))
    assert curve.count() == 1


def test_the_last_streaks(page: HabitsPage) -> None:
    bars = page.findChild(ChainBars)
    assert bars is not None
    assert [bars.words(at) for at in range(bars.count())] == [
        "26 May to today: 12 shifts",
        "24 Apr to 22 May: 21 shifts, your longest",
        "10 Apr: 1 shift",
    ]


def test_every_number_says_where_it_comes_from(page: HabitsPage) -> None:
    show(page, cues=CUES)
    asked: list[Asked] = []
    page.why.connect(asked.append)
    bars, curve = page.findChild(ChainBars), page.findChild(StrengthCurve)
    assert bars is not None
    assert curve is not None
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=bars.place(1).center().toPoint())
    QTest.keyClick(curve, Qt.Key.Key_Enter)
    press(page, "cue_section_why")
    for name in ("detail_streak", "detail_best", "detail_total", "detail_strength"):
        press(page, name)
    kinds = (About.STREAK, About.BEST, About.TOTAL, About.STRENGTH)
    assert asked == [
        Asked(2, About.DAY, DAY),
        Asked(2, About.DAY, date(2026, 5, 22)),
        Asked(2, About.STRENGTH),
        Asked(2, About.CUE),
        *(Asked(2, kind) for kind in kinds),
    ]


def test_the_page_stands_as_it_is_drawn(page: HabitsPage, look: Look) -> None:
    theme = look.theme

    def of(name: str) -> QRect:
        found = page.findChild(QWidget, name)
        assert found is not None, name
        return QRect(found.mapTo(page, QPoint(0, 0)), found.size())

    assert of("habit_list_side").width() == theme.size("habit_list")
    assert of("detail_edit").center().y() == of("new_habit").center().y() == of("detail_name").center().y()
    assert of("detail_sentence").left() == of("year_map").left() == of("notes_section").left()
    assert of("year_map").right() == of("cue_strip").right()
    assert abs(of("note_add").right() - of("cue_strip").right()) <= 2
    words = page.findChildren(QLabel, "note_text")
    assert len({one.mapTo(page, QPoint(0, 0)).x() for one in words}) == 1


def test_glyphs_and_buttons_share_a_column_where_it_is_narrow(page: HabitsPage, qtbot: QtBot) -> None:
    page.resize(700, 600)
    names = ("new_habit", "filter_menu_button", "habit_list", "habits_more")
    parts = [page.findChild(QWidget, name) for name in names]

    def middles() -> set[int]:
        return {one.mapTo(page, one.rect().center()).x() for one in parts if one is not None}

    qtbot.waitUntil(lambda: len(middles()) == 1)


def test_curve_and_streaks_stand_below_each_other_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    alone = HabitDetail(look)
    qtbot.addWidget(alone)
    alone.show_habit(GREET)
    alone.show_detail(detail())
    alone.resize(640, 700)
    alone.show()
    curve, bars = alone.findChild(StrengthCurve), alone.findChild(ChainBars)
    assert curve is not None
    assert bars is not None

    def below() -> bool:
        return bars.mapTo(alone, QPoint()).y() > curve.mapTo(alone, QPoint()).y() + curve.height()

    assert not below()
    alone.resize(420, 700)
    qtbot.waitUntil(below)


def test_the_page_of_another_habit_comes_too_late(page: HabitsPage) -> None:
    page.show_habits(HABITS)
    page.choose(1)
    assert not seen(page, "year_section")
    page.show_detail(detail())
    assert not seen(page, "year_section")
    page.show_detail(detail(habit_id=1))
    assert seen(page, "year_section")


# ---- its cue


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


# ---- rest


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


# ---- the plan


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


# ---- notes


def field(page: QWidget) -> QPlainTextEdit:
    (found,) = page.findChildren(QPlainTextEdit, "note_field")
    return found


def test_a_note_is_added(page: HabitsPage, qtbot: QtBot) -> None:
    page.add_note()
    save = page.findChild(QAbstractButton, "note_save")
    assert save is not None
    assert not save.isEnabled()
    assert not seen(page, "note_erase")
    field(page).setPlainText("  A good one.\nTwice.  ")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_save")
    assert written.args == [2, None, "A good one.\nTwice."]


def test_a_note_is_changed_or_erased(page: HabitsPage, qtbot: QtBot) -> None:
    (first, _) = page.findChildren(QAbstractButton, "note_edit")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert field(page).toPlainText() == "Ask which one."
    field(page).setPlainText("Ask.")
    qtbot.waitUntil(field(page).window().isActiveWindow)
    with qtbot.waitSignal(page.note_written) as written:
        QTest.keyClick(field(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == [2, NOTES[0].entry_id, "Ask."]
    qtbot.waitUntil(lambda: not page.findChildren(QPlainTextEdit, "note_field"))
    label = page.findChildren(QLabel, "note_text")[1]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert field(page).toPlainText() == "Outage morning."
    with qtbot.waitSignal(page.note_erased) as erased:
        press(page, "note_erase")
    assert erased.args == [NOTES[1].entry_id]


def test_what_looks_like_a_customers_data_is_asked_about_once(page: HabitsPage, qtbot: QtBot) -> None:
    page.add_note()
    field(page).setPlainText("Rang anna@example.com")
    with qtbot.assertNotEmitted(page.note_written):
        press(page, "note_save")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_check_remove")
    assert written.args == [2, None, "Rang …"]
    qtbot.waitUntil(lambda: not page.findChildren(QPlainTextEdit, "note_field"))
    page.add_note()
    field(page).setPlainText("Rang 030 1234567")
    press(page, "note_save")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_check_keep")
    assert written.args == [2, None, "Rang 030 1234567"]


def test_earlier_notes_come_when_asked_for(page: HabitsPage) -> None:
    show(page, notes=NOTES)
    assert len(visible_notes(page)) == 5
    press(page, "notes_more")
    assert visible_notes(page) == [one.text for one in NOTES]
    show(page, notes=NOTES)
    assert len(visible_notes(page)) == 7
    assert not seen(page, "notes_more")


def visible_notes(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel, "note_text") if one.isVisible()]


# ---- why


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("detail_streak", About.STREAK),
        ("detail_best", About.BEST),
        ("detail_total", About.TOTAL),
        ("detail_strength", About.STRENGTH),
    ],
)
def test_every_figure_tells_where_it_comes_from(
    page: HabitsPage, qtbot: QtBot, name: str, about: About
) -> None:
    figure = page.findChild(QAbstractButton, name)
    assert figure is not None
    assert figure.accessibleDescription() == "Tells where this comes from"
    with qtbot.waitSignal(page.why) as why:
        QTest.keyClick(figure, Qt.Key.Key_Space)
    assert why.args == [Asked(2, about)]
    assert page.findChild(QListWidget, "why_days") is not None


def test_nothing_is_asked_without_a_habit(look: Look, qtbot: QtBot) -> None:
    empty = HabitDetail(look)
    qtbot.addWidget(empty)
    with qtbot.assertNotEmitted(empty.why), qtbot.assertNotEmitted(empty.edit):
        for name in ("detail_streak", "detail_edit", "detail_more"):
            button = empty.findChild(QAbstractButton, name)
            assert button is not None
            button.click()
    empty.show_detail(detail())
    empty.notes.add_note()
    assert not empty.findChildren(QPlainTextEdit, "note_field")


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(page: HabitsPage, awkward: str) -> None:
    show(page, replace(GREET, name=awkward), notes=(replace(NOTES[0], text=awkward),))
    page.grab()
    assert visible_notes(page) == [awkward]
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in page.findChildren(QLabel))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_painted_in_both_looks_and_both_directions(page: HabitsPage, look: Look, mode: str) -> None:
    look.set_mode(mode)
    plain = page.grab().toImage()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert page.grab().toImage() != plain
