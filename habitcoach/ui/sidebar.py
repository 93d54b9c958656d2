"""The sidebar: where to go, and whether cues are on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.cue_status import CueStatus
from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName
from habitcoach.ui.places import NAME_ROLE, Place, Places
from habitcoach.ui.widgets.brand_mark import BrandMark
from habitcoach.ui.widgets.labels import Label

_LOGO = 24


class Sidebar(QFrame):
    """Pages with the number of waiting cues; at the foot the state of the cues, and the settings."""

    chosen = Signal(object)  #: the PageName turned to

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("sidebar")
        self.setProperty("surface", "sidebar")
        self.setProperty("mirrored", self.isRightToLeft())  # its line stands beside the page
        self.setFixedWidth(theme.size("sidebar"))
        self.setMinimumHeight(0)
        self._list = Places(look, "pages", "HabitCoach")
        self._foot = Places(look, "foot_pages", tr("Settings"))
        for places in (self._list, self._foot):
            places.currentItemChanged.connect(self._turned)
            places.itemPressed.connect(self._turned)
            places.itemActivated.connect(self._turned)
        self._shown: PageName | None = None
        self.status = CueStatus(look)
        brand = QHBoxLayout()
        brand.setContentsMargins(0, 0, 0, 0)
        brand.setSpacing(theme.space(2) + 2)
        brand.addSpacing(theme.space(3))
        brand.addWidget(BrandMark(look, _LOGO))
        brand.addWidget(Label(look, "HabitCoach", "heading"), 1)
        body = QVBoxLayout(self)
        outer, inner = theme.space(3) - 1, theme.space(3)
        left, right = (inner, outer) if self.isRightToLeft() else (outer, inner)
        body.setContentsMargins(left, theme.space(5), right, theme.space(4))
        body.addLayout(brand)
        body.addSpacing(theme.space(4))
        body.addWidget(self._list)
        body.addStretch()
        body.addWidget(self.status)
        body.addSpacing(theme.space(2))
        body.addWidget(self._foot)

    def add(self, place: Place) -> None:
        """Add a page; Settings goes to the foot."""
        (self._foot if place.name is PageName.SETTINGS else self._list).add(place)

    def choose(self, name: PageName) -> None:
        """Mark a page as the one shown."""
        places, row = self._found(name)
        places.setCurrentRow(row)
        self._turned(places.item(row))

    def show_waiting(self, name: PageName, count: int) -> None:
        """Show how many cues wait; 0 takes the badge away."""
        places, row = self._found(name)
        places.show_badge(row, count)

    def show_remark(self, name: PageName, text: str) -> None:
        """Show a quiet word behind a page, such as the day of the review; an empty one takes it away."""
        places, row = self._found(name)
        places.show_remark(row, text)

    def _found(self, name: PageName) -> tuple[Places, int]:
        for places in (self._list, self._foot):
            for row in range(places.count()):
                if places.item(row).data(NAME_ROLE) == name:
                    return places, row
        raise LookupError(name)

    def _turned(self, item: QListWidgetItem | None) -> None:
        """Let the two lists have one page chosen between them."""
        if item is None:
            return
        item.setSelected(True)
        name = PageName(item.data(NAME_ROLE))
        if name is self._shown:
            return
        self._shown = name
        other = self._foot if item.listWidget() is self._list else self._list
        other.setCurrentRow(-1)
        self.chosen.emit(name)
