"""The look reaches every widget and follows what is chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.theme import DARK, LIGHT, load_theme
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card
from tests.tour.pixels import faint


def pixel(widget: QWidget, at: QPoint) -> str:
    return widget.grab().toImage().pixelColor(at).name()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tokens_reach_rendered_pixels(qtbot: QtBot, look: Look, name: str) -> None:
    look.set_mode(name)
    theme = load_theme(name)
    page = QFrame()
    page.setProperty("surface", "page")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    primary = Button(look, "", "primary")
    card = Card(look)
    column.addWidget(primary)
    column.addWidget(card)
    page.resize(200, 120)
    page.show()
    assert pixel(primary, QPoint(4, primary.height() // 2)) == theme.color("accent").name()
    assert pixel(card, card.rect().center()) == theme.color("card").name()
    assert pixel(page, QPoint(2, 2)) == theme.color("page").name()


def test_an_invalid_field_is_outlined_in_the_error_colour(qtbot: QtBot, look: Look) -> None:
    field = QLineEdit()
    field.setProperty("invalid", "true")
    qtbot.addWidget(field)
    field.resize(120, 36)
    field.show()
    assert pixel(field, QPoint(60, 0)) == look.theme.color("error").name()


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QTimeEdit, QSpinBox])
def test_a_field_is_as_high_as_the_tokens_say(qtbot: QtBot, look: Look, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()

    def high() -> int:
        """Return the height a layout gives it: Qt asks for more around the text of a spin box."""
        return field.sizeHint().boundedTo(field.maximumSize()).height()

    assert high() == look.theme.size("field")
    field.setFocus()
    assert high() == look.theme.size("field")


def test_a_change_is_announced_once_and_only_when_something_changes(look: Look) -> None:
    heard: list[str] = []
    look.changed.connect(lambda: heard.append(look.theme.name))
    look.set_mode("light")
    assert heard == []
    look.set_mode("dark")
    assert heard == ["dark"]
    look.set_text_scale(1.15)
    assert heard == ["dark", "dark"]
    assert look.theme.text_scale == 1.15


def test_the_palette_follows(qapp: QApplication, look: Look) -> None:
    look.set_mode("dark")
    assert qapp.palette().window().color() == QColor(look.theme.color("page"))


def test_the_system_scheme_is_followed_in_system_mode_only(qapp: QApplication, look: Look) -> None:
    look.set_mode("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.name == "dark"
    look.set_mode("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.name == "light"


def test_before_it_is_applied_the_system_mode_is_light() -> None:
    assert Look("system").theme.name == "light"


def test_high_contrast_wears_the_systems_colours_and_goes_back(qtbot: QtBot, look: Look) -> None:
    system = QPalette()
    for role, color in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.WindowText, "#ffff00"),
        (QPalette.ColorRole.Highlight, "#00ffff"),
        (QPalette.ColorRole.HighlightedText, "#100010"),
    ):
        system.setColor(role, QColor(color))
    ours = {name: look.theme.color(name) for name in look.theme.color_names()}
    with qtbot.waitSignal(look.changed):
        look.set_contrast(system)
    theme = look.theme
    assert theme.dark
    assert {theme.color(name).name() for name in theme.color_names()} <= {
        "#000000",
        "#ffff00",
        "#00ffff",
        "#100010",
    }
    assert (theme.color("page").name(), theme.color("text").name()) == ("#000000", "#ffff00")
    assert (theme.color("accent").name(), theme.color("on_accent").name()) == ("#00ffff", "#100010")
    assert theme.category(Category.WORDS).fg.name() == "#ffff00"
    with qtbot.waitSignal(look.changed):
        look.set_contrast(None)
    assert {name: look.theme.color(name) for name in look.theme.color_names()} == ours


def test_the_systems_wish_for_contrast_is_followed(qtbot: QtBot, look: Look) -> None:
    hints = QGuiApplication.styleHints().accessibility()
    with qtbot.waitSignal(look.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert len({look.theme.color(name).name() for name in look.theme.color_names()}) <= 4
    with qtbot.waitSignal(look.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert len({look.theme.color(name).name() for name in look.theme.color_names()}) > 4


def test_no_text_of_high_contrast_stands_on_its_own_colour(look: Look) -> None:
    look.set_contrast(QPalette())
    for kind in ("text", "graphic"):
        for pair in look.theme.tokens["contrast"]["light"][kind]:
            front, ground = pair.split("__")
            assert look.theme.color(front) != look.theme.color(ground), pair


@pytest.mark.parametrize("mode", [LIGHT, DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_a_field_asks_for_can_be_read(
    qtbot: QtBot, qapp: QApplication, mode: str, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    look = Look(mode, reduced_motion=True)
    look.apply(qapp)
    holder = QWidget()
    qtbot.addWidget(holder)
    field = kind(parent=holder)
    field.setPlaceholderText("one small thing, MMMM")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.resize(300, 40)
    holder.show()
    assert faint(holder, look.theme.color("page")) == []
