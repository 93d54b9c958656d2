"""Contrast as it is rendered: what is painted, not what the tokens say."""

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

#: Letters are drawn so many times larger, so that their strokes have a colour of their own.
_LARGER = 3
#: A colour that fills less of the text's box than this is an edge, not a stroke.
_STROKE = 0.0015
TEXT = 4.5
LARGE = 3.0
_LARGE_PX = 24
_LARGE_BOLD_PX = 18.66


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rendered(widget: QWidget, ground: QColor) -> QImage:
    """Return a widget as it is painted, larger."""
    image = QImage(widget.size() * _LARGER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_LARGER)
    image.fill(ground)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def _colors(image: QImage, box: QRect) -> Counter[int]:
    part = image.copy(
        QRect(box.x() * _LARGER, box.y() * _LARGER, box.width() * _LARGER, box.height() * _LARGER)
    ).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I"))  # no padding: four bytes a pixel


def faint(widget: QWidget, ground: QColor) -> list[str]:
    """Return the texts of labels and buttons that do not stand out enough from what is behind them."""
    image = rendered(widget, ground)
    faults = []
    seen = QRect(QPoint(), widget.size())
    for one in widget.findChildren(QWidget):
        text = _text(one)
        if not text or not one.isVisible() or not one.isEnabled() or one.visibleRegion().isEmpty():
            continue
        in_sight = one.visibleRegion().boundingRect()
        box = in_sight.translated(one.mapTo(widget, QPoint())) & seen
        if box.width() < 4 or (in_sight & _line(one)).height() < one.fontMetrics().height() // 2:
            continue
        colors = _colors(image, box)
        behind, _ = colors.most_common(1)[0]
        least = box.width() * box.height() * _LARGER**2 * _STROKE
        strokes = [color for color, count in colors.items() if count >= least and color != behind]
        best = max((contrast(QColor(color), QColor(behind)) for color in strokes), default=1.0)
        if best < _wanted(one) - 0.05:
            faults.append(f"{one.objectName() or type(one).__name__} {text[:40]!r}: {best:.2f}")
    return faults


def _line(one: QWidget) -> QRect:
    """Return where a line of text stands in a field or button that is higher; what wraps fills its box."""
    if isinstance(one, QPlainTextEdit) or (isinstance(one, QLabel) and one.wordWrap()):
        return one.rect()
    high = min(one.height(), one.fontMetrics().height())
    return QRect(0, (one.height() - high) // 2, one.width(), high)


def _text(one: QWidget) -> str:
    if isinstance(one, QLabel | QAbstractButton):
        return one.text().strip()
    if isinstance(one, QLineEdit):
        return one.text().strip() or one.placeholderText()
    if isinstance(one, QPlainTextEdit):
        return one.toPlainText().strip() or one.placeholderText()
    return ""


def _wanted(one: QWidget) -> float:
    font = one.font()
    size = one.fontInfo().pixelSize()
    return LARGE if size >= _LARGE_PX or (font.bold() and size >= _LARGE_BOLD_PX) else TEXT
