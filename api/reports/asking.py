"""What a maker is asked for, and the frame that every document of the commune has."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.accounts.rules import Person
from api.indicators.periods import Period
from api.reports.rules import Part, part


@dataclass(frozen=True, slots=True)
class Asked:
    """`commune`: its name as in the settings, "Xã Kẻ Sặt"."""

    period: Period
    subject_id: UUID | None
    commune: str
    by: Person
    now: datetime

    @property
    def where(self) -> str:
        """As it stands within a sentence: xã Kẻ Sặt."""
        return self.commune[:1].lower() + self.commune[1:]

    @property
    def place(self) -> str:
        """Without the word for its kind: Kẻ Sặt."""
        return self.commune.split(" ", 1)[-1]


def frame(asked: Asked, subject: str) -> list[Part]:
    """Issuer, subject, recipients and signer; the clerk changes them once and the next document has them."""
    return [
        part("issuer_above"),
        part("issuer", "Ủy ban nhân dân", asked.where),
        part("subject", subject),
        part("recipients", "- Như trên;", "- TT Đảng ủy, TT HĐND xã (để b/c);", "- Lãnh đạo UBND xã;",
             "- UBMTTQ Việt Nam xã;", "- Lưu: VT, KT."),
        part("offices", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        part("signer"),
    ]  # fmt: skip
