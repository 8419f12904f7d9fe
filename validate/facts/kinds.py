"""What kind of case type an extension is, which is for what it extends to say."""

from schema.models.casetypes import ExtendingCaseType
from schema.workspace import RegionTree


def kind_of(extended: str, tree: RegionTree) -> str:
    """The kind of a case type of the region or of a template; "" for one that is missing or broken."""
    casetype = tree.casetypes.get(extended)
    if casetype is not None and not isinstance(casetype, ExtendingCaseType):
        return casetype.kind
    if casetype is None and tree.has(f"casetypes/{extended}.yaml"):
        return ""
    template = tree.templates.get(extended if casetype is None else casetype.extends)
    return template.kind if template is not None else ""
