"""The library's desk: the agent's channels, from the settings to the page."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from habitcoach.coaching.preferences import CHANNELS
from habitcoach.ui.page_name import PageName
from tests.support.desk_bench import Bench, window


def test_the_library_knows_the_agents_channels(bench: Bench, qtbot: QtBot) -> None:
    bench.coach.settings.choose(CHANNELS, "chat")
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    shown = window()
    shown.show_page(PageName.LIBRARY)
    title = shown.library_page.findChild(QLabel, "starter_title")
    assert isinstance(title, QLabel)
    qtbot.waitUntil(lambda: title.text() == "Starter set for chat")
