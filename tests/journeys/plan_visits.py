"""What those see who keep the plan."""

from tests.journeys.visits import FRONT, OFFICER, Visit, click

PLANS = [
    Visit("equipment", "/so-sach/phuong-tien", "/so-sach/phuong-tien", OFFICER, kind="desk"),
    Visit("lists for clean-ups", "/so-sach/danh-muc-ra-quan", "/so-sach/danh-muc-ra-quan", OFFICER, kind="desk"),
    Visit("camera events", "/so-sach/camera", "/so-sach/camera", OFFICER, kind="desk", do=click("Xem hình")),
    Visit("cameras", "/so-sach/so-camera", "/so-sach/so-camera", OFFICER, kind="desk"),
    Visit("cameras for everybody", "/camera", "/camera"),
    Visit("the roadmap", "/so-sach/lo-trinh", "/so-sach/lo-trinh", OFFICER, kind="desk"),
    Visit("frozen periods", "/so-sach/chot-so-lieu", "/so-sach/chot-so-lieu", OFFICER, kind="desk"),
    Visit("indicators on the wall", "/chi-tieu/man-hinh", "/chi-tieu/man-hinh", kind="desk"),
    Visit("documents", "/so-sach/van-ban", "/so-sach/van-ban", OFFICER, kind="desk"),
    Visit("a document", "/so-sach/van-ban/:id", "/so-sach/van-ban/{document}", OFFICER, kind="desk"),
    Visit("templates", "/so-sach/mau-van-ban", "/so-sach/mau-van-ban", OFFICER, kind="desk"),
    Visit("reports of units", "/so-sach/bao-cao-don-vi", "/so-sach/bao-cao-don-vi", OFFICER, kind="desk"),
    Visit("commendations", "/so-sach/khen-thuong", "/so-sach/khen-thuong", FRONT, kind="desk"),
    Visit("supervision", "/so-sach/giam-sat", "/so-sach/giam-sat", "dichvu", kind="desk"),
    Visit("inspecting a point", "/diem-tap-ket/:id/kiem-tra", "/diem-tap-ket/{point}/kiem-tra", OFFICER),
    Visit("register of points", "/so-sach/diem-tap-ket", "/so-sach/diem-tap-ket", OFFICER, kind="desk"),
    Visit("labels of points", "/so-sach/nhan-diem", "/so-sach/nhan-diem", OFFICER, kind="desk"),
    Visit("coverage", "/cuoi-tuan/bang", "/cuoi-tuan/bang", OFFICER, kind="desk"),
    Visit("coverage on a phone", "/cuoi-tuan/bang", "/cuoi-tuan/bang"),
    Visit("indicators", "/chi-tieu", "/chi-tieu"),
    Visit("why a figure is what it is", "/chi-tieu/:code", "/chi-tieu/K1"),
    Visit("the plan", "/so-sach/ke-hoach", "/so-sach/ke-hoach", OFFICER, kind="desk"),
    Visit("the plan on a phone", "/so-sach/ke-hoach", "/so-sach/ke-hoach", OFFICER),
    Visit("a row of the plan", "/so-sach/ke-hoach/:code", "/so-sach/ke-hoach/2.1d", OFFICER),
    Visit("obstacles", "/so-sach/vuong-mac", "/so-sach/vuong-mac", OFFICER, do=click("Báo vướng mắc")),
    Visit("estimates", "/so-sach/kinh-phi", "/so-sach/kinh-phi", OFFICER, kind="desk"),
]
