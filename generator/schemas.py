"""All exported JSON Schemas: those of the configuration, of the bundle, and of the report."""

from generator.bundles.models import MODELS
from schema.export import completed, schemas, written
from validate.reports.json import CheckReport


def all_schemas() -> dict[str, bytes]:
    """Every schema by its path below `schema/json`."""
    bundle = {
        f"bundle/{name}.schema.json": written(
            completed(model.model_json_schema(by_alias=True), f"bundle/{name}", f"basutbud bundle: {name}")
        )
        for name, model in MODELS.items()
    }
    report = completed(CheckReport.model_json_schema(by_alias=True), "report", "basutbud report")
    return {**schemas(), **bundle, "report.schema.json": written(report)}
