"""What a manual rests on: each source is numbered where the text first cites it, and listed at the end."""

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from generator.site.manuals.sources import OWN_CONCLUSION, SOURCES


@dataclass(frozen=True)
class References:
    """The references of one page, filled while its text is made, from the top down.

    `files` is the folder of the region's files, and `stated` what the region says that its own facts rest on.
    """

    folder: str
    stated: dict[str, str]
    listed: list[str] = field(default_factory=list)

    def source(self, *keys: str) -> Markup:
        """Public sources. Raises KeyError for a key that no source has."""
        return self._cite(*(SOURCES[key] for key in keys))

    def own(self, file: str, key: str = "") -> Markup:
        """The region's own file, and the key in it that says this."""
        where = f"{self.folder}/{file}" + (f", nyckeln {key}" if key else "")
        said = self.stated.get(key, "") if file == "region.yaml" else ""
        return self._cite(f"Regionens konfiguration, {where}.{f' {said}' if said else ''}")

    def concluded(self) -> Markup:
        """The project's own conclusion."""
        return self._cite(OWN_CONCLUSION)

    def _cite(self, *texts: str) -> Markup:
        marks = []
        for text in texts:
            if text not in self.listed:
                self.listed.append(text)
            number = self.listed.index(text) + 1
            marks.append(f'<a href="#kalla-{number}" aria-label="Källa {number}">{number}</a>')
        return Markup(f'<sup class="not">{escape(" ").join(map(Markup, marks))}</sup>')
