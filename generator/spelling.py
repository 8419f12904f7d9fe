"""The Swedish dictionary of this machine, which is opened where somebody asks for spelling."""

from pathlib import Path
from typing import Literal

from schema.workspace import Speller

LANGUAGE = "sv_SE"
FOLDERS = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
)
"""Where systems put their dictionaries."""

_LACKING: dict[str, dict[Literal["sv", "en"], str]] = {
    "library": {
        "sv": "Stavningen granskades inte: chunspell saknas. Installera det med pip install 'basutbud[stavning]'.",
        "en": "Spelling was not checked: chunspell is missing. Install it with pip install 'basutbud[stavning]'.",
    },
    "dictionary": {
        "sv": "Stavningen granskades inte: Hunspells svenska ordlista saknas. Installera den med apt install "
        "hunspell-sv, eller så som ditt system gör.",
        "en": "Spelling was not checked: Hunspell's Swedish dictionary is missing. Install it with apt install "
        "hunspell-sv, or as your system does.",
    },
}


class NoSpeller(Exception):
    """Something that spelling needs is not installed."""

    def __init__(self, lacking: Literal["library", "dictionary"]) -> None:
        super().__init__(lacking)
        self.lacking = lacking

    def said(self, language: Literal["sv", "en"]) -> str:
        return _LACKING[self.lacking][language]


def swedish_speller(folders: tuple[str, ...] = FOLDERS) -> Speller:
    """Whether the dictionary of this machine knows a word. Raises NoSpeller where there is none."""
    try:
        from hunspell import Hunspell
    except ImportError:
        raise NoSpeller("library") from None
    folder = next((name for name in folders if _holds_dictionary(Path(name))), None)
    if folder is None:
        raise NoSpeller("dictionary")
    dictionary = Hunspell(LANGUAGE, hunspell_data_dir=folder)
    return lambda word: bool(dictionary.spell(word))


def _holds_dictionary(folder: Path) -> bool:
    return all((folder / f"{LANGUAGE}.{ending}").is_file() for ending in ("dic", "aff"))
