"""The Settings page: boxed rows that hold at once; there is no Save."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from habitcoach.coaching.settings_view import SettingsView
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import Page
from habitcoach.ui.settings.about import AboutSection
from habitcoach.ui.settings.appearance import appearance_section
from habitcoach.ui.settings.bound import Bound
from habitcoach.ui.settings.cues import CuesSection, calls_section, fading_section
from habitcoach.ui.settings.data import DataSection
from habitcoach.ui.settings.facts import Facts
from habitcoach.ui.settings.shifts import ShiftsSection
from habitcoach.ui.widgets.labels import Label

#: Under this width of the page a section's heading stands over its box.
_NARROW = 760


class SettingsPage(Page):
    """Seven sections. It shows what holds and says what the agent wants."""

    chosen = Signal(str, str)  #: a setting's name, and the value it is to have

    def __init__(self, look: Look, languages: Sequence[str]) -> None:
        """Take the codes of the languages there is a choice between."""
        super().__init__(look, "settings_page")
        self._bound = Bound()
        self._bound.chosen.connect(self.chosen)
        self.shifts = ShiftsSection(look, self._bound)
        self.cues = CuesSection(look, self._bound)
        self.data = DataSection(look)
        self.about = AboutSection(look)
        self._sections = (
            self.shifts,
            self.cues,
            fading_section(look, self._bound),
            calls_section(look, self._bound),
            appearance_section(look, self._bound, languages),
            self.data,
            self.about,
        )
        self.body.setSpacing(look.theme.space(6))
        self.body.addWidget(Label(look, tr("Settings"), "title"))
        for section in self._sections:
            self.body.addWidget(section)
        self.body.addStretch()

    def show_view(self, view: SettingsView) -> None:
        """Show what is in the agent's file."""
        self._bound.show(view.values)
        self.shifts.show_view(view)

    def show_facts(self, facts: Facts) -> None:
        """Show what is not in it."""
        self.cues.show_autostart(on=facts.starts_at_sign_in)
        self.cues.show_tray(there=facts.tray)
        self.data.show_facts(facts)
        self.about.show_facts(facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set headings beside or over their boxes, as there is room."""
        super().resizeEvent(event)
        for section in self._sections:
            section.set_narrow(narrow=event.size().width() < _NARROW)
