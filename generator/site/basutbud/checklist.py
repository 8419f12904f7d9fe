"""What is left before a unit opens, or after it has closed: the sources' steps, held against the configuration."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.site.basutbud.standing import Standing, standing_of
from generator.site.casetypes.holders import is_seen
from generator.site.wording.phrases import capital, counted, joined
from generator.site.wording.words import ROLE, SETTING, TAKNING
from schema.models.regions import Policy, Region
from schema.offers import Offer, ResolvedUnit
from validate.facts.duties import Duties

State = Literal["done", "left", "unseen"]
STATE: dict[State, str] = {"done": "Klart", "left": "Kvar", "unseen": "Kan inte ses här"}

_CONNECTION = (
    "Stegen och ordningen är de i Region Jönköpings läns stöd vid införande av 1177 e-tjänster, och i Stockholms "
    "checklista för anslutning (Vårdgivarguiden). Andra regioner kan ha en annan ordning."
)
_WINDING_UP = (
    "Stegen och ordningen är de i Region Jönköpings läns stöd vid införande av 1177 e-tjänster. Andra regioner kan ha "
    "en annan ordning."
)
_FROM_ABOVE = "Konfigurationen har bara det område som flera mottagningar delar, och säger inget om just den här."
_NEEDED = (("notifications", "emails"), ("reminders", "staff_after_days"))
"""Settings without which nobody learns of a new case, or that one waits for its answer."""


@dataclass(frozen=True)
class Step:
    """What is to be done, whether it is, and what the configuration says of it."""

    state: State
    title: str
    reason: str

    @property
    def words(self) -> str:
        return STATE[self.state]


@dataclass(frozen=True)
class Checklist:
    title: str
    steps: tuple[Step, ...]
    source: str

    @property
    def in_short(self) -> str:
        """`3 steg är klara, 2 är kvar och 4 kan inte ses i konfigurationen.`"""
        done, left, unseen = (sum(step.state == state for step in self.steps) for state in STATE)
        words = "steg är klart" if done == 1 else "steg är klara"
        return f"{done or 'Inga'} {words}, {left or 'inga'} är kvar och {unseen} kan inte ses i konfigurationen."


def checklist_of(unit: ResolvedUnit) -> Checklist | None:
    """The checklist of a unit that is about to open or to close, or that has closed."""
    region = unit.tree.region
    match unit.unit.status:
        case "planned" if region is not None:
            return Checklist("Kvar innan mottagningen öppnar", tuple(_opening(unit, region)), _CONNECTION)
        case "closing":
            return Checklist("Kvar innan mottagningen är stängd", tuple(_closing(unit)), _WINDING_UP)
        case "inactive":
            return Checklist("Är avvecklingen klar?", tuple(_closing(unit)), _WINDING_UP)
    return None


def _step(is_done: bool, title: str, done: str, left: str) -> Step:
    return Step("done", title, done) if is_done else Step("left", title, left)


def _opening(unit: ResolvedUnit, region: Region) -> Iterator[Step]:
    opened = _when_active(unit)
    yield _in_hsa(unit, region)
    yield _administrators(unit, region.policy)
    yield Step("unseen", "Formuläret Aktivera enhet är skickat till förvaltningen", region.administration.name)
    yield Step("unseen", "Förvaltningen har aktiverat mottagningen och gett behörighet", "Det görs i e-tjänsterna.")
    yield _distributed(opened)
    yield _settings(opened)
    yield _central(opened, region.policy)
    yield from _answers(opened)
    yield _own(opened)
    yield _duties(standing_of(opened, Duties(opened.tree)))
    yield from _booking(opened)
    yield _staff(unit)
    yield Step("unseen", "Medarbetarna har gjort sina personliga inställningar", "Det gör var och en efter inloggning.")
    yield _open_area(unit, region.policy)


def _closing(unit: ResolvedUnit) -> Iterator[Step]:
    region = unit.tree.region
    central = _active(unit, lambda governance: governance == "central")
    own = _active(unit, lambda governance: governance != "central")
    none = "Ingen är aktiv."
    yield _step(not central, "Förvaltningen har inaktiverat de centrala ärendetyperna", none, f"Aktiva: {central}.")
    yield _step(not own, "Mottagningens egna ärendetyper är inaktiverade", none, f"Aktiva: {own}.")
    yield Step(
        "unseen", "Alla ärenden är avslutade", "Vänta några dagar sedan och kontrollera att inga nya har kommit."
    )
    yield _closed_area(unit)
    yield _remaining_staff(unit)
    to = region.administration.name if region is not None else ""
    yield Step("unseen", "Formuläret Inaktivera enhet är skickat till förvaltningen", to)
    yield Step(
        "unseen", "Länkar på egna webbsidor är borttagna", "Det gäller också länkar direkt till en enskild ärendetyp."
    )
    title = f"{_hsa(region)} är ändrat så att kontaktsidan försvinner"
    gone = not unit.unit.contact_page
    yield _step(gone, title, "Ingen kontaktsida finns på 1177.se.", "Kontaktsidan finns kvar på 1177.se.")


def _when_active(unit: ResolvedUnit) -> ResolvedUnit:
    """The unit as it would be if it were active: with the groups, case types and decisions that only an active has."""
    active = unit.unit.model_copy(update={"status": "active"})
    return replace(unit.tree, units={unit.id: active}).resolved[unit.id]


def _in_hsa(unit: ResolvedUnit, region: Region) -> Step:
    title = f"Mottagningen finns i {_hsa(region)} med samma namn"
    snapshot, own = unit.tree.snapshot, unit.unit
    if snapshot is None:
        return Step("unseen", title, "Regionen har ingen lista ur HSA (hsa.csv) i konfigurationen.")
    registered = snapshot.get(own.hsa_id.strip().lower())
    if registered is None:
        return Step("left", title, f"{own.hsa_id} står inte i regionens lista ur HSA (hsa.csv).")
    if not registered.name:
        return Step("unseen", title, f"{own.hsa_id} står utan namn i regionens lista ur HSA (hsa.csv).")
    return _step(registered.name == own.name, title, own.name, f"I HSA heter {own.hsa_id} ”{registered.name}”.")


def _hsa(region: Region | None) -> str:
    """`HSA`, or `HSA (KiV)` where the region has a name of its own for where it keeps it."""
    return "HSA" if region is None or region.directory == "HSA" else f"HSA ({region.directory})"


def _administrators(unit: ResolvedUnit, policy: Policy) -> Step:
    least, count = max(policy.minimum_local_administrators, 1), unit.unit.roles.local_administrator
    title = f"Minst {counted(least, *ROLE['local_administrator'])}, med utbildning"
    preferably = "Det bör helst vara flera. " if count == 1 else ""
    said = capital(counted(count, *ROLE["local_administrator"]))
    return _step(count >= least, title, f"{said}. {preferably}Om de är utbildade kan inte ses här.", f"{said}.")


def _central(unit: ResolvedUnit, policy: Policy) -> Step:
    passive = _names(offer for offer in _of(unit, "central") if not offer.active)
    who = "Regionen" if policy.central_casetypes_activated_by == "region" else "Mottagningen"
    title = f"{who} har aktiverat de centrala ärendetyperna"
    return _step(not passive, title, "Alla är aktiva." if _of(unit, "central") else "Inga finns.", f"Kvar: {passive}.")


def _distributed(unit: ResolvedUnit) -> Step:
    title = "Förvaltningen har delat ut de centrala ärendetyperna"
    names = _names(_of(unit, "central"))
    return Step("done", title, names) if names else Step("unseen", title, "Ingen central ärendetyp delas ut hit.")


def _settings(unit: ResolvedUnit) -> Step:
    lacking = [SETTING[path] for path in _NEEDED if not _value(unit, path)]
    found = [origin for path in SETTING if (origin := unit.setting(*path)) is not None]
    own = sum(origin.layer == "unit" for origin in found)
    said = f"{len(found)} av {len(SETTING)} inställningar har ett värde, {own or 'inga'} av dem är mottagningens egna."
    title = "Mottagningens inställningar är gjorda"
    return _step(not lacking, title, said, f"{said} Saknas: {joined(lacking).lower()}.")


def _own(unit: ResolvedUnit) -> Step:
    """The chosen case types, filled in: each active, with an approved text."""
    title = "Mottagningens egna ärendetyper är valda, ifyllda och aktiva"
    offers = [offer for offer in unit.offers.values() if offer.base.governance != "central"]
    passive = [offer.get("name") for offer in offers if not offer.active]
    drafts = [offer.get("name") for offer in offers if (terms := offer.terms()) is not None and terms.status == "draft"]
    without = [offer.get("name") for offer in offers if offer.terms() is None]
    said = [
        *(["Ingen är vald"] if not offers else []),
        *([f"Inte aktiva: {joined(passive)}"] if passive else []),
        *([f"Villkorstexten är inte godkänd: {joined(drafts)}"] if drafts else []),
        *([f"Villkorstext saknas: {joined(without)}"] if without else []),
    ]
    return _step(
        not said, title, f"{capital(counted(len(offers), 'ärendetyp', 'ärendetyper'))}.", f"{'. '.join(said)}."
    )


def _answers(unit: ResolvedUnit) -> Iterator[Step]:
    """The unit's own ready answers; it may well need none, so that only those that there are can be told of."""
    central = _of(unit, "central")
    own = _names(offer for offer in central if offer.entry is not None and offer.entry.standard_answers)
    title = "Mottagningens egna standardsvar till de centrala ärendetyperna är skrivna"
    if own:
        yield Step("done", title, own)
    elif central:
        yield Step("unseen", title, "Inga egna standardsvar står i konfigurationen.")


