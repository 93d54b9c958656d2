"""One line over the pages that says what is off, and can be closed."""

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.strip import Strip


class NoticeStrip(Strip):
    """States a fact and the next step. A later notice replaces the former; it takes no focus."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "notice", "info", surface="strip")
        theme = look.theme
        self.set_margins(theme.size("page_margin_x"), theme.space(3), theme.size("page_margin_x"), 0)
        close = IconButton(look, "x", tr("Close this notice"))
        close.setProperty("scale", "small")
        close.setObjectName("notice_close")
        close.clicked.connect(self.hide)
        self.add(close)
