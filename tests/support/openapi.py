"""The app's own contract, turned into requests: every operation, with an address and a body made from its schema."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

METHODS = ("get", "post", "put", "patch", "delete")
Schema = dict[str, Any]  # a JSON schema, of any content


class Operation:
    """One method of one path of the contract."""

    def __init__(self, contract: Schema, path: str, method: str) -> None:
        self.contract = contract
        self.path = path
        self.method = method.upper()
        self.spec: Schema = contract["paths"][path][method]
        self.name = f"{self.method} {path}"

    def address(self) -> str:
        """A concrete address; ids that nobody has."""
        given = {p["name"]: p["schema"] for p in self.spec.get("parameters", []) if p["in"] == "path"}
        return re.sub(r"\{(\w+)[^}]*\}", lambda found: str(fill(self.contract, given[found[1]])), self.path)

    def headers(self) -> set[str]:
        return {p["name"].lower() for p in self.spec.get("parameters", []) if p["in"] == "header"}

    def queries(self) -> set[str]:
        return {p["name"] for p in self.spec.get("parameters", []) if p["in"] == "query"}

    @property
    def json_schema(self) -> Schema | None:
        """The schema of the JSON body, None if the operation takes none."""
        content: Schema = self.spec.get("requestBody", {}).get("content", {})
        schema: Schema | None = content.get("application/json", {}).get("schema")
        return schema

    def body(self, text: str = "Rác đổ bên mương") -> Any:
        """A body with every field present and `text` wherever words may stand."""
        return fill(self.contract, self.json_schema, text)


def operations(contract: Schema) -> Iterator[Operation]:
    for path, methods in contract["paths"].items():
        yield from (Operation(contract, path, method) for method in METHODS if method in methods)


def fill(contract: Schema, schema: Schema | None, text: str = "Thôn") -> Any:
    """Some value that the schema describes; formats get a fitting value, free text gets `text`."""
    schema = resolve(contract, schema or {})
    if "const" in schema or schema.get("enum"):
        return schema.get("const", (schema.get("enum") or [None])[0])
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        return {name: fill(contract, inner, text) for name, inner in schema.get("properties", {}).items()}
    if kind == "array":
        return [fill(contract, schema.get("items", {}), text)]
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return True
    formats = {"uuid": str(uuid4()), "date": "2026-11-28", "date-time": "2026-11-28T01:00:00Z", "time": "07:00"}
    return formats.get(schema.get("format", ""), text) if kind == "string" else text


def resolve(contract: Schema, schema: Schema) -> Schema:
    """Follow references; of alternatives take the first that is not null."""
    if "$ref" in schema:
        return resolve(contract, contract["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return resolve(contract, next(one for one in schema[several] if one.get("type") != "null"))
    return schema
