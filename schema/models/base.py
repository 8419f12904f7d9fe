"""The base of every model: strict, frozen, and refusing keys it does not know."""

from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from schema.places import Place, Step


class Node(BaseModel):
    """A mapping in a file."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", validate_default=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A key may be left out, but one that stands there has a value: `X | None = None` does not take null."""
        schema: Any = handler(source)
        model = schema.get("schema", schema)
        for field in model.get("fields", {}).values():
            default = field["schema"]
            if default["type"] == "default" and default["schema"]["type"] == "nullable":
                default["schema"] = default["schema"]["schema"]
        return schema  # type: ignore[no-any-return]


class FileNode(Node):
    """A mapping that has a file of its own, or a place of its own in one; it knows where it was written."""

    def standing_at(self, place: Place) -> None:
        """Say once where this node was written; only the loader does."""
        # In the node's own mapping, where it is no field: a private attribute of pydantic's takes ten times as long.
        self.__dict__["_place"] = place

    @property
    def place(self) -> Place:
        place: Place = self.__dict__["_place"]
        return place

    @property
    def file(self) -> str:
        return self.place.file

    @property
    def file_id(self) -> str:
        """The name of the file, which is the id of what it holds."""
        return self.place.file.rpartition("/")[2].partition(".")[0]

    def at(self, *steps: Step) -> Place:
        return self.place.at(*steps)
