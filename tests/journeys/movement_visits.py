"""The books of the movement: sorting, covenants, briefings, the waste ledger."""

from tests.journeys.visits import HEAD, OFFICER, Visit, click

MOVEMENT = [
    Visit("sorting of my hamlet", "/thon/phan-loai", "/thon/phan-loai", HEAD, do=click("Gửi")),
    Visit("sorting", "/so-sach/ho-phan-loai", "/so-sach/ho-phan-loai", OFFICER, "desk", do=click("Các lần kiểm")),
]
