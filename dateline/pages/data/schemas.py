"""The JSON Schemas of what programs are given (draft 2020-12), made from the shapes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from dateline.pages.data import shapes
from dateline.pages.machines.as_json import NAMES, to_json


class _Schema(GenerateJsonSchema):
    """Shapes as `to_json` writes them: closed, without null, under their JSON names."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        properties = {NAMES.get(name, name): one for name, one in made["properties"].items()}
        for one in properties.values():
            one.pop("title", None)
        required = [NAMES.get(name, name) for name in made.get("required", ())]
        return made | {
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


def fact_schemas() -> dict[str, bytes]:
    """Each schema by the name of its file."""
    return {
        "facts-1.json": _schema(TypeAdapter(shapes.FactsFile), "The facts of a briefing"),
        "fact-1.json": _schema(
            TypeAdapter(shapes.FactFile | shapes.RemovedFile | shapes.MovedFile),
            "One fact of a briefing, or the notice that stands at its address",
        ),
    }


def _schema(adapter: TypeAdapter[Any], title: str) -> bytes:
    made = adapter.json_schema(schema_generator=_Schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return to_json(head | {name: one for name, one in made.items() if name != "title"})
