"""A sentence with more words than the region's policy takes."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.facts.reading_limits import longest_sentence
from validate.rule import Finding, Words, found, rule
from validate.wording.sentences import sentences


@rule(
    "advice",
    sv=Words(
        title="Lång mening",
        message="Meningen har {words} ord. Regionens gräns är {limit}.",
        reason="Den som läser i mobilen, är orolig eller läser svenska med möda tappar tråden i en lång mening.",
        advice="Sätt punkt där en ny tanke börjar. Regionen kan ändra gränsen i policy, longest_sentence.",
    ),
    en=Words(
        title="Long sentence",
        message="The sentence has {words} words. The region's limit is {limit}.",
        reason="Who reads on a phone, is worried or reads Swedish with effort loses the thread in a long sentence.",
        advice="Put a full stop where a new thought begins. The region can change the limit in policy, "
        "longest_sentence.",
    ),
    source="1177, Riktlinjer för språket (enkelt och lätt att läsa). Egen slutsats: gränsen, 30 ord om regionen inte "
    "har sagt något annat",
    good="""
-- region.yaml --
policy: {longest_sentence: 8, illustrative: true}
-- units/vc.yaml --
settings:
  information: Ta med legitimation till besöket. Kom gärna lite tidigare.
""",
    bad="""
-- region.yaml --
policy: {longest_sentence: 8, illustrative: true}
-- units/vc.yaml --
settings:
  information: Ta med legitimation till besöket och kom gärna lite tidigare.  # <-- long-sentence
""",
)
def long_sentence(workspace: Workspace) -> Iterator[Finding]:
    limit = longest_sentence(workspace)
    for prose in prose_for_residents(workspace):
        # A word and the blank after it take at least two characters.
        if len(prose.text) >= 2 * limit:
            for start, end, words, _ in sentences(prose.text):
                if words > limit:
                    for place in prose.places:
                        yield found(place.within(start, end), words=words, limit=limit)
