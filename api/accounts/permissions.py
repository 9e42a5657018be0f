"""Who may do what: one table, to be reviewed by reading it.

A cell says how far a role's permission reaches:
  all      everywhere in the commune
  hotline  only officers of the unit that runs the hotline
  head     of these only who is in charge of it
  unit     only what is assigned to the officer's own unit (the hotline's unit: everything)
  hamlet   only the head's own hamlet
  own      only what the person entered
  -        not at all
Routes ask for one permission by name (`access.py`); the rules of a room narrow it by reach. The commune may set
cells otherwise (`grants`), within `choices`: what the rooms know how to narrow, and nothing that a lock keeps.
"""

from collections.abc import Mapping
from enum import StrEnum

from api.accounts.models import Role


class Permission(StrEnum):
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_PLACES = "manage_places"
    MANAGE_CATALOGUE = "manage_catalogue"
    READ_STAFF_PAGES = "read_staff_pages"
    READ_COMPLAINTS = "read_complaints"
    TRIAGE_COMPLAINTS = "triage_complaints"
    RECORD_COMPLAINTS = "record_complaints"
    HANDLE_COMPLAINTS = "handle_complaints"
    NOTE_COMPLAINTS = "note_complaints"
    ADD_FINDINGS = "add_findings"
    READ_CONTACTS = "read_contacts"
    READ_ORIGINALS = "read_originals"
    MANAGE_PRIVACY = "manage_privacy"
    CONFIRM_ERASURES = "confirm_erasures"
    MODERATE_CONTENT = "moderate_content"
    RECORD_CLEANUPS = "record_cleanups"
    CORRECT_CLEANUPS = "correct_cleanups"
    MANAGE_COLLECTION_POINTS = "manage_collection_points"
    RECORD_SORTING = "record_sorting"
    MANAGE_WASTE_LEDGER = "manage_waste_ledger"
    MANAGE_COVENANTS = "manage_covenants"
    RECORD_BRIEFINGS = "record_briefings"
    KEEP_HOUSEHOLD_LIST = "keep_household_list"
    MANAGE_OUTREACH = "manage_outreach"
    MANAGE_PRICES = "manage_prices"
    APPLY_GREEN_CRITERIA = "apply_green_criteria"
    MANAGE_DUMP_SITES = "manage_dump_sites"
    VISIT_DUMP_SITES = "visit_dump_sites"
    INSPECT_COLLECTION_POINTS = "inspect_collection_points"
    MANAGE_MOVEMENT = "manage_movement"
    MANAGE_PLAN = "manage_plan"
    MANAGE_INDICATORS = "manage_indicators"
    NOTE_PLAN = "note_plan"
    PROPOSE_COMMENDATIONS = "propose_commendations"
    VOTE_COMMENDATIONS = "vote_commendations"
    DECIDE_COMMENDATIONS = "decide_commendations"
    SUPERVISE = "supervise"
    ANSWER_SUPERVISION = "answer_supervision"
    REPORT_OBSTACLES = "report_obstacles"
    DECIDE_OBSTACLES = "decide_obstacles"
    MANAGE_ESTIMATES = "manage_estimates"
    MANAGE_CREWS = "manage_crews"
    INSPECT_CREWS = "inspect_crews"
    PUBLISH_CREW_RESULTS = "publish_crew_results"
    PREPARE_DOCUMENTS = "prepare_documents"
    MANAGE_ROADMAP = "manage_roadmap"
    MANAGE_EQUIPMENT = "manage_equipment"
    MANAGE_CAMERAS = "manage_cameras"
    REVIEW_CAMERA_EVENTS = "review_camera_events"


class Reach(StrEnum):
    ALL = "all"
    HOTLINE = "hotline"
    HEAD = "head"
    UNIT = "unit"
    HAMLET = "hamlet"
    OWN = "own"
    NONE = "-"


