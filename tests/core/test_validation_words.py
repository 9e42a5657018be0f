"""What is said at a field that was left empty."""

from typing import Annotated

import pytest
from pydantic import BaseModel, Field, ValidationError

from api.core.validation_words import explain


class Form(BaseModel):
    login: Annotated[str, Field(min_length=1)]
    other: Annotated[str, Field(min_length=1)]
    long: Annotated[str, Field(min_length=3)] = "abc"


@pytest.mark.parametrize("sent", [{}, {"login": "", "other": ""}], ids=["absent", "empty"])
def test_an_empty_field_is_asked_for_by_its_name(sent: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        Form.model_validate(sent)
    told = [explain(dict(fault)) for fault in refusal.value.errors()]
    assert [one["detail"] for one in told] == ["Xin điền tên đăng nhập.", "Xin điền ô này."]
    assert {one["code"] for one in told} <= {"missing", "too_short"}


def test_a_text_that_is_only_short_is_told_how_long_it_must_be() -> None:
    with pytest.raises(ValidationError) as refusal:
        Form.model_validate({"login": "a", "other": "b", "long": "c"})
    assert explain(dict(refusal.value.errors()[0]))["code"] == "too_short"
