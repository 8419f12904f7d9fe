"""Texts that say another time than the one that was set for the case types that show them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from schema.durations import Duration
from schema.offers import Offer
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.offering import Lot, offers_alike
from validate.facts.read_before_sending import FoundBeforeSending, Read
from validate.wording.times_said import TimeSaid, names_time


class Contradicted(NamedTuple):
    """A time in a text that is not the one set for a case type that shows it."""

    said: str
    at: Place
    offer: Offer
    set_time: Duration

    @property
    def unit(self) -> str | None:
        """The unit, where the text does not stand in its own file."""
        return None if self.at.file == self.offer.unit.file else self.offer.unit.file_id


def contradicted(
    workspace: Workspace, find: Callable[[str], tuple[TimeSaid, ...]], set_time: Callable[[Offer], Duration | None]
) -> Iterator[Contradicted]:
    """Every such time, for each unit that shows it."""
    for lot, texts in workspace.once(_showing_times):
        times = [(read, said) for read in texts for said in find(read.text)]
        is_told = any(not said.is_call for _, said in times) or any("{svarstid}" in read.text for read in texts)
        time = set_time(lot.first) if times else None
        for read, said in times:
            if time is not None and not said.agrees_with(time) and not (said.is_call and is_told):
                at = read.place.within(said.start, said.end)
                for _, offer in lot.offers:
                    yield Contradicted(read.text[said.start : said.end], at, offer, time)


def _showing_times(workspace: Workspace) -> tuple[tuple[Lot, tuple[Read[None], ...]], ...]:
    """The offers with texts that name a time of any sort."""
    times = FoundBeforeSending(lambda text: (None,) if names_time(text) else ())
    return tuple((lot, texts) for lot in offers_alike(workspace) if (texts := times.by(lot.first, lot.terms)))
