"""What of hamlet life is forgotten: household lists. The counts made of them stay."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.hamlet_life.list_models import SortingList
from api.privacy.models import RetentionRule, Span
from api.privacy.retention import NOTHING, Task

CODE = "household_list"


def _forget(session: Session, keys: list[Any], _: object) -> None:  # any: keys of the table's kind
    session.execute(sa.delete(SortingList).where(col(SortingList.id).in_(keys)))


TASKS = {
    CODE: Task(
        lambda before: sa.select(col(SortingList.id), NOTHING).where(col(SortingList.received_at) < before), _forget
    )
}


def seed(session: Session) -> None:
    """What a new installation begins with; what the commune has changed is left alone."""
    if session.get(RetentionRule, CODE) is None:
        session.add(
            RetentionRule(
                code=CODE, label="Danh sách hộ phân loại của thôn (số nhà, ngõ), sau khi gửi", amount=24,
                span=Span.MONTHS, is_active=True, position=20,
                source="Đề xuất của hệ thống, xã xác nhận; Luật 91/2025/QH15: chỉ lưu trong thời gian cần thiết",
            )
        )  # fmt: skip