TABLE = """
permission                administrator  officer  hamlet_head  leader  front
manage_accounts           all            -        -            -       -
manage_places             all            hotline  -            -       -
manage_catalogue          all            hotline  -            -       -
read_staff_pages          all            all      all          all     all
read_complaints           all            all      hamlet       all     all
triage_complaints         -              hotline  -            -       -
record_complaints         -              hotline  hamlet       -       -
handle_complaints         -              unit     -            -       -
note_complaints           -              all      -            -       -
add_findings              -              -        -            -       all
read_contacts             -              hotline  -            -       -
read_originals            -              hotline  -            -       -
manage_privacy            -              hotline  -            -       -
confirm_erasures          all            hotline  -            -       -
moderate_content          -              hotline  -            -       -
record_cleanups           -              all      hamlet       -       all
correct_cleanups          -              own      own          -       own
manage_collection_points  all            all      -            -       -
record_sorting            -              all      hamlet       -       -
manage_waste_ledger       -              all      -            -       -
manage_covenants          -              all      hamlet       -       -
record_briefings          -              all      -            -       all
keep_household_list       -              -        hamlet       -       -
manage_outreach           all            all      -            -       all
manage_prices             -              all      -            -       -
apply_green_criteria      -              all      -            -       -
manage_dump_sites         -              all      -            -       -
visit_dump_sites          -              all      hamlet       -       -
inspect_collection_points  -             all      hamlet       -       -
manage_movement           all            all      -            -       -
manage_plan               all            hotline  -            -       -
manage_indicators         all            hotline  -            -       -
note_plan                 -              unit     -            -       all
propose_commendations     -              all      -            all     all
vote_commendations        -              hotline  -            all     all
decide_commendations      -              hotline  -            all     -
supervise                 -              -        -            -       all
answer_supervision        -              unit     -            -       -
report_obstacles          -              all      hamlet       all     all
decide_obstacles          -              hotline  -            all     -
manage_estimates          -              unit     -            -       -
manage_crews              all            all      -            -       -
inspect_crews             -              all      -            -       -
publish_crew_results      -              all      -            -       -
prepare_documents         -              all      -            all     -
manage_roadmap            -              all      -            -       -
manage_equipment          -              all      -            -       -
manage_cameras            all            all      -            -       -
review_camera_events      -              all      -            -       -
"""


def _read_table(text: str) -> dict[Permission, dict[Role, Reach]]:
    head, *rows = (line.split() for line in text.strip().splitlines())
    roles = [Role(name) for name in head[1:]]
    return {Permission(row[0]): dict(zip(roles, map(Reach, row[1:]), strict=True)) for row in rows}


REACH = _read_table(TABLE)


Grants = Mapping[Permission, Reach]  # what the commune has set for one role in place of the table's cells
NO_GRANTS: Grants = {}


def reach(
    role: Role, permission: Permission, *, in_hotline_unit: bool, is_head: bool = False, grants: Grants = NO_GRANTS
) -> Reach:
    """How far this person's permission reaches; NONE when it does not reach at all.

    A grant that is not among the choices (any more) counts for nothing: locks hold whatever the table says.
    """
    cell = REACH[permission][role]
    granted = grants.get(permission)
    if granted is not None and granted in choices(role, permission):
        cell = granted
    if cell is Reach.HOTLINE:
        return Reach.ALL if in_hotline_unit else Reach.NONE
    if cell is Reach.HEAD:
        return Reach.ALL if in_hotline_unit and is_head else Reach.NONE
    if cell is Reach.UNIT and in_hotline_unit:
        return Reach.ALL
    return cell


_EVERYBODY = "Ai làm việc trong hệ thống cũng cần quyền này để mở trang."
_ADMINISTRATORS = "Chỉ quản trị viên cấp tài khoản và quyền, và không tự bỏ được quyền này."
_PERSONAL = "Dữ liệu của người phản ánh chỉ mở cho đường dây nóng."
_CASES = "Chỉ cán bộ của các đơn vị xử lý phản ánh, để luôn có đơn vị chịu trách nhiệm."
_HOTLINE_ONLY = "Việc của đường dây nóng, nơi duy nhất đọc được phản ánh có thủ tục riêng và nội dung chờ kiểm duyệt."
_FINDINGS = "Mặt trận ghi ý kiến giám sát riêng, cán bộ ghi chú nội bộ; hai việc không lẫn nhau."
_COUNTED = "Số liệu của thôn do trưởng thôn nhập cho thôn mình, cán bộ nhập thay."
_OWN_LIST = "Danh sách hộ chỉ trưởng thôn của thôn đó giữ và xem; xã chỉ nhận con số."
_KEPT = "Sổ của xã do cán bộ giữ; người khác chỉ xem."
_KEEPERS = "Việc xóa dữ liệu cá nhân cần hai người: đường dây nóng đề nghị, quản trị viên hoặc người khác xác nhận."