def _duties(standing: Standing) -> Step:
    title = "Det som basutbudet kräver finns"
    lacking, unwanted = standing.rows("require", "lacking"), standing.rows("forbid", "lacking")
    exempt = [*standing.rows("require", "exempt"), *standing.rows("forbid", "exempt")]
    said = [
        *([f"Kvar: {joined([row.name for row in lacking])}"] if lacking else []),
        *([f"Får inte finnas: {joined([row.name for row in unwanted])}"] if unwanted else []),
    ]
    waived = [f"Undantag: {joined([row.name for row in exempt])}"] if exempt else []
    titles = [each.title for each in standing.decisions if any(row.kind != "recommend" for row in each.rows)]
    done = "Inget beslut kommer att kräva något av mottagningen."
    if titles:
        rest = "Allt annat" if waived else "Allt"
        done = ". ".join([f"{rest} i {joined(titles)} är uppfyllt", *waived]) + "."
    return _step(not said, title, done, f"{'. '.join([*said, *waived])}.")


def _booking(unit: ResolvedUnit) -> Iterator[Step]:
    booking = unit.unit.booking
    bookings = [offer for offer in unit.offers.values() if offer.base.kind == "booking"]
    takning = booking.takning if booking is not None else "not-ordered"
    # A journal system that nobody has asked to connect is no plan for booking.
    if takning == "not-ordered" and not bookings and "direct-booking" not in unit.unit.offers:
        return
    title = "Takningen av tidboken är beställd och klar"
    yield _step(takning == "done", title, "Takningen är klar.", f"Takningen är {TAKNING[takning]}.")
    passive = _names(offer for offer in bookings if not offer.active)
    if bookings:
        left = f"Inte aktiva: {passive}." if passive else "Bokningen ska vänta tills takningen är klar."
        is_done = not passive and takning == "done"
        yield _step(is_done, "Bokningens ärendetyper är inställda och aktiva", _names(bookings), left)


