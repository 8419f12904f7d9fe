"""Letters of other alphabets that cannot be told from a Latin one by sight, each with its Latin twin."""

_CYRILLIC = "АВЕКМНОРСТХЅІЈаеорсухѕіј"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABEKMHOPCTXSIJaeopcyxsij" + "ABEZHIKMNOPTYXo"

TWINS = dict(zip(_CYRILLIC + _GREEK, _LATIN, strict=True))


def with_latin_twins(letters: str) -> str | None:
    """The letters as Latin ones; None if one of them can be told from every Latin letter."""
    twins = [TWINS.get(letter) for letter in letters]
    return None if None in twins else "".join(map(str, twins))