# Permission → who may have it (others: never), how far, and why no further. The rooms' rules know these reaches.
_ALL_OR_NOT = (Reach.ALL, Reach.NONE)
_HOTLINE: dict[Role, tuple[Reach, ...]] = {Role.OFFICER: (Reach.HOTLINE, Reach.HEAD, Reach.NONE)}
_EDITORS: dict[Role, tuple[Reach, ...]] = {
    Role.ADMINISTRATOR: _ALL_OR_NOT,
    Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE),
}
_OFFICERS: dict[Role, tuple[Reach, ...]] = {Role.OFFICER: _ALL_OR_NOT}
_OF_HAMLETS: dict[Role, tuple[Reach, ...]] = {
    Role.OFFICER: _ALL_OR_NOT,
    Role.HAMLET_HEAD: (Reach.HAMLET, Reach.NONE),
}
_LIMITS: dict[Permission, tuple[dict[Role, tuple[Reach, ...]], str]] = {
    Permission.MANAGE_ACCOUNTS: ({}, _ADMINISTRATORS),
    Permission.READ_STAFF_PAGES: ({}, _EVERYBODY),
    Permission.MANAGE_PLACES: (_EDITORS, "Danh mục của xã do quản trị viên và cán bộ giữ."),
    Permission.MANAGE_CATALOGUE: (_EDITORS, "Danh mục của xã do quản trị viên và cán bộ giữ."),
    Permission.READ_COMPLAINTS: (
        {Role.ADMINISTRATOR: _ALL_OR_NOT, Role.HAMLET_HEAD: (Reach.ALL, Reach.HAMLET, Reach.NONE),
         Role.LEADER: _ALL_OR_NOT, Role.FRONT: _ALL_OR_NOT},
        "Cán bộ cần đọc mọi phản ánh để phối hợp và nhận bàn giao.",
    ),
    Permission.TRIAGE_COMPLAINTS: ({}, _HOTLINE_ONLY),
    Permission.HANDLE_COMPLAINTS: ({Role.OFFICER: (Reach.ALL, Reach.UNIT)}, _CASES),
    Permission.NOTE_COMPLAINTS: ({Role.OFFICER: _ALL_OR_NOT, Role.LEADER: _ALL_OR_NOT}, _FINDINGS),
    Permission.ADD_FINDINGS: ({Role.FRONT: _ALL_OR_NOT}, _FINDINGS),
    Permission.READ_CONTACTS: (_HOTLINE, _PERSONAL),
    Permission.READ_ORIGINALS: (_HOTLINE, _PERSONAL),
    Permission.MANAGE_PRIVACY: ({}, _PERSONAL),
    Permission.CONFIRM_ERASURES: ({}, _KEEPERS),
    Permission.MODERATE_CONTENT: ({}, _HOTLINE_ONLY),
    Permission.MANAGE_DUMP_SITES: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Danh mục bãi rác, điểm đen do cán bộ giữ."
    ),
    Permission.VISIT_DUMP_SITES: (
        {Role.OFFICER: _ALL_OR_NOT, Role.HAMLET_HEAD: (Reach.HAMLET, Reach.NONE)},
        "Cán bộ và trưởng thôn đi xem bãi rác sau khi đóng cửa.",
    ),
    Permission.RECORD_CLEANUPS: (
        {Role.OFFICER: _ALL_OR_NOT, Role.HAMLET_HEAD: (Reach.HAMLET, Reach.NONE), Role.FRONT: _ALL_OR_NOT},
        "Kết quả ra quân do trưởng thôn, Mặt trận và đoàn thể báo, cán bộ nhập thay.",
    ),
    Permission.CORRECT_CLEANUPS: (
        {Role.OFFICER: (Reach.OWN, Reach.NONE), Role.HAMLET_HEAD: (Reach.OWN, Reach.NONE),
         Role.FRONT: (Reach.OWN, Reach.NONE)},
        "Chỉ người đã nhập mới sửa được số liệu của mình.",
    ),
    Permission.MANAGE_COLLECTION_POINTS: (
        {Role.ADMINISTRATOR: _ALL_OR_NOT, Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)},
        "Danh mục của xã do quản trị viên và cán bộ giữ.",
    ),
    Permission.MANAGE_OUTREACH: (
        _EDITORS | {Role.FRONT: _ALL_OR_NOT}, "Tuyên truyền là việc chung của cán bộ và Mặt trận.",
    ),
    Permission.MANAGE_PRICES: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Giá dịch vụ do cán bộ nhập theo quyết định.",
    ),
    Permission.APPLY_GREEN_CRITERIA: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Cán bộ chấm theo tiêu chí, ghi tên mình.",
    ),
    Permission.RECORD_SORTING: (_OF_HAMLETS, _COUNTED),
    Permission.MANAGE_PLAN: (_EDITORS, "Kế hoạch do quản trị viên và đơn vị tham mưu giữ."),
    Permission.MANAGE_INDICATORS: (_EDITORS, "Chỉ tiêu và kỳ chốt số liệu do đơn vị tham mưu giữ."),
    Permission.INSPECT_COLLECTION_POINTS: (
        {Role.OFFICER: _ALL_OR_NOT, Role.HAMLET_HEAD: (Reach.HAMLET, Reach.NONE)},
        "Cán bộ kiểm tra mọi điểm, trưởng thôn kiểm tra điểm của thôn mình.",
    ),
    Permission.MANAGE_MOVEMENT: (_EDITORS, "Phong trào do quản trị viên và cán bộ theo dõi."),
    Permission.NOTE_PLAN: (
        {Role.OFFICER: (Reach.ALL, Reach.UNIT, Reach.NONE), Role.FRONT: _ALL_OR_NOT},
        "Đơn vị chủ trì, phối hợp và Mặt trận ghi tiến độ.",
    ),
    Permission.PROPOSE_COMMENDATIONS: ({Role.OFFICER: _ALL_OR_NOT}, "Đề nghị khen thưởng chỉ cán bộ xem."),
    Permission.VOTE_COMMENDATIONS: ({Role.LEADER: _ALL_OR_NOT, Role.FRONT: _ALL_OR_NOT}, "Hội đồng biểu quyết."),
    Permission.DECIDE_COMMENDATIONS: ({}, "Quyết định khen thưởng do lãnh đạo xã ký."),
    Permission.SUPERVISE: ({Role.FRONT: _ALL_OR_NOT}, "Giám sát là việc của Mặt trận."),
    Permission.ANSWER_SUPERVISION: ({Role.OFFICER: (Reach.ALL, Reach.UNIT)}, "Đơn vị được hỏi thì trả lời."),
    Permission.REPORT_OBSTACLES: ({}, "Ai làm việc cho kế hoạch cũng báo được vướng mắc."),
    Permission.DECIDE_OBSTACLES: ({Role.LEADER: _ALL_OR_NOT}, "Vướng mắc do lãnh đạo xã chỉ đạo, qua Phòng Kinh tế."),
    Permission.MANAGE_ESTIMATES: ({Role.OFFICER: (Reach.ALL, Reach.UNIT)}, "Đơn vị chủ trì tự lập dự toán của mình."),
    Permission.MANAGE_CREWS: (_EDITORS, _KEPT),
    Permission.INSPECT_CREWS: (_OFFICERS, "Cán bộ kiểm tra tổ thu gom; đơn vị tự thu gom thì không."),
    Permission.PUBLISH_CREW_RESULTS: (_OFFICERS, "Cán bộ soạn, một cán bộ khác duyệt."),
    Permission.MANAGE_EQUIPMENT: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Sổ thiết bị, phương tiện do cán bộ giữ."
    ),
    Permission.MANAGE_ROADMAP: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Lộ trình điểm tập kết do cán bộ lập."
    ),
    Permission.PREPARE_DOCUMENTS: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE), Role.LEADER: _ALL_OR_NOT},
        "Văn bản do cán bộ soạn, lãnh đạo xem và sửa.",
    ),
    Permission.MANAGE_CAMERAS: (_EDITORS, _KEPT),
    Permission.REVIEW_CAMERA_EVENTS: (
        {Role.OFFICER: (Reach.ALL, Reach.HOTLINE, Reach.NONE)}, "Hình từ camera chỉ cán bộ được giao xem."
    ),
    Permission.MANAGE_WASTE_LEDGER: (_OFFICERS, _KEPT),
    Permission.MANAGE_COVENANTS: (_OF_HAMLETS, _COUNTED),
    Permission.KEEP_HOUSEHOLD_LIST: ({Role.HAMLET_HEAD: (Reach.HAMLET, Reach.NONE)}, _OWN_LIST),
    Permission.RECORD_BRIEFINGS: ({Role.OFFICER: _ALL_OR_NOT, Role.FRONT: _ALL_OR_NOT}, _KEPT),
}  # fmt: skip


def choices(role: Role, permission: Permission) -> tuple[Reach, ...]:
    """What a cell may be set to; only what the table says when it is locked."""
    limits = _LIMITS.get(permission)
    return limits[0].get(role, (REACH[permission][role],)) if limits else (REACH[permission][role],)


def lock_reason(role: Role, permission: Permission) -> str:
    """Why the cell cannot be set, for people; empty when it can."""
    if len(choices(role, permission)) > 1:
        return ""
    return _LIMITS[permission][1] if permission in _LIMITS else "Phần mềm chưa cho đổi ô này."
