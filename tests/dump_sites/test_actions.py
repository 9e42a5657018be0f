"""Keeping the registers: sites, their lives, visits, suggested black spots and suspected relapses."""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.complaints.models import Complaint, Status
from api.core import errors
from api.dump_sites import actions, case_actions, case_queries, queries, rules, views, visit_actions
from api.dump_sites.case_schemas import DumpSettings, RelapseDecision, SpotDismissal, SpotSuggestion
from api.dump_sites.models import DumpSite, Link, PhotoKind, SiteKind, Stage
from api.dump_sites.schemas import NewSite, SiteChange, SiteStageCorrection
from api.journal import queries as journal
from api.media import actions as media
from api.media.store import Store
from tests.accounts.make import make_person
from tests.complaints.make import make_complaint
from tests.dump_sites.make import NOW, go, last, make_site, outline, plan, visit
from tests.media.make import make_picture, make_upload
from tests.photos import small_photo
from tests.places.make import CENTER, make_hamlet

pytestmark = pytest.mark.usefixtures("seeded")


def report(
    session: Session, *, days_ago: float = 1, north: float = 0.0, status: Status = Status.SUBMITTED
) -> Complaint:
    """A report with a pin, `north` metres from the middle of the hamlet."""
    place = {"lat": CENTER[0] + north / 111_195, "lon": CENTER[1], "accuracy_m": 8, "source": "gps"}
    return make_complaint(session, place=place, status=status, now=NOW - timedelta(days=days_ago))


def suggested(session: Session) -> list[SpotSuggestion]:
    return case_queries.suggestions(session, queries.setting(session), now=NOW)


def test_2_3_a_new_site_gets_a_code_a_hamlet_and_its_first_stage(session: Session) -> None:
    hamlet = make_hamlet(session)
    wish = NewSite.model_validate(plan(lat=None, lon=None, outline=outline(), found_words="Thấy khi đi kiểm tra"))
    by = make_person(session)
    site, is_new = actions.create(session, wish, by=by, now=NOW)
    assert is_new
    assert (site.code, site.hamlet_id, last(session, site).stage) == ("BR-01", hamlet.id, Stage.FOUND)
    assert site.latitude == pytest.approx(CENTER[0])
    found = views.detail(session, site, by=by, now=NOW)
    assert found.outline_m2 == pytest.approx(22.2 * 20.8, rel=0.02)
    assert actions.create(session, wish, by=by, now=NOW) == (site, False)
    with pytest.raises(actions.SiteIdTaken):
        actions.create(session, wish.model_copy(update={"name": "Khác"}), by=by, now=NOW)
    assert [entry.verb for entry in journal.about(session, "dump_site", site.id)] == ["created"]


def test_2_3_a_site_goes_through_its_life_and_every_day_is_kept(session: Session) -> None:
    site = make_site(session, stage=Stage.DONE)
    found = views.detail(session, site, by=make_person(session), now=NOW)
    assert [step.stage for step in reversed(found.stages)] == list(Stage)
    assert (found.moves, found.stage_label, found.found_on) == ([], "Hoàn thành", date(2026, 1, 10))
    days = {rules.stage_on(queries.history(session, site.id), step.on) for step in found.stages}
    assert days == set(Stage)


def test_2_3_a_relapse_goes_back_with_a_reason_and_out_of_the_figure(session: Session) -> None:
    site = make_site(session, stage=Stage.WATCHING)
    with pytest.raises(rules.ReasonMissing):
        go(session, site, Stage.LISTED, date(2026, 11, 20), is_relapse=True)
    go(session, site, Stage.LISTED, date(2026, 11, 20), is_relapse=True, words="Rác lại đổ")
    before, after = (queries.figures_on(session, date(2026, 11, day)).k5d for day in (19, 20))
    assert (before.share, after.share) == (1.0, 0.0)
    assert after.sites[0].stage is Stage.LISTED


def test_K5c_landfills_restored_of_listed_at_any_past_date_with_the_records(session: Session) -> None:
    done = make_site(session, stage=Stage.WATCHING, kind=SiteKind.UNSANITARY_LANDFILL)
    make_site(session, stage=Stage.PLANNED, kind=SiteKind.UNSANITARY_LANDFILL)
    make_site(session, kind=SiteKind.UNSANITARY_LANDFILL)
    figure = queries.figures_on(session, date(2026, 11, 1)).k5c
    assert (figure.found, figure.listed, figure.restored, figure.share) == (1, 2, 1, 0.5)
    assert [record.id for record in figure.sites if record.is_restored] == [done.id]
    assert queries.figures_on(session, date(2026, 2, 9)).k5c.share == 0.0
    assert queries.figures_on(session, date(2025, 12, 31)).k5c.share is None


