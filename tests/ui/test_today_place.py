"""Today stays where the agent left it, whatever is logged elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import OccasionState
from habitcoach.ui.pages.today import TodayPage
from tests.ui.day_samples import TODAY, Shown, at, occasion

WAITING = occasion(1, 14, 5, OccasionState.DUE)
LATER = tuple(occasion(number, 15, number, OccasionState.LATER) for number in range(2, 9))
DONE = tuple(
    replace(occasion(number, 9, number, OccasionState.DONE), answered_at=at(9, number))
    for number in range(9, 20)
)
BEFORE = replace(TODAY, occasions=(*DONE, WAITING, *LATER))
LOGGED = replace(WAITING, state=OccasionState.DONE, answered_at=at(14, 12))
AFTER = replace(TODAY, occasions=(*DONE, LOGGED, *LATER))


def part(page: TodayPage, name: str) -> QWidget:
    return next(one for one in page.findChildren(QWidget, name) if one.isVisible())


def small(qtbot: QtBot, shown: Shown) -> TodayPage:
    page = shown(BEFORE)
    page.resize(712, 320)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    return page


def test_the_page_does_not_follow_the_focus_of_a_cue_that_goes(qtbot: QtBot, shown: Shown) -> None:
    page = small(qtbot, shown)
    part(page, "now_done").setFocus(Qt.FocusReason.TabFocusReason)
    page.show_view(AFTER)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
    focus = page.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert page.inner.isAncestorOf(focus)
    page.show_view(BEFORE)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0


def test_a_cue_that_goes_while_another_window_is_in_front_leaves_the_focus_on_the_page(
    qtbot: QtBot, shown: Shown
) -> None:
    page = small(qtbot, shown)
    part(page, "now_done").setFocus(Qt.FocusReason.TabFocusReason)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    page.show_view(AFTER)
    focus = page.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert page.inner.isAncestorOf(focus)


def test_coming_back_to_the_window_does_not_scroll_to_the_list_that_has_the_focus(
    qtbot: QtBot, shown: Shown
) -> None:
    page = small(qtbot, shown)
    done = part(page, "done_list")
    done.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.verticalScrollBar().value() > 0, "the keyboard is followed"
    page.verticalScrollBar().setValue(0)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(done, QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason))
    assert page.verticalScrollBar().value() == 0
