"""Counts in words: one of a thing, or several."""

from validate.rule import Language

_COUNTED: dict[Language, dict[str, tuple[str, str]]] = {
    "sv": {
        "error": ("{} fel", "{} fel"),
        "warning": ("{} varning", "{} varningar"),
        "advice": ("{} råd", "{} råd"),
        "waived": ("{} undantaget", "{} undantagna"),
        "old": ("{} gammalt", "{} gamla"),
        "to-come": ("{} som kommer", "{} som kommer"),
        "checked": ("{} region granskad", "{} regioner granskade"),
        "built": ("{} region byggd", "{} regioner byggda"),
        "changed": ("{} fil ändrad", "{} filer ändrade"),
        "fixes": ("{} rättelse", "{} rättelser"),
        "fixed": ("{} rättelse skriven", "{} rättelser skrivna"),
        "files": ("{} fil", "{} filer"),
    },
    "en": {
        "error": ("{} error", "{} errors"),
        "warning": ("{} warning", "{} warnings"),
        "advice": ("{} piece of advice", "{} pieces of advice"),
        "waived": ("{} waived", "{} waived"),
        "old": ("{} old", "{} old"),
        "to-come": ("{} to come", "{} to come"),
        "checked": ("{} region checked", "{} regions checked"),
        "built": ("{} region built", "{} regions built"),
        "changed": ("{} file changed", "{} files changed"),
        "fixes": ("{} fix", "{} fixes"),
        "fixed": ("{} fix written", "{} fixes written"),
        "files": ("{} file", "{} files"),
    },
}


def counted(count: int, what: str, language: Language) -> str:
    """`counted(1, "warning", "sv")` -> `1 varning`."""
    one, several = _COUNTED[language][what]
    return (one if count == 1 else several).format(count)
