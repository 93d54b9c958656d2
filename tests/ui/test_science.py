"""The research behind the rules."""

import re

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from habitcoach.assets import document
from habitcoach.ui.look import Look
from habitcoach.ui.science import Science, Topic

TEXT = document("science.md").read_text("utf-8")


@pytest.mark.parametrize("topic", list(Topic))
def test_opens_where_a_why_leads(qtbot: QtBot, look: Look, topic: Topic) -> None:
    assert f"\n## {topic.value}\n" in TEXT
    shown = Science(look, None, topic)
    qtbot.addWidget(shown)
    shown.show()
    page = shown.findChild(QTextBrowser, "science_page")
    assert page is not None
    top = page.cursorForPosition(page.viewport().rect().topLeft())
    top.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    at = page.textCursor()
    assert at.block().text() == topic.value
    assert at.block().blockFormat().headingLevel() == 2
    assert page.cursorRect(at).top() >= 0  # it is in sight
    close = shown.findChild(QPushButton, "science_close")
    assert close is not None
    close.click()
    assert not shown.isVisible()


def test_every_finding_has_its_source() -> None:
    body, _, sources = TEXT.partition("\n## Sources\n")
    named = set(re.findall(r"\(([A-Z][\w .,&]*? \d{4})", body))
    missing = [one for one in named if one not in sources]
    assert not missing
    assert len(named) > 20


def test_says_no_number_of_days_as_the_answer() -> None:
    assert "21 days" not in TEXT
