"""The coming weekend, as residents and heads see it."""

from tests.journeys.visits import HEAD, Visit, click

RHYTHM = [
    Visit("this weekend, all hamlets", "/cuoi-tuan-nay", "/cuoi-tuan-nay?thon="),
    Visit("this weekend of my hamlet", "/cuoi-tuan-nay", "/cuoi-tuan-nay", HEAD, do=click("Sửa giờ, nơi tập trung")),
]
