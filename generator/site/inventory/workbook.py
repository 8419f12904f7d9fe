"""Sheets as an Excel file that is the same to the byte wherever it is made."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.site.inventory.sheet import Sheet, fitting, looks_like_formula

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day that every file says that it was made, so that none tells when."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_WIDEST = 40
_NARROWEST = 8


def xlsx_of(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Every text is written as a text, whatever it begins with; one that looks like a formula stays a text when
    somebody edits it."""
    from xlsxwriter import Workbook  # here, as most pages of the site do without

    made = BytesIO()
    workbook = Workbook(made, {"in_memory": True, "strings_to_numbers": False})
    workbook.set_properties({"title": fitting(title), "author": "basutbud", "created": _MADE})
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    quoted = workbook.add_format({"quote_prefix": True})
    for sheet in sheets:
        _write(workbook.add_worksheet(sheet.name), sheet, head, quoted)
    workbook.close()
    return _stored(made)


def _write(page: Any, sheet: Sheet, head: Any, quoted: Any) -> None:
    for column, text in enumerate(sheet.heads):
        page.write_string(0, column, fitting(text), head)
    for number, cells in enumerate(sheet.rows, 1):
        for column, cell in enumerate(cells):
            if cell == "":
                continue  # most of them are
            if isinstance(cell, int):
                page.write_number(number, column, cell)
            else:
                page.write_string(number, column, fitting(cell), quoted if looks_like_formula(cell) else None)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)


def _widths(sheet: Sheet) -> list[int]:
    """Wide enough for the first hundred rows; a head is as wide as its longest word."""
    widths = [max(map(len, text.split()), default=0) + 2 for text in sheet.heads]
    for cells in sheet.rows[:100]:
        widths = [max(width, len(str(cell)) + 1) for width, cell in zip(widths, cells, strict=True)]
    return [min(max(width, _NARROWEST), _WIDEST) for width in widths]


def _stored(made: BytesIO) -> bytes:
    """The same archive with nothing compressed and no time told, as builds of zlib differ in their bytes."""
    stored = BytesIO()
    with ZipFile(made) as source, ZipFile(stored, "w", ZIP_STORED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return stored.getvalue()
