"""Words in capital letters that are no abbreviations."""

import re
from collections.abc import Iterator
from functools import cache

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule
from validate.wording.former_names import former_names
from validate.wording.stretches import Stretches
from validate.wording.unreplaced import unreplaced

_WORD = r"[A-ZÅÄÖÉ]{1,40}"
_RUN = re.compile(rf"(?<![\w:-]){_WORD}(?:,? {_WORD}){{0,40}}(?![\w-]|:[a-zåäö])")
_ONE = re.compile(_WORD)
_CAPITALS = re.compile("[A-ZÅÄÖ]{2}")
_CALLED_OUT = """
    ALDRIG ALLTID AKUT BARA EJ ENDAST GRATIS HÄR IDAG INGA INGEN INGET INTE MÅSTE NB NOTERA NU NYA NYTT OBS OBSERVERA
    RING SKA SNABBT STÄNGT TACK TÄNK VARNING VIKTIG VIKTIGT ÖPPET
"""
_SHORT = """
    ALL ALLA ALLT ATT AV BARN DAG DE DEM DEN DET DIG DIN DINA DITT DU DÅ DÄR EFTER EGEN EN ER ETT FRÅN FÅ FÅR FÖR
    GÅR HA HAR HEM HIT HOS HUR I INOM JAG KAN KOM KOMMA MED MER MIN MÅN NI NÄR OCH OM OSS PÅ REDAN SE SIN SOM SVAR
    SÅ TA TID TIDEN TIDER TILL UNGA UT VAR VARA VET VI VID VILL VÅR VÅRA VÅRD ÄR ÅR ÖVER
"""
_NAMES = """
    ABCDE ANDTS ARFID AUDIT BASDAI BIPAP BIRADS BRCA CAPTCHA COVID CRISPR DICOM DUDIT ELISA FODMAP HBTQI HBTQIA
    HELLP HIPEC INERA KASAM LASEK LASIK MADRS NANDA NIDCAP NSAID PANDAS PFAPA PROMIS PROMS RAADS RETTS RUDAS SCAPIS
    SCORAD SITHS SNOMED SOSFS SPECT STRAMA TEACCH TORCH UNESCO UNHCR UNICEF WHODAS WOMAC
"""
_STRESSED = frozenset(_CALLED_OUT.split())
_ORDINARY = frozenset(_SHORT.split())
_KNOWN = frozenset(_NAMES.split())
_NUMERAL_OR_FORM = re.compile("[IVXLCDM]+|[ÅYMDTNX]+")
_VOWEL = re.compile("[AEIOUYÅÄÖ]")
_ASKED_FOR = re.compile(r"(?:svara|skriv|skicka|sms:a)r? (?:med |ordet )?$", re.IGNORECASE)
"""What stands before a word that is to be sent as it is, such as STOPP."""
_NEAR = 20
_LONG = 5


@rule(
    "warning",
    sv=Words(
        title="Ord med bara stora bokstäver",
        message="”{written}” är skrivet med bara stora bokstäver.",
        reason="Sådana ord är svårare att läsa, uppfattas som rop och kan läsas upp bokstav för bokstav.",
        advice="Skriv med små bokstäver. Ställ det viktigaste först i stället.",
    ),
    en=Words(
        title="Words in capital letters",
        message="“{written}” is written in capital letters alone.",
        reason="Such words are harder to read, are taken for shouting, and may be read aloud letter by letter.",
        advice="Write with small letters. Put what matters most first instead.",
    ),
    source="Egen slutsats av kraven på begriplighet i WCAG 2.1, som lagen om tillgänglighet till digital offentlig "
    "service hänvisar till",
    good="""
-- units/vc.yaml --
settings:
  information: Kom inte om du har covid-19. BVC tar emot EKG och PDF-filer via SITHS.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: OBS! Kom INTE om du är sjuk.  # <-- capitals, capitals
  opening_hours: VI HAR STÄNGT i dag.  # <-- capitals
""",
)
def capitals(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        gaps = Stretches(unreplaced(prose.text))
        for start, end in _shouted(prose.own):
            # What must be written anew for another reason is told of once.
            is_told = gaps.touch(start, end) or any(a <= start and end <= b for a, b, _ in former_names(prose.text))
            for place in () if is_told else prose.places:
                yield found(place.within(start, end), written=prose.text[start:end])


@cache
def _shouted(own: str) -> tuple[tuple[int, int], ...]:
    if not _CAPITALS.search(own):
        return ()
    stretches = (_stretch(run) for run in _RUN.finditer(own))
    return tuple(stretch for stretch in stretches if stretch is not None)


def _stretch(run: re.Match[str]) -> tuple[int, int] | None:
    """From the first ordinary word of a run to the last, where there are two, or one that is stressed."""
    if _ASKED_FOR.search(run.string[max(run.start() - _NEAR, 0) : run.start()]):
        return None
    words = list(_ONE.finditer(run[0]))
    stressed = [word for word in words if _is_stressed(word[0])]
    ordinary = [word for word in words if word[0] in _ORDINARY]
    meant = [word for word in words if word in stressed or word in ordinary]
    # Two Roman numerals are no words.
    if not stressed and not (len(ordinary) > 1 and any(not _NUMERAL_OR_FORM.fullmatch(word[0]) for word in ordinary)):
        return None
    return run.start() + meant[0].start(), run.start() + meant[-1].end()


def _is_stressed(word: str) -> bool:
    if word in _STRESSED:
        return True
    is_word = len(word) >= _LONG and word not in _KNOWN and _VOWEL.search(word) is not None
    return is_word and not _NUMERAL_OR_FORM.fullmatch(word)
