"""The base of models with one kind of item a line, given from outside."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QStandardItemModel

T = TypeVar("T")


class LinesModel(QStandardItemModel, Generic[T]):
    """Items in a Python list; how many lines there are, Qt's own model knows.

    A list asks for the number of lines twice for each line that it lays out or paints. Each time that Python is to
    answer, it waits for the interpreter: beside fifty answers under way, for most of a tenth of a second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self.items: list[T] = []
        """What stands in the lines; changed by `put_in` and `take_out`, or in place."""
        self._next: list[T] = []
        self.rowsInserted.connect(self._turn)  # before any view hears of it
        self.rowsRemoved.connect(self._turn)

    def line(self, number: int) -> QModelIndex:
        return self.index(number, 0)

    def put_in(self, first: int, items: list[T]) -> None:
        """Before line `first`."""
        self._next = self.items[:first] + items + self.items[first:]
        self.insertRows(first, len(items))

    def take_out(self, first: int, count: int) -> None:
        self._next = self.items[:first] + self.items[first + count :]
        self.removeRows(first, count)

    def _turn(self) -> None:
        """The lines have come or gone: from now on `data` tells of those that are there."""
        self.items = self._next
