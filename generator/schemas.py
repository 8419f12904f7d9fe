"""All exported JSON Schemas: those of the configuration, and those of the bundle."""

from generator.bundles.models import MODELS
from schema.export import completed, schemas, written


def all_schemas() -> dict[str, bytes]:
    """Every schema by its path below `schema/json`."""
    bundle = {
        f"bundle/{name}.schema.json": written(
            completed(model.model_json_schema(by_alias=True), f"bundle/{name}", f"basutbud bundle: {name}")
        )
        for name, model in MODELS.items()
    }
    return {**schemas(), **bundle}
