"""The curve of how much a habit happens by itself, and walking its answers."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.strength_curve import CurveFigure, CurvePoint, StrengthCurve

POINTS = (
    CurvePoint(0, 2, "20 March"),
    CurvePoint(10, 4, "20 April"),
    CurvePoint(20, 4.25, "1 June"),
)
FIGURE = CurveFigure(
    points=POINTS,
    line=((0, 2), (10, 4), (20, 5)),
    outlook=((20, 5), (30, 6)),
    others=(((0, 7), (5, 6.5), (20, 6.5)),),
    begins="20 March",
    ends="today",
)


@pytest.fixture
def curve(qtbot: QtBot, look: Look) -> StrengthCurve:
    made = StrengthCurve(look)
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.show_curve(FIGURE, Category.WORDS)
    made.show()
    return made


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def close_to(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by less than an eye would see."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 12 for a, b in pairs)


def has_color(image: QImage, color: QColor, left: int, right: int) -> bool:
    return any(
        close_to(image.pixelColor(x, y), color) for x in range(left, right) for y in range(image.height())
    )


def test_arrows_walk_the_answers(curve: StrengthCurve, qtbot: QtBot) -> None:
    assert curve.accessibleName() == "1 June: 4.2 of 7"
    assert curve.accessibleDescription() == "3 answers from 1 to 7, the last one 4.2."
    with qtbot.waitSignal(curve.walked) as walked:
        QTest.keyClick(curve, Qt.Key.Key_Left)
    assert walked.args == [1]
    assert curve.accessibleName() == "20 April: 4 of 7"
    QTest.keyClick(curve, Qt.Key.Key_Home)
    assert curve.accessibleName() == "20 March: 2 of 7"
    QTest.keyClick(curve, Qt.Key.Key_Left)
    assert curve.at == 0
    QTest.keyClick(curve, Qt.Key.Key_End)
    assert curve.at == 2


def test_what_means_nothing_here_is_left_to_the_page(qtbot: QtBot, curve: StrengthCurve) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    pressed: list[int] = []
    page.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    curve.setParent(page)
    QTest.keyClick(curve, Qt.Key.Key_Down)
    curve.show_curve(CurveFigure(), Category.WORDS)
    QTest.keyClick(curve, Qt.Key.Key_Left)
    curve.setParent(None)
    assert pressed == [Qt.Key.Key_Down, Qt.Key.Key_Left]


def test_no_answers_yet(curve: StrengthCurve) -> None:
    curve.show_curve(CurveFigure(), Category.WORDS)
    assert curve.accessibleName() == "No answers yet."
    assert curve.accessibleDescription() == ""
    assert not has_color(picture(curve), QColor("#2E74B5"), 0, curve.width())


def test_one_answer_stands_at_the_beginning(curve: StrengthCurve, look: Look) -> None:
    point = (CurvePoint(7, 3, "today"),)
    curve.show_curve(
        CurveFigure(points=point, line=((7, 3.1),), begins="today", ends="today"), Category.WORDS
    )
    color = look.theme.category(Category.WORDS).fg
    assert has_color(picture(curve), color, 0, 30)
    assert not has_color(picture(curve), color, 40, curve.width())


def test_higher_answers_stand_higher_and_later_ones_further_on(curve: StrengthCurve) -> None:
    first, second = curve.place(0).center(), curve.place(1).center()
    assert first.x() < second.x()
    assert first.y() > second.y()
    level = curve.place(1).center().y() - curve.place(0).center().y()
    assert level == pytest.approx(-32)  # two of the six steps of 96 px


def test_time_runs_the_other_way_from_right_to_left(curve: StrengthCurve) -> None:
    from_left = curve.place(0).center().x()
    curve.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert curve.place(0).center().x() == pytest.approx(curve.width() - from_left)
    assert curve.place(1).center().x() < curve.place(0).center().x()
    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert curve.at == 1
    assert not picture(curve).isNull()


def test_a_rim_keeps_the_present_apart_from_an_answer_below_it(look: Look, curve: StrengthCurve) -> None:
    answer = CurvePoint(20, 4.5, "today")  # its top edge lies 4 px under the point of the present
    curve.show_curve(
        CurveFigure(points=(*POINTS[:2], answer), line=((0, 2), (10, 4), (20, 5))), Category.WORDS
    )
    image, spot = picture(curve), curve.place(2).center()
    theme = look.theme
    assert close_to(image.pixelColor(round(spot.x()), round(spot.y()) - 8), theme.category(Category.WORDS).fg)
    assert close_to(image.pixelColor(round(spot.x()), round(spot.y()) - 4), theme.color("page"))


def test_the_outlook_is_dotted(curve: StrengthCurve, look: Look) -> None:
    color = look.theme.category(Category.WORDS).fg
    image = picture(curve)
    begin = round(curve.place(2).center().x()) + 10
    inked = [any(close_to(image.pixelColor(x, y), color) for y in range(50)) for x in range(begin, 380)]
    assert True in inked
    assert False in inked


def hover(widget: QWidget, where: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(widget.mapToGlobal(where.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_the_pointer_shows_an_answer_and_a_click_goes_there(curve: StrengthCurve) -> None:
    curve.clearFocus()
    plain = picture(curve)
    hover(curve, curve.place(0).center())
    assert picture(curve) != plain
    hover(curve, QPointF(200, 5))
    assert picture(curve) == plain
    hover(curve, curve.place(0).center())
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert picture(curve) == plain
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=curve.place(1).center().toPoint())
    assert curve.at == 1
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(200, 2))
    assert curve.at == 1


def test_the_words_of_the_answer_are_seen_while_the_keyboard_is_there(
    curve: StrengthCurve, qtbot: QtBot
) -> None:
    curve.clearFocus()
    plain = picture(curve)
    curve.activateWindow()
    curve.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(curve.hasFocus)
    assert picture(curve) != plain


def test_it_follows_the_look(curve: StrengthCurve, look: Look) -> None:
    light = look.theme.category(Category.WORDS).fg
    assert has_color(picture(curve), light, 0, curve.width())
    look.set_mode("dark")
    assert has_color(picture(curve), look.theme.category(Category.WORDS).fg, 0, curve.width())
