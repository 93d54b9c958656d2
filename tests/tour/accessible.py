"""What a screen reader finds in a window, in the process itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

#: What can be worked: it needs a name.
WORKED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Cell,
}
#: What says nothing of what can be done with it.
ROLELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.Pane}


@dataclass(frozen=True)
class Heard:
    """One element, as it is told."""

    name: str
    description: str
    role: QAccessible.Role
    value: str
    focusable: bool
    path: str  #: object names on the way to it
    box: QRect

    @property
    def told(self) -> str:
        """How it is named in a fault."""
        return f"{self.path} ({self.role.name})"


def heard(widget: QWidget) -> Iterator[tuple[str, list[Heard]]]:
    """Yield every visible element with children, by its path, and those children."""
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    yield from _walk(top, widget.objectName())


def _walk(one: QAccessibleInterface, path: str) -> Iterator[tuple[str, list[Heard]]]:
    children: list[Heard] = []
    deeper: list[tuple[QAccessibleInterface, str]] = []
    for place in range(one.childCount()):
        child = one.child(place)
        if child is None or not child.isValid() or child.state().invisible:  # type: ignore[redundant-expr]
            continue
        name = child.object().objectName() if child.object() is not None else ""
        kind = type(child.object()).__name__ if child.object() is not None else "cell"
        found = Heard(
            child.text(QAccessible.Text.Name),
            child.text(QAccessible.Text.Description),
            child.role(),
            child.text(QAccessible.Text.Value),
            bool(child.state().focusable) and not child.state().disabled,
            f"{path}/{name or kind}",
            child.rect(),
        )
        children.append(found)
        deeper.append((child, found.path))
    yield path, children
    for child, below in deeper:
        yield from _walk(child, below)


def nameless(widget: QWidget) -> list[str]:
    """Return what can be focused or worked and has no name, or no role."""
    return [
        one.told
        for _, children in heard(widget)
        for one in children
        if not one.name.strip()
        and (one.role in WORKED or one.focusable)
        and not (one.role is QAccessible.Role.EditableText and "qt_spinbox_lineedit" in one.path)
    ] + [
        one.told
        for _, children in heard(widget)
        for one in children
        if one.focusable and one.role is QAccessible.Role.NoRole
    ]


def badly_told(widget: QWidget) -> list[str]:
    """Return stops of the keyboard without a role of their own, tags in words, and windows without a name."""
    faults = []
    if not widget.accessibleName() and not widget.window().windowTitle() and _has_stops(widget):
        faults.append(f"{widget.objectName()}: no name")
    for _, children in heard(widget):
        for one in children:
            if one.focusable and one.role in ROLELESS:
                faults.append(f"{one.told}: no role")
            if any("<" in words for words in (one.name, one.description)):
                faults.append(f"{one.told}: tags in {one.name!r}, {one.description!r}")
    return faults


def _has_stops(widget: QWidget) -> bool:
    return any(one.focusable for _, children in heard(widget) for one in children)


def not_as_a_set(widget: QWidget) -> list[str]:
    """Return choices of which one holds, and which are not told as radio buttons."""
    return [
        f"{one.objectName()}: {role.name}"
        for one in widget.findChildren(QAbstractButton)
        if one.isVisible() and one.isCheckable() and _one_holds(one.group())
        for role in [_role(one)]
        if role is not QAccessible.Role.RadioButton
    ]


def _one_holds(group: QButtonGroup | None) -> bool:
    return group is not None and group.exclusive()


def _role(one: QWidget) -> QAccessible.Role:
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(one)
    return QAccessible.Role.NoRole if found is None else found.role()


def alike(widget: QWidget) -> list[str]:
    """Return what a listener cannot tell apart: two of one role, name and description in one group."""
    faults = []
    for path, children in heard(widget):
        told = [
            (one.role, one.name, one.description) for one in children if one.focusable and one.role in WORKED
        ]
        faults += [f"{path}: {two[1]!r}" for two in sorted(set(told), key=str) if told.count(two) > 1]
    return faults
