"""The contract: written down, true, whole, and the same that the front end is checked against."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from api import contract
from api.app import create_app
from api.core.settings import Environment, Settings
from tests.support.openapi import operations

MEND = "run `make contract`"


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create_app(Settings(_env_file=None, environment=Environment.DEVELOPMENT))


def test_the_contract_in_the_repository_is_the_one_the_app_serves(app: FastAPI) -> None:
    assert contract.OPENAPI.read_text() == contract.openapi(app.openapi()), MEND


def test_the_types_of_the_front_end_are_made_from_this_contract(app: FastAPI) -> None:
    assert contract.TYPES.read_text() == contract.types(app.openapi()), MEND


def test_every_operation_says_what_it_does(app: FastAPI) -> None:
    silent = [o.name for o in operations(app.openapi()) if not o.spec.get("description") or not o.spec.get("summary")]
    assert silent == []


def test_every_operation_tells_how_it_refuses(app: FastAPI) -> None:
    for operation in operations(app.openapi()):
        refusals = {status for status in operation.spec["responses"] if status >= "400"}
        assert {"400", "404", "422", "429", "503"} <= refusals, operation.name
        if operation.method != "GET":
            assert {"401", "403", "409", "413"} <= refusals, operation.name
        if "if-match" in operation.headers():
            assert {"412", "428"} <= refusals, operation.name


def test_every_problem_is_described_with_its_media_type(app: FastAPI) -> None:
    for name, answer in app.openapi()["components"]["responses"].items():
        assert list(answer["content"]) == ["application/problem+json"], name


def test_everything_the_contract_mentions_is_defined_in_it(app: FastAPI) -> None:
    document = app.openapi()
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document)):
        place = document
        for step in reference.split("/"):
            place = place[step]


def test_operations_have_names_of_their_own(app: FastAPI) -> None:
    names = [operation.spec["operationId"] for operation in operations(app.openapi())]
    assert len(names) == len(set(names))


def test_no_answer_has_a_field_that_may_be_left_out(app: FastAPI) -> None:
    """Output shapes have no defaults, so that the front end need not guess."""
    schemas = app.openapi()["components"]["schemas"]
    taken = mentioned(schemas, [operation.spec.get("requestBody") for operation in operations(app.openapi())])
    given = mentioned(schemas, [operation.spec["responses"] for operation in operations(app.openapi())])
    for name in given - taken - {"Problem"}:
        if schemas[name].get("type") == "object":
            assert set(schemas[name].get("required", [])) == set(schemas[name]["properties"]), name


def test_types_are_written_as_typescript_knows_them() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {
        "a": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "b": {"type": "array", "items": {"$ref": "#/components/schemas/Page_Case_"}},
        "c-d": {"enum": ["x", 1]},
        "e": {"type": "object", "additionalProperties": {"type": "integer"}},
    }}  # fmt: skip
    assert contract.written(schema) == (
        "{\n  a: string | null;\n  b?: Array<PageCase>;\n  'c-d'?: 'x' | 1;\n  e?: Record<string, number>;\n}"
    )


def test_the_contract_is_written_at_the_places_that_people_expect() -> None:
    root = Path(contract.__file__).resolve().parent.parent
    assert (root / "docs" / "openapi.json", root / "pwa" / "types" / "api.d.ts") == (contract.OPENAPI, contract.TYPES)


def mentioned(schemas: dict[str, Any], place: object) -> set[str]:
    """The names of all schemas that stand in `place`, themselves or inside one another."""
    names = set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(place)))
    found: set[str] = set()
    while names - found:
        name = (names - found).pop()
        found.add(name)
        names |= set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(schemas[name])))
    return found
