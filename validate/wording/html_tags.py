"""HTML tags in a text, told from placeholders such as `<mottagningens namn>` and from `<` as less than."""

import re

_NAMES = (
    "a abbr article aside audio b big blockquote body br button center code col dd del div dl dt em embed fieldset"
    " figure font footer form h[1-6] head header hr html i iframe img input ins label li link main mark meta nav"
    " object ol option p pre q s script section select small span strike strong style sub summary sup svg table"
    " tbody td textarea tfoot th thead title tr tt u ul video wbr"
)
HTML_TAG = re.compile(
    rf"</?(?:{_NAMES.replace(' ', '|')})(?:\s[^<>]*=[^<>]*|\s*/?)>|</?[a-z]+:[a-z][^<>]*>|<!(?:--|\[)[^<>]*>?",
    re.IGNORECASE,
)
"""A tag of HTML, one with a prefix as word processors leave behind (`<o:p>`), or the start of a comment."""
