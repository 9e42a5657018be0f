"""The contract: made whole, and written as files, OpenAPI for everybody and TypeScript for our own front end."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from api.complaints.schemas import Submission
from api.core.problems import Problem

Schema = dict[str, Any]  # a JSON schema, of any content
ROOT = Path(__file__).resolve().parent.parent
OPENAPI = ROOT / "docs" / "openapi.json"
TYPES = ROOT / "pwa" / "types" / "api.d.ts"
HEAD = "// Made from docs/openapi.json by `make contract`. Not to be edited by hand.\n"
METHODS = ("get", "post", "put", "patch", "delete")
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def complete(app: FastAPI) -> None:
    """Let `app.openapi()` define what it only mentions, and list the refusals an operation can really give."""
    plain = app.openapi

    def openapi_completed() -> Schema:
        if app.openapi_schema is None:
            document = plain()
            for shape in (Problem, Submission):  # read by hand, so FastAPI has not met them
                document["components"]["schemas"].update(_definitions(shape))
            document["components"]["responses"] = {}
            for method, operation in _operations(document):
                _share_refusals(document, method, operation)
        return app.openapi_schema or {}

    app.openapi = openapi_completed  # type: ignore[method-assign]


def openapi(document: Schema) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def types(document: Schema) -> str:
    """Every schema as `Api.Name`, and `Api.Routes`: what each address takes and answers."""
    lines = [HEAD + "declare namespace Api {"]
    for name, schema in sorted(document["components"]["schemas"].items()):
        lines.append(f"  type {type_name(name)} = {written(schema, '  ')};")
    lines.append("  type Routes = {")
    for path, methods in document["paths"].items():
        lines += [f"    '{m.upper()} {path}': {_route(methods[m])};" for m in METHODS if m in methods]
    return "\n".join([*lines, "  };", "}", ""])


def type_name(name: str) -> str:
    """`api__frontend__LatLon` → `FrontendLatLon`, `Page_Summary_` → `PageSummary`, `Hit-Input` → `HitInput`."""
    parts = re.split(r"[^A-Za-z0-9]+", name.removeprefix("api__"))
    return "".join(part[:1].upper() + part[1:] for part in parts)


def written(schema: Schema, indent: str = "") -> str:
    """A schema as a TypeScript type."""
    if "$ref" in schema:
        return type_name(schema["$ref"].rsplit("/", 1)[1])
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(_literal(value) for value in schema["enum"])
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(written(one, indent) for one in schema[several]))
    if "allOf" in schema:
        return " & ".join(written(one, indent) for one in schema["allOf"])
    kind = schema.get("type")
    if kind == "array":
        return f"Array<{written(schema.get('items', {}), indent)}>"
    if kind == "object":
        return _object(schema, indent)
    return SIMPLE.get(str(kind), "unknown")


def _definitions(shape: type[BaseModel]) -> Schema:
    schema = shape.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), shape.__name__: schema}


def _operations(document: Schema) -> Iterator[tuple[str, Schema]]:
    for methods in document["paths"].values():
        yield from ((method, methods[method]) for method in METHODS if method in methods)


def _share_refusals(document: Schema, method: str, operation: Schema) -> None:
    """Each problem is described once; an operation names those that can happen to it."""
    headers = {parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "header"}
    never: set[str] = set()
    if method == "get":
        never |= {"408", "409", "413", "415"}
    if "requestBody" not in operation:
        never.add("415")
    if "if-match" not in headers:
        never |= {"412", "428"}
    for status, answer in list(operation["responses"].items()):
        if "application/problem+json" in answer.get("content", {}):
            name = f"Problem{status}"
            document["components"]["responses"][name] = answer
            operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}
            if status in never:
                del operation["responses"][status]


def _object(schema: Schema, indent: str) -> str:
    if "properties" not in schema:
        more = schema.get("additionalProperties")
        return f"Record<string, {written(more, indent) if isinstance(more, dict) else 'unknown'}>"
    needed = schema.get("required", [])
    fields = (
        f"{indent}  {name if name.isidentifier() else repr(name)}{'' if name in needed else '?'}: "
        f"{written(inner, indent + '  ')};"
        for name, inner in schema["properties"].items()
    )
    return "{\n" + "\n".join(fields) + f"\n{indent}}}"


def _route(operation: Schema) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    good: Schema = next((answer for status, answer in operation["responses"].items() if status.startswith("2")), {})
    answer = good.get("content", {}).get("application/json", {}).get("schema")
    return f"{{ body: {written(body) if body else 'null'}; answer: {written(answer) if answer else 'null'} }}"


def _literal(value: str | int | bool | None) -> str:
    return json.dumps(value, ensure_ascii=False).replace('"', "'")
