"""What stands behind a habit's line of the review."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.more_views import HabitFigures
from habitcoach.core.fading import Stage
from habitcoach.core.strength import Band
from habitcoach.ui.look import Look
from habitcoach.ui.review.figure_words import figure_lines
from habitcoach.ui.review.figures_panel import FiguresPanel
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.science import Science
from habitcoach.ui.widgets.labels import Label
from tests.ui.review.samples import MORE, ROWS, VIEW

FOUND = HabitFigures(
    due=10,
    kept=6,
    skipped=1,
    p=0.6,
    weeks=((0, 0), (5, 5), (4, 5), (3, 5)),
    streak=2,
    best=12,
    total=41,
    bounced=3,
    misses=4,
    self_started=0.25,
    band=Band.GROWING,
    stage=Stage.CATCH_UP,
    median_delay=timedelta(minutes=7),
    put_off=0.4,
    hits=91,
    of=110,
)
BARE = HabitFigures(
    due=0,
    kept=0,
    skipped=0,
    p=None,
    weeks=((0, 0),) * 4,
    streak=0,
    best=0,
    total=0,
    bounced=0,
    misses=0,
    self_started=None,
    band=Band.NEW,
    stage=Stage.AT_THE_CUE,
    median_delay=None,
    put_off=None,
    hits=0,
    of=0,
)


def test_every_figure_is_said_in_a_sentence() -> None:
    assert figure_lines(FOUND) == [
        "Kept 6 of 10: those of the last 14 days, or the last 10 where that is longer.",
        "1 skip with a reason counts neither way.",
        "91 of 110 contacts.",
        "The last four weeks, oldest first: 5 of 5, 4 of 5, 3 of 5.",
        "Streak 2, longest 12, kept 41 in all.",
        "Misses so far: 4. Kept again right after: 3.",
        "Strength: Growing. Cue: if I forget.",
        "Begun without a cue: 25 of 100 times.",
        "Cues that had to wait or were snoozed: 40 of 100.",
        "Mostly logged 7 min after its cue.",
    ]


def test_what_could_not_be_reckoned_is_left_out() -> None:
    assert figure_lines(BARE) == [
        "Streak 0, longest 0, kept 0 in all.",
        "Strength: New. Cue: every time.",
    ]


def test_a_line_among_the_decisions_tells_where_its_figures_come_from(qtbot: QtBot, look: Look) -> None:
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.resize(848, 720)
    page.show_week(VIEW)
    page.open_more()
    page.show_more(replace(MORE, figures={ROWS[0].habit_id: FOUND}))
    page.show()
    _press(page, f"decision_why-{ROWS[1].habit_id}")
    assert page.findChild(FiguresPanel) is None  # nothing is known of it yet
    _press(page, f"decision_why-{ROWS[0].habit_id}")
    panel = page.findChild(FiguresPanel)
    assert panel is not None
    title = panel.findChild(Label, "figures_title")
    assert title is not None
    assert title.text() == ROWS[0].habit
    assert panel.accessibleDescription() == " ".join(figure_lines(FOUND))
    _press(panel, "figures_research")
    science = panel.findChild(Science)
    assert science is not None
    science.close()
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert not panel.isVisible()


def _press(holder: QWidget, name: str) -> None:
    found = holder.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()
