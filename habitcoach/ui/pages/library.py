"""The Library page: ready-made habits to look through and add."""

from collections import Counter
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.preferences import Channel
from habitcoach.core.habit import Category
from habitcoach.library import Template, for_agent, meets, search
from habitcoach.texts.channels import channel_name
from habitcoach.texts.language import tr
from habitcoach.ui.category_names import category_name
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.card_grid import CardGrid
from habitcoach.ui.pages.library_card import LibraryCard
from habitcoach.ui.pages.page import Page
from habitcoach.ui.pages.starter_set import StarterSet
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.check_chip import CheckChip
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.one_of import OneOf
from habitcoach.ui.widgets.search_field import SearchField

_SEARCH_WIDTH = 280
_ALL = ""


class LibraryPage(Page):
    """Shows templates, filtered by words and category. Adding is the window's business."""

    add = Signal(str)  #: the template's id
    write_own = Signal(str)  #: what was searched for in vain

    def __init__(self, look: Look) -> None:
        super().__init__(look, "library_page")
        self._look = look
        self._templates: tuple[Template, ...] = ()
        self._added: frozenset[str] = frozenset()
        self._category = _ALL
        self._channels: tuple[Channel, ...] = ()
        self._only: dict[Channel, CheckChip] = {}
        theme = look.theme
        self.search = SearchField(look, "library_search", tr("Search the library"))
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.search.searched.connect(self._filter)
        title = Label(look, tr("Library"), "title")
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(title, 1)
        head.addWidget(self._make_channels())
        head.addWidget(self.search)
        self._starters = StarterSet(look)
        self._starters.add.connect(self.add)
        self._chips = Flow(theme.space(2))
        self._group = OneOf(self)
        self._grid = CardGrid(look, self._make_card)
        self._grid.setObjectName("library_cards")
        self._nothing = EmptyState(
            look,
            "library_nothing",
            BigIcon(look, "library"),
            "",
            tr("You may know best how yours should go."),
        )
        self._own = Button(look, "", "secondary", "plus")
        self._own.setObjectName("write_searched")
        self._own.clicked.connect(lambda: self.write_own.emit(self.search.text().strip()))
        self._nothing.add_button(self._own)
        self._nothing.hide()
        self.body.addLayout(head)
        self.body.addSpacing(theme.space(1))
        self.body.addWidget(self._starters)
        self.body.addWidget(self._chips)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._grid)
        self.body.addStretch()
        self.verticalScrollBar().valueChanged.connect(self._look_around)

    def show_templates(self, templates: Sequence[Template], added: Collection[str]) -> None:
        """Show the whole library; `added` are the ids of templates that are among the agent's habits."""
        ordered = for_agent(templates, self._channels)
        fresh = ordered != self._templates
        self._templates, self._added = ordered, frozenset(added)
        if fresh:
            self._grid.clear()
            self._show_categories()
            count = number_text(len(self._templates))
            self.search.setPlaceholderText(tr("Search {n} service habits", n=count))
        self._starters.show_templates(self._templates, self._added, self._channels)
        for number, template in enumerate(self._templates):
            card = self._grid.card(number)
            if isinstance(card, LibraryCard):
                card.show_added(added=template.id in self._added)
        self._filter()

    def show_channels(self, channels: Sequence[Channel]) -> None:
        """Have the habits for the agent's channels come first."""
        if tuple(channels) != self._channels:
            self._channels = tuple(channels)
            self.show_templates(self._templates, self._added)

    def _make_channels(self) -> QWidget:
        """Return the chips by which only habits for some channels are shown."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(1))
        for channel in Channel:
            chip = CheckChip(self._look, f"library_channel-{channel.value}", channel_name(channel))
            chip.toggled.connect(self._filter)
            self._only[channel] = chip
            row.addWidget(chip)
        return made

    def _show_categories(self) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._chips.remove(old)
            old.deleteLater()
        counts = Counter(one.draft.category for one in self._templates)
        self._add_chip(_ALL, tr("All"), len(self._templates))
        for category in Category:
            if counts[category]:
                self._add_chip(category.value, category_name(category), counts[category])

    def _add_chip(self, category: str, name: str, count: int) -> None:
        chip = Button(self._look, tr("{name}  {n}", name=name, n=number_text(count)), "chip")
        chip.setObjectName(f"category-{category or 'all'}")
        chip.setCheckable(True)
        chip.setChecked(category == self._category)
        chip.clicked.connect(lambda _checked=False: self._choose(category))
        self._group.addButton(chip)
        self._chips.add(chip)

    def _choose(self, category: str) -> None:
        self._category = category
        self._filter()

    def _filter(self) -> None:
        query = self.search.text().strip()
        only = {channel.value for channel, chip in self._only.items() if chip.isChecked()}
        found = {one.id for one in search(self._templates, query)}
        shown = [
            number
            for number, one in enumerate(self._templates)
            if one.id in found and meets(one, only) and self._category in {_ALL, one.draft.category.value}
        ]
        # The starter set is for looking around, not for a search, a category or a channel.
        looking = not (query or only) and self._category == _ALL
        self._starters.setVisible(looking and any(one.starter for one in self._templates))
        self._nothing.setVisible(bool(self._templates) and not shown)
        if not shown:
            self._show_nothing(query)
        self._grid.show_cards(shown)
        self._look_around()

    def _show_nothing(self, query: str) -> None:
        headline = tr("No habit mentions “{query}”", query=query) if query else tr("Nothing here for these")
        self._nothing.show_texts(headline, tr("You may know best how yours should go."))
        label = tr("Write “{query}” as my own", query=query) if query else tr("Write my own")
        self._own.set_label(label)

    def _make_card(self, number: int) -> LibraryCard:
        template = self._templates[number]
        card = LibraryCard(self._look, template, added=template.id in self._added)
        card.add.connect(self.add)
        card.grown.connect(lambda: self._grid.measure(number))
        return card

    def _look_around(self) -> None:
        """Have the cards in sight built, and half a page more."""
        bottom = self.verticalScrollBar().value() + self.viewport().height() * 3 // 2
        self._grid.show_down_to(bottom - self._grid.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build what a larger page shows."""
        super().resizeEvent(event)
        self._look_around()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is in sight."""
        super().showEvent(event)
        self._look_around()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
