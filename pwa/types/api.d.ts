// Made from docs/openapi.json by `make contract`. Not to be edited by hand.
declare namespace Api {
  type Acceptance = {
    category?: string | null;
    priority?: Priority | null;
  };
  type AccountChange = {
    name?: string | null;
    login?: string | null;
    phone?: string | null;
    role?: Role | null;
    unit_id?: string | null;
    hamlet_id?: string | null;
    is_head?: boolean | null;
    is_active?: boolean | null;
  };
  type AccountDetail = {
    id: string;
    name: string;
    login: string;
    phone: string | null;
    role: Role;
    unit: OwnUnit | null;
    hamlet: OwnHamlet | null;
    is_head: boolean;
    is_active: boolean;
    has_password: boolean;
    created_at: string;
    last_seen_at: string | null;
    version: number;
  };
  type ActivityEdit = {
    kind: ActivityKind;
    day: string;
    title: string;
    place_words?: string;
    organiser?: string;
    hamlet_id?: string | null;
    reach?: number | null;
    is_reach_counted?: boolean;
    words?: string;
    is_void?: boolean;
  };
  type ActivityKind = 'loudspeaker' | 'meeting' | 'conference' | 'banner' | 'leaflet' | 'school' | 'social' | 'reportage' | 'household' | 'other';
  type ActivityLog = {
    items: Array<ActivityShape>;
    months: Array<ActivityMonth>;
  };
  type ActivityMonth = {
    month: string;
    activities: number;
    reach: number;
    reach_counted: number;
    by_kind: Record<string, number>;
  };
  type ActivityShape = {
    id: string;
    kind: ActivityKind;
    day: string;
    title: string;
    place_words: string;
    organiser: string;
    hamlet_id: string | null;
    hamlet_name: string | null;
    reach: number | null;
    is_reach_counted: boolean;
    words: string;
    is_void: boolean;
    made_by_name: string;
    photos: Array<StaffPicture>;
    version: number;
  };
  type Alive = {
    status: string;
  };
  type Answer = {
    id: string;
    words: string;
    photos?: Array<string>;
    place?: AnswerPlace | null;
  };
  type AnswerInput = {
    question_id: string;
    value: string;
  };
  type AnswerPlace = {
    lat: number;
    lon: number;
    accuracy_m?: number | null;
    source?: 'gps' | 'pin';
  };
  type Answered = {
    text: string;
    on: string;
    unit_name: string | null;
  };
  type AnsweredItem = {
    code: string;
    words: string;
    is_mandatory: boolean;
    mark: ItemMark | null;
    note: string;
    photos: Array<StaffPicture>;
  };
  type AnsweredQuestion = {
    question: string;
    kind: QuestionKind;
    value: string;
  };
  type Arrival = {
    id: string;
    width: number;
    height: number;
    taken_at: string | null;
    gps: Position | null;
  };
  type Asked = {
    text: string;
    wants_photo: boolean;
    wants_place: boolean;
  };
  type AskedText = {
    text: string;
    wants_photo?: boolean;
    wants_place?: boolean;
  };
  type Assignment = {
    unit_id: string;
    assignee_id?: string | null;
    note?: string;
    category?: string | null;
    priority?: Priority | null;
    priority_reason?: string;
    supporting_unit_ids?: Array<string> | null;
  };
  type AttendanceReceipt = {
    id: string;
    hamlet_name: string;
    people: number;
    is_counted: boolean;
  };
  type Audience = 'residents' | 'staff' | 'all';
  type BanEdit = {
    reason: string;
    expires_on?: string | null;
    is_lifted?: boolean;
  };
  type BanKind = 'phone' | 'address' | 'word';
  type BanShape = {
    id: string;
    kind: BanKind;
    hint: string;
    reason: string;
    expires_on: string | null;
    made_by: string;
    made_at: string;
    is_lifted: boolean;
    is_in_force: boolean;
    version: number;
  };
  type BlackSpot = {
    id: string;
    code: string;
    name: string;
    kind: DumpSitesModelsSiteKind;
    kind_label: string;
    stage: DumpSitesModelsStage;
    stage_label: string;
    stage_since: string;
    hamlet_name: string | null;
    lat: number | null;
    lon: number | null;
    outline: Record<string, JsonValue> | null;
    area_m2: number | null;
    place_words: string;
    plan_year: number | null;
    steps: Array<SpotStep>;
    before: Picture | null;
    after: Picture | null;
  };
  type BoardShape = {
    period: PeriodShape;
    figures: Array<FigureShape>;
  };
  type Bodies = {
    items: Array<Body>;
  };
  type Body = {
    id: string;
    name: string;
    note: string;
    position: number;
    is_active: boolean;
    version: number;
  };
  type BodyChange = {
    name?: string;
    kind?: BodyKind;
    ended_on?: string | null;
  };
  type BodyEdit = {
    name: string;
    note?: string;
    position?: number;
    is_active?: boolean;
  };
  type BodyKind = 'office' | 'forces' | 'union' | 'school' | 'other';
  type BodyOn = {
    id: string;
    name: string;
    kind: BodyKind;
    from_day: string;
    ended_on: string | null;
    version: number;
    headcount: HeadcountShape | null;
    own: number | null;
    briefed: number;
    pledges: number;
    sessions: number;
    percent: number | null;
  };
  type BodyShape = {
    id: string;
    name: string;
    kind: BodyKind;
    from_day: string;
    ended_on: string | null;
    version: number;
  };
  type Box = {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  type Boxes = {
    boxes: Array<Box>;
  };
  type BriefingBoard = {
    on: string;
    bodies: Array<BodyOn>;
    people: number;
    briefed: number;
    pledges: number;
    percent: number | null;
    without_headcount: number;
  };
  type Bulk = {
    id: string;
    act: BulkAct;
    cases: Array<BulkCase>;
    partial?: boolean;
    unit_id?: string | null;
    assignee_id?: string | null;
    note?: string;
    priority?: Priority | null;
    category?: string | null;
    text?: string;
  };
  type BulkAct = 'assign' | 'priority' | 'category' | 'reply' | 'close';
  type BulkCase = {
    id: string;
    version: number;
  };
  type BulkDone = {
    id: string;
    code: string;
    title: string;
    status_label: string;
    version: number;
    text: string | null;
  };
  type BulkRefused = {
    id: string;
    code: string | null;
    title: string | null;
    reason_code: string;
    reason: string;
  };
  type BulkResult = {
    id: string;
    done: Array<BulkDone>;
    refused: Array<BulkRefused>;
    undo_until: string | null;
  };
  type BulkUndone = {
    id: string;
    done: Array<BulkDone>;
    refused: Array<BulkRefused>;
  };
  type BulletinDraft = {
    week: string;
    form: BulletinForm;
    hamlet_id: string | null;
    text: string;
    seconds: number;
    words_per_minute: number;
    least_seconds: number;
    most_seconds: number;
  };
  type BulletinEdit = {
    week: string;
    form: BulletinForm;
    hamlet_id?: string | null;
    text: string;
  };
  type BulletinForm = 'loudspeaker' | 'zalo';
  type BulletinSettingEdit = {
    words_per_minute: number;
    least_seconds: number;
    most_seconds: number;
    greeting: string;
    closing: string;
    source?: string;
  };
  type BulletinSettingShape = {
    words_per_minute: number;
    least_seconds: number;
    most_seconds: number;
    greeting: string;
    closing: string;
    source: string;
    version: number;
  };
  type BulletinShape = {
    id: string;
    week: string;
    form: BulletinForm;
    hamlet_id: string | null;
    hamlet_name: string | null;
    generated: string;
    text: string;
    seconds: number;
    made_by_name: string;
    made_at: string;
    version: number;
  };
  type Bulletins = {
    items: Array<BulletinShape>;
  };
  type Came = {
    id: string;
    body_id: string;
    people: number;
    first_time: number;
    pledges?: number;
  };
  type CameShape = {
    id: string;
    body_id: string;
    body_name: string;
    people: number;
    first_time: number;
    pledges: number;
  };
  type CameraEdit = {
    code: string;
    name: string;
    owner: string;
    place_kind: CameraPlace;
    hamlet_id?: string | null;
    place_words?: string;
    lat?: number | null;
    lon?: number | null;
    field_of_view?: string;
    purpose: string;
    notice_on?: string | null;
    retention_days: number;
    source_name?: string;
    is_public?: boolean;
    is_active?: boolean;
  };
  type CameraEventDetail = {
    id: string;
    camera_id: string;
    camera_name: string;
    reference: string;
    started_at: string;
    ended_at: string | null;
    labels: Array<string>;
    zones: Array<string>;
    score: number | null;
    is_alert: boolean;
    words: string;
    picture_count: number;
    state: EventState;
    reason: DismissReason | null;
    decided_at: string | null;
    decided_by: string | null;
    complaint_id: string | null;
    erased_on: string | null;
    pictures: Array<Evidence>;
    looks: Array<CameraLook>;
  };
  type CameraEventReceipt = {
    reference: string;
    state: 'waiting' | 'dismissed' | 'case' | 'ignored';
    wants_picture: boolean;
  };
  type CameraEventShape = {
    id: string;
    camera_id: string;
    camera_name: string;
    reference: string;
    started_at: string;
    ended_at: string | null;
    labels: Array<string>;
    zones: Array<string>;
    score: number | null;
    is_alert: boolean;
    words: string;
    picture_count: number;
    state: EventState;
    reason: DismissReason | null;
    decided_at: string | null;
    decided_by: string | null;
    complaint_id: string | null;
    erased_on: string | null;
  };
  type CameraEvidence = {
    items: Array<CameraEventDetail>;
  };
  type CameraKey = {
    camera_id: string;
    key: string;
    version: number;
  };
  type CameraLog = {
    items: Array<CameraLook>;
  };
  type CameraLook = {
    at: string;
    who: string;
    what: string;
    reference: string | null;
  };
  type CameraMessage = {
    type?: 'new' | 'update' | 'end' | null;
    after?: FrigateThing | null;
    reference?: string | null;
    taken_at?: string | null;
    words?: string;
  };
  type CameraNotice = {
    code: string;
    name: string;
    owner: string;
    hamlet_name: string | null;
    place_words: string;
    purpose: string;
    retention_days: number;
    notice_on: string | null;
  };
  type CameraNotices = {
    items: Array<CameraNotice>;
  };
  type CameraPlace = 'road' | 'collection_point' | 'sensitive' | 'other';
  type CameraQueue = {
    items: Array<CameraEventShape>;
    waiting: number;
    more: boolean;
  };
  type CameraShape = {
    id: string;
    code: string;
    name: string;
    owner: string;
    place_kind: CameraPlace;
    hamlet_id: string | null;
    hamlet_name: string | null;
    place_words: string;
    lat: number | null;
    lon: number | null;
    field_of_view: string;
    purpose: string;
    notice_on: string | null;
    notice_photo: StaffPicture | null;
    retention_days: number;
    source_name: string;
    is_public: boolean;
    is_active: boolean;
    has_key: boolean;
    last_heard_at: string | null;
    waiting: number;
    due: number;
    version: number;
  };
  type Cameras = {
    items: Array<CameraShape>;
  };
  type CaseCorrection = {
    id: string;
    words?: string | null;
    category?: string | null;
    place?: Place | null;
  };
  type CaseFromCamera = {
    id: string;
    category: string;
    words?: string;
    priority?: Priority | null;
  };
  type CaseList = {
    items: Array<Summary>;
    next: string | null;
    mended: string | null;
  };
  type CaseMade = {
    complaint_id: string;
    code: string;
  };
  type Catalogue = {
    categories: Array<CategoryShape>;
    statuses: Array<StatusShape>;
    priorities: Array<PriorityShape>;
    reject_reasons: Array<ComplaintsCatalogueSchemasChoice>;
    channels: Array<ComplaintsCatalogueSchemasChoice>;
    questions: Array<QuestionShape>;
    moves: Record<string, Array<Status>>;
  };
  type CategoryEdit = {
    label: string;
    short_label: string;
    icon?: string;
    is_common?: boolean;
    default_unit_id?: string | null;
    at_fault_unit_id?: string | null;
    default_priority?: Priority;
    near_radius_m?: number;
    near_days?: number;
    keywords?: string;
    notice?: string;
    notice_phone?: string;
    is_stopper?: boolean;
    position?: number;
    is_active?: boolean;
  };
  type CategoryShape = {
    version: number;
    code: string;
    label: string;
    short_label: string;
    icon: string;
    is_common: boolean;
    default_unit_id: string | null;
    at_fault_unit_id: string | null;
    default_priority: Priority;
    near_radius_m: number;
    near_days: number;
    keywords: string;
    notice: string;
    notice_phone: string;
    is_stopper: boolean;
    position: number;
    is_active: boolean;
  };
  type Cell = {
    permission: Permission;
    role: Role;
    reach: Reach;
    standard: Reach;
    choices: Array<Reach>;
    locked_because: string;
    version: number;
  };
  type CellEdit = {
    reach: Reach;
  };
  type CellFault = {
    row: number;
    column: string;
    detail: string;
  };
  type CellShape = {
    week: string;
    mark: WeekMark;
    entries: Array<string>;
    reason: string;
  };
  type Center = {
    lat: number;
    lon: number;
  };
  type CheckIn = {
    no_event_reason?: string | null;
    participants?: number | null;
    forces?: Forces | null;
    households_joined?: number | null;
    waste_kg?: number | null;
    recyclable_kg?: number | null;
    hyacinth_kg?: number | null;
    road_m?: number | null;
    road_count?: number | null;
    canal_m?: number | null;
    spots_cleared?: number | null;
    ads_removed?: number | null;
    trees?: number | null;
    pledges?: number | null;
    flower_road_m?: number | null;
    funding_vnd?: number | null;
    campaign_id?: string | null;
    places?: Array<string> | null;
    heaps?: Record<string, number> | null;
    route?: Array<Array<unknown>> | null;
    in_kind?: string | null;
    note?: string | null;
    photos?: Array<string>;
    before_photos?: Array<string>;
    id: string;
    hamlet_id: string;
    held_on: string;
    slot: Slot;
    organiser_id?: string | null;
    outcome: CleanupsModelsOutcome;
    channel?: EntryChannel;
    made_at: string;
  };
  type ChecklistItem = {
    code: string;
    words: string;
    hint: string;
    source: string;
    is_mandatory: boolean;
    kinds: Array<string>;
  };
  type ChecklistItemEdit = {
    code: string;
    words: string;
    hint?: string;
    source?: string;
    is_mandatory?: boolean;
    kinds?: Array<string>;
  };
  type ChecklistShape = {
    id: string;
    kind: string;
    edition: number;
    title: string;
    source: string;
    valid_from: string;
    months: number;
    items: Array<ChecklistItem>;
  };
  type ChoiceInput = 'yes' | 'no';
  type ChoiceEdit = {
    label: string;
    position?: number;
    is_active?: boolean;
  };
  type ChoiceKind = 'organiser' | 'place' | 'heap' | 'campaign';
  type CleanupChoiceEdit = {
    kind: ChoiceKind;
    label: string;
    kilograms?: number | null;
    first_day?: string | null;
    last_day?: string | null;
    hamlet_id?: string | null;
    source?: string;
    position?: number;
    is_active?: boolean;
  };
  type CleanupChoiceShape = {
    id: string;
    kind: ChoiceKind;
    label: string;
    kilograms: number | null;
    first_day: string | null;
    last_day: string | null;
    hamlet_id: string | null;
    source: string;
    position: number;
    is_active: boolean;
    version: number;
  };
  type CleanupChoices = {
    items: Array<CleanupChoiceShape>;
  };
  type CleanupDetail = {
    id: string;
    hamlet_id: string;
    hamlet_name: string;
    held_on: string;
    slot: Slot;
    organiser_id: string | null;
    organiser: string | null;
    outcome: OutcomeOutput;
    participants: number | null;
    waste_kg: number | null;
    no_event_reason: string | null;
    thumb: string | null;
    version: number;
    forces: Record<string, number>;
    households_joined: number | null;
    recyclable_kg: number | null;
    hyacinth_kg: number | null;
    road_m: number | null;
    road_count: number | null;
    canal_m: number | null;
    spots_cleared: number | null;
    ads_removed: number | null;
    trees: number | null;
    pledges: number | null;
    campaign_id: string | null;
    campaign: string | null;
    places: Array<string>;
    place_labels: Array<string>;
    heaps: Record<string, number>;
    is_estimated: boolean;
    route: Array<Array<unknown>>;
    flower_road_m: number | null;
    funding_vnd: number | null;
    in_kind: string | null;
    note: string | null;
    photos: Array<Picture>;
  };
  type CleanupRecord = {
    id: string;
    hamlet_id: string;
    hamlet_name: string;
    held_on: string;
    slot: Slot;
    organiser_id: string | null;
    organiser: string | null;
    outcome: OutcomeOutput;
    participants: number | null;
    waste_kg: number | null;
    no_event_reason: string | null;
    thumb: string | null;
    version: number;
    forces: Record<string, number>;
    households_joined: number | null;
    recyclable_kg: number | null;
    hyacinth_kg: number | null;
    road_m: number | null;
    road_count: number | null;
    canal_m: number | null;
    spots_cleared: number | null;
    ads_removed: number | null;
    trees: number | null;
    pledges: number | null;
    campaign_id: string | null;
    campaign: string | null;
    places: Array<string>;
    place_labels: Array<string>;
    heaps: Record<string, number>;
    is_estimated: boolean;
    route: Array<Array<unknown>>;
    flower_road_m: number | null;
    funding_vnd: number | null;
    in_kind: string | null;
    note: string | null;
    photos: Array<StaffPicture>;
    channel: EntryChannel;
    made_by: string;
    is_mine: boolean;
    may_correct_until: string | null;
    made_at: string;
    received_at: string;
    photos_missing: Array<string>;
    second_reports: Array<SecondReportShape>;
  };
  type CleanupSummary = {
    id: string;
    hamlet_id: string;
    hamlet_name: string;
    held_on: string;
    slot: Slot;
    organiser_id: string | null;
    organiser: string | null;
    outcome: OutcomeOutput;
    participants: number | null;
    waste_kg: number | null;
    no_event_reason: string | null;
    thumb: string | null;
    version: number;
  };
  type ClockShape = {
    step: string;
    started_at: string;
    due_at: string;
    minutes_used: number;
    minutes_left: number;
    day_minutes: number;
    paused_since: string | null;
    extended_days: number;
  };
  type Closing = {
    is_enough: boolean;
  };
  type Closure = {

  };
  type Colleague = {
    id: string;
    name: string;
  };
  type CommendationShape = {
    id: string;
    year: number;
    honoured: Honoured;
    name: string;
    hamlet_name: string | null;
    form: Form;
    merit: string;
    evidence: Array<EvidenceLine>;
    state: ProposalState;
    decision_number: string;
    decided_on: string | null;
    reason: string;
    yes: number;
    no: number;
    my_choice: CommendationsModelsChoice | null;
    version: number;
  };
  type Commendations = {
    year: number;
    items: Array<CommendationShape>;
  };
  type Commune = {
    name: string;
    parent: string;
    hotline: string;
    office: string;
  };
  type Condition = 'good' | 'to_mend' | 'broken' | 'retired';
  type ConditionEdit = {
    happened_on: string | null;
    document?: string;
  };
  type ConditionShape = {
    id: string;
    words: string;
    happened_on: string | null;
    document: string;
    version: number;
  };
  type Config = {
    commune: Commune;
    map: MapSettings;
    limits: Limits;
    consent: Consent;
    demo: boolean;
  };
  type ConfigurationFile = {
    format: 'xa-xanh/cau-hinh';
    version: 1;
    units?: Array<Record<string, unknown>> | null;
    hamlets?: Array<Record<string, unknown>> | null;
    categories?: Array<Record<string, unknown>> | null;
    questions?: Array<Record<string, unknown>> | null;
    statuses?: Array<Record<string, unknown>> | null;
    legal_kinds?: Array<Record<string, unknown>> | null;
    reject_reasons?: Array<Record<string, unknown>> | null;
    channels?: Array<Record<string, unknown>> | null;
    deadlines?: Array<Record<string, unknown>> | null;
    working_hours?: Array<Record<string, unknown>> | null;
    holidays?: Array<Record<string, unknown>> | null;
    outside_bodies?: Array<Record<string, unknown>> | null;
    canned_replies?: Array<Record<string, unknown>> | null;
    routing_rules?: Array<Record<string, unknown>> | null;
    retention_rules?: Array<Record<string, unknown>> | null;
    request_terms?: Array<Record<string, unknown>> | null;
    site_messages?: Array<Record<string, unknown>> | null;
    role_grants?: Array<Record<string, unknown>> | null;
  };
  type Consent = {
    version: string;
    text: string;
  };
  type Contact = {
    name?: string | null;
    phone?: string | null;
    consent: true;
    consent_version: string;
  };
  type ContactView = {
    name: string | null;
    phone: string | null;
  };
  type ContestBook = {
    items: Array<ContestShape>;
  };
  type ContestEdit = {
    title: string;
    rules_words: string;
    entry_kinds?: string;
    starts_on: string;
    ends_on: string;
    results_on?: string | null;
    result_words?: string;
    is_draft?: boolean;
  };
  type ContestEntryEdit = {
    entrant_kind: EntrantKind;
    entrant?: string;
    has_consent?: boolean;
    title: string;
    words?: string;
    award?: string;
    received_on: string;
    is_void?: boolean;
  };
  type ContestEntryShape = {
    id: string;
    entrant_kind: EntrantKind;
    entrant: string;
    has_consent: boolean;
    title: string;
    words: string;
    award: string;
    received_on: string;
    is_void: boolean;
    version: number;
  };
  type ContestShape = {
    id: string;
    title: string;
    rules_words: string;
    entry_kinds: string;
    starts_on: string;
    ends_on: string;
    results_on: string | null;
    result_words: string;
    is_draft: boolean;
    version: number;
    entries: Array<ContestEntryShape>;
  };
  type Count = {
    key: string | null;
    label: string;
    count: number;
  };
  type Counts = {
    reopened: number;
    new: number;
    due_soon: number;
    overdue: number;
    need_info: number;
    mine: number;
  };
  type CovenantBoard = {
    on: string;
    hamlets: Array<HamletLife>;
    with_covenant: number;
    with_model: number;
    with_both: number;
    percent: number | null;
    reviews_due: number;
  };
  type CovenantDetail = {
    id: string;
    hamlet_id: string;
    title: string;
    stage: HamletLifeCovenantModelsStage | null;
    on_day: string | null;
    has_environment_clause: boolean;
    decision_number: string;
    review_due: string | null;
    may_change: boolean;
    hamlet_name: string;
    stages: Array<StageShape>;
    photos: Array<StaffPicture>;
  };
  type CovenantSummary = {
    id: string;
    hamlet_id: string;
    title: string;
    stage: HamletLifeCovenantModelsStage | null;
    on_day: string | null;
    has_environment_clause: boolean;
    decision_number: string;
    review_due: string | null;
    may_change: boolean;
  };
  type CoverageBoard = {
    first: string;
    last: string;
    weeks: Array<WeekShare>;
    rows: Array<HamletRow>;
    months: Array<MonthShare>;
    mean: number | null;
    every_week: number;
    counts_excused: boolean;
    month_least: number | null;
  };
  type Credentials = {
    login: string;
    password: string;
  };
  type CrewContractEdit = {
    number: string;
    signed_on: string;
    valid_from: string;
    valid_to?: string | null;
    value_vnd?: number | null;
    note?: string;
  };
  type CrewContractShape = {
    id: string;
    number: string;
    signed_on: string;
    valid_from: string;
    valid_to: string | null;
    value_vnd: number | null;
    note: string;
    version: number;
    is_in_force: boolean;
    scans: Array<StaffPicture>;
  };
  type CrewDetail = {
    crew: CrewStanding;
    contracts: Array<CrewContractShape>;
    inspections: Array<InspectionShape>;
    violations: Array<CrewViolationShape>;
    units: Array<CrewUnit>;
    hindrance: string;
  };
  type CrewEdit = {
    code: string;
    name: string;
    organisation: string;
    leader?: string;
    phone?: string;
    unit_id?: string | null;
    hamlet_ids?: Array<string>;
    routes?: Array<CrewRoute>;
    members?: number | null;
    vehicles?: string;
    valid_from: string;
    valid_to?: string | null;
    note?: string;
  };
  type CrewPublicationCheck = {
    is_right: boolean;
    words?: string;
  };
  type CrewPublicationEdit = {
    violation_id: string;
    fault: string;
    remedy?: string;
    outcome?: string;
    ground: string;
    shown_until?: string | null;
  };
  type CrewPublicationShape = {
    id: string;
    violation_id: string;
    organisation: string;
    fault: string;
    remedy: string;
    outcome: string;
    ground: string;
    shown_until: string | null;
    state: PublicationState;
    prepared_by_name: string;
    checked_by_name: string | null;
    check_words: string;
    published_on: string | null;
    withdrawn_on: string | null;
    withdrawn_words: string;
    may_check: boolean;
    version: number;
  };
  type CrewRegister = {
    on: string;
    crews: Array<CrewStanding>;
    working: number;
    inspected: number;
    open_violations: number;
    late_violations: number;
    waiting: number;
    units: Array<CrewUnit>;
    hindrance: string;
  };
  type CrewRoute = {
    words: string;
    weekdays: Array<number>;
  };
  type CrewRouteShape = {
    words: string;
    weekdays: Array<number>;
  };
  type CrewSettings = {
    collecting_unit_ids: Array<string>;
    source: string;
  };
  type CrewSettingsShape = {
    collecting_unit_ids: Array<string>;
    source: string;
    version: number;
  };
  type CrewStanding = {
    id: string;
    code: string;
    name: string;
    organisation: string;
    leader: string;
    phone: string;
    unit_id: string | null;
    unit_name: string | null;
    hamlet_ids: Array<string>;
    hamlet_names: Array<string>;
    routes: Array<CrewRouteShape>;
    members: number | null;
    vehicles: string;
    valid_from: string;
    valid_to: string | null;
    note: string;
    version: number;
    is_working: boolean;
    contract_number: string | null;
    contract_until: string | null;
    inspected_on: string | null;
    verdict: Verdict | null;
    is_overdue: boolean;
    open_violations: number;
    late_violations: number;
  };
  type CrewUnit = {
    id: string;
    name: string;
    collects: boolean;
  };
  type CrewViolationEdit = {
    inspection_id?: string | null;
    found_on: string;
    words: string;
    rule?: string;
    remedy?: string;
    due_on?: string | null;
    remedied_on?: string | null;
    result?: string;
    is_void?: boolean;
    void_words?: string;
  };
  type CrewViolationShape = {
    id: string;
    crew_id: string;
    inspection_id: string | null;
    found_on: string;
    words: string;
    rule: string;
    remedy: string;
    due_on: string | null;
    remedied_on: string | null;
    result: string;
    voided_on: string | null;
    void_words: string;
    state: ViolationState;
    made_by_name: string;
    photos: Array<StaffPicture>;
    publications: Array<CrewPublicationShape>;
    version: number;
  };
  type CrewWithdrawal = {
    words: string;
  };
  type DayEdit = {
    is_working: boolean;
    name: string;
    source?: string;
  };
  type DayShape = {
    day: string;
    is_working: boolean;
    name: string;
    source: string;
    is_own: boolean;
    version: number;
  };
  type DeadlineEdit = {
    amount: number;
    unit: DeadlineUnit;
    source?: string;
    effective_from: string;
    verified_by?: string;
    verified_at?: string | null;
  };
  type DeadlineKind = 'none' | 'weekly' | 'one_date' | 'yearly' | 'year' | 'trigger' | 'by_law' | 'by_2030';
  type DeadlineShape = {
    version: number;
    step: string;
    priority: Priority;
    amount: number;
    unit: DeadlineUnit;
    source: string;
    effective_from: string;
    verified_by: string;
    verified_at: string | null;
  };
  type DeadlineUnit = 'working_hours' | 'working_days' | 'hours' | 'days';
  type Decision = {
    decision: string;
    document?: string;
  };
  type DeclaredPhoto = {
    id: string;
    item?: string;
  };
  type DeskFilter = {
    queue?: Queue;
    status?: Status | null;
    category?: string | null;
    hamlet_id?: string | null;
    unit_id?: string | null;
    collection_point_id?: string | null;
    punctuality?: Punctuality | null;
    handed_over?: boolean;
    q?: string;
  };
  type DeskMarker = {
    id: string;
    code: string;
    lat: number;
    lon: number;
    status: Status;
    tone: string;
    priority: Priority;
  };
  type DeskMarkers = {
    items: Array<DeskMarker>;
    more: boolean;
  };
  type DeskNote = {
    id: string;
    kind: NoteKind;
    text: string;
    by: string;
    at: string;
  };
  type DeskPhoto = {
    id: string;
    kind: PhotoKindOutput;
    code: string;
    is_support: boolean;
    large: string | null;
    thumb: string | null;
    width: number | null;
    height: number | null;
    placeholder: string | null;
    is_public: boolean;
    redaction: Redacted | null;
    taken_at: string | null;
    gps: LatLon | null;
  };
  type DeskPlace = {
    lat: number | null;
    lon: number | null;
    accuracy_m: number | null;
    source: PlaceSource;
    words: string;
    outside_commune: boolean;
  };
  type Detail = {
    answer_due_at: string | null;
    due_at: string | null;
    due_step: string | null;
    due_state: DueState;
    clock: ClockShape | null;
    answer_clock: ClockShape | null;
    extension: ExtensionShape | null;
    may_extend_days: number | null;
    id: string;
    code: string;
    version: number;
    type: Kind;
    category: string | null;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    priority: Priority;
    channel: string;
    channel_label: string;
    title: string;
    words: string;
    public_words: string | null;
    is_hidden: boolean;
    place: DeskPlace;
    hamlet: Named | null;
    unit: Named | null;
    suggested_unit: Named | null;
    suggestion: Suggestion;
    assignee: Named | null;
    held_since: string | null;
    instruction: string;
    handover_count: number;
    supporting_units: Array<Named>;
    at_fault_unit: Named | null;
    may_judge: boolean;
    parent: Relative | null;
    parts: Array<Relative>;
    outside_requests: Array<OutsideBrief>;
    received_at: string;
    reported_at: string;
    merged_into_id: string | null;
    follower_count: number;
    has_contact: boolean;
    may_read_contact: boolean;
    may_suggest_boxes: boolean;
    photos: Array<DeskPhoto>;
    resolution: Resolved | null;
    reply: Replied | null;
    question: Asked | null;
    intake: IntakeFacts;
    stopped: Stopped | null;
    near: Array<Near>;
    collection_point: Named | null;
    points: Array<NearPoint>;
    moves: Array<Status>;
    reopen_count: number;
    reopened_at: string | null;
    rating: number | null;
    said: Array<Said>;
    notes: Array<DeskNote>;
    timeline: Array<Happening>;
  };
  type Device = {
    id: string;
    label: string;
    created_at: string;
    last_seen_at: string;
    is_current: boolean;
  };
  type DismissReason = 'not_waste' | 'unclear' | 'known' | 'test';
  type Dismissals = {
    ids: Array<string>;
    reason: DismissReason;
  };
  type DocumentAnnex = {
    title: string;
    columns: Array<string>;
    rows: Array<Array<string>>;
    count: number;
    words: string;
  };
  type DocumentDetail = {
    id: string;
    kind: DocumentKind;
    title: string;
    period_words: string;
    first_day: string;
    last_day: string;
    drawn_at: string;
    made_at: string;
    made_by_name: string;
    edited: number;
    version: number;
    subject_id: string | null;
    type_name: string;
    parts: Array<DocumentPart>;
    annexes: Array<DocumentAnnex>;
    sealed: string;
  };
  type DocumentEdit = {
    parts: Record<string, string | null>;
  };
  type DocumentKind = 'periodic' | 'hotline' | 'reminder' | 'transfer' | 'reply' | 'roadmap' | 'commendation' | 'minutes' | 'register_points' | 'register_sites' | 'register_cases';
  type DocumentPart = {
    code: string;
    heading: string;
    text: string;
    drawn: string;
    is_edited: boolean;
    has_moved: boolean;
  };
  type DocumentSummary = {
    id: string;
    kind: DocumentKind;
    title: string;
    period_words: string;
    first_day: string;
    last_day: string;
    drawn_at: string;
    made_at: string;
    made_by_name: string;
    edited: number;
    version: number;
  };
  type Documents = {
    items: Array<DocumentSummary>;
  };
  type DueNow = {
    code: string;
    label: string;
    is_active: boolean;
    before: string;
    count: number;
    examples: Array<string>;
  };
  type DueState = 'ok' | 'due_soon' | 'overdue' | 'none';
  type DumpSettings = {
    cluster_m: number;
    cluster_days: number;
    cluster_reports: number;
    look_back_days: number;
    relapse_m: number;
    watch_months: number;
    visit_every_days: number;
    clean_visits: number;
    source: string;
  };
  type DumpSettingsShape = {
    cluster_m: number;
    cluster_days: number;
    cluster_reports: number;
    look_back_days: number;
    relapse_m: number;
    watch_months: number;
    visit_every_days: number;
    clean_visits: number;
    source: string;
    version: number;
  };
  type Duplicates = {
    merged_into: Merged | null;
    merged: Array<Merged>;
    supporters: Array<Supporter>;
    suggestions: Array<LikelyCase>;
    same_phone: number | null;
  };
  type Edit = {
    category?: string | null;
    priority?: Priority | null;
    priority_reason?: string;
    hamlet_id?: string | null;
    public_words?: string | null;
    is_hidden?: boolean;
    hide_reason?: string;
    latitude?: number | null;
    longitude?: number | null;
    place_source?: 'pin' | 'photo';
  };
  type EntrantKind = 'organisation' | 'person';
  type EntryChannel = 'app' | 'zalo' | 'paper' | 'phone';
  type EntryFault = {
    path: string;
    code: string;
    detail: string;
  };
  type EquipmentEdit = {
    code: string;
    name: string;
    kind: string;
    count: number;
    volume?: number | null;
    condition: Condition;
    place_kind: PlaceKind;
    point_id?: string | null;
    hamlet_id?: string | null;
    place_words?: string;
    unit_id?: string | null;
    purchase_year?: number | null;
    cost_vnd?: number | null;
    funding_source?: string;
    note?: string;
  };
  type EquipmentKindShape = {
    code: string;
    label: string;
    measure: string;
  };
  type EquipmentRegister = {
    items: Array<EquipmentShape>;
    kinds: Array<EquipmentKindShape>;
    gaps: Array<GapShape>;
  };
  type EquipmentShape = {
    id: string;
    code: string;
    name: string;
    kind: string;
    kind_label: string;
    measure: string;
    count: number;
    volume: number | null;
    condition: Condition;
    place_kind: PlaceKind;
    point_id: string | null;
    point_code: string | null;
    hamlet_id: string | null;
    hamlet_name: string | null;
    place_words: string;
    unit_id: string | null;
    unit_name: string | null;
    purchase_year: number | null;
    cost_vnd: number | null;
    funding_source: string;
    note: string;
    last_mended_on: string | null;
    version: number;
  };
  type Erased = {
    contacts: number;
    originals: number;
    cases: number;
    words_kept: Array<string>;
  };
  type ErasureShape = {
    id: string;
    hint: string;
    reason: string;
    request_id: string | null;
    asked_by: string;
    asked_at: string;
    is_mine: boolean;
    cases: number;
    confirmed_by: string | null;
    confirmed_at: string | null;
    withdrawn_at: string | null;
    done: Erased | null;
  };
  type EstimateEdit = {
    item_code: string;
    unit_id: string;
    year: number;
    words?: string;
    amount_vnd: number;
    spent_vnd?: number | null;
    source?: string;
    state?: EstimateState;
    document?: string;
  };
  type EstimateShape = {
    id: string;
    item_code: string;
    item_title: string;
    unit_id: string;
    unit_name: string;
    year: number;
    words: string;
    amount_vnd: number;
    spent_vnd: number | null;
    source: string;
    state: EstimateState;
    document: string;
    may_change: boolean;
    version: number;
  };
  type EstimateSheet = {
    year: number;
    items: Array<EstimateShape>;
    by_unit: Array<Total>;
    by_source: Array<Total>;
    total: Total;
  };
  type EstimateState = 'draft' | 'sent' | 'approved';
  type EventState = 'waiting' | 'dismissed' | 'case';
  type Evidence = {
    reference: string;
    taken_at: string;
    sha256: string;
    photo: StaffPicture | null;
  };
  type EvidenceLine = {
    label: string;
    words: string;
  };
  type ExcuseShape = {
    id: string;
    hamlet_id: string | null;
    hamlet_name: string | null;
    first_day: string;
    last_day: string;
    reason: string;
    source: string;
    received_at: string;
  };
  type Excuses = {
    items: Array<ExcuseShape>;
  };
  type ExtensionEdit = {
    days: number;
    reason: string;
  };
  type ExtensionShape = {
    days: number;
    reason: string;
    on: string;
  };
  type Fault = {
    field: string;
    code: string;
    detail: string;
  };
  type FeedbackKind = 'rating' | 'not_done' | 'correction' | 'withdrawal';
  type FigureDetail = {
    code: string;
    label: string;
    short: string;
    target: number;
    is_ceiling: boolean;
    is_strict: boolean;
    is_ready: boolean;
    numerator: number;
    denominator: number;
    value: number | null;
    state: State;
    distance: number | null;
    parts: Array<PartShape>;
    is_estimated: boolean;
    words: string;
    milestone: number | null;
    missing: Array<RecordShape>;
    missing_count: number;
    leads: Array<string>;
    trend: Array<PointShape>;
    period: PeriodShape;
    formula: string;
    source: string;
    records: Array<RecordShape>;
    outlook: number | null;
    years: Array<YearPoint>;
    open_days: number | null;
    categories: Array<string>;
    version: number;
  };
  type FigureShape = {
    code: string;
    label: string;
    short: string;
    target: number;
    is_ceiling: boolean;
    is_strict: boolean;
    is_ready: boolean;
    numerator: number;
    denominator: number;
    value: number | null;
    state: State;
    distance: number | null;
    parts: Array<PartShape>;
    is_estimated: boolean;
    words: string;
    milestone: number | null;
    missing: Array<RecordShape>;
    missing_count: number;
    leads: Array<string>;
    trend: Array<PointShape>;
  };
  type Filled = {
    text: string;
    missing: Array<string>;
  };
  type FilterEdit = {
    name: string;
    query: DeskFilter;
    is_shared?: boolean;
    position?: number;
  };
  type FilterList = {
    items: Array<FilterShape>;
  };
  type FilterShape = {
    id: string;
    name: string;
    query: Record<string, unknown>;
    is_shared: boolean;
    is_mine: boolean;
    position: number;
    version: number;
    count: number;
  };
  type FindingAnswer = {
    answer: string;
  };
  type FindingShape = {
    id: string;
    words: string;
    asks: string;
    unit_id: string;
    unit_name: string;
    due_on: string | null;
    is_late: boolean;
    state: FindingState;
    answer: string;
    answered_by_name: string | null;
    answered_at: string | null;
    closed_at: string | null;
    may_answer: boolean;
    version: number;
  };
  type FindingState = 'open' | 'answered' | 'closed';
  type FlagDecision = {
    outcome: FlagOutcome;
    reason: string;
  };
  type FlagDismissal = {
    reason: string;
  };
  type FlagKind = 'reused' | 'far';
  type FlagOutcome = 'kept' | 'handled' | 'hidden';
  type FlagReason = 'personal' | 'child' | 'untrue' | 'insult' | 'other';
  type FlagShape = {
    id: string;
    reason: FlagReason;
    photo_id: string | null;
    words: string;
    at: string;
  };
  type FlagTaken = {
    id: string;
    at: string;
  };
  type FlaggedCase = {
    complaint_id: string;
    code: string;
    title: string;
    version: number;
    is_hidden: boolean;
    flags: Array<FlagShape>;
  };
  type Flow = 'generated' | 'collected' | 'treated' | 'landfilled' | 'recycled' | 'composted';
  type FlowSum = {
    flow: Flow;
    tonnes: number;
    estimated: number;
    sources: Array<SourceSum>;
  };
  type Forces = {
    residents?: number | null;
    youth?: number | null;
    women?: number | null;
    veterans?: number | null;
    farmers?: number | null;
    armed_forces?: number | null;
    officials?: number | null;
    students?: number | null;
    religious?: number | null;
  };
  type Form = 'giay_khen' | 'bang_khen';
  type Former = {
    words: string | null;
    category: string | null;
    place: FormerPlace | null;
  };
  type FormerPlace = {
    lat: number | null;
    lon: number | null;
    words: string;
    hamlet: string | null;
  };
  type FormerWords = {
    words: string | null;
    by: string;
    at: string;
  };
  type Found = {
    title_marks: Array<Array<unknown>>;
    snippet: string | null;
    snippet_marks: Array<Array<unknown>>;
  };
  type FreezeDetail = {
    id: string;
    period: PeriodShape;
    frozen_at: string;
    frozen_by_name: string;
    words: string;
    figures: Array<FrozenShape>;
  };
  type FreezeShape = {
    id: string;
    period: PeriodShape;
    frozen_at: string;
    frozen_by_name: string;
    words: string;
  };
  type Freezes = {
    items: Array<FreezeShape>;
  };
  type FrigateData = {
    objects?: Array<string>;
    zones?: Array<string>;
    detections?: Array<string>;
    score?: number | null;
    top_score?: number | null;
  };
  type FrigateThing = {
    id: string;
    camera: string;
    start_time: number;
    end_time?: number | null;
    label?: string | null;
    severity?: string | null;
    false_positive?: boolean | null;
    score?: number | null;
    top_score?: number | null;
    zones?: Array<string>;
    entered_zones?: Array<string>;
    data?: FrigateData;
  };
  type FrozenShape = {
    code: string;
    label: string;
    numerator: number;
    denominator: number;
    value: number | null;
    is_estimated: boolean;
    parts: Array<PartShape>;
    records: Array<RecordShape>;
    now_numerator: number;
    now_denominator: number;
    now_value: number | null;
    is_adjusted: boolean;
  };
  type GapShape = {
    place_kind: PlaceKind;
    kind: string;
    kind_label: string;
    usable: number;
    broken: number;
    needed: number | null;
    missing: number | null;
    source: string;
    version: number;
  };
  type GreenAnswer = {
    code: string;
    mark?: Mark | null;
    note?: string;
  };
  type GreenAnswerShape = {
    code: string;
    words: string;
    points: number;
    is_mandatory: boolean;
    mark: Mark | null;
    note: string;
  };
  type GreenBook = {
    criteria: Array<GreenCriterionShape>;
    sites: Array<GreenSiteShape>;
  };
  type GreenCheckShape = {
    id: string;
    site_id: string;
    checked_on: string;
    answers: Array<GreenAnswerShape>;
    words: string;
    verdict: GreenVerdict;
    percent: number | null;
    misses: Array<string>;
    replaces_id: string | null;
    made_by_name: string;
    photos: Array<StaffPicture>;
  };
  type GreenCriterionEdit = {
    words: string;
    hint?: string;
    kinds?: Array<OutreachGreenModelsSiteKind>;
    is_mandatory?: boolean;
    points?: number;
    position?: number;
    is_active?: boolean;
    source?: string;
  };
  type GreenCriterionShape = {
    code: string;
    words: string;
    hint: string;
    kinds: Array<OutreachGreenModelsSiteKind>;
    is_mandatory: boolean;
    points: number;
    position: number;
    is_active: boolean;
    source: string;
    version: number;
  };
  type GreenSiteEdit = {
    name: string;
    kind: OutreachGreenModelsSiteKind;
    hamlet_id?: string | null;
    place_words?: string;
    organiser?: string;
    held_from?: string | null;
    held_until?: string | null;
    is_active?: boolean;
  };
  type GreenSiteShape = {
    id: string;
    name: string;
    kind: OutreachGreenModelsSiteKind;
    hamlet_id: string | null;
    hamlet_name: string | null;
    place_words: string;
    organiser: string;
    held_from: string | null;
    held_until: string | null;
    is_active: boolean;
    version: number;
    checks: Array<GreenCheckShape>;
  };
  type GreenVerdict = 'met' | 'not_met' | 'incomplete';
  type Guide = {
    classes: Array<WasteClassShape>;
    entries: Array<GuideEntryShape>;
  };
  type GuideEntryEdit = {
    name: string;
    other_names?: string;
    class_code: string;
    how?: string;
    source?: string;
    position?: number;
    is_active?: boolean;
  };
  type GuideEntryShape = {
    id: string;
    name: string;
    other_names: string;
    class_code: string;
    how: string;
    source: string;
    position: number;
    is_active: boolean;
    version: number;
  };
  type HamletChange = {
    code?: string;
    name?: string;
    former_commune?: string;
    households?: number | null;
    population?: number | null;
    center?: Center | null;
    boundary?: Record<string, JsonValue> | null;
    valid_from?: string;
    valid_to?: string | null;
    successor_id?: string | null;
  };
  type HamletDetail = {
    id: string;
    code: string;
    name: string;
    former_commune: string;
    households: number | null;
    population: number | null;
    center: Center | null;
    boundary: Record<string, unknown> | null;
    valid_from: string;
    valid_to: string | null;
    successor_id: string | null;
    version: number;
  };
  type HamletEvidence = {
    hamlet_id: string;
    hamlet_name: string;
    weeks_held: number;
    weeks_asked: number;
    participants: number;
    waste_kg: number;
    merit: string;
  };
  type HamletInvitation = {
    hamlet_id: string;
    hamlet_name: string;
    mark: WeekMark;
    reason: string;
    plan: WeekendPlanShape | null;
    is_cancelled: boolean;
    week: string;
    saturday: string;
    sunday: string;
    invitation: string | null;
    spoken: string | null;
    thanks: Array<Thanks>;
  };
  type HamletLife = {
    hamlet_id: string;
    hamlet_name: string;
    covenants: Array<CovenantSummary>;
    models: Array<ModelSummary>;
    has_covenant: boolean;
    has_model: boolean;
    may_change: boolean;
  };
  type HamletNeed = {
    hamlet_id: string;
    hamlet_name: string;
    households: number | null;
    points: number;
    compliant: number;
    served: number;
    nearest_m: number | null;
    planned: number;
  };
  type HamletRow = {
    hamlet_id: string;
    hamlet_name: string;
    held: number;
    asked: number;
    excused: number;
    streak: number;
    cells: Array<CellShape>;
  };
  type HamletSorting = {
    hamlet_id: string;
    hamlet_name: string;
    count: SortingCountShape | null;
    age_days: number | null;
    meets: boolean;
    trend: Array<TrendPoint>;
  };
  type HamletStanding = {
    hamlet_id: string;
    hamlet_name: string;
    points: number;
    compliant: number;
    is_served: boolean;
    why: string;
  };
  type HamletWeekend = {
    hamlet_id: string;
    hamlet_name: string;
    mark: WeekMark;
    reason: string;
    plan: WeekendPlanShape | null;
    is_cancelled: boolean;
  };
  type Handover = {
    unit_id?: string | null;
    reason: string;
  };
  type Happening = {
    at: string;
    verb: string;
    status: Status | null;
    label: string;
    by: string;
    text: string | null;
  };
  type HeadShape = {
    day: string;
    position: number;
    hash: string;
  };
  type HeadcountShape = {
    id: string;
    body_id: string;
    counted_on: string;
    people: number;
    counted_elsewhere: number;
    words: string;
    received_at: string;
    replaces_id: string | null;
  };
  type Heads = {
    items: Array<HeadShape>;
  };
  type Heat = {
    metres: number;
    lat_step: number;
    lon_step: number;
    most: number;
    more: boolean;
    cells: Array<HeatCell>;
  };
  type HeatCell = {
    lat: number;
    lon: number;
    count: number;
  };
  type Held = {
    phone: string;
    made_at: string;
    cases: Array<HeldCase>;
    requests: Array<HeldRequest>;
  };
  type HeldCase = {
    code: string;
    received_at: string;
    status: string;
    name: string | null;
    phone: string | null;
    consent_version: string;
    consented_at: string;
    words: string;
    place_words: string;
    latitude: number | null;
    longitude: number | null;
    answers: Array<string>;
    photos: Array<HeldPhoto>;
  };
  type HeldPhoto = {
    kind: string;
    taken_at: string | null;
    latitude: number | null;
    longitude: number | null;
    has_original: boolean;
  };
  type HeldRequest = {
    kind: RequestKind;
    received_at: string;
    state: PrivacyModelsRequestState;
    outcome: string;
  };
  type HistoryEntry = {
    at: string;
    verb: string;
    by: string;
    changes: Record<string, unknown>;
  };
  type Honoured = 'group' | 'person';
  type HoursEdit = {
    shifts: Array<Shift>;
    weekdays: Array<number>;
    source?: string;
  };
  type HoursShape = {
    effective_from: string;
    shifts: Array<ShiftShape>;
    weekdays: Array<number>;
    source: string;
    version: number;
  };
  type HouseholdShape = {
    label: string;
    sorts: boolean;
    composts: boolean;
  };
  type Identity = {
    name: string | null;
    phone: string | null;
    words: string | null;
  };
  type ImportReport = {
    applied: boolean;
    sections: Array<SectionReport>;
    errors: Array<EntryFault>;
  };
  type ImportResult = {
    rows: number;
    created: number;
    updated: number;
    errors: Array<CellFault>;
    remarks: Array<CellFault>;
  };
  type InspectionShape = {
    id: string;
    subject_id: string;
    inspected_on: string;
    verdict: Verdict;
    missed: Array<string>;
    words: string;
    made_by_name: string;
    received_at: string;
    items: Array<AnsweredItem>;
    photos: Array<StaffPicture>;
  };
  type Intake = {
    id: string;
    type?: 'complaint' | 'difficulty' | 'proposal';
    category?: string | null;
    words?: string;
    reported_at?: string | null;
    place: Place;
    photos?: Array<string>;
    contact?: Contact | null;
    answers?: Array<AnswerInput>;
    collection_point_id?: string | null;
    channel: string;
    external_ref?: string | null;
    priority?: Priority | null;
  };
  type IntakeFacts = {
    external_ref: string | null;
    answers: Array<AnsweredQuestion>;
    unanswered: Array<string>;
    suggested_category: SuggestedCategory | null;
    is_restricted: boolean;
    original_type: Kind | null;
    retyped_reason: string | null;
  };
  type IntakeReceipt = {
    id: string;
    code: string;
    token: string;
    received_at: string;
    status: Status;
    due_at: string | null;
    hamlet: Named | null;
    outside_commune: boolean;
    photos_missing: Array<string>;
    url: string;
    qr_svg: string;
  };
  type ItemAnswer = {
    mark: ItemMark;
    note?: string;
  };
  type ItemEdit = {
    title: string;
    words?: string;
    leads: Array<string>;
    partners: Array<string>;
    deadline_kind: DeadlineKind;
    deadline_words?: string;
    due_on?: string | null;
    year?: number | null;
    product?: string;
    source?: string;
  };
  type ItemMark = 'met' | 'not_met' | 'not_applicable';
  type ItemShape = {
    code: string;
    part: PlanPart;
    title: string;
    leads: Array<string>;
    partners: Array<string>;
    lead_codes: Array<string>;
    deadline_kind: DeadlineKind;
    deadline_words: string;
    due_on: string | null;
    standing: Standing;
    silent_days: number | null;
    needs_word: boolean;
    link: string;
    version: number;
    words: string;
    product: string;
    source: string;
    partner_codes: Array<string>;
    year: number | null;
    fixed_due_on: string | null;
    conditions: Array<ConditionShape>;
    notes: Array<NoteShape>;
    may_note: boolean;
  };
  type ItemSummary = {
    code: string;
    part: PlanPart;
    title: string;
    leads: Array<string>;
    partners: Array<string>;
    lead_codes: Array<string>;
    deadline_kind: DeadlineKind;
    deadline_words: string;
    due_on: string | null;
    standing: Standing;
    silent_days: number | null;
    needs_word: boolean;
    link: string;
    version: number;
  };
  type JsonValue = unknown;
  type Judgement = {
    is_accepted: boolean;
    answer?: string;
  };
  type Kind = 'complaint' | 'difficulty' | 'proposal' | 'complaint_legal' | 'denunciation';
  type LatLon = {
    lat: number;
    lon: number;
  };
  type Ledger = {
    months: Array<MonthShape>;
    total: SumShape;
    population: number;
    rate: RateShape | null;
  };
  type LegalKindEdit = {
    label: string;
    guidance: string;
    public_text: string;
    source?: string;
    verified_by?: string;
    verified_at?: string | null;
  };
  type LegalKindShape = {
    version: number;
    code: Kind;
    label: string;
    guidance: string;
    public_text: string;
    source: string;
    verified_by: string;
    verified_at: string | null;
  };
  type LikelyCase = {
    id: string;
    code: string;
    title: string;
    status: Status;
    status_label: string;
    tone: string;
    received_at: string;
    thumb: string | null;
    follower_count: number;
    score: number;
    reasons: Array<Reason>;
  };
  type Limits = {
    photos: number;
    photo_mb: number;
    words: number;
    password: number;
  };
  type Link = 'registered' | 'relapse' | 'dismissed';
  type LinkOwner = {
    name: string;
    login: string;
  };
  type LinkToken = {
    token: string;
  };
  type LinkedCases = {
    complaint_ids: Array<string>;
  };
  type ListedHousehold = {
    label: string;
    sorts: boolean;
    composts?: boolean;
  };
  type LiveState = {
    mark: string;
    present: Array<Present>;
  };
  type MaintenanceLog = {
    items: Array<MaintenanceShape>;
  };
  type MaintenanceShape = {
    id: string;
    done_on: string;
    work: string;
    cost_vnd: number | null;
    done_by: string;
  };
  type MapSettings = {
    tile_url: string;
    tile_attribution: string;
    tile_max_zoom: number;
    center: LatLon;
    zoom: number;
  };
  type Mark = 'met' | 'not_met' | 'not_applicable';
  type Marker = {
    code: string;
    lat: number;
    lon: number;
    category: string | null;
    status: Status;
    tone: string;
  };
  type Markers = {
    items: Array<Marker>;
    more: boolean;
  };
  type Me = {
    id: string;
    name: string;
    login: string;
    phone: string | null;
    role: Role;
    unit: OwnUnit | null;
    hamlet: OwnHamlet | null;
    permissions: Array<Permission>;
  };
  type Merge = {
    into_id: string;
  };
  type Merged = {
    id: string;
    code: string;
    title: string;
    words: string;
    received_at: string;
    status: Status;
    status_label: string;
    tone: string;
    status_before: Status | null;
  };
  type MessageEdit = {
    text: string;
    tone?: Tone;
    audience?: Audience;
    starts_at: string;
    ends_at: string;
    is_active?: boolean;
  };
  type MessageShape = {
    version: number;
    id: string;
    text: string;
    tone: Tone;
    audience: Audience;
    starts_at: string;
    ends_at: string;
    is_active: boolean;
  };
  type Messages = {
    items: Array<MessageShape>;
  };
  type Method = 'counted' | 'estimated' | 'list';
  type ModelChange = {
    name?: string;
    kind?: string;
    members?: number | null;
    activity?: string;
  };
  type ModelDetail = {
    id: string;
    hamlet_id: string;
    name: string;
    kind: string;
    set_up_on: string;
    members: number | null;
    state: ReviewResult;
    review_due: string | null;
    may_change: boolean;
    hamlet_name: string;
    activity: string;
    reviews: Array<ReviewShape>;
    photos: Array<StaffPicture>;
    version: number;
  };
  type ModelSummary = {
    id: string;
    hamlet_id: string;
    name: string;
    kind: string;
    set_up_on: string;
    members: number | null;
    state: ReviewResult;
    review_due: string | null;
    may_change: boolean;
  };
  type Moderation = {
    flagged: Array<FlaggedCase>;
    quarantined: Array<QuarantinedCase>;
    cleanup_photos: Array<WaitingPhoto>;
  };
  type MonthShape = {
    flows: Array<FlowSum>;
    at_source: number;
    k5a: RatioShape;
    k5b: RatioShape;
    remarks: Array<string>;
    month: string;
    entries: number;
  };
  type MonthShare = {
    month: string;
    held: number;
    asked: number;
  };
  type Named = {
    id: string;
    name: string;
  };
  type Near = {
    id: string;
    code: string;
    title: string;
    status: Status;
    status_label: string;
    tone: string;
    distance_m: number;
    received_at: string;
  };
  type NearCase = {
    code: string;
    category: string | null;
    title: string;
    hamlet_name: string | null;
    received_on: string;
    status: Status;
    status_label: string;
    tone: string;
    thumb: string | null;
    distance_m: number;
    follower_count: number;
  };
  type NearCases = {
    items: Array<NearCase>;
  };
  type NearPoint = {
    id: string;
    name: string;
    distance_m: number;
  };
  type NewAccount = {
    id?: string | null;
    name: string;
    login: string;
    phone?: string | null;
    role: Role;
    unit_id?: string | null;
    hamlet_id?: string | null;
    is_head?: boolean;
  };
  type NewAttendance = {
    id: string;
    hamlet_id: string;
    code: string;
    people: number;
    device: string;
    checked_at: string;
  };
  type NewBan = {
    id: string;
    kind: BanKind;
    phone?: string | null;
    word?: string | null;
    complaint_id?: string | null;
    reason: string;
    expires_on?: string | null;
  };
  type NewCommendation = {
    id: string;
    year: number;
    honoured: Honoured;
    name: string;
    hamlet_id?: string | null;
    form?: Form;
    merit: string;
  };
  type NewCovenant = {
    id: string;
    hamlet_id: string;
    title: string;
  };
  type NewDocument = {
    id: string;
    kind: DocumentKind;
    subject_id?: string | null;
    scheme?: Scheme;
    period?: PeriodKind;
    year?: number | null;
    number?: number;
    first?: string | null;
    last?: string | null;
  };
  type NewEdition = {
    id: string;
    title: string;
    source?: string;
    valid_from: string;
    months: number;
    items: Array<ChecklistItemEdit>;
  };
  type NewEquipment = {
    code: string;
    name: string;
    kind: string;
    count: number;
    volume?: number | null;
    condition: Condition;
    place_kind: PlaceKind;
    point_id?: string | null;
    hamlet_id?: string | null;
    place_words?: string;
    unit_id?: string | null;
    purchase_year?: number | null;
    cost_vnd?: number | null;
    funding_source?: string;
    note?: string;
    id: string;
  };
  type NewErasure = {
    id: string;
    phone: string;
    reason: string;
    request_id?: string | null;
  };
  type NewExcuse = {
    id: string;
    hamlet_id?: string | null;
    first_day: string;
    last_day: string;
    reason: string;
    source?: string;
  };
  type NewFilter = {
    name: string;
    query: DeskFilter;
    is_shared?: boolean;
    position?: number;
    id: string;
  };
  type NewFinding = {
    id: string;
    words: string;
    asks?: string;
    unit_id: string;
    due_on?: string | null;
  };
  type NewFlag = {
    id: string;
    reason: FlagReason;
    photo_id?: string | null;
    words?: string;
  };
  type NewFreeze = {
    id: string;
    scheme: Scheme;
    kind: PeriodKind;
    year?: number | null;
    number?: number | null;
    first?: string | null;
    last?: string | null;
    words?: string;
  };
  type NewGreenCheck = {
    id: string;
    checked_on: string;
    answers: Array<GreenAnswer>;
    words?: string;
    replaces_id?: string | null;
  };
  type NewHamlet = {
    id: string;
    code: string;
    name: string;
    former_commune?: string;
    households?: number | null;
    population?: number | null;
    center?: Center | null;
    boundary?: Record<string, JsonValue> | null;
    valid_from: string;
    valid_to?: string | null;
    successor_id?: string | null;
  };
  type NewHeadcount = {
    id: string;
    body_id: string;
    counted_on: string;
    people: number;
    counted_elsewhere?: number;
    words?: string;
    replaces_id?: string | null;
  };
  type NewInspection = {
    id: string;
    checklist_id: string;
    subject_id: string;
    inspected_on: string;
    made_at: string;
    answers: Record<string, unknown>;
    words?: string;
    photos?: Array<DeclaredPhoto>;
  };
  type NewMaintenance = {
    id: string;
    done_on: string;
    work: string;
    cost_vnd?: number | null;
    done_by?: string;
    replaces_id?: string | null;
  };
  type NewModel = {
    id: string;
    hamlet_id: string;
    name: string;
    kind: string;
    set_up_on: string;
    members?: number | null;
    activity?: string;
  };
  type NewObstacle = {
    id: string;
    item_code?: string | null;
    words: string;
    proposal?: string;
  };
  type NewOutsideRequest = {
    id: string;
    body: string;
    letter_number?: string;
    words: string;
    place_words?: string;
    is_exact?: boolean;
    due_on: string;
  };
  type NewPassword = {
    token: string;
    password: string;
  };
  type NewPoint = {
    id: string;
    code: string;
    name: string;
    kind: PointKind;
    hamlet_id?: string | null;
    lat?: number | null;
    lon?: number | null;
    place_words?: string;
    schedule?: Array<Pickup>;
    opening_hours?: Array<Pickup>;
    households_served?: number | null;
    place_kind?: PlaceKind | null;
    area_m2?: number | null;
    capacity_m3?: number | null;
    accepts?: Array<WasteClass>;
    crew?: string;
    opened_on?: string | null;
    contact?: string;
    note?: string;
    state?: PointState;
    state_since?: string | null;
    state_why?: string;
  };
  type NewRate = {
    id: string;
    kg_per_person_day: number;
    valid_from: string;
    source: string;
  };
  type NewReminder = {
    id: string;
    plan_weekday: number;
    plan_at: string;
    entry_weekday: number;
    entry_at: string;
    source?: string;
  };
  type NewReply = {
    title: string;
    text: string;
    category?: string | null;
    status?: Status | null;
    fires_by_itself?: boolean;
    position?: number;
    is_active?: boolean;
    id: string;
  };
  type NewRequest = {
    id: string;
    kind: RequestKind;
    channel: string;
    name: string;
    phone?: string | null;
    words?: string;
    received_at?: string | null;
    has_processors?: boolean;
  };
  type NewReview = {
    id: string;
    reviewed_on: string;
    result: ReviewResult;
    members?: number | null;
    next_review_on?: string | null;
    words?: string;
    replaces_id?: string | null;
  };
  type NewRoadmapEntry = {
    id: string;
    point_id?: string | null;
    name?: string;
    hamlet_id?: string | null;
    plan: RoadmapPlan;
  };
  type NewRoll = {
    id: string;
    hamlet_id: string;
    held_on: string;
    slot: Slot;
    organiser_id?: string | null;
    secret: string;
    opened_at: string;
  };
  type NewRule = {
    name: string;
    category?: string | null;
    hamlet_id?: string | null;
    weekdays?: string;
    from_time?: string | null;
    to_time?: string | null;
    unit_id: string;
    assignee_id?: string | null;
    priority?: Priority | null;
    is_automatic?: boolean;
    is_active?: boolean;
    id: string;
  };
  type NewSession = {
    id: string;
    held_on: string;
    topic: string;
    place?: string;
    words?: string;
    came: Array<Came>;
  };
  type NewSetting = {
    id: string;
    valid_from: string;
    entry_days: number;
    counts_excused: boolean;
    month_least?: number | null;
    source?: string;
  };
  type NewSite = {
    id: string;
    name: string;
    kind: DumpSitesModelsSiteKind;
    found_on: string;
    found_words?: string;
    code?: string | null;
    hamlet_id?: string | null;
    lat?: number | null;
    lon?: number | null;
    outline?: Record<string, JsonValue> | null;
    place_words?: string;
    area_m2?: number | null;
    volume_m3?: number | null;
    plan_year?: number | null;
    cost_vnd?: number | null;
    funding_source?: string;
    unit_id?: string | null;
    is_public?: boolean;
    complaint_ids?: Array<string>;
  };
  type NewSiteStage = {
    id: string;
    stage: DumpSitesModelsStage;
    on: string;
    words?: string;
    decision_number?: string;
    is_relapse?: boolean;
  };
  type NewSiteVisit = {
    id: string;
    dump_site_id: string;
    visited_on: string;
    result: VisitResult;
    words?: string;
    photos?: Array<string>;
    made_at: string;
  };
  type NewSortingCount = {
    id: string;
    hamlet_id: string;
    checked_on: string;
    households: number;
    sorting: number;
    composting?: number | null;
    method?: Method;
    words?: string;
    made_at: string;
    replaces_id?: string | null;
  };
  type NewSortingList = {
    id: string;
    hamlet_id: string;
    checked_on: string;
    households: Array<ListedHousehold>;
    made_at: string;
  };
  type NewStage = {
    id: string;
    stage: HamletLifeCovenantModelsStage;
    on_day: string;
    has_environment_clause?: boolean;
    households?: number | null;
    present?: number | null;
    in_favour?: number | null;
    decision_number?: string;
    review_on?: string | null;
    words?: string;
    replaces_id?: string | null;
  };
  type NewThreshold = {
    id: string;
    share_percent: number;
    valid_from: string;
    source: string;
  };
  type NewUnit = {
    id?: string | null;
    code: string;
    name: string;
    is_hotline?: boolean;
  };
  type NewWasteEntry = {
    id: string;
    month: string;
    day?: string | null;
    flow: Flow;
    source: Source;
    tonnes?: number | null;
    at_source?: boolean;
    is_estimate?: boolean;
    population?: number | null;
    words?: string;
    ticket?: string;
    facility?: string;
    hamlet_id?: string | null;
    replaces_id?: string | null;
  };
  type NewWeekendPlan = {
    id: string;
    hamlet_id: string;
    held_on: string;
    starts_at: string;
    place: string;
    bring?: string;
    note?: string;
    replaces_id?: string | null;
  };
  type NewsBook = {
    items: Array<NewsShape>;
  };
  type NewsDetail = {
    id: string;
    title: string;
    words: string;
    published_on: string;
    is_pinned: boolean;
    photos: Array<Picture>;
  };
  type NewsEdit = {
    title: string;
    words: string;
    published_on: string;
    published_until?: string | null;
    is_pinned?: boolean;
    is_draft?: boolean;
  };
  type NewsList = {
    items: Array<NewsSummary>;
  };
  type NewsShape = {
    id: string;
    title: string;
    words: string;
    published_on: string;
    published_until: string | null;
    is_pinned: boolean;
    is_draft: boolean;
    photos: Array<Picture>;
    version: number;
  };
  type NewsSummary = {
    id: string;
    title: string;
    lead: string;
    published_on: string;
    is_pinned: boolean;
    thumb: string | null;
  };
  type NormEdit = {
    needed: number;
    source: string;
  };
  type NotDone = {
    id: string;
    words?: string;
    photos?: Array<string>;
  };
  type NoteKind = 'note' | 'finding' | 'answer' | 'outside';
  type NoteShape = {
    id: string;
    day: string;
    progress: Progress;
    words: string;
    evidence: string;
    unit_name: string | null;
    made_by_name: string;
    made_at: string;
  };
  type Notice = {
    id: string;
    occasion: string;
    subject_kind: string;
    subject_id: string;
    code: string | null;
    step: string | null;
    due_at: string | null;
    created_at: string;
    read_at: string | null;
  };
  type Notices = {
    items: Array<Notice>;
    unread: number;
  };
  type ObstacleShape = {
    id: string;
    item_code: string | null;
    unit_name: string | null;
    hamlet_name: string | null;
    words: string;
    proposal: string;
    state: ObstacleState;
    raised_by_name: string;
    raised_at: string;
    decision: string;
    document: string;
    decided_by_name: string | null;
    decided_on: string | null;
    removed_on: string | null;
    version: number;
  };
  type ObstacleState = 'open' | 'decided' | 'removed';
  type Obstacles = {
    items: Array<ObstacleShape>;
  };
  type Offer = {
    text: string;
    missing: Array<string>;
    id: string;
    title: string;
    status: Status | null;
  };
  type Order = {
    was: Array<string>;
    ids: Array<string>;
  };
  type OutcomeOutput = 'held' | 'not_held';
  type Outcomes = {
    open: number;
    overdue: number;
    done: number;
    unproven: number;
    rejected: number;
    merged: number;
    transferred: number;
  };
  type OutsideAnswer = {
    id: string;
    words: string;
    done_on?: string | null;
    photos?: Array<string>;
  };
  type OutsideBrief = {
    id: string;
    body: string;
    letter_number: string;
    words: string;
    sent_at: string;
    due_at: string;
    state: ComplaintsWorkflowModelsRequestState;
    answered_at: string | null;
    done_on: string | null;
  };
  type OutsideLink = {
    url: string;
    qr_svg: string;
    expires_at: string;
  };
  type OutsideReceipt = {
    id: string;
    code: string;
    answered_at: string;
    photos_missing: Array<string>;
  };
  type OutsideSaid = {
    words: string;
    done_on: string | null;
    answered_at: string;
    photos: number;
    photos_missing: Array<string>;
  };
  type OutsideView = {
    code: string;
    commune: string;
    body: string;
    letter_number: string;
    category_label: string | null;
    hamlet_name: string | null;
    place: LatLon | null;
    place_words: string;
    words: string;
    sent_at: string;
    due_at: string;
    state: ComplaintsWorkflowModelsRequestState;
    photos: Array<PublicPhoto>;
    answer: OutsideSaid | null;
  };
  type OwnHamlet = {
    id: string;
    name: string;
  };
  type OwnList = {
    newest: SortingListShape | null;
  };
  type OwnSay = {
    may_change: boolean;
    may_rate: boolean;
    may_reopen: boolean;
    until: string | null;
  };
  type OwnUnit = {
    id: string;
    name: string;
    is_hotline: boolean;
  };
  type PageAccountDetail = {
    items: Array<AccountDetail>;
    next: string | null;
  };
  type PageCleanupSummary = {
    items: Array<CleanupSummary>;
    next: string | null;
  };
  type PagePublicSummary = {
    items: Array<PublicSummary>;
    next: string | null;
  };
  type PageUnitDetail = {
    items: Array<UnitDetail>;
    next: string | null;
  };
  type Part = {
    id: string;
    category: string;
    words: string;
    unit_id?: string | null;
  };
  type PartOfCase = {
    code: string;
    title: string;
    status: Status;
    status_label: string;
    tone: string;
  };
  type PartShape = {
    label: string;
    numerator: number;
    denominator: number;
    value: number | null;
  };
  type PasswordChange = {
    current: string;
    new: string;
  };
  type PasswordLinkIssued = {
    url: string;
    qr_svg: string;
    expires_at: string;
  };
  type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'nine_months' | 'year' | 'custom';
  type PeriodShape = {
    scheme: Scheme;
    kind: PeriodKind;
    first: string;
    last: string;
    label: string;
  };
  type Permission = 'manage_accounts' | 'manage_places' | 'manage_catalogue' | 'read_staff_pages' | 'read_complaints' | 'triage_complaints' | 'record_complaints' | 'handle_complaints' | 'note_complaints' | 'add_findings' | 'read_contacts' | 'read_originals' | 'manage_privacy' | 'confirm_erasures' | 'moderate_content' | 'record_cleanups' | 'correct_cleanups' | 'manage_collection_points' | 'record_sorting' | 'manage_waste_ledger' | 'manage_covenants' | 'record_briefings' | 'keep_household_list' | 'manage_outreach' | 'manage_prices' | 'apply_green_criteria' | 'manage_dump_sites' | 'visit_dump_sites' | 'inspect_collection_points' | 'manage_movement' | 'manage_plan' | 'manage_indicators' | 'note_plan' | 'propose_commendations' | 'vote_commendations' | 'decide_commendations' | 'supervise' | 'answer_supervision' | 'report_obstacles' | 'decide_obstacles' | 'manage_estimates' | 'manage_crews' | 'inspect_crews' | 'publish_crew_results' | 'prepare_documents' | 'manage_roadmap' | 'manage_equipment' | 'manage_cameras' | 'review_camera_events';
  type PhotoEdit = {
    is_public: boolean;
    reason?: string;
  };
  type PhotoFlagShape = {
    id: string;
    cleanup_id: string;
    hamlet_name: string;
    held_on: string;
    kind: FlagKind;
    thumb: string | null;
    other_id: string | null;
    other_on: string | null;
    distance_m: number | null;
  };
  type PhotoKindOutput = 'before' | 'field' | 'after';
  type PhotoReceipt = {
    id: string;
    width: number;
    height: number;
    taken_at: string | null;
    gps: LatLon | null;
  };
  type PhotoShowing = {
    is_public: boolean;
    reason?: string;
  };
  type Pickup = {
    weekday: number;
    from: string;
    to?: string | null;
  };
  type Picture = {
    id: string;
    kind: string;
    large: string | null;
    thumb: string | null;
    width: number | null;
    height: number | null;
    placeholder: string | null;
  };
  type Place = {
    lat?: number | null;
    lon?: number | null;
    accuracy_m?: number | null;
    source?: PlaceSource;
    words?: string;
    hamlet_id?: string | null;
  };
  type PlaceKind = 'hamlet' | 'market' | 'school' | 'station' | 'recreation' | 'office' | 'collection_point' | 'other';
  type PlaceSource = 'gps' | 'pin' | 'photo' | 'hamlet' | 'words';
  type PlanPart = 'frame' | 'goal' | 'task' | 'organisation' | 'indicator';
  type PlanShape = {
    on: string;
    items: Array<ItemSummary>;
  };
  type PointChange = {
    code?: string;
    name?: string;
    kind?: PointKind;
    hamlet_id?: string | null;
    lat?: number | null;
    lon?: number | null;
    place_words?: string;
    schedule?: Array<Pickup>;
    opening_hours?: Array<Pickup>;
    households_served?: number | null;
    place_kind?: PlaceKind | null;
    area_m2?: number | null;
    capacity_m3?: number | null;
    accepts?: Array<WasteClass>;
    crew?: string;
    opened_on?: string | null;
    contact?: string;
    note?: string;
    state?: PointState;
    state_since?: string;
    state_why?: string;
  };
  type PointDetail = {
    id: string;
    code: string;
    name: string;
    kind: PointKind;
    hamlet_id: string | null;
    hamlet_name: string | null;
    lat: number | null;
    lon: number | null;
    place_words: string;
    schedule: Array<Pickup>;
    schedule_words: string;
    opening_hours: Array<Pickup>;
    opening_words: string;
    next_at: string | null;
    households_served: number | null;
    place_kind: PlaceKind | null;
    area_m2: number | null;
    capacity_m3: number | null;
    accepts: Array<WasteClass>;
    crew: string;
    opened_on: string | null;
    contact: string;
    state: PointState;
    state_since: string | null;
    state_why: string;
    distance_m: number | null;
    thumb: string | null;
    note: string;
    photos: Array<Picture>;
    version: number;
  };
  type PointHistoryEntry = {
    at: string;
    verb: string;
    by: string;
    changes: Record<string, unknown>;
  };
  type PointKind = 'collection_point' | 'transfer_station' | 'public_bin' | 'hazardous' | 'bulky' | 'pesticide';
  type PointRegister = {
    on: string;
    points: Array<PointStanding>;
    hamlets: Array<HamletStanding>;
    compliant: number;
    open: number;
    overdue: number;
  };
  type PointShape = {
    on: string;
    value: number | null;
  };
  type PointStanding = {
    id: string;
    code: string;
    name: string;
    kind: PointKind;
    state: PointState;
    hamlet_id: string | null;
    hamlet_name: string | null;
    inspected_on: string | null;
    inspection_id: string | null;
    holds_until: string | null;
    verdict: Verdict | null;
    is_overdue: boolean;
    is_compliant: boolean;
    missed: Array<string>;
  };
  type PointState = 'open' | 'closed';
  type PointSummary = {
    id: string;
    code: string;
    name: string;
    kind: PointKind;
    hamlet_id: string | null;
    hamlet_name: string | null;
    lat: number | null;
    lon: number | null;
    place_words: string;
    schedule: Array<Pickup>;
    schedule_words: string;
    opening_hours: Array<Pickup>;
    opening_words: string;
    next_at: string | null;
    households_served: number | null;
    place_kind: PlaceKind | null;
    area_m2: number | null;
    capacity_m3: number | null;
    accepts: Array<WasteClass>;
    crew: string;
    opened_on: string | null;
    contact: string;
    state: PointState;
    state_since: string | null;
    state_why: string;
    distance_m: number | null;
    thumb: string | null;
  };
  type PolicyEdit = {
    is_public_at_once: boolean;
    source?: string;
  };
  type PolicyShape = {
    kind: string;
    label: string;
    is_public_at_once: boolean;
    source: string;
    version: number;
  };
  type Position = {
    lat: number;
    lon: number;
  };
  type PresenceMark = {
    is_editing?: boolean;
  };
  type Present = {
    complaint_id: string;
    account_id: string;
    name: string;
    is_editing: boolean;
  };
  type PriceEdit = {
    valid_from: string;
    decision: string;
    lines: Array<PriceLine>;
    note?: string;
    source?: string;
    is_void?: boolean;
  };
  type PriceLine = {
    payer: string;
    amount_vnd: number;
    unit: string;
    note?: string;
  };
  type PriceLineShape = {
    payer: string;
    amount_vnd: number;
    unit: string;
    note: string;
  };
  type PriceShape = {
    id: string;
    valid_from: string;
    decision: string;
    lines: Array<PriceLineShape>;
    note: string;
    source: string;
    is_void: boolean;
    version: number;
  };
  type Prices = {
    today: PriceShape | null;
    coming: Array<PriceShape>;
  };
  type Priority = 'urgent' | 'normal' | 'complex';
  type PriorityShape = {
    code: Priority;
    label: string;
  };
  type Problem = {
    type: string;
    title: string;
    status: number;
    detail: string;
    code: string;
    errors?: Array<Fault> | null;
    request_id: string;
  };
  type Progress = 'running' | 'done' | 'stopped';
  type ProposalState = 'proposed' | 'decided' | 'declined';
  type PublicCase = {
    code: string;
    type: Kind;
    category: string | null;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    title: string;
    words: string | null;
    hamlet: Named | null;
    place: LatLon | null;
    received_on: string;
    due_on: string | null;
    resolved_on: string | null;
    unit_name: string | null;
    reply: Answered | null;
    resolution: Answered | null;
    reject_reason: string | null;
    stop_words: string | null;
    photos: Array<PublicPhoto>;
    merged_into: string | null;
    follower_count: number;
    rating: number | null;
    timeline: Array<Step>;
    deadline: PublicClock | null;
    extension: ExtensionShape | null;
  };
  type PublicClock = {
    due_on: string;
    days_left: number;
    is_paused: boolean;
  };
  type PublicContest = {
    id: string;
    title: string;
    rules_words: string;
    entry_kinds: string;
    starts_on: string;
    ends_on: string;
    result_words: string | null;
  };
  type PublicContests = {
    items: Array<PublicContest>;
  };
  type PublicCount = {
    label: string;
    count: number | null;
  };
  type PublicCounts = {
    open: number;
    done: number;
  };
  type PublicCrewResult = {
    id: string;
    organisation: string;
    fault: string;
    remedy: string;
    outcome: string;
    ground: string;
    published_on: string;
    due_on: string | null;
    is_remedied: boolean;
    remedied_on: string | null;
  };
  type PublicMonth = {
    starts_on: string;
    received: number | null;
    answered: number | null;
  };
  type PublicPhoto = {
    id: string;
    kind: PhotoKindOutput;
    large: string | null;
    thumb: string | null;
    width: number;
    height: number;
    placeholder: string;
  };
  type PublicStatistics = {
    first: string;
    last: string;
    total: number | null;
    done: number | null;
    open: number | null;
    on_time_percent: number | null;
    reopened_percent: number | null;
    evidence_percent: number | null;
    by_category: Array<PublicCount>;
    by_hamlet: Array<PublicCount>;
    months: Array<PublicMonth>;
    steps: Array<PublicStep>;
  };
  type PublicStep = {
    step: string;
    median_hours: number | null;
    p90_hours: number | null;
  };
  type PublicSummary = {
    code: string;
    category: string | null;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    title: string;
    hamlet_name: string | null;
    received_on: string;
    due_on: string | null;
    closed_on: string | null;
    thumb: string | null;
  };
  type PublicationState = 'prepared' | 'returned' | 'published' | 'withdrawn';
  type Punctuality = 'on_time' | 'late';
  type QuarantineDecision = {
    decision: 'let_in' | 'refuse';
    text: string;
  };
  type QuarantinedCase = {
    complaint_id: string;
    code: string;
    title: string;
    words: string;
    version: number;
    why: BanKind;
    received_at: string;
    photos: number;
  };
  type Question = {
    text: string;
    at: string;
    wants_photo: boolean;
    wants_place: boolean;
  };
  type QuestionEdit = {
    category: string;
    text: string;
    hint?: string;
    kind: QuestionKind;
    options?: Array<string>;
    is_required?: boolean;
    source?: string;
    position?: number;
    is_active?: boolean;
  };
  type QuestionKind = 'yes_no' | 'choice' | 'number' | 'text';
  type QuestionShape = {
    version: number;
    id: string;
    category: string;
    text: string;
    hint: string;
    kind: QuestionKind;
    options: Array<string>;
    is_required: boolean;
    source: string;
    position: number;
    is_active: boolean;
  };
  type Queue = 'reopened' | 'new' | 'due_soon' | 'overdue' | 'need_info' | 'mine' | 'open' | 'all' | 'restricted';
  type Quiz = {
    questions: Array<QuizQuestionShape>;
  };
  type QuizBook = {
    items: Array<QuizQuestionRecord>;
    played: number;
    asked: number;
    right: number;
  };
  type QuizChoice = {
    question_id: string;
    option: number;
  };
  type QuizQuestionEdit = {
    text: string;
    options: Array<string>;
    answer: number;
    why: string;
    source?: string;
    position?: number;
    is_active?: boolean;
  };
  type QuizQuestionRecord = {
    id: string;
    text: string;
    options: Array<string>;
    answer: number;
    why: string;
    source: string;
    position: number;
    is_active: boolean;
    version: number;
    asked: number;
    right: number;
  };
  type QuizQuestionShape = {
    id: string;
    text: string;
    options: Array<string>;
    answer: number;
    why: string;
  };
  type QuizRound = {
    id: string;
    choices: Array<QuizChoice>;
  };
  type QuizScore = {
    asked: number;
    right: number;
  };
  type RateShape = {
    id: string;
    kg_per_person_day: number;
    valid_from: string;
    source: string;
  };
  type Rates = {
    on_time: Share;
    reopened: Share;
    evidence: Share;
    handed_over: Share;
    first_time: Share;
  };
  type Rating = {
    id: string;
    stars: number;
    words?: string;
  };
  type RatioShape = {
    part: number;
    whole: number;
    percent: number | null;
  };
  type Reach = 'all' | 'hotline' | 'head' | 'unit' | 'hamlet' | 'own' | '-';
  type ReadMarks = {
    ids?: Array<string>;
  };
  type Ready = {
    status: string;
    database: boolean;
    schema_is_current: boolean;
    disk_free_mb: number;
  };
  type Reason = {
    kind: ReasonKind;
    value: number;
  };
  type ReasonKind = 'place' | 'time' | 'category' | 'words' | 'picture';
  type Receipt = {
    id: string;
    code: string;
    token: string;
    received_at: string;
    status: Status;
    due_at: string | null;
    hamlet: Named | null;
    outside_commune: boolean;
    photos_missing: Array<string>;
  };
  type Reconciled = {
    cleanup_id: string | null;
    hamlet_name: string;
    organiser: string | null;
    held_on: string;
    slot: Slot;
    head_count: number | null;
    checked: number;
    phones: number;
    differs: boolean;
  };
  type Reconciliation = {
    events: Array<Reconciled>;
    unmatched: number;
    flags: Array<PhotoFlagShape>;
    twice: Array<ToldTwice>;
  };
  type RecordShape = {
    label: string;
    counts: boolean;
    href: string;
    words: string;
  };
  type Redacted = {
    boxes: Array<Box>;
    large: string;
    thumb: string;
  };
  type Register = {
    items: Array<RegisterRow>;
    more: boolean;
  };
  type RegisterContact = {
    id: string;
    name: string | null;
    phone: string | null;
  };
  type RegisterContacts = {
    items: Array<RegisterContact>;
  };
  type RegisterRow = {
    number: number;
    id: string;
    code: string;
    received_at: string;
    reported_at: string;
    channel_label: string;
    external_ref: string | null;
    type: Kind;
    category_label: string | null;
    words: string;
    hamlet_name: string | null;
    place_words: string;
    has_contact: boolean;
    unit_name: string | null;
    due_on: string | null;
    status: Status;
    status_label: string;
    resolved_on: string | null;
    replied_on: string | null;
    result: string | null;
  };
  type Rejection = {
    reason: string;
    text: string;
  };
  type RelapseDecision = {
    is_relapse: boolean;
    stage?: DumpSitesModelsStage | null;
    words: string;
  };
  type Relative = {
    id: string;
    code: string;
    title: string;
    status: Status;
    status_label: string;
    tone: string;
    unit_name: string | null;
    thumbs: Array<string>;
  };
  type ReminderShape = {
    id: string;
    plan_weekday: number;
    plan_at: string;
    entry_weekday: number;
    entry_at: string;
    source: string;
  };
  type Removal = {
    removed_on: string;
  };
  type Reopening = {
    reason: string;
  };
  type Replied = {
    text: string;
    at: string;
  };
  type Reply = {
    text: string;
  };
  type ReplyEdit = {
    title: string;
    text: string;
    category?: string | null;
    status?: Status | null;
    fires_by_itself?: boolean;
    position?: number;
    is_active?: boolean;
  };
  type ReplyShape = {
    id: string;
    title: string;
    text: string;
    category: string | null;
    status: Status | null;
    fires_by_itself: boolean;
    position: number;
    is_active: boolean;
    source: string;
    version: number;
  };
  type ReplyTry = {
    text: string;
    code: string;
  };
  type ReportRoundShape = {
    id: string;
    period_words: string;
    first_day: string;
    last_day: string;
    due_on: string;
    words: string;
    reports: Array<UnitReportShape>;
  };
  type RequestAnswer = {
    text: string;
  };
  type RequestExtension = {
    reason: string;
  };
  type RequestKind = 'access' | 'correct' | 'erase' | 'withdraw' | 'restrict' | 'object';
  type RequestOutcome = {
    state: 'done' | 'refused';
    text: string;
  };
  type RequestShape = {
    id: string;
    kind: RequestKind;
    channel: string;
    state: PrivacyModelsRequestState;
    received_at: string;
    answer_due_at: string;
    due_at: string;
    is_answer_overdue: boolean;
    is_overdue: boolean;
    extended_at: string | null;
    extension_reason: string;
    answered_at: string | null;
    answer: string;
    ended_at: string | null;
    outcome: string;
    has_processors: boolean;
    version: number;
  };
  type Resolution = {
    text: string;
    no_photo_reason?: string | null;
    waste_kg?: number | null;
  };
  type Resolved = {
    text: string;
    at: string;
    no_photo_reason: string | null;
    waste_kg: number | null;
  };
  type Retyping = {
    type: Kind;
    reason: string;
  };
  type ReviewResult = 'active' | 'weak' | 'stopped';
  type ReviewShape = {
    id: string;
    reviewed_on: string;
    result: ReviewResult;
    members: number | null;
    next_review_on: string | null;
    words: string;
    received_at: string;
    replaces_id: string | null;
    is_replaced: boolean;
  };
  type Revocation = {
    reason: string;
  };
  type RhythmEdit = {
    scheme?: Scheme;
    kind: PeriodKind;
    days_to_answer: number;
    source?: string;
  };
  type RhythmShape = {
    scheme: Scheme;
    kind: PeriodKind;
    days_to_answer: number;
    source: string;
    version: number;
  };
  type Roadmap = {
    on: string;
    years: Array<RoadmapYear>;
    entries: Array<RoadmapEntryShape>;
    suggestions: Array<RoadmapSuggestion>;
    needs: Array<HamletNeed>;
  };
  type RoadmapAction = 'keep' | 'repair' | 'upgrade' | 'build' | 'close';
  type RoadmapEntryShape = {
    id: string;
    point_id: string | null;
    code: string | null;
    name: string;
    hamlet_name: string | null;
    action: RoadmapAction;
    year: number;
    cost_vnd: number | null;
    funding_source: string;
    state: RoadmapState;
    since: string;
    document: string;
    words: string;
    is_proposal: boolean;
    suggested: RoadmapAction | null;
    missed: Array<string>;
    photos: Array<Picture>;
    version: number;
  };
  type RoadmapHistory = {
    items: Array<RoadmapRevisionShape>;
  };
  type RoadmapPlan = {
    action: RoadmapAction;
    year: number;
    cost_vnd?: number | null;
    funding_source?: string;
    state?: RoadmapState;
    since: string;
    document?: string;
    words?: string;
    is_proposal?: boolean;
  };
  type RoadmapRevisionShape = {
    version: number;
    action: RoadmapAction;
    year: number;
    cost_vnd: number | null;
    state: RoadmapState;
    since: string;
    is_dropped: boolean;
    made_by_name: string;
    made_at: string;
  };
  type RoadmapSide = 'before' | 'after';
  type RoadmapState = 'proposed' | 'approved' | 'running' | 'done' | 'postponed';
  type RoadmapSuggestion = {
    point_id: string;
    code: string;
    name: string;
    hamlet_name: string | null;
    suggested: RoadmapAction | null;
    missed: Array<string>;
  };
  type RoadmapYear = {
    year: number;
    entries: number;
    cost_vnd: number;
    unpriced: number;
  };
  type Role = 'administrator' | 'officer' | 'hamlet_head' | 'leader' | 'front';
  type RoleTable = {
    cells: Array<Cell>;
  };
  type RollShape = {
    id: string;
    hamlet_id: string;
    hamlet_name: string;
    held_on: string;
    slot: Slot;
    people: number;
    phones: number;
  };
  type RoundBrief = {
    id: string;
    title: string;
    stops: number;
    visited: number;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
  type RoundList = {
    items: Array<RoundBrief>;
  };
  type RoundMark = {
    at: string;
  };
  type RoundShape = {
    id: string;
    title: string;
    made_by: string;
    start: LatLon;
    metres: number;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
    stops: Array<RoundStopShape>;
  };
  type RoundStopShape = {
    id: string;
    code: string;
    title: string;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    priority: Priority;
    hamlet_name: string | null;
    place_words: string;
    lat: number | null;
    lon: number | null;
    thumb: string | null;
    visited_at: string | null;
    qr_svg: string;
  };
  type Rounds = {
    items: Array<ReportRoundShape>;
    rhythm: RhythmShape;
  };
  type RoutingRuleShape = {
    id: string;
    position: number;
    name: string;
    category: string | null;
    hamlet_id: string | null;
    weekdays: string;
    from_time: string | null;
    to_time: string | null;
    unit_id: string;
    assignee_id: string | null;
    priority: Priority | null;
    is_automatic: boolean;
    is_active: boolean;
    version: number;
  };
  type RuleShape = {
    code: string;
    label: string;
    amount: number;
    span: PrivacyModelsSpan;
    source: string;
    is_active: boolean;
    version: number;
  };
  type Rules = {
    items: Array<RoutingRuleShape>;
  };
  type Said = {
    id: string;
    code: string;
    kind: FeedbackKind;
    stars: number | null;
    words: string;
    former: Former;
    at: string;
  };
  type Scheme = 'decree09' | 'calendar' | 'custom';
  type SecondReportSettlement = {
    use: boolean;
  };
  type SecondReportShape = {
    id: string;
    made_by: string;
    made_at: string;
    changes: Record<string, unknown>;
    is_used: boolean | null;
  };
  type SectionReport = {
    section: string;
    label: string;
    added: Array<string>;
    changed: Array<string>;
    retired: Array<string>;
    same: number;
  };
  type SessionShape = {
    id: string;
    held_on: string;
    topic: string;
    place: string;
    words: string;
    came: Array<CameShape>;
    photos: Array<StaffPicture>;
  };
  type SessionState = {
    account: Me | null;
  };
  type SettingEdit = {
    label: string;
    short: string;
    target: number;
    is_ceiling: boolean;
    is_strict: boolean;
    formula?: string;
    source?: string;
    open_days?: number | null;
    categories?: Array<string>;
    years: Array<YearEdit>;
  };
  type SettingShape = {
    valid_from: string;
    entry_days: number;
    counts_excused: boolean;
    month_least: number | null;
    source: string;
    received_at: string;
  };
  type Share = {
    count: number;
    of: number;
  };
  type Shift = {
    opens: string;
    closes: string;
  };
  type ShiftShape = {
    opens: string;
    closes: string;
  };
  type ShownMessage = {
    id: string;
    text: string;
    tone: Tone;
    audience: Audience;
    starts_at: string;
    ends_at: string;
  };
  type ShownMessages = {
    items: Array<ShownMessage>;
  };
  type SiteCase = {
    id: string;
    code: string;
    title: string;
    status_label: string;
    received_at: string;
    lat: number | null;
    lon: number | null;
    link: Link | null;
  };
  type SiteChange = {
    name?: string;
    code?: string;
    hamlet_id?: string | null;
    lat?: number | null;
    lon?: number | null;
    outline?: Record<string, JsonValue> | null;
    place_words?: string;
    area_m2?: number | null;
    volume_m3?: number | null;
    plan_year?: number | null;
    cost_vnd?: number | null;
    funding_source?: string;
    unit_id?: string | null;
    is_public?: boolean;
  };
  type SiteDetail = {
    id: string;
    code: string;
    name: string;
    kind: DumpSitesModelsSiteKind;
    stage: DumpSitesModelsStage;
    stage_label: string;
    stage_since: string;
    found_on: string;
    hamlet_id: string | null;
    hamlet_name: string | null;
    lat: number | null;
    lon: number | null;
    outline: Record<string, JsonValue> | null;
    area_m2: number | null;
    volume_m3: number | null;
    plan_year: number | null;
    cost_vnd: number | null;
    funding_source: string;
    unit_id: string | null;
    unit_name: string | null;
    place_words: string;
    is_public: boolean;
    visit_due_on: string | null;
    suspects: number;
    thumb: string | null;
    version: number;
    outline_m2: number | null;
    watch_ends_on: string | null;
    stages: Array<SiteStage>;
    moves: Array<DumpSitesModelsStage>;
    relapses: Array<DumpSitesModelsStage>;
    visits: Array<SiteVisit>;
    photos: Array<SitePhoto>;
    cases: Array<SiteCase>;
    suspected: Array<SiteCase>;
  };
  type SiteFigure = {
    kind: DumpSitesModelsSiteKind;
    kind_label: string;
    found: number;
    listed: number;
    closed: number;
    restored: number;
    done: number;
    share: number | null;
    sites: Array<SiteRecord>;
  };
  type SiteFigures = {
    on: string;
    k5c: SiteFigure;
    k5d: SiteFigure;
    polluted_areas: SiteFigure;
  };
  type SitePhoto = {
    id: string;
    kind: string;
    large: string | null;
    thumb: string | null;
    width: number | null;
    height: number | null;
    placeholder: string | null;
    is_public: boolean;
    redaction: Redacted | null;
    visit_id: string | null;
    received_at: string;
  };
  type SitePhotoShowing = {
    is_public: boolean;
  };
  type SiteRecord = {
    id: string;
    code: string;
    name: string;
    stage: DumpSitesModelsStage;
    stage_label: string;
    stage_since: string;
    is_restored: boolean;
  };
  type SiteStage = {
    id: string;
    stage: DumpSitesModelsStage;
    label: string;
    on: string;
    words: string;
    decision_number: string;
    is_relapse: boolean;
    is_standing: boolean;
    by: string;
    recorded_at: string;
  };
  type SiteStageCorrection = {
    id: string;
    on?: string;
    words?: string;
    decision_number?: string;
    is_void?: boolean;
  };
  type SiteSummary = {
    id: string;
    code: string;
    name: string;
    kind: DumpSitesModelsSiteKind;
    stage: DumpSitesModelsStage;
    stage_label: string;
    stage_since: string;
    found_on: string;
    hamlet_id: string | null;
    hamlet_name: string | null;
    lat: number | null;
    lon: number | null;
    outline: Record<string, JsonValue> | null;
    area_m2: number | null;
    volume_m3: number | null;
    plan_year: number | null;
    cost_vnd: number | null;
    funding_source: string;
    unit_id: string | null;
    unit_name: string | null;
    place_words: string;
    is_public: boolean;
    visit_due_on: string | null;
    suspects: number;
    thumb: string | null;
    version: number;
  };
  type SiteVisit = {
    id: string;
    dump_site_id: string;
    visited_on: string;
    result: VisitResult;
    words: string;
    by: string;
    made_at: string;
    received_at: string;
    photos_missing: Array<string>;
  };
  type Slot = 'morning' | 'afternoon' | 'all_day';
  type SortingBoard = {
    on: string;
    threshold: ThresholdShape | null;
    hamlets: Array<HamletSorting>;
    meeting: number;
    percent: number | null;
    households: number;
    sorting: number;
    composting: number;
  };
  type SortingCountShape = {
    id: string;
    hamlet_id: string;
    hamlet_name: string;
    checked_on: string;
    households: number;
    sorting: number;
    composting: number | null;
    share_percent: number;
    method: Method;
    words: string;
    received_at: string;
    replaces_id: string | null;
    is_replaced: boolean;
    may_correct: boolean;
  };
  type SortingListShape = {
    id: string;
    hamlet_id: string;
    checked_on: string;
    households: Array<HouseholdShape>;
    sorting: number;
  };
  type Source = 'weigh_bridge' | 'estimate' | 'contract' | 'hamlet';
  type SourceSum = {
    source: Source;
    tonnes: number;
  };
  type Split = {
    parts: Array<Part>;
  };
  type SpotDismissal = {
    complaint_ids: Array<string>;
    words?: string;
  };
  type SpotStep = {
    stage: DumpSitesModelsStage;
    label: string;
    on: string;
  };
  type SpotSuggestion = {
    key: string;
    lat: number;
    lon: number;
    radius_m: number;
    count: number;
    first_on: string;
    last_on: string;
    recent: number;
    before: number;
    hamlet_id: string | null;
    hamlet_name: string | null;
    near_site_id: string | null;
    near_site_name: string | null;
    cases: Array<SiteCase>;
  };
  type StaffPicture = {
    id: string;
    kind: string;
    large: string | null;
    thumb: string | null;
    width: number | null;
    height: number | null;
    placeholder: string | null;
    is_public: boolean;
    redaction: Redacted | null;
  };
  type StageShape = {
    id: string;
    stage: HamletLifeCovenantModelsStage;
    on_day: string;
    has_environment_clause: boolean;
    households: number | null;
    present: number | null;
    in_favour: number | null;
    vote_percent: number | null;
    decision_number: string;
    review_on: string | null;
    words: string;
    received_at: string;
    replaces_id: string | null;
    is_replaced: boolean;
  };
  type Standing = 'standing' | 'waiting' | 'not_begun' | 'running' | 'due_soon' | 'late' | 'done';
  type State = 'met' | 'not_met' | 'none';
  type Statistics = {
    first: string;
    last: string;
    total: number;
    pending: number;
    outcomes: Outcomes;
    rates: Rates;
    by_category: Array<Count>;
    by_status: Array<Count>;
    by_hamlet: Array<Count>;
    by_unit: Array<Count>;
    by_channel: Array<Count>;
    weeks: Array<StatisticsSchemasSpan>;
    months: Array<StatisticsSchemasSpan>;
    steps: Array<StepTime>;
    units: Array<UnitLine>;
  };
  type Status = 'submitted' | 'need_info' | 'accepted' | 'assigned' | 'verifying' | 'processing' | 'resolved' | 'replied' | 'closed' | 'rejected' | 'merged' | 'transferred_out' | 'reopened' | 'withdrawn';
  type StatusEdit = {
    label: string;
    public_label: string;
  };
  type StatusNames = {
    version: number;
    status: Status;
    label: string;
    public_label: string;
  };
  type StatusShape = {
    version: number;
    code: Status;
    label: string;
    public_label: string;
    tone: string;
  };
  type Step = {
    on: string;
    status: Status;
    label: string;
    unit_name: string | null;
  };
  type StepNote = {
    note?: string;
  };
  type StepTime = {
    step: string;
    cases: number;
    median_hours: number | null;
    p90_hours: number | null;
  };
  type Stopped = {
    reason: string | null;
    label: string | null;
    text: string | null;
  };
  type Subject = {
    phone: string;
    reason: string;
  };
  type Submission = {
    id: string;
    type?: 'complaint' | 'difficulty' | 'proposal';
    category?: string | null;
    words?: string;
    reported_at?: string | null;
    place: Place;
    photos?: Array<string>;
    contact?: Contact | null;
    answers?: Array<AnswerInput>;
    collection_point_id?: string | null;
  };
  type Suggested = {
    boxes: Array<Box>;
  };
  type SuggestedCategory = {
    code: string;
    label: string;
  };
  type Suggestion = {
    unit: Named | null;
    assignee: Named | null;
    priority: Priority | null;
    rule_name: string | null;
  };
  type SumShape = {
    flows: Array<FlowSum>;
    at_source: number;
    k5a: RatioShape;
    k5b: RatioShape;
    remarks: Array<string>;
  };
  type Summary = {
    due_at: string | null;
    due_state: DueState;
    minutes_left: number | null;
    day_minutes: number | null;
    id: string;
    code: string;
    title: string;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    priority: Priority;
    hamlet_name: string | null;
    unit_name: string | null;
    held_since: string | null;
    handover_count: number;
    received_at: string;
    photos: number;
    thumb: string | null;
    follower_count: number;
    version: number;
    found: Found | null;
  };
  type SupervisionVisitShape = {
    id: string;
    topic: string;
    planned_on: string;
    held_on: string | null;
    unit_id: string | null;
    unit_name: string | null;
    hamlet_id: string | null;
    hamlet_name: string | null;
    team: string;
    words: string;
    is_cancelled: boolean;
    findings: Array<FindingShape>;
    version: number;
  };
  type SupervisionYear = {
    year: number;
    visits: Array<SupervisionVisitShape>;
    planned: number;
    held: number;
    open_findings: number;
    late_findings: number;
  };
  type SupportReceipt = {
    id: string;
    code: string;
    token: string;
    received_at: string;
    status: Status;
    due_at: string | null;
    photos_missing: Array<string>;
  };
  type Supporter = {
    id: string;
    at: string;
    words: string;
    photos: number;
    has_contact: boolean;
  };
  type TemplateField = {
    name: string;
    words: string;
  };
  type TemplateShape = {
    name: string;
    label: string;
    version: number;
    is_own: boolean;
    changed_at: string | null;
  };
  type Templates = {
    items: Array<TemplateShape>;
    fields: Array<TemplateField>;
  };
  type TermEdit = {
    amount: number;
    span: 'working_days' | 'days';
    source?: string;
  };
  type TermShape = {
    step: string;
    label: string;
    amount: number;
    span: PrivacyModelsSpan;
    source: string;
    version: number;
  };
  type Thanks = {
    cleanup_id: string;
    held_on: string;
    participants: number;
    waste_kg: number | null;
    photo: string | null;
    words: string;
    spoken: string;
  };
  type ThresholdShape = {
    id: string;
    share_percent: number;
    valid_from: string;
    source: string;
  };
  type ToldTwice = {
    second_id: string;
    cleanup_id: string;
    hamlet_name: string;
    held_on: string;
    first_by: string;
    second_by: string;
  };
  type Tone = 'info' | 'warning';
  type Total = {
    name: string;
    amount_vnd: number;
    approved_vnd: number;
    spent_vnd: number;
  };
  type TrackedCase = {
    id: string;
    code: string;
    type: Kind;
    category: string | null;
    category_label: string | null;
    status: Status;
    status_label: string;
    tone: string;
    title: string;
    hamlet: Named | null;
    place: LatLon | null;
    received_at: string;
    received_on: string;
    due_at: string | null;
    due_on: string | null;
    is_overdue: boolean;
    resolved_on: string | null;
    unit_name: string | null;
    reply: Answered | null;
    resolution: Answered | null;
    reject_reason: string | null;
    stop_words: string | null;
    photos: Array<PublicPhoto>;
    photos_missing: Array<string>;
    merged_into: string | null;
    follower_count: number;
    is_support: boolean;
    question: Question | null;
    guidance: string | null;
    answers: Array<AnsweredQuestion>;
    rating: number | null;
    feedback: OwnSay;
    parts: Array<PartOfCase>;
    timeline: Array<TrackedStep>;
    deadline: PublicClock | null;
    clock: ClockShape | null;
    extension: ExtensionShape | null;
  };
  type TrackedStep = {
    at: string;
    status: Status;
    label: string;
    unit_name: string | null;
    notice: string | null;
  };
  type TrackingLink = {
    url: string;
    qr_svg: string;
  };
  type Transfer = {
    body: string;
    letter_number: string;
    letter_on: string;
    text?: string;
  };
  type TrendPoint = {
    checked_on: string;
    sorting: number;
    households: number;
    share_percent: number;
  };
  type Trial = {
    rule_id: string | null;
    rule_name: string | null;
    unit: Named | null;
    assignee: Named | null;
    priority: Priority | null;
    is_automatic: boolean;
  };
  type UnitChange = {
    code?: string | null;
    name?: string | null;
    is_hotline?: boolean | null;
    is_active?: boolean | null;
  };
  type UnitDetail = {
    id: string;
    code: string;
    name: string;
    is_hotline: boolean;
    is_active: boolean;
    officers: Array<Colleague>;
    version: number;
  };
  type UnitLine = {
    unit_id: string;
    name: string;
    held: number;
    open: number;
    overdue: number;
    done: number;
    unproven: number;
    reopened: number;
    handed_on: number;
    rejected: number;
    merged: number;
    transferred: number;
    on_time: Share;
    median_hours: number | null;
    p90_hours: number | null;
  };
  type UnitName = {
    id: string;
    name: string;
  };
  type UnitReportEdit = {
    done?: string;
    obstacles?: string;
    proposals?: string;
  };
  type UnitReportShape = {
    unit_id: string;
    unit_name: string;
    state: UnitReportState | null;
    is_late: boolean;
    drawn: string;
    done: string;
    obstacles: string;
    proposals: string;
    answer: string;
    submitted_at: string | null;
    may_write: boolean;
    version: number;
  };
  type UnitReportState = 'draft' | 'submitted' | 'returned' | 'accepted';
  type Unmerge = {

  };
  type Verdict = 'compliant' | 'not_compliant' | 'incomplete';
  type ViolationState = 'open' | 'overdue' | 'remedied' | 'void';
  type VisitEdit = {
    topic: string;
    planned_on: string;
    held_on?: string | null;
    unit_id?: string | null;
    hamlet_id?: string | null;
    team?: string;
    words?: string;
    is_cancelled?: boolean;
  };
  type VisitResult = 'clean' | 'some_waste' | 'dumped_again';
  type VoteWish = {
    choice: ChoiceInput;
  };
  type WaitingPhoto = {
    cleanup_id: string;
    photo_id: string;
    hamlet_name: string;
    held_on: string;
    thumb: string;
    version: number;
  };
  type WasteClass = 'recyclable' | 'food' | 'other' | 'bulky' | 'hazardous' | 'pesticide' | 'construction';
  type WasteClassEdit = {
    name: string;
    colour?: string;
    how?: string;
    icon?: string;
    position?: number;
    source?: string;
  };
  type WasteClassShape = {
    code: string;
    name: string;
    colour: string;
    how: string;
    icon: string;
    position: number;
    source: string;
    version: number;
  };
  type WasteEntryShape = {
    id: string;
    month: string;
    day: string | null;
    flow: Flow;
    source: Source;
    tonnes: number;
    at_source: boolean;
    is_estimate: boolean;
    population: number | null;
    kg_per_person_day: number | null;
    days: number | null;
    words: string;
    ticket: string;
    facility: string;
    hamlet_id: string | null;
    hamlet_name: string | null;
    received_at: string;
    replaces_id: string | null;
    is_replaced: boolean;
  };
  type WeekMark = 'held' | 'excused' | 'missed' | 'open' | 'absent';
  type WeekShare = {
    week: string;
    held: number;
    asked: number;
    share: number | null;
  };
  type Weekend = {
    week: string;
    saturday: string;
    sunday: string;
    rows: Array<HamletWeekend>;
  };
  type WeekendPlanShape = {
    id: string;
    hamlet_id: string;
    held_on: string;
    starts_at: string;
    place: string;
    bring: string;
    note: string;
  };
  type YearEdit = {
    year: number;
    value: number;
    is_baseline?: boolean;
    source?: string;
  };
  type YearEvidence = {
    year: number;
    hamlets: Array<HamletEvidence>;
  };
  type YearPoint = {
    year: number;
    value: number;
    is_baseline: boolean;
    source: string;
  };
  type YearShape = {
    year: number;
    hours: Array<HoursShape>;
    days: Array<DayShape>;
    working_days: number;
  };
  type CleanupsCoverageSchemasWithdrawal = {
    id: string;
  };
  type CleanupsModelsOutcome = 'held' | 'not_held';
  type CleanupsModelsPhotoKind = 'before' | 'after';
  type CleanupsSchemasCorrection = {
    no_event_reason?: string | null;
    participants?: number | null;
    forces?: Forces | null;
    households_joined?: number | null;
    waste_kg?: number | null;
    recyclable_kg?: number | null;
    hyacinth_kg?: number | null;
    road_m?: number | null;
    road_count?: number | null;
    canal_m?: number | null;
    spots_cleared?: number | null;
    ads_removed?: number | null;
    trees?: number | null;
    pledges?: number | null;
    flower_road_m?: number | null;
    funding_vnd?: number | null;
    campaign_id?: string | null;
    places?: Array<string> | null;
    heaps?: Record<string, number> | null;
    route?: Array<Array<unknown>> | null;
    in_kind?: string | null;
    note?: string | null;
    photos?: Array<string>;
    before_photos?: Array<string>;
    hamlet_id?: string;
    held_on?: string;
    slot?: Slot;
    organiser_id?: string | null;
    outcome?: CleanupsModelsOutcome;
    channel?: EntryChannel;
  };
  type CommendationsModelsChoice = 'yes' | 'no';
  type CommendationsSchemasOutcome = {
    state: ProposalState;
    decision_number?: string;
    decided_on?: string | null;
    reason?: string;
  };
  type ComplaintsCatalogueSchemasChoice = {
    version: number;
    code: string;
    label: string;
    position: number;
    is_active: boolean;
  };
  type ComplaintsDeskSchemasNewNote = {
    id: string;
    text: string;
  };
  type ComplaintsDuplicateSchemasSupport = {
    id: string;
    words?: string;
    photos?: Array<string>;
    contact?: Contact | null;
  };
  type ComplaintsFeedbackSchemasWithdrawal = {
    id: string;
    words?: string;
  };
  type ComplaintsModelsPhotoKind = 'before' | 'field' | 'after';
  type ComplaintsRoutingSchemasRuleEdit = {
    name: string;
    category?: string | null;
    hamlet_id?: string | null;
    weekdays?: string;
    from_time?: string | null;
    to_time?: string | null;
    unit_id: string;
    assignee_id?: string | null;
    priority?: Priority | null;
    is_automatic?: boolean;
    is_active?: boolean;
  };
  type ComplaintsWorkflowModelsRequestState = 'waiting' | 'overdue' | 'answered' | 'revoked' | 'expired';
  type ComplaintsWorkflowSchemasNewBody = {
    name: string;
    note?: string;
    position?: number;
    is_active?: boolean;
    id: string;
  };
  type ComplaintsWorkflowSchemasSupport = {
    unit_ids: Array<string>;
  };
  type DeskRoundSchemasNewRound = {
    id: string;
    title?: string;
    cases: Array<string>;
    lat?: number | null;
    lon?: number | null;
  };
  type DumpSitesModelsPhotoKind = 'before' | 'after' | 'visit';
  type DumpSitesModelsSiteKind = 'wild_dump' | 'unsanitary_landfill' | 'polluted_area';
  type DumpSitesModelsStage = 'found' | 'listed' | 'planned' | 'closed' | 'restoring' | 'watching' | 'done';
  type HamletLifeBriefingSchemasCorrection = {
    id: string;
    people: number;
    first_time: number;
    pledges?: number;
  };
  type HamletLifeBriefingSchemasNewBody = {
    id: string;
    name: string;
    kind: BodyKind;
    from_day?: string | null;
  };
  type HamletLifeCovenantModelsStage = 'drafted' | 'posted' | 'meeting' | 'voted' | 'recognised' | 'reviewed' | 'ended';
  type OutreachGreenModelsSiteKind = 'festival' | 'relic' | 'culture' | 'sport' | 'music' | 'tourism' | 'other';
  type PlanSchemasNewNote = {
    id: string;
    day: string;
    progress: Progress;
    words: string;
    evidence?: string;
  };
  type PrivacyModelsRequestState = 'received' | 'answered' | 'done' | 'refused';
  type PrivacyModelsSpan = 'months' | 'days' | 'working_days';
  type PrivacySchemasRuleEdit = {
    amount: number;
    span: 'months' | 'days';
    source?: string;
    is_active?: boolean;
  };
  type ReportsRoundSchemasNewRound = {
    id: string;
    period_words: string;
    first_day: string;
    last_day: string;
    due_on: string;
    words?: string;
  };
  type StatisticsSchemasSpan = {
    starts_on: string;
    received: number;
    done: number;
    answered: number;
  };
  type Routes = {
    'GET /api/complaints/near': { body: null; answer: NearCases };
    'POST /api/complaints/{code}/supporters': { body: ComplaintsDuplicateSchemasSupport; answer: SupportReceipt };
    'PUT /api/supporters/{follower_id}/photos/{photo_id}': { body: null; answer: PhotoReceipt };
    'DELETE /api/supporters/{follower_id}/photos/{photo_id}': { body: null; answer: null };
    'GET /api/complaints': { body: null; answer: PagePublicSummary };
    'POST /api/complaints': { body: Submission; answer: Receipt };
    'PUT /api/complaints/{complaint_id}/photos/{photo_id}': { body: null; answer: PhotoReceipt };
    'DELETE /api/complaints/{complaint_id}/photos/{photo_id}': { body: null; answer: null };
    'GET /api/complaints/map': { body: null; answer: Markers };
    'GET /api/complaints/counts': { body: null; answer: PublicCounts };
    'GET /api/complaints/{code}': { body: null; answer: PublicCase };
    'GET /api/desk/complaints': { body: null; answer: CaseList };
    'POST /api/desk/complaints': { body: Intake; answer: IntakeReceipt };
    'GET /api/desk/counts': { body: null; answer: Counts };
    'GET /api/desk/map': { body: null; answer: DeskMarkers };
    'GET /api/desk/complaints/{complaint_id}': { body: null; answer: Detail };
    'PATCH /api/desk/complaints/{complaint_id}': { body: Edit; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/acceptance': { body: Acceptance; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/assignment': { body: Assignment; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/question': { body: AskedText; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/verification': { body: StepNote; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/processing': { body: StepNote; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/extension': { body: ExtensionEdit; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/resolution': { body: Resolution; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/reply': { body: Reply; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/closure': { body: Closure; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/reopening': { body: Reopening; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/rejection': { body: Rejection; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/transfer': { body: Transfer; answer: Detail };
    'GET /api/tracking': { body: null; answer: TrackedCase };
    'POST /api/tracking/answer': { body: Answer; answer: TrackedCase };
    'GET /api/healthz': { body: null; answer: Alive };
    'GET /api/readyz': { body: null; answer: Ready };
    'GET /api/photo-policies': { body: null; answer: Array<PolicyShape> };
    'PUT /api/photo-policies/{kind}': { body: PolicyEdit; answer: PolicyShape };
    'GET /media/{key}/large.jpg': { body: null; answer: null };
    'GET /media/{key}/thumb.webp': { body: null; answer: null };
    'GET /api/hamlets': { body: null; answer: Array<HamletDetail> };
    'POST /api/hamlets': { body: NewHamlet; answer: HamletDetail };
    'GET /api/hamlets/{hamlet_id}': { body: null; answer: HamletDetail };
    'PATCH /api/hamlets/{hamlet_id}': { body: HamletChange; answer: HamletDetail };
    'GET /api/outline': { body: null; answer: Record<string, unknown> };
    'POST /api/hamlets/imports': { body: null; answer: ImportResult };
    'GET /api/session': { body: null; answer: SessionState };
    'POST /api/session': { body: Credentials; answer: SessionState };
    'DELETE /api/session': { body: null; answer: null };
    'GET /api/session/devices': { body: null; answer: Array<Device> };
    'DELETE /api/session/devices/{device_id}': { body: null; answer: null };
    'PUT /api/session/password': { body: PasswordChange; answer: null };
    'POST /api/password-link': { body: LinkToken; answer: LinkOwner };
    'PUT /api/password-link': { body: NewPassword; answer: SessionState };
    'GET /api/accounts': { body: null; answer: PageAccountDetail };
    'POST /api/accounts': { body: NewAccount; answer: AccountDetail };
    'PATCH /api/accounts/{account_id}': { body: AccountChange; answer: AccountDetail };
    'POST /api/accounts/{account_id}/password-link': { body: null; answer: PasswordLinkIssued };
    'DELETE /api/accounts/{account_id}/devices': { body: null; answer: null };
    'GET /api/units': { body: null; answer: PageUnitDetail };
    'POST /api/units': { body: NewUnit; answer: UnitDetail };
    'PATCH /api/units/{unit_id}': { body: UnitChange; answer: UnitDetail };
    'GET /api/collection-points': { body: null; answer: Array<PointSummary> };
    'POST /api/collection-points': { body: NewPoint; answer: PointDetail };
    'GET /api/collection-points.csv': { body: null; answer: null };
    'GET /api/collection-points/{point_id}': { body: null; answer: PointDetail };
    'PATCH /api/collection-points/{point_id}': { body: PointChange; answer: PointDetail };
    'PUT /api/collection-points/{point_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/collection-points/{point_id}/photos/{photo_id}': { body: null; answer: PointDetail };
    'POST /api/collection-points/imports': { body: null; answer: ImportResult };
    'GET /api/notices': { body: null; answer: Notices };
    'POST /api/notices/read': { body: ReadMarks; answer: null };
    'GET /api/calendar': { body: null; answer: YearShape };
    'PUT /api/calendar/days/{day}': { body: DayEdit; answer: DayShape };
    'DELETE /api/calendar/days/{day}': { body: null; answer: null };
    'PUT /api/calendar/hours/{effective_from}': { body: HoursEdit; answer: HoursShape };
    'DELETE /api/calendar/hours/{effective_from}': { body: null; answer: null };
    'GET /api/journal/heads': { body: null; answer: Heads };
    'GET /api/weekend-plans': { body: null; answer: Weekend };
    'POST /api/weekend-plans': { body: NewWeekendPlan; answer: WeekendPlanShape };
    'GET /api/weekend-plans/reminders': { body: null; answer: ReminderShape };
    'POST /api/weekend-plans/reminders': { body: NewReminder; answer: ReminderShape };
    'GET /api/weekend-plans/{hamlet_id}': { body: null; answer: HamletInvitation };
    'POST /api/weekend-plans/{plan_id}/withdrawal': { body: CleanupsCoverageSchemasWithdrawal; answer: null };
    'GET /api/cleanups/calendar.ics': { body: null; answer: null };
    'GET /api/cleanups': { body: null; answer: PageCleanupSummary };
    'POST /api/cleanups': { body: CheckIn; answer: CleanupRecord };
    'GET /api/cleanups/{cleanup_id}': { body: null; answer: CleanupRecord | CleanupDetail };
    'PATCH /api/cleanups/{cleanup_id}': { body: CleanupsSchemasCorrection; answer: CleanupRecord };
    'POST /api/cleanup-second-reports/{second_id}/settlement': { body: SecondReportSettlement; answer: CleanupRecord };
    'GET /api/cleanups/{cleanup_id}/history': { body: null; answer: Array<HistoryEntry> };
    'PUT /api/cleanups/{cleanup_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'PATCH /api/cleanups/{cleanup_id}/photos/{photo_id}': { body: PhotoShowing; answer: CleanupRecord };
    'DELETE /api/cleanups/{cleanup_id}/photos/{photo_id}': { body: null; answer: null };
    'PUT /api/cleanups/{cleanup_id}/photos/{photo_id}/redaction': { body: Boxes; answer: CleanupRecord };
    'GET /api/coverage': { body: null; answer: CoverageBoard };
    'GET /api/coverage/excuses': { body: null; answer: Excuses };
    'POST /api/coverage/excuses': { body: NewExcuse; answer: ExcuseShape };
    'POST /api/coverage/excuses/{excuse_id}/withdrawal': { body: CleanupsCoverageSchemasWithdrawal; answer: null };
    'GET /api/coverage/setting': { body: null; answer: SettingShape };
    'POST /api/coverage/setting': { body: NewSetting; answer: SettingShape };
    'GET /api/cleanup-choices': { body: null; answer: CleanupChoices };
    'PUT /api/cleanup-choices/{choice_id}': { body: CleanupChoiceEdit; answer: CleanupChoiceShape };
    'POST /api/attendance-rolls': { body: NewRoll; answer: RollShape };
    'GET /api/attendance-rolls/{roll_id}': { body: null; answer: RollShape };
    'POST /api/attendances': { body: NewAttendance; answer: AttendanceReceipt };
    'GET /api/cleanup-reconciliation': { body: null; answer: Reconciliation };
    'POST /api/cleanup-flags/{flag_id}/dismissal': { body: FlagDismissal; answer: Reconciliation };
    'GET /api/point-register': { body: null; answer: PointRegister };
    'GET /api/collection-points/{point_id}/inspections': { body: null; answer: Array<InspectionShape> };
    'GET /api/collection-points/{point_id}/history': { body: null; answer: Array<PointHistoryEntry> };
    'POST /api/point-inspections': { body: NewInspection; answer: InspectionShape };
    'PUT /api/point-inspections/{inspection_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/point-inspections/{inspection_id}/photos/{photo_id}': { body: null; answer: null };
    'GET /api/collection-points/{point_id}/label.svg': { body: null; answer: null };
    'GET /api/checklists/{kind}': { body: null; answer: ChecklistShape };
    'GET /api/checklists/{kind}/editions': { body: null; answer: Array<ChecklistShape> };
    'POST /api/checklists/{kind}/editions': { body: NewEdition; answer: ChecklistShape };
    'GET /api/catalogue': { body: null; answer: Catalogue };
    'PUT /api/catalogue/categories/{code}': { body: CategoryEdit; answer: CategoryShape };
    'PUT /api/catalogue/reject-reasons/{code}': { body: ChoiceEdit; answer: ComplaintsCatalogueSchemasChoice };
    'PUT /api/catalogue/channels/{code}': { body: ChoiceEdit; answer: ComplaintsCatalogueSchemasChoice };
    'PUT /api/catalogue/questions/{question_id}': { body: QuestionEdit; answer: QuestionShape };
    'GET /api/catalogue/legal-kinds': { body: null; answer: Array<LegalKindShape> };
    'PUT /api/catalogue/legal-kinds/{code}': { body: LegalKindEdit; answer: LegalKindShape };
    'PUT /api/catalogue/statuses/{status}': { body: StatusEdit; answer: StatusNames };
    'GET /api/catalogue/deadlines': { body: null; answer: Array<DeadlineShape> };
    'PUT /api/catalogue/deadlines/{step}/{priority}': { body: DeadlineEdit; answer: DeadlineShape };
    'POST /api/tracking/corrections': { body: CaseCorrection; answer: TrackedCase };
    'POST /api/tracking/withdrawal': { body: ComplaintsFeedbackSchemasWithdrawal; answer: TrackedCase };
    'POST /api/tracking/rating': { body: Rating; answer: TrackedCase };
    'POST /api/tracking/reopening': { body: NotDone; answer: TrackedCase };
    'GET /api/tracking/link': { body: null; answer: TrackingLink };
    'GET /api/feeds/complaints.atom': { body: null; answer: null };
    'GET /api/desk/complaints/{complaint_id}/duplicates': { body: null; answer: Duplicates };
    'POST /api/desk/complaints/{complaint_id}/merge': { body: Merge; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/unmerge': { body: Unmerge; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/supporters/{follower_id}/contact-views': { body: null; answer: ContactView };
    'POST /api/desk/complaints/{complaint_id}/retyping': { body: Retyping; answer: Detail };
    'PUT /api/desk/complaints/{complaint_id}/photos/{photo_id}': { body: null; answer: PhotoReceipt };
    'PATCH /api/desk/complaints/{complaint_id}/photos/{photo_id}': { body: PhotoEdit; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/photos/{photo_id}/original-views': { body: null; answer: null };
    'POST /api/desk/complaints/{complaint_id}/contact-views': { body: null; answer: ContactView };
    'POST /api/desk/complaints/{complaint_id}/notes': { body: ComplaintsDeskSchemasNewNote; answer: Detail };
    'POST /api/complaints/{code}/flags': { body: NewFlag; answer: FlagTaken };
    'PUT /api/desk/complaints/{complaint_id}/photos/{photo_id}/redaction': { body: Boxes; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/photos/{photo_id}/suggestions': { body: null; answer: Suggested };
    'GET /api/desk/complaints/{complaint_id}/public-wordings': { body: null; answer: Array<FormerWords> };
    'POST /api/desk/complaints/{complaint_id}/flag-decision': { body: FlagDecision; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/quarantine-decision': { body: QuarantineDecision; answer: Detail };
    'GET /api/desk/moderation': { body: null; answer: Moderation };
    'GET /api/desk/bans': { body: null; answer: Array<BanShape> };
    'POST /api/desk/bans': { body: NewBan; answer: BanShape };
    'PATCH /api/desk/bans/{ban_id}': { body: BanEdit; answer: BanShape };
    'GET /api/privacy/retention-rules': { body: null; answer: Array<RuleShape> };
    'PUT /api/privacy/retention-rules/{code}': { body: PrivacySchemasRuleEdit; answer: RuleShape };
    'GET /api/privacy/retention-preview': { body: null; answer: Array<DueNow> };
    'GET /api/privacy/terms': { body: null; answer: Array<TermShape> };
    'PUT /api/privacy/terms/{step}': { body: TermEdit; answer: TermShape };
    'GET /api/privacy/requests': { body: null; answer: Array<RequestShape> };
    'POST /api/privacy/requests': { body: NewRequest; answer: RequestShape };
    'POST /api/privacy/requests/{request_id}/answer': { body: RequestAnswer; answer: RequestShape };
    'POST /api/privacy/requests/{request_id}/extension': { body: RequestExtension; answer: RequestShape };
    'POST /api/privacy/requests/{request_id}/outcome': { body: RequestOutcome; answer: RequestShape };
    'POST /api/privacy/requests/{request_id}/identity-views': { body: null; answer: Identity };
    'POST /api/privacy/subject-exports': { body: Subject; answer: Held };
    'GET /api/privacy/erasures': { body: null; answer: Array<ErasureShape> };
    'POST /api/privacy/erasures': { body: NewErasure; answer: ErasureShape };
    'POST /api/privacy/erasures/{erasure_id}/confirmation': { body: null; answer: ErasureShape };
    'POST /api/privacy/erasures/{erasure_id}/withdrawal': { body: null; answer: ErasureShape };
    'GET /api/canned-replies': { body: null; answer: Array<ReplyShape> };
    'POST /api/canned-replies': { body: NewReply; answer: ReplyShape };
    'PUT /api/canned-replies/{reply_id}': { body: ReplyEdit; answer: ReplyShape };
    'POST /api/canned-replies/preview': { body: ReplyTry; answer: Filled };
    'GET /api/desk/complaints/{complaint_id}/replies': { body: null; answer: Array<Offer> };
    'GET /api/desk/filters': { body: null; answer: FilterList };
    'POST /api/desk/filters': { body: NewFilter; answer: FilterShape };
    'PUT /api/desk/filters/{filter_id}': { body: FilterEdit; answer: FilterShape };
    'DELETE /api/desk/filters/{filter_id}': { body: null; answer: null };
    'GET /api/desk/events': { body: null; answer: null };
    'PUT /api/desk/complaints/{complaint_id}/presence': { body: PresenceMark; answer: LiveState };
    'DELETE /api/desk/complaints/{complaint_id}/presence': { body: null; answer: null };
    'POST /api/desk/bulk': { body: Bulk; answer: BulkResult };
    'POST /api/desk/bulk/{bulk_id}/undo': { body: null; answer: BulkUndone };
    'GET /api/desk/register': { body: null; answer: Register };
    'GET /api/desk/register.csv': { body: null; answer: null };
    'POST /api/desk/register/contact-views': { body: null; answer: RegisterContacts };
    'GET /api/desk/rounds': { body: null; answer: RoundList };
    'POST /api/desk/rounds': { body: DeskRoundSchemasNewRound; answer: RoundShape };
    'GET /api/desk/rounds/{round_id}': { body: null; answer: RoundShape };
    'PUT /api/desk/rounds/{round_id}/marks/{mark}': { body: RoundMark; answer: RoundShape };
    'POST /api/desk/complaints/{complaint_id}/handover': { body: Handover; answer: Detail };
    'PUT /api/desk/complaints/{complaint_id}/supporting-units': { body: ComplaintsWorkflowSchemasSupport; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/parts': { body: Split; answer: Detail };
    'POST /api/desk/complaints/{complaint_id}/outside-requests': { body: NewOutsideRequest; answer: Detail };
    'GET /api/desk/complaints/{complaint_id}/outside-requests/{request_id}/link': { body: null; answer: OutsideLink };
    'POST /api/desk/complaints/{complaint_id}/outside-requests/{request_id}/revocation': { body: Revocation; answer: Detail };
    'GET /api/outside-bodies': { body: null; answer: Bodies };
    'POST /api/outside-bodies': { body: ComplaintsWorkflowSchemasNewBody; answer: Body };
    'PUT /api/outside-bodies/{body_id}': { body: BodyEdit; answer: Body };
    'GET /api/routing-rules': { body: null; answer: Rules };
    'POST /api/routing-rules': { body: NewRule; answer: RoutingRuleShape };
    'GET /api/routing-rules/trial': { body: null; answer: Trial };
    'PUT /api/routing-rules/order': { body: Order; answer: Rules };
    'PUT /api/routing-rules/{rule_id}': { body: ComplaintsRoutingSchemasRuleEdit; answer: RoutingRuleShape };
    'DELETE /api/routing-rules/{rule_id}': { body: null; answer: null };
    'GET /api/outside-request': { body: null; answer: OutsideView };
    'POST /api/outside-request/answer': { body: OutsideAnswer; answer: OutsideReceipt };
    'PUT /api/outside-request/photos/{photo_id}': { body: null; answer: PhotoReceipt };
    'GET /api/desk/statistics': { body: null; answer: Statistics };
    'GET /api/desk/heat': { body: null; answer: Heat };
    'GET /api/statistics': { body: null; answer: PublicStatistics };
    'GET /api/desk/cases.csv': { body: null; answer: null };
    'GET /api/desk/cases.xlsx': { body: null; answer: null };
    'POST /api/desk/cases/imports': { body: null; answer: ImportResult };
    'GET /api/black-spots': { body: null; answer: Array<BlackSpot> };
    'GET /api/dump-sites': { body: null; answer: Array<SiteSummary> };
    'POST /api/dump-sites': { body: NewSite; answer: SiteDetail };
    'GET /api/dump-sites/figures': { body: null; answer: SiteFigures };
    'GET /api/dump-sites/{site_id}': { body: null; answer: SiteDetail };
    'PATCH /api/dump-sites/{site_id}': { body: SiteChange; answer: SiteDetail };
    'POST /api/dump-sites/{site_id}/stages': { body: NewSiteStage; answer: SiteDetail };
    'POST /api/dump-sites/{site_id}/stages/{stage_id}/corrections': { body: SiteStageCorrection; answer: SiteDetail };
    'POST /api/dump-sites/{site_id}/complaints': { body: LinkedCases; answer: SiteDetail };
    'PUT /api/dump-sites/{site_id}/relapses/{complaint_id}': { body: RelapseDecision; answer: SiteDetail };
    'GET /api/dump-suggestions': { body: null; answer: Array<SpotSuggestion> };
    'POST /api/dump-suggestions/dismissals': { body: SpotDismissal; answer: null };
    'GET /api/dump-settings': { body: null; answer: DumpSettingsShape };
    'PUT /api/dump-settings': { body: DumpSettings; answer: DumpSettingsShape };
    'GET /api/dump-registers.xlsx': { body: null; answer: null };
    'POST /api/dump-registers/imports': { body: null; answer: ImportResult };
    'POST /api/dump-site-visits': { body: NewSiteVisit; answer: SiteVisit };
    'PUT /api/dump-site-visits/{visit_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/dump-site-visits/{visit_id}/photos/{photo_id}': { body: null; answer: null };
    'PUT /api/dump-sites/{site_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'PUT /api/dump-sites/{site_id}/photos/{photo_id}/showing': { body: SitePhotoShowing; answer: SiteDetail };
    'GET /api/crews': { body: null; answer: CrewRegister };
    'GET /api/crews/{crew_id}': { body: null; answer: CrewDetail };
    'PUT /api/crews/{crew_id}': { body: CrewEdit; answer: CrewDetail };
    'PUT /api/crews/{crew_id}/contracts/{contract_id}': { body: CrewContractEdit; answer: CrewDetail };
    'PUT /api/crew-contracts/{contract_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'GET /api/crew-settings': { body: null; answer: CrewSettingsShape };
    'PUT /api/crew-settings': { body: CrewSettings; answer: CrewSettingsShape };
    'POST /api/crew-inspections': { body: NewInspection; answer: InspectionShape };
    'PUT /api/crew-inspections/{inspection_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/crew-inspections/{inspection_id}/photos/{photo_id}': { body: null; answer: null };
    'PUT /api/crews/{crew_id}/violations/{violation_id}': { body: CrewViolationEdit; answer: CrewDetail };
    'PUT /api/crew-violations/{violation_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'GET /api/crew-results': { body: null; answer: Array<PublicCrewResult> };
    'GET /api/crew-publications': { body: null; answer: Array<CrewPublicationShape> };
    'PUT /api/crew-publications/{publication_id}': { body: CrewPublicationEdit; answer: CrewPublicationShape };
    'PUT /api/crew-publications/{publication_id}/check': { body: CrewPublicationCheck; answer: CrewPublicationShape };
    'PUT /api/crew-publications/{publication_id}/withdrawal': { body: CrewWithdrawal; answer: CrewPublicationShape };
    'GET /api/indicators': { body: null; answer: BoardShape };
    'GET /api/indicators/freezes': { body: null; answer: Freezes };
    'POST /api/indicators/freezes': { body: NewFreeze; answer: FreezeDetail };
    'GET /api/indicators/freezes/{freeze_id}': { body: null; answer: FreezeDetail };
    'GET /api/indicators/{code}': { body: null; answer: FigureDetail };
    'PUT /api/indicators/{code}': { body: SettingEdit; answer: FigureDetail };
    'GET /api/supervision': { body: null; answer: SupervisionYear };
    'GET /api/supervision/units': { body: null; answer: Array<UnitName> };
    'PUT /api/supervision/visits/{visit_id}': { body: VisitEdit; answer: SupervisionVisitShape };
    'POST /api/supervision/visits/{visit_id}/findings': { body: NewFinding; answer: SupervisionVisitShape };
    'PUT /api/supervision/findings/{finding_id}/answer': { body: FindingAnswer; answer: SupervisionVisitShape };
    'PUT /api/supervision/findings/{finding_id}/closing': { body: Closing; answer: SupervisionVisitShape };
    'GET /api/commendations': { body: null; answer: Commendations };
    'POST /api/commendations': { body: NewCommendation; answer: CommendationShape };
    'GET /api/commendations/evidence': { body: null; answer: YearEvidence };
    'PUT /api/commendations/{commendation_id}/vote': { body: VoteWish; answer: CommendationShape };
    'PUT /api/commendations/{commendation_id}/outcome': { body: CommendationsSchemasOutcome; answer: CommendationShape };
    'GET /api/plan': { body: null; answer: PlanShape };
    'GET /api/plan/{code}': { body: null; answer: ItemShape };
    'PUT /api/plan/{code}': { body: ItemEdit; answer: ItemShape };
    'POST /api/plan/{code}/notes': { body: PlanSchemasNewNote; answer: ItemShape };
    'PUT /api/plan/{code}/conditions/{condition_id}': { body: ConditionEdit; answer: ItemShape };
    'GET /api/obstacles': { body: null; answer: Obstacles };
    'POST /api/obstacles': { body: NewObstacle; answer: ObstacleShape };
    'PUT /api/obstacles/{obstacle_id}/decision': { body: Decision; answer: ObstacleShape };
    'PUT /api/obstacles/{obstacle_id}/removal': { body: Removal; answer: ObstacleShape };
    'GET /api/estimates': { body: null; answer: EstimateSheet };
    'PUT /api/estimates/{estimate_id}': { body: EstimateEdit; answer: EstimateShape };
    'DELETE /api/estimates/{estimate_id}': { body: null; answer: null };
    'GET /api/roles': { body: null; answer: RoleTable };
    'PUT /api/roles/{role}/{permission}': { body: CellEdit; answer: Cell };
    'POST /api/roles/reset': { body: null; answer: RoleTable };
    'GET /api/site-messages': { body: null; answer: ShownMessages };
    'GET /api/configuration/site-messages': { body: null; answer: Messages };
    'PUT /api/configuration/site-messages/{message_id}': { body: MessageEdit; answer: MessageShape };
    'GET /api/configuration': { body: null; answer: ConfigurationFile };
    'POST /api/configuration/imports': { body: ConfigurationFile; answer: ImportReport };
    'GET /api/sorting': { body: null; answer: SortingBoard };
    'GET /api/sorting/counts': { body: null; answer: Array<SortingCountShape> };
    'POST /api/sorting/counts': { body: NewSortingCount; answer: SortingCountShape };
    'POST /api/sorting/thresholds': { body: NewThreshold; answer: ThresholdShape };
    'GET /api/sorting/lists/newest': { body: null; answer: OwnList };
    'POST /api/sorting/lists': { body: NewSortingList; answer: SortingListShape };
    'GET /api/covenants': { body: null; answer: CovenantBoard };
    'POST /api/covenants': { body: NewCovenant; answer: CovenantDetail };
    'GET /api/covenants/{covenant_id}': { body: null; answer: CovenantDetail };
    'POST /api/covenants/{covenant_id}/stages': { body: NewStage; answer: CovenantDetail };
    'PUT /api/covenants/{covenant_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'GET /api/self-managed-models/{model_id}': { body: null; answer: ModelDetail };
    'PATCH /api/self-managed-models/{model_id}': { body: ModelChange; answer: ModelDetail };
    'POST /api/self-managed-models': { body: NewModel; answer: ModelDetail };
    'POST /api/self-managed-models/{model_id}/reviews': { body: NewReview; answer: ModelDetail };
    'PUT /api/self-managed-models/{model_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'GET /api/briefings': { body: null; answer: BriefingBoard };
    'GET /api/briefings/sessions': { body: null; answer: Array<SessionShape> };
    'POST /api/briefings/sessions': { body: NewSession; answer: SessionShape };
    'POST /api/briefings/attendances/{attendance_id}/corrections': { body: HamletLifeBriefingSchemasCorrection; answer: SessionShape };
    'PUT /api/briefings/sessions/{session_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'POST /api/briefings/bodies': { body: HamletLifeBriefingSchemasNewBody; answer: BodyShape };
    'PATCH /api/briefings/bodies/{body_id}': { body: BodyChange; answer: BodyShape };
    'GET /api/briefings/bodies/{body_id}/headcounts': { body: null; answer: Array<HeadcountShape> };
    'POST /api/briefings/headcounts': { body: NewHeadcount; answer: HeadcountShape };
    'GET /api/waste': { body: null; answer: Ledger };
    'GET /api/waste/entries': { body: null; answer: Array<WasteEntryShape> };
    'POST /api/waste/entries': { body: NewWasteEntry; answer: WasteEntryShape };
    'POST /api/waste/rates': { body: NewRate; answer: RateShape };
    'POST /api/waste/imports': { body: null; answer: ImportResult };
    'GET /api/guide': { body: null; answer: Guide };
    'GET /api/outreach/guide': { body: null; answer: Guide };
    'PUT /api/outreach/guide/{entry_id}': { body: GuideEntryEdit; answer: GuideEntryShape };
    'PUT /api/outreach/waste-classes/{code}': { body: WasteClassEdit; answer: WasteClassShape };
    'GET /api/prices': { body: null; answer: Prices };
    'GET /api/outreach/prices': { body: null; answer: Array<PriceShape> };
    'PUT /api/outreach/prices/{table_id}': { body: PriceEdit; answer: PriceShape };
    'GET /api/news': { body: null; answer: NewsList };
    'GET /api/news/{post_id}': { body: null; answer: NewsDetail };
    'GET /api/outreach/news': { body: null; answer: NewsBook };
    'PUT /api/outreach/news/{post_id}': { body: NewsEdit; answer: NewsShape };
    'PUT /api/outreach/news/{post_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/outreach/news/{post_id}/photos/{photo_id}': { body: null; answer: NewsShape };
    'GET /api/quiz': { body: null; answer: Quiz };
    'POST /api/quiz/plays': { body: QuizRound; answer: QuizScore };
    'GET /api/outreach/quiz': { body: null; answer: QuizBook };
    'PUT /api/outreach/quiz/{question_id}': { body: QuizQuestionEdit; answer: QuizQuestionShape };
    'GET /api/contests': { body: null; answer: PublicContests };
    'GET /api/outreach/contests': { body: null; answer: ContestBook };
    'PUT /api/outreach/contests/{contest_id}': { body: ContestEdit; answer: ContestShape };
    'PUT /api/outreach/contests/{contest_id}/entries/{entry_id}': { body: ContestEntryEdit; answer: ContestEntryShape };
    'GET /api/outreach/bulletins': { body: null; answer: Bulletins };
    'GET /api/outreach/bulletin-draft': { body: null; answer: BulletinDraft };
    'PUT /api/outreach/bulletins/{bulletin_id}': { body: BulletinEdit; answer: BulletinShape };
    'GET /api/outreach/bulletin-setting': { body: null; answer: BulletinSettingShape };
    'PUT /api/outreach/bulletin-setting': { body: BulletinSettingEdit; answer: BulletinSettingShape };
    'GET /api/outreach/activities': { body: null; answer: ActivityLog };
    'GET /api/outreach/activities.xlsx': { body: null; answer: null };
    'PUT /api/outreach/activities/{activity_id}': { body: ActivityEdit; answer: ActivityShape };
    'PUT /api/outreach/activities/{activity_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/outreach/activities/{activity_id}/photos/{photo_id}': { body: null; answer: ActivityShape };
    'GET /api/outreach/qr.svg': { body: null; answer: null };
    'GET /api/outreach/green': { body: null; answer: GreenBook };
    'PUT /api/outreach/green/criteria/{code}': { body: GreenCriterionEdit; answer: GreenCriterionShape };
    'PUT /api/outreach/green/sites/{site_id}': { body: GreenSiteEdit; answer: GreenSiteShape };
    'POST /api/outreach/green/sites/{site_id}/checks': { body: NewGreenCheck; answer: GreenCheckShape };
    'PUT /api/outreach/green/checks/{check_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'GET /api/camera-notices': { body: null; answer: CameraNotices };
    'GET /api/cameras': { body: null; answer: Cameras };
    'PUT /api/cameras/{camera_id}': { body: CameraEdit; answer: Cameras };
    'POST /api/cameras/{camera_id}/key': { body: null; answer: CameraKey };
    'PUT /api/cameras/{camera_id}/photos/{photo_id}': { body: null; answer: Cameras };
    'GET /api/cameras/{camera_id}/log': { body: null; answer: CameraLog };
    'GET /api/camera-events': { body: null; answer: CameraQueue };
    'POST /api/camera-events/{event_id}/looks': { body: null; answer: CameraEventDetail };
    'POST /api/camera-events/dismissals': { body: Dismissals; answer: CameraQueue };
    'DELETE /api/camera-events/{event_id}/dismissal': { body: null; answer: CameraQueue };
    'POST /api/camera-events/{event_id}/case': { body: CaseFromCamera; answer: CaseMade };
    'GET /api/camera-evidence/{complaint_id}': { body: null; answer: CameraEvidence };
    'POST /api/cameras/{camera_id}/events': { body: CameraMessage; answer: CameraEventReceipt };
    'PUT /api/cameras/{camera_id}/events/{reference}/photos/picture': { body: null; answer: CameraEventReceipt };
    'GET /api/equipment': { body: null; answer: EquipmentRegister };
    'POST /api/equipment': { body: NewEquipment; answer: EquipmentShape };
    'PUT /api/equipment/{equipment_id}': { body: EquipmentEdit; answer: EquipmentShape };
    'GET /api/equipment/{equipment_id}/maintenance': { body: null; answer: MaintenanceLog };
    'POST /api/equipment/{equipment_id}/maintenance': { body: NewMaintenance; answer: MaintenanceLog };
    'PUT /api/equipment-norms/{place_kind}/{kind}': { body: NormEdit; answer: EquipmentRegister };
    'GET /api/equipment.xlsx': { body: null; answer: null };
    'POST /api/equipment/imports': { body: null; answer: ImportResult };
    'GET /api/roadmap': { body: null; answer: Roadmap };
    'POST /api/roadmap': { body: NewRoadmapEntry; answer: RoadmapEntryShape };
    'PUT /api/roadmap/{entry_id}': { body: RoadmapPlan; answer: RoadmapEntryShape };
    'DELETE /api/roadmap/{entry_id}': { body: null; answer: null };
    'GET /api/roadmap/{entry_id}/history': { body: null; answer: RoadmapHistory };
    'PUT /api/roadmap/{entry_id}/photos/{photo_id}': { body: null; answer: Arrival };
    'DELETE /api/roadmap/{entry_id}/photos/{photo_id}': { body: null; answer: null };
    'GET /api/papers/templates': { body: null; answer: Templates };
    'GET /api/papers/templates/{name}': { body: null; answer: null };
    'PUT /api/papers/templates/{name}': { body: null; answer: TemplateShape };
    'DELETE /api/papers/templates/{name}': { body: null; answer: TemplateShape };
    'GET /api/documents': { body: null; answer: Documents };
    'POST /api/documents': { body: NewDocument; answer: DocumentDetail };
    'GET /api/documents/{document_id}': { body: null; answer: DocumentDetail };
    'PUT /api/documents/{document_id}': { body: DocumentEdit; answer: DocumentDetail };
    'DELETE /api/documents/{document_id}': { body: null; answer: null };
    'POST /api/documents/{document_id}/drawing': { body: null; answer: DocumentDetail };
    'GET /api/documents/{document_id}/document.docx': { body: null; answer: null };
    'GET /api/documents/{document_id}/annexes.xlsx': { body: null; answer: null };
    'GET /api/report-rounds': { body: null; answer: Rounds };
    'POST /api/report-rounds': { body: ReportsRoundSchemasNewRound; answer: ReportRoundShape };
    'PUT /api/report-rounds/rhythm': { body: RhythmEdit; answer: RhythmShape };
    'PUT /api/report-rounds/{round_id}/units/{unit_id}': { body: UnitReportEdit; answer: UnitReportShape };
    'POST /api/report-rounds/{round_id}/units/{unit_id}/submission': { body: null; answer: UnitReportShape };
    'POST /api/report-rounds/{round_id}/units/{unit_id}/judgement': { body: Judgement; answer: UnitReportShape };
    'GET /api/config': { body: null; answer: Config };
  };
}
