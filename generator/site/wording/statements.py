"""What a region says of itself, each statement with what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.casetypes.origins import promise_in_words
from generator.site.page import Row, Support, support
from generator.site.wording.phrases import capital
from generator.site.wording.words import (
    ACTIVATED_BY,
    CARE_LEVEL,
    DIGITAL_OFFER,
    EMERGENCY_REFERRAL,
    NOTIFICATION_ADDRESS,
    SERVICE_AREA_POLICY,
)
from schema.models.regions import Region


@dataclass(frozen=True)
class Stated:
    """Rows with what they rest on."""

    rows: tuple[Row, ...]
    support: Support


def identity(region: Region) -> Stated:
    return Stated(tuple(_identity(region)), support(region.source))


def _identity(region: Region) -> Iterator[Row]:
    yield Row("Förvaltning", region.administration.name)
    if region.administration.email:
        yield Row("E-post", region.administration.email)
    if region.administration.phone:
        yield Row("Telefon", region.administration.phone)
    yield Row("Länskod", region.county)
    yield Row("Organisationsnummer", region.organisation_number)
    yield Row("Katalog för HSA-uppgifter", region.directory)


def promise(region: Region) -> Stated | None:
    promise = region.promise
    if promise is None:
        return None
    return Stated(
        (Row("Invånaren får svar", promise_in_words(promise)),), support(promise.source, promise.illustrative)
    )


def cancellation(region: Region) -> Stated | None:
    limits = region.cancellation_limit
    rows = [(words, getattr(limits, level)) for level, words in CARE_LEVEL.items()]
    said = tuple(Row(capital(words), f"senast {limit.words('sv')} före") for words, limit in rows if limit is not None)
    return Stated(said, support(limits.source, limits.illustrative)) if said else None


def policy(region: Region) -> Stated:
    policy = region.policy
    rows = (
        Row("Betjäningsområde", SERVICE_AREA_POLICY[policy.service_area]),
        Row("Minst antal lokala administratörer på en mottagning", str(policy.minimum_local_administrators)),
        Row("Centrala ärendetyper aktiveras av", ACTIVATED_BY[policy.central_casetypes_activated_by]),
        Row("Avisering om nya ärenden får gå", NOTIFICATION_ADDRESS[policy.notification_address]),
        Row("Mottagningens utbud på 1177.se", DIGITAL_OFFER[policy.digital_offer]),
        Row("Hänvisning till 112 och 1177", EMERGENCY_REFERRAL[policy.emergency_referral]),
        Row("Meningar för invånare", f"högst {policy.longest_sentence} ord, LIX högst {policy.highest_lix}"),
        *([Row("Ärendetypens namn", f"högst {longest} tecken")] if (longest := policy.longest_casetype_name) else ()),
        *([Row("Ärendemottagare", "är alla också ärendehanterare")] if policy.receivers_are_handlers else ()),
    )
    return Stated(rows, support(policy.source, policy.illustrative))


def login_lock(region: Region) -> Stated | None:
    lock = region.login_lock
    if lock is None:
        return None
    rows = (
        Row("Invånare hänvisas till", lock.refer_residents_to),
        Row("Vårdnadshavare hänvisas till", lock.refer_guardians_to),
        Row("Låser och låser upp på kontorstid", lock.office_hours),
        Row("Låser och låser upp annars", lock.on_call),
    )
    return Stated(rows, support(lock.source, lock.illustrative))
