"""Texts that say another time than the one that was set for the case types that show them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from schema.durations import Duration
from schema.offers import Offer
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.offering import offers_meant
from validate.facts.read_before_sending import FoundBeforeSending
from validate.facts.times_said import TimeSaid


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
    times = FoundBeforeSending(find)
    for unit, offer in offers_meant(workspace):
        read = times.by(offer)
        time = set_time(offer) if read and unit.tree.region is not None else None
        if time is not None:
            for said, text, place in read:
                if not said.agrees_with(time):
                    at = place.within(said.start, said.end)
                    yield Contradicted(text[said.start : said.end], at, offer, time)