def _staff(unit: ResolvedUnit) -> Step:
    wanted = ("case_receiver", "case_handler")
    lacking = [ROLE[role][0] for role in wanted if not getattr(unit.unit.roles, role)]
    handed = [counted(count, *ROLE[role]) for role in ROLE if (count := getattr(unit.unit.roles, role))]
    said = f"{capital(joined(handed))}." if handed else "Ingen har någon roll."
    return _step(not lacking, "Rollerna är utdelade", said, f"Saknas: {joined(lacking)}.")


def _remaining_staff(unit: ResolvedUnit) -> Step:
    title = "Roller är borttagna, utom en eller två lokala administratörer"
    counts = {role: getattr(unit.unit.roles, role) for role in ROLE}
    admins = counts["local_administrator"]
    others = any(count for role, count in counts.items() if role != "local_administrator")
    handed = [counted(count, *ROLE[role]) for role, count in counts.items() if count]
    said = f"{capital(joined(handed))}." if handed else "Ingen lokal administratör finns kvar."
    least = 0 if unit.unit.status == "inactive" else 1
    return _step(not others and least <= admins <= 2, title, said, said)


def _open_area(unit: ResolvedUnit, policy: Policy) -> Step:
    title = "Betjäningsområdet är öppet"
    area = _value(unit, ("service_area",))
    if not area and _value(unit, ("approve_residents",)):
        return Step("done", title, "Varje invånare godkänns för sig.")
    if area and policy.service_area == "whole-country" and all(row.region != "whole-country" for row in area):
        return Step("left", title, "Det är öppet, men inte för hela landet som regionen kräver.")
    if area and _is_from_above(unit):
        return Step("unseen", title, f"{_FROM_ABOVE} Öppna det sist, när allt annat är klart.")
    return _step(bool(area), title, "Det är öppet.", "Det är stängt. Öppna det sist, när allt annat är klart.")


def _closed_area(unit: ResolvedUnit) -> Step:
    title = "Betjäningsområdet är stängt"
    area, approved = _value(unit, ("service_area",)), _value(unit, ("approve_residents",))
    if unit.unit.status == "inactive" and area and not approved and _is_from_above(unit):
        return Step("unseen", title, _FROM_ABOVE)
    return _step(not is_seen(unit), title, "Inga invånare ser mottagningen.", "Det är öppet.")


def _is_from_above(unit: ResolvedUnit) -> bool:
    """Whether the service area is one that the unit has in common with others, and so says nothing of this one."""
    found = unit.setting("service_area")
    return found is not None and found.layer != "unit"


def _value(unit: ResolvedUnit, path: tuple[str, ...]) -> Any:
    found = unit.setting(*path)
    return found.value if found is not None else None


def _of(unit: ResolvedUnit, governance: str) -> list[Offer]:
    return [offer for offer in unit.offers.values() if offer.base.governance == governance]


def _active(unit: ResolvedUnit, governed: Callable[[str], bool]) -> str:
    return _names(offer for offer in unit.offers.values() if offer.active and governed(offer.base.governance))


def _names(offers: Iterable[Offer]) -> str:
    return joined(offer.get("name") for offer in offers)
