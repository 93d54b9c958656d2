"""The app-wide style sheet, made from the tokens.

Widgets choose their dress with dynamic properties:
`QPushButton[variant]` primary, secondary, quiet, soft, chip, segment, part, reward (and `[scale]` large,
small, compact; `[open]` on a chip that asks for more; `[flush]` without room around a quiet one), fields
`[scale]` row for those that stand in a row of buttons, `QComboBox[variant]` quiet for one in a heading,
`QFrame[surface]` card, accent, sunken, page, window, sidebar, strip, line; `QLabel[textStyle][tone]`; fields
`[invalid]`, and `[own]` where the agent's own words are written into a page.
The focus ring is painted outside the control by `widgets/focus_ring.py`; fields carry it as their border.
"""

from string import Template

from habitcoach.assets import asset
from habitcoach.ui.theme import Theme

_TONES = (
    "text",
    "text2",
    "text3",
    "accent",
    "accent_text",
    "on_accent",
    "reward_text",
    "on_reward",
    "error",
    "line_strong",
)

_FIELDS = "QLineEdit, QPlainTextEdit, QComboBox, QTimeEdit, QDateEdit, QSpinBox"

_BASE = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $page; }
QScrollArea, QStackedWidget, QScrollArea > QWidget > QWidget#scrolled {
    background: transparent; border: none;
}
QLabel { background: transparent; }

