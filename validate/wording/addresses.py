"""Mail addresses: which look like a person's own, and not like a function's."""

import re

_GIVEN = """
    agneta alexander alexandra alice alma alva amanda amelia anders andreas anette anita ann anna annelie annika
    anton arne arvid astrid august axel barbro beatrice bengt berit bertil birgit birgitta bjorn bo britt britta
    camilla carina carl carolina caroline catarina cecilia charlotta charlotte christer christian christina
    christoffer claes dan daniel daniella david edvard eleonor elias elin elisabeth elsa emelie emil emilia emma
    erik erika eva evelina fanny felicia felix filip filippa fredrik frida gabriel gabriella gerd goran gosta
    greta gun gunilla gunnar gunnel gustaf gustav hakan hampus hanna hannah hans helen helena henrik hjalmar
    hugo ida ines inga inger ingrid ingvar isabella isak ivar jakob jan jane jenny jens jessica jimmy joakim
    joel johan johanna john jonas jonathan josef josefin josefine julia kajsa karin karl karolina katarina kent
    kerstin kevin kjell klara krister kristian kristin kristina kristoffer lars lena lennart leo lina linda
    linnea linus lisa lotta louise lovisa lucas ludvig lukas maj maja malin marcus margareta maria marianne
    marie markus martin mathias mats mattias max mia michael mikael moa mohamed mohammed mona monica monika
    nathalie niklas nils nina oliver olivia olle olof oscar oskar ove patricia patrik per pernilla peter petra
    pia rasmus rebecca rebecka ricardo richard rickard robert robin roger roland rolf ronja rune samuel sandra
    sara sebastian simon siv sofia sofie soren stefan sten stig stina susanne sven therese thomas tobias tomas
    tommy torbjorn tove tuva ulf ulla ulrik ulrika urban veronica veronika victor victoria viktor viktoria
    vincent viola wilhelm william wilma yvonne
"""
_FUNCTIONAL = """
    admin administration akut akuten barn bb bmm boka bokning bup bvc chef data dietist expedition funktion hab
    hc hjalp hjart hud info intyg it jour kallelse kansli kassa kirurg kirurgi kontakt kurator kvinno lab labb
    larm logoped medicin mm mvc nara natt ogon optiker order oron ortoped ortopeden ortopedi plan post psykiatri
    psykiatrin psykolog radgivning recept receptet remiss rontgen rtg samordnare samtal service sjukgymnast
    sjuksyster support svar system tandhygienist tandlakare teknik tid tidbok tidbokning tolk um ungdom utskick
    vaccin vaccination vard vc
"""
_GIVEN_NAMES = frozenset(_GIVEN.split())
"""Given names that many in Sweden have, with å, ä and ö as addresses write them."""
_FUNCTIONS = frozenset(_FUNCTIONAL.split())
_FUNCTION_ENDING = re.compile(
    r"(avdelning|central|enhet|grupp|hem|hus|klinik|mottagning|rehab|skola|team|vard|verksamhet)(en|n|et|erna)?$"
)
_PLAIN = str.maketrans("åäöéèáàüø", "aaoeeaauo")


def looks_personal(address: str) -> bool:
    """Whether the part before @ is a given name and a surname, as in `fornamn.efternamn`.

    A function's address may also be two words with a dot between, so nothing counts but a given name that many have
    followed by what is no function, or a surname that ends as only surnames do.
    """
    words = address.partition("@")[0].lower().translate(_PLAIN).replace("_", ".").split(".")
    words[-1] = words[-1].rstrip("0123456789")
    if not 2 <= len(words) <= 3 or not all(word.replace("-", "").isalpha() for word in words):
        return False
    first, last = words[0].split("-")[0], words[-1]
    if first in _GIVEN_NAMES:
        return len(last) > 2 and not any(_is_function(word) for word in words[1:])
    return last.endswith(("sson", "qvist", "kvist")) and not _is_function(first)


def let_through(file: str) -> str:
    """How a function's address that looks like a person's is let through: no waiver can name other files."""
    return "waiver" if re.fullmatch(r"regions/[^/]+/(?:units|casetypes|terms|messages)/[^/]+", file) else "rule"


def _is_function(word: str) -> bool:
    return word in _FUNCTIONS or _FUNCTION_ENDING.search(word) is not None
