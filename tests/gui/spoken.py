"""What a screen reader is told. The only place of the tests that asks Qt for it.

PySide's handle of an accessible interface outlives the interface, which goes with its widget; the
next widget at the same address is then taken for it, and the process ends. So no handle leaves
these functions.
"""

from PySide6.QtGui import QAccessible


def spoken_name(widget):
    """Give the name a screen reader says for this widget; empty means it has none."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken_names_within(widget):
    """Give the names of the children that a screen reader meets, in its order."""
    whole = QAccessible.queryAccessibleInterface(widget)
    return [whole.child(index).text(QAccessible.Text.Name) for index in range(whole.childCount())]


def spoken_role(widget):
    """Give what a screen reader takes this widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def spoken_value(widget):
    """Give the value a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).valueInterface().currentValue()
