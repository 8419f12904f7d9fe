"""Reading a file of plain lines: a unit list or a word list."""

from schema.places import Misfit, Stretch
from schema.reading.conflicts import conflicts
from schema.reading.strict import BYTE_ORDER_MARK, SIZE_LIMIT, foreign


def read_lines(file: str, data: bytes) -> tuple[list[str], list[Misfit]]:
    """The lines without their ends; none, with the reasons, when the file cannot be trusted.

    A byte-order mark is let through here, as spreadsheets put one first in every CSV file.
    """
    if len(data) > SIZE_LIMIT:
        facts = {"size": str(len(data)), "limit": str(SIZE_LIMIT)}
        return [], [Misfit("file-too-large", Stretch(file, 0, 0), facts)]
    misfits = foreign(file, data.removeprefix(BYTE_ORDER_MARK))
    if misfits:
        return [], misfits
    text = data.removeprefix(BYTE_ORDER_MARK).decode()
    unjoined = conflicts(file, text)
    return ([], unjoined) if unjoined else (text.splitlines(), [])