QFrame[surface="card"] { background: $card; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[surface="sunken"] { background: $sunken; border: none; border-radius: ${r_control}px; }
QFrame[surface="strip"] { background: $sunken; border: none; border-radius: ${r_control}px; }
QFrame[surface="accent"] { background: $accent_soft; border: none; border-radius: ${r_card}px; }
QFrame[surface="error"] { background: $error_soft; border: none; border-radius: ${r_control}px; }
QFrame[surface="page"] { background: $page; border: none; }
QFrame[surface="window"] { background: $window; border: none; }
QFrame[surface="sidebar"] { background: $window; border: none; border-right: 1px solid $line; }
QFrame[surface="sidebar"][mirrored="true"] { border-right: none; border-left: 1px solid $line; }
QFrame[surface="segments"] { background: $card; border: 1px solid $line; border-radius: ${r_control}px; }
QFrame[surface="rule"] { background: $line; border: none; min-width: 1px; max-width: 1px; }
QFrame[surface="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: ${r_control}px;
    padding: 0 ${pad}px; min-height: ${h_button}px;
    font-size: ${body}px; font-weight: 500; outline: none;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $text3; background: $sunken; border-color: $sunken; }
QPushButton[scale="large"] { min-height: ${h_large}px; }
QPushButton[scale="small"] { min-height: ${h_small}px; padding: 0 ${pad_small}px; }
QPushButton[scale="compact"] { min-height: ${h_small}px; font-size: ${small}px; }
QPushButton[bare="true"] { padding: 0; }
QPushButton[bare="true"][scale="small"], QPushButton[bare="true"][scale="compact"] {
    min-width: ${h_small}px;
}
QPushButton[square="true"] { min-width: ${h_button}px; }
QPushButton[bare="true"][wide="true"] { min-width: ${h_large}px; }

QPushButton[variant="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[variant="primary"]:disabled { background: $sunken; border-color: $sunken; color: $text3; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[variant="quiet"]:hover { background: $hover; border-color: $hover; }
QPushButton[variant="quiet"]:pressed { background: $pressed; border-color: $pressed; }
QPushButton[variant="quiet"]:disabled { color: $text3; }
QPushButton[flush="true"], QPushButton[flush="true"][scale="compact"] { padding: 0; }
QPushButton[flush="true"]:hover, QPushButton[flush="true"]:pressed {
    background: transparent; border-color: transparent; color: $text;
}
QPushButton[variant="soft"] { background: $accent_soft; border-color: $soft_line; color: $accent_text; }
QPushButton[variant="soft"]:hover { background: $accent_soft; border-color: $accent; }
QPushButton[variant="soft"]:pressed { background: $pressed; border-color: $pressed; }
QPushButton[variant="chip"] {
    border-radius: ${r_chip}px; min-height: ${h_small}px; color: $text2; font-size: ${small}px;
    padding: 0 ${pad_chip}px;
}
QPushButton[variant="chip"]:checked {
    background: $accent_soft; border-color: $soft_line; color: $accent_text; font-weight: 600;
}
QPushButton[variant="chip"][open="true"] { border-style: dashed; }
QPushButton[variant="segment"] { color: $text2; }
QPushButton[variant="segment"]:checked {
    background: $accent_soft; border-color: $accent; color: $accent_text;
}
QPushButton[variant="part"] {
    color: $text2; background: transparent; border: 1px solid transparent; border-radius: ${r_part}px;
    min-height: ${h_part}px; font-size: ${small}px;
}
QPushButton[variant="part"]:hover { background: $hover; }
QPushButton[variant="part"]:checked {
    background: $accent_soft; border-color: $soft_line; color: $accent_text; font-weight: 600;
}
QPushButton[variant="reward"] {
    background: $reward; border-color: $reward; color: $on_reward; font-weight: 600;
}
QPushButton[variant="reward_quiet"] {
    background: transparent; border-color: transparent; color: $reward_text;
}
QPushButton[variant="reward_quiet"]:hover { border-color: $reward_line; }
QPushButton[variant="reward_line"] { background: transparent; border-color: $reward_line; color: $text; }
QPushButton[variant="reward_line"]:hover { background: $reward_soft; border-color: $reward_text; }
QPushButton[popup="true"] { background: $popup_button; border-color: $popup_button_line; }
QPushButton[popup="true"]:hover { background: $hover; }
QPushButton[popup="true"]:pressed { background: $pressed; }
QPushButton::menu-indicator { image: none; width: 0; }

$fields {
    background: $card; color: $text; border: 1px solid $line_strong; border-radius: ${r_control}px;
    padding: 0 ${pad_field}px; min-height: ${h_field}px; font-size: ${body}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QPlainTextEdit { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QTimeEdit:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: 0 ${pad_field_focus}px; min-height: ${h_field_focus}px;
}
QPlainTextEdit:focus { padding: 5px 7px; }
QLineEdit[own="true"], QLineEdit[own="true"]:focus {
    background: transparent; border: none; border-bottom: 2px solid $line_strong; border-radius: 0;
    padding: 0 ${pad_own}px; $own_font
}
QLineEdit[own="true"]:focus { border-bottom: 2px solid $focus; }
QLineEdit[own="true"]:disabled { color: $text2; border-bottom: 2px solid $line; }
QPlainTextEdit[own="true"], QPlainTextEdit[own="true"]:focus {
    background: transparent; border: 2px solid transparent; padding: 0; $own_font
}
QPlainTextEdit[own="true"]:focus { border: 2px solid $focus; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"],
QTimeEdit[invalid="true"],
QDateEdit[invalid="true"], QSpinBox[invalid="true"] {
    border: 1px solid $error;
}
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus, QComboBox[invalid="true"]:focus,
QTimeEdit[invalid="true"]:focus, QDateEdit[invalid="true"]:focus, QSpinBox[invalid="true"]:focus {
    border: 2px solid $error;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QTimeEdit, QDateEdit, QSpinBox { max-height: ${h_field}px; }
QTimeEdit:focus, QDateEdit:focus, QSpinBox:focus { max-height: ${h_field_focus}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QTimeEdit:disabled, QSpinBox:disabled {
    background: $sunken; color: $text3; border-color: $line;
}
QPlainTextEdit[words="own"] { $own_font }
QComboBox[scale="row"] { min-height: ${h_row}px; }
QComboBox[scale="row"]:focus { min-height: ${h_row_focus}px; }
QComboBox[variant="quiet"], QComboBox[variant="quiet"]:focus {
    background: transparent; color: $text2; padding: 0 ${pad_own}px; min-height: ${h_small}px;
}
QComboBox[variant="quiet"] { border: 1px solid transparent; }
QComboBox[variant="quiet"]:hover { background: $hover; }
QComboBox[variant="quiet"]:focus { border: 1px solid $focus; }
QComboBox[variant="quiet"]::drop-down { width: 18px; }
QTimeEdit[scale="row"], QDateEdit[scale="row"], QSpinBox[scale="row"] {
    min-height: ${h_row}px; max-height: ${h_row}px;
}
QTimeEdit[scale="row"]:focus, QDateEdit[scale="row"]:focus, QSpinBox[scale="row"]:focus {
    min-height: ${h_row_focus}px; max-height: ${h_row_focus}px;
}
QComboBox::drop-down, QDateEdit::drop-down {
    border: none; width: 28px; subcontrol-origin: padding; subcontrol-position: center right;
}
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QCalendarWidget { border: 1px solid $popup_line; background: $raised; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: none; padding: 4px 8px; }
QCalendarWidget QAbstractItemView {
    background: $raised; selection-background-color: $accent; selection-color: $on_accent; outline: none;
}
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $popup_line; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $accent_text;
}
QTimeEdit::up-button, QDateEdit::up-button, QSpinBox::up-button {
    subcontrol-origin: border; subcontrol-position: top right;
    width: 24px; border: none; background: transparent;
}
QTimeEdit::down-button, QDateEdit::down-button, QSpinBox::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right;
    width: 24px; border: none; background: transparent;
}
QTimeEdit[bare="true"]::up-button, QTimeEdit[bare="true"]::down-button { width: 0; }
QTimeEdit[bare="true"]::up-arrow, QTimeEdit[bare="true"]::down-arrow { image: none; width: 0; }
QTimeEdit::up-arrow, QDateEdit::up-arrow, QSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QTimeEdit::down-arrow, QDateEdit::down-arrow, QSpinBox::down-arrow {
    image: url("$down"); width: 12px; height: 12px;
}

QCheckBox { spacing: 8px; background: transparent; min-height: 28px; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $line_strong; border-radius: 4px; background: $card;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox:focus { color: $accent_text; }
QCheckBox::indicator:focus { border: 2px solid $focus; }

QListWidget, QListView { background: transparent; border: none; outline: none; }
QListWidget::item { border-radius: ${r_control}px; padding: 4px 8px; color: $text; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $accent_soft; color: $accent_text; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; border: none; }
QScrollBar::handle { background: $line; border-radius: 3px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $raised; color: $text; border: 1px solid $popup_line; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; background: transparent; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; margin: 0 6px; }
QMenu::indicator:checked { image: url("$tick"); }

QToolTip { background: $raised; color: $text; border: 1px solid $popup_line; padding: 4px 8px; }
""")


def style_sheet(theme: Theme) -> str:
    """Write the style sheet of a theme."""
    values: dict[str, object] = {name: theme.color(name).name() for name in theme.color_names()}
    # With high contrast there is no soft ground; a line then tells what is chosen.
    soft = theme.color("accent_soft")
    values["soft_line"] = (theme.color("accent") if soft == theme.color("card") else soft).name()
    # QSS heights are those of the content: the border comes on top.
    values |= {
        "h_button": theme.size("button") - 2,
        "h_large": theme.size("button_large") - 2,
        "h_small": theme.size("button_small") - 2,
        "h_field": theme.size("field") - 2,
        "h_field_focus": theme.size("field") - 4,
        "h_row": theme.size("button") - 2,
        "h_row_focus": theme.size("button") - 4,
        "h_part": theme.size("button") - 4,
        "r_part": round(theme.radius("control")) - 1,
        "pad": theme.space(3),
        "pad_small": theme.space(2),
        "pad_chip": theme.space(2) + 2,
        "pad_field": theme.space(2) + 2,
        "pad_field_focus": theme.space(2) + 1,
        "pad_own": theme.space(1),
        "own_font": _font(theme, "own_body"),
        "body": theme.font_size("body"),
        "small": theme.font_size("small"),
        "r_card": round(theme.radius("card")),
        "r_control": round(theme.radius("control")),
        "r_chip": theme.size("button_small") // 2,
        "fields": _FIELDS,
        "down": _url("down"),
        "up": _url("up"),
        "check": _url(f"check-on-{theme.name}"),
        "tick": _url(f"tick-{theme.name}"),
    }
    return _BASE.substitute(values) + _labels(theme)


def _url(name: str) -> str:
    return asset("icons", "control", f"{name}.svg").as_posix()


def _labels(theme: Theme) -> str:
    styles = [f'QLabel[textStyle="{style}"] {{ {_font(theme, style)} }}' for style in theme.styles()]
    tones = [f'QLabel[tone="{tone}"] {{ color: {theme.color(tone).name()}; }}' for tone in _TONES]
    return "\n".join(styles + tones)


def _font(theme: Theme, style: str) -> str:
    font = theme.font(style)
    families = ", ".join(f'"{name}"' for name in font.families())
    return f"font-family: {families}; font-size: {font.pixelSize()}px; font-weight: {font.weight()};"