def test_K5d_a_corrected_day_moves_the_figure_of_the_past_and_overwrites_nothing(session: Session) -> None:
    site = make_site(session, stage=Stage.WATCHING)
    by, row = make_person(session), last(session, site)
    wish = SiteStageCorrection(id=uuid4(), on=row.happened_on + timedelta(days=20), words="Ghi nhầm ngày")
    for _ in range(2):  # sent twice it is one correction
        actions.correct(session, site.id, row.id, wish, version=site.version, by=by, now=NOW)
    shares = [queries.figures_on(session, row.happened_on + timedelta(days=days)).k5d.share for days in (0, 19, 20)]
    assert shares == [0.0, 0.0, 1.0]
    steps = views.detail(session, site, by=by, now=NOW).stages
    assert [step.is_standing for step in steps if step.stage is Stage.WATCHING] == [True, False]
    with pytest.raises(queries.StageNotFound):
        again = SiteStageCorrection(id=uuid4(), on=row.happened_on)
        actions.correct(session, site.id, row.id, again, version=site.version, by=by, now=NOW)


def test_a_site_entered_by_mistake_is_struck_off(session: Session) -> None:
    site, by = make_site(session), make_person(session)
    wish = SiteStageCorrection(id=uuid4(), is_void=True, words="Nhập trùng")
    actions.correct(session, site.id, last(session, site).id, wish, version=1, by=by, now=NOW)
    assert views.listed(session, queries.Filter(), now=NOW) == []
    with pytest.raises(queries.SiteNotFound):
        views.detail(session, site, by=by, now=NOW)


def test_a_change_is_journalled_and_a_stale_one_shows_what_is_there(session: Session) -> None:
    site, by = make_site(session), make_person(session)
    wish = SiteChange.model_validate({"plan_year": 2027, "cost_vnd": 350_000_000, "outline": outline()})
    actions.change(session, site.id, wish, version=1, by=by, now=NOW)
    [_, entry] = journal.about(session, "dump_site", site.id)
    assert entry.detail["changes"]["plan_year"] == {"before": None, "after": 2027}
    with pytest.raises(errors.Stale):
        actions.change(session, site.id, wish, version=1, by=by, now=NOW)
    for wrong in ({"type": "Point", "coordinates": [1, 2]}, outline() | {"coordinates": outline()["coordinates"] * 2}):
        with pytest.raises(actions.OutlineRejected):
            actions.change(session, site.id, SiteChange(outline=wrong), version=2, by=by, now=NOW)
    with pytest.raises(actions.SiteCodeTaken):
        make_site(session, code=site.code)


def test_2_3_reports_that_hang_together_are_suggested_and_registered_with_them(session: Session) -> None:
    make_hamlet(session)
    told = [report(session, days_ago=days, north=days) for days in (40, 20, 2)]
    report(session, north=900)
    report(session, status=Status.REJECTED)
    [found] = suggested(session)
    assert (found.count, found.hamlet_name, found.near_site_id) == (3, "Thôn Mẫu 3", None)
    assert [case.code for case in found.cases] == [one.code for one in reversed(told)]
    by, ids = make_person(session), [case.id for case in found.cases]
    site = make_site(session, lat=found.lat, lon=found.lon)
    case_actions.link(session, site, ids, by=by, now=NOW)
    case_actions.link(session, site, ids, by=by, now=NOW)
    assert suggested(session) == []
    assert {case.link for case in views.detail(session, site, by=by, now=NOW).cases} == {Link.REGISTERED}


def test_2_3_a_dismissed_suggestion_stays_away_until_a_new_report_comes(session: Session) -> None:
    ids = [report(session, days_ago=days).id for days in (3, 2, 1)]
    case_actions.dismiss(session, SpotDismissal(complaint_ids=ids, words="Đã dọn"), by=make_person(session), now=NOW)
    assert suggested(session) == []
    report(session, days_ago=0.5)
    assert [one.count for one in suggested(session)] == [4]


def test_2_3_a_suggestion_beside_a_registered_site_names_it(session: Session) -> None:
    site = make_site(session)
    for days in (3, 2, 1):
        report(session, days_ago=days, north=20)
    [found] = suggested(session)
    assert (found.near_site_id, found.near_site_name) == (site.id, site.name)


