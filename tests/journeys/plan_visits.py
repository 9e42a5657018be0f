"""What those see who keep the plan."""

from tests.journeys.visits import OFFICER, Visit, click

PLANS = [
    Visit("the plan", "/so-sach/ke-hoach", "/so-sach/ke-hoach", OFFICER, kind="desk"),
    Visit("the plan on a phone", "/so-sach/ke-hoach", "/so-sach/ke-hoach", OFFICER),
    Visit("a row of the plan", "/so-sach/ke-hoach/:code", "/so-sach/ke-hoach/2.1d", OFFICER),
    Visit("obstacles", "/so-sach/vuong-mac", "/so-sach/vuong-mac", OFFICER, do=click("Báo vướng mắc")),
    Visit("estimates", "/so-sach/kinh-phi", "/so-sach/kinh-phi", OFFICER, kind="desk"),
]
