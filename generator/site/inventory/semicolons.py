"""A sheet as a CSV file that Excel in Swedish opens: UTF-8 with a byte order mark, semicolons, and no formulas."""

import csv
from io import StringIO

from generator.site.inventory.sheet import Sheet, fitting, looks_like_formula


def csv_of(sheet: Sheet) -> bytes:
    """A text that a spreadsheet would take for a formula has an apostrophe before it."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in (sheet.heads, *sheet.rows):
        writer.writerow([_defused(cell) if cell and isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _defused(text: str) -> str:
    # Looked at before hidden signs are made visible: a tab or a line end is one of them.
    return f"'{fitting(text)}" if looks_like_formula(text) else fitting(text)
