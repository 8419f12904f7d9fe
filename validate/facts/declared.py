"""The placeholders that case types declare."""

from schema.workspace import RegionTree
from validate.facts.written import local_casetypes


def declared_placeholders(tree: RegionTree) -> tuple[str, ...] | None:
    """Every placeholder that some case type of the region, or one of the nation's, declares; None if one is broken."""
    declaring = ("casetype_templates/", tree.path("casetypes/"), tree.path("units/"))
    if any(path.startswith(declaring) for path in tree.broken):
        return None
    casetypes = (
        *tree.templates.values(),
        *tree.casetypes.values(),
        *(local for _, _, local, _ in local_casetypes(tree)),
    )
    return tuple(sorted({name for casetype in casetypes for name in casetype.variables or ()}))
