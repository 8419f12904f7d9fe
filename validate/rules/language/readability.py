"""A text that is harder to read than the region's policy takes, measured by LIX."""

from collections.abc import Iterator

from schema.models.texts import PointsTerms
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.facts.reading_limits import highest_lix
from validate.facts.terms_texts import terms_texts
from validate.rule import Finding, Words, found, rule
from validate.wording.sentences import lix, sentences

_FEWEST_SENTENCES = 5
_FEWEST_WORDS = 60
"""In a text that is shorter than this, a single word moves the measure."""


@rule(
    "advice",
    sv=Words(
        title="Svårläst text",
        message="Texten har läsbarhetsindex (LIX) {lix}. Regionens gräns är {limit}.",
        reason="Under 40 är en text lätt att läsa. Över 50 är den svår, som texter från myndigheter ofta är.",
        advice="Korta meningarna och byt långa ord mot vardagliga. Måttet är trubbigt: låt texten stå om orden behövs. "
        "Regionen kan ändra gränsen i policy, highest_lix.",
    ),
    en=Words(
        title="Text that is hard to read",
        message="The text has a readability index (LIX) of {lix}. The region's limit is {limit}.",
        reason="Below 40 a text is easy to read. Above 50 it is hard, as texts of authorities often are.",
        advice="Shorten the sentences, and change long words for everyday ones. It is a blunt measure: leave the text "
        "if it needs its words. The region can change the limit in policy, highest_lix.",
    ),
    source="LIX enligt ordräknare.se och sprakkonsulterna.se. Egen slutsats: gränsen, 40 om regionen inte har sagt "
    "något annat, och att korta texter inte mäts",
    good="""
-- region.yaml --
policy: {highest_lix: 18, illustrative: true}
-- units/vc.yaml --
settings:
  information: >-
    Kom hit om du är sjuk och vill träffa en läkare. Du kan också ringa oss, så svarar vi så snart vi kan. Ta med
    legitimation och en lista över dina läkemedel. Säg till om du behöver tolk, så ordnar vi det innan du kommer.
    Parkera bakom huset om du kör bil. Du kan gå in från gatan om du åker buss eller kommer till fots.
""",
    bad="""
-- region.yaml --
policy: {highest_lix: 12, illustrative: true}
-- units/vc.yaml --
settings:
  information: >-  # <-- readability
    Kom hit om du är sjuk och vill träffa en läkare. Du kan också ringa oss, så svarar vi så snart vi kan. Ta med
    legitimation och en lista över dina läkemedel. Säg till om du behöver tolk, så ordnar vi det innan du kommer.
    Parkera bakom huset om du kör bil. Du kan gå in från gatan om du åker buss eller kommer till fots.
""",
)
def readability(workspace: Workspace) -> Iterator[Finding]:
    limit = highest_lix(workspace)
    for parts, place in _whole_texts(workspace):
        found_sentences = [sentence for part in parts for sentence in sentences(part)]
        words = sum(sentence.words for sentence in found_sentences)
        if len(found_sentences) >= _FEWEST_SENTENCES and words >= _FEWEST_WORDS:
            value = lix(found_sentences)
            if value > limit:
                yield found(place.key(), lix=value, limit=limit)


def _whole_texts(workspace: Workspace) -> Iterator[tuple[list[str], Place]]:
    """The points of a terms text are read as one; all else stands for itself."""
    for terms in terms_texts(workspace):
        if isinstance(terms, PointsTerms):
            yield [point.text for point in terms.points], terms.at("points")
    for prose in prose_for_residents(workspace):
        if len(prose.text) >= 2 * _FEWEST_WORDS:
            for place in prose.places:
                if place.path[-3:-2] != ("points",):
                    yield [prose.text], place