def suspected(session: Session, site: DumpSite) -> list[UUID]:
    return [case.id for case in views.detail(session, site, by=make_person(session), now=NOW).suspected]


def test_2_3_a_report_at_a_closed_site_is_a_relapse_to_be_confirmed(session: Session) -> None:
    site = make_site(session, stage=Stage.WATCHING, every=60)  # closed in July, watched since November
    assert suspected(session, site) == []
    report(session, days_ago=250)
    report(session, north=200)
    near = report(session, north=30)
    assert suspected(session, site) == [near.id]
    assert views.listed(session, queries.Filter(), now=NOW)[0].suspects == 1
    wish = RelapseDecision(is_relapse=True, stage=Stage.LISTED, words="Đã đến xem, rác lại đổ")
    by = make_person(session)
    case_actions.judge(session, site.id, near.id, wish, version=site.version, by=by, now=NOW)
    assert (last(session, site).stage, last(session, site).is_relapse) == (Stage.LISTED, True)
    with pytest.raises(case_actions.AlreadyJudged):
        case_actions.judge(session, site.id, near.id, wish, version=site.version, by=by, now=NOW)


def test_2_3_a_report_judged_to_be_something_else_is_not_asked_about_again(session: Session) -> None:
    site = make_site(session, stage=Stage.CLOSED)
    near, by = report(session), make_person(session)
    wish = RelapseDecision(is_relapse=False, words="Rác của hộ bên cạnh, đã nhắc")
    case_actions.judge(session, site.id, near.id, wish, version=site.version, by=by, now=NOW)
    assert suspected(session, site) == []
    assert last(session, site).stage is Stage.CLOSED


def test_2_3_a_head_visits_a_site_of_the_own_hamlet_with_photos(session: Session, tmp_path: Path) -> None:
    hamlet = make_hamlet(session)
    site = make_site(session, stage=Stage.WATCHING, every=60)
    head = make_person(session, role=Role.HAMLET_HEAD, hamlet=hamlet)
    due = views.detail(session, site, by=head, now=NOW).visit_due_on
    assert due == last(session, site).happened_on + timedelta(days=30)
    wish = visit(site.id)
    for is_new in (True, False):
        assert visit_actions.record(session, wish, by=head, now=NOW)[1] is is_new
    assert views.detail(session, site, by=head, now=NOW).visit_due_on == date(2026, 12, 27)
    upload = make_upload(small_photo())
    store = Store(tmp_path, reserve_mb=0)
    visit_actions.add_visit_photo(session, store, wish.id, wish.photos[0], upload, declares=False, by=head, now=NOW)
    found = views.detail(session, site, by=head, now=NOW)
    assert (found.visits[0].photos_missing, found.photos[0].is_public) == ([], False)
    assert views.black_spots(session, now=NOW) == []
    other = make_person(
        session, role=Role.HAMLET_HEAD, hamlet=make_hamlet(session, "Thôn Mẫu 5", center=(20.95, 106.2))
    )
    with pytest.raises(errors.NotAllowed):
        visit_actions.record(session, visit(site.id), by=other, now=NOW)


def test_a_visit_needs_a_photo_and_a_day_that_can_be(session: Session) -> None:
    site, by = make_site(session), make_person(session)
    with pytest.raises(rules.VisitPhotoMissing):
        visit_actions.record(session, visit(site.id, photos=[]), by=by, now=NOW)
    with pytest.raises(rules.VisitTooOld):
        visit_actions.record(session, visit(site.id, visited_on="2026-09-01"), by=by, now=NOW)
    with pytest.raises(rules.DayInFuture):
        visit_actions.record(session, visit(site.id, visited_on="2026-12-01"), by=by, now=NOW)


def test_numbers_are_set_once_and_go_by_version(session: Session) -> None:
    by = make_person(session)
    values = queries.setting(session).model_dump(exclude={"id", "version"})
    wish = DumpSettings.model_validate(values | {"cluster_reports": 2})
    assert actions.set_numbers(session, wish, version=1, by=by, now=NOW).version == 2
    with pytest.raises(errors.Stale):
        actions.set_numbers(session, wish, version=1, by=by, now=NOW)


def test_a_photo_of_another_room_is_not_taken_over(session: Session, tmp_path: Path, now: datetime) -> None:
    site, by, store = make_site(session), make_person(session), Store(tmp_path, reserve_mb=0)
    other = make_picture(session, store, now=now)
    with pytest.raises(media.PictureIdTaken):
        visit_actions.add_photo(
            session, store, site.id, other.id, PhotoKind.AFTER, make_upload(small_photo()), by=by, now=now
        )
