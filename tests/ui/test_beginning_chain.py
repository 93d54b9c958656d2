"""The chain that has only begun."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.beginning_chain import BeginningChain


def painted(chain: BeginningChain) -> QImage:
    """Return what the chain paints, on nothing."""
    image = QImage(chain.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    chain.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_edge_of_a_link_is_cut_off(qtbot: QtBot, look: Look, scale: float) -> None:
    chain = BeginningChain(look, scale=scale)
    qtbot.addWidget(chain)
    image = painted(chain)
    rows = [sum(image.pixelColor(x, y).alpha() for x in range(image.width())) for y in range(image.height())]
    half = len(rows) // 2
    assert sum(rows[-half:]) == pytest.approx(sum(rows[:half]), rel=0.1)
    assert image.pixelColor(image.width() - 1, image.height() - 2).alpha() > 0, "no empty room at its end"


def test_what_lies_ahead_is_of_one_grey(qtbot: QtBot, look: Look) -> None:
    chain = BeginningChain(look)
    qtbot.addWidget(chain)
    image = painted(chain)
    ahead = range(image.width() // 2, image.width())
    alphas = [image.pixelColor(x, y).alpha() for x in ahead for y in range(image.height())]
    assert 0 < max(alphas) < 0.6 * 255, "nowhere painted over twice"


def test_the_links_so_far_are_closed_in_the_colour_of_action(qtbot: QtBot, look: Look) -> None:
    chain = BeginningChain(look)
    qtbot.addWidget(chain)
    begun = painted(chain)
    chain.show_closed(2)
    assert painted(chain) != begun
    chain.show_closed(9)
    image = painted(chain)
    end = image.pixelColor(image.width() - 3, 2)
    assert end.name() == look.theme.color("accent").name(), "the last link is open, and reached"
