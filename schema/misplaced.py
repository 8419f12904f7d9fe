"""Where a file that stands in the wrong place, or has the wrong name, was most likely to stand."""

import re
import unicodedata
from pathlib import PurePosixPath

from schema.fitting import nearest
from schema.models.files import LIST_PATTERN, SNAPSHOT_PATTERN, WORDLIST_PATTERN, kind_of

_FOLDERS = ["casetypes", "terms", "messages", "lists", "units"]
_FILES = ["region.yaml", "basutbud.yaml", "groups.yaml", "rules.yaml", "waivers.yaml", "wordlist.txt", "hsa.csv"]

_ENDINGS = re.compile(r"(?:\.(?:ya?ml|csv|txt|json|bak|old|orig|tmp)~?)+$", re.IGNORECASE)


def right_path(path: str) -> str:
    """The path of a file that would be read, made from one that is not; "" where no guess is good."""
    steps = path.split("/")
    guess = ""
    if steps[0] == "regions" and len(steps) >= 4:
        folder = nearest(steps[2], _FOLDERS)
        guess = f"regions/{ascii_id(steps[1])}/{folder}/{_name(steps[-1], folder == 'lists')}"
    elif steps[0] == "regions" and len(steps) == 3:
        guess = f"regions/{ascii_id(steps[1])}/{nearest(steps[2], _FILES)}"
    elif steps[0] == "casetype_templates" and len(steps) >= 2:
        guess = f"casetype_templates/{_name(steps[-1])}"
    of_lines = (LIST_PATTERN, WORDLIST_PATTERN, SNAPSHOT_PATTERN)
    return guess if kind_of(guess) or any(re.fullmatch(pattern, guess) for pattern in of_lines) else ""


def _name(name: str, is_list: bool = False) -> str:
    """A name as it could have been: `Förnya recept.yaml.txt` -> `fornya-recept.yaml`."""
    endings = _ENDINGS.search(name)
    stem = name[: endings.start()] if endings else PurePosixPath(name).stem
    first = endings[0].split(".")[1].lower() if endings else ""
    return f"{ascii_id(stem)}.{first if is_list else 'yaml'}"


def ascii_id(name: str) -> str:
    """A name as the id it could have been: `Återbesök 2` -> `aterbesok-2`."""
    letters = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
