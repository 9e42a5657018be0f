"""How a complaint comes in over HTTP: as JSON or as one multipart form; and who holds a tracking token."""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple, cast
from uuid import UUID, uuid4, uuid5

from anyio import to_thread
from fastapi import Depends, Header, Request, UploadFile
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlmodel import Session
from starlette.datastructures import FormData
from starlette.datastructures import UploadFile as FormFile

from api.accounts import rules as people
from api.complaints import duplicate_queries, queries
from api.complaints.duplicate_models import Follower
from api.complaints.models import Complaint
from api.complaints.schemas import MOST_PHOTOS, Submission
from api.core import errors
from api.core.web import AddressDep, SessionDep, SettingsDep
from api.media.access import MediaTypeNotSupported, StoreDep, develop_parts
from api.media.actions import Upload

MOST_FIELDS = 24
LONGEST_FIELD = 64 * 1024
# A form's flat field -> where it stands in a Submission.
FORM_FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id",), "type": ("type",), "category": ("category",), "words": ("words",), "reported_at": ("reported_at",),
    "lat": ("place", "lat"), "lon": ("place", "lon"), "accuracy_m": ("place", "accuracy_m"),
    "place_source": ("place", "source"), "place_words": ("place", "words"), "hamlet_id": ("place", "hamlet_id"),
    "name": ("contact", "name"), "phone": ("contact", "phone"), "consent": ("contact", "consent"),
    "consent_version": ("contact", "consent_version"),
}  # fmt: skip
# What is no text in a form is still written as text; these say what it must read as. Any: a JSON schema.
FORM_TYPES: dict[str, dict[str, Any]] = {
    "id": {"type": "string", "format": "uuid"},
    "reported_at": {"type": "string", "format": "date-time"},
    "lat": {"type": "number", "minimum": -90, "maximum": 90},
    "lon": {"type": "number", "minimum": -180, "maximum": 180},
    "accuracy_m": {"type": "number", "minimum": 0},
    "hamlet_id": {"type": "string", "format": "uuid"},
    "consent": {"type": "boolean"},
}
# Any: FastAPI's own mapping.
SUBMISSION_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Submission"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        **{name: FORM_TYPES.get(name, {"type": "string"}) for name in FORM_FIELDS},
                        "photos": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "maxItems": MOST_PHOTOS,
                        },
                    },
                },
                "example": {
                    "words": "Rác cạnh mương sau nhà văn hóa",
                    "category": "dump_water",
                    "lat": 20.9089,
                    "lon": 106.1793,
                    "photos": ["truoc-1.jpg"],
                },
            },
        },
    }
}


class TokenUnknown(errors.NotFound):
    code = "tracking_token_unknown"
    says = "Không mở được phản ánh này. Xin kiểm tra lại đường dẫn theo dõi."


@dataclass(frozen=True)
class Sent:
    """A complaint as it came, with the photos that came along, by their ids."""

    submission: Submission
    uploads: dict[UUID, Upload] = field(default_factory=dict)


async def read_submission(request: Request, settings: SettingsDep, store: StoreDep) -> AsyncIterator[Sent]:
    """JSON, or a form with all photos in one go. Judged before the database is asked; files last until the end."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        yield Sent(_checked(await _json(request)))
        return
    if kind != "multipart/form-data":
        raise MediaTypeNotSupported("Chỉ nhận JSON hoặc biểu mẫu có ảnh (multipart/form-data).")
    async with request.form(max_files=MOST_PHOTOS, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD) as form:
        parts = [part for part in form.getlist("photos") if isinstance(part, FormFile)]
        uploads = await develop_parts(cast(list[UploadFile], parts), settings, store)
        fields = _from_form(form)
        fields.setdefault("id", str(uuid4()))
        named = {_photo_id(fields["id"], place, upload): upload for place, upload in enumerate(uploads)}
        _place_from_photos(fields, uploads)
        yield Sent(_checked({**fields, "photos": [str(photo) for photo in named]}), named)


SentComplaint = Annotated[Sent, Depends(read_submission, scope="function")]


async def _json(request: Request) -> Any:
    """The body as any JSON value; what json cannot read is the sender's fault, never ours."""
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body",)}]) from None


def _checked(content: Any) -> Submission:
    try:
        return Submission.model_validate(content)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_input=False)) from None


def _from_form(form: FormData) -> dict[str, Any]:
    """Flat fields as the nested mapping a Submission is made of; empty ones count as not sent."""
    made: dict[str, Any] = {"place": {}}
    for name, value in form.multi_items():
        if name == "photos" or not isinstance(value, str) or not value.strip():
            continue
        *outer, last = FORM_FIELDS.get(name, (name,))
        target = made.setdefault(outer[0], {}) if outer else made
        target[last] = value == "true" if name == "consent" else value
    return made


def _photo_id(complaint_id: Any, place: int, upload: Upload) -> UUID:
    """The same at every replay of the form, and never the id of somebody else's photo."""
    try:
        own = UUID(str(complaint_id))
    except ValueError:
        raise RequestValidationError([{"type": "uuid_parsing", "loc": ("body", "id")}]) from None
    return uuid5(own, f"{place}:{hashlib.sha256(upload.prepared.sha256.encode()).hexdigest()}")


def _place_from_photos(fields: dict[str, Any], uploads: list[Upload]) -> None:
    """Where the form gave no place, the first photo that knows where it was taken does."""
    positions = [upload.prepared.gps for upload in uploads if upload.prepared.gps]
    if positions and not any(fields["place"].get(name) for name in ("lat", "hamlet_id", "words")):
        lat, lon = positions[0]
        fields["place"] = {"lat": lat, "lon": lon, "source": "photo"}


async def count_report(request: Request, address: AddressDep) -> None:
    """Before anything is read: so many an hour from one subscriber. Phones keep what is refused here, and try again."""
    await request.app.state.reports.take(people.address_block(address))


ONE_MORE = "Only to add a photo not declared before"
TrackingToken = Annotated[str, Header(max_length=64, description="The secret from the receipt")]


class Tracked(NamedTuple):
    """What a tracking token opens: an own case, or with `follower` the case of somebody else that one follows."""

    complaint: Complaint
    follower: Follower | None


async def read_view(
    request: Request, session: SessionDep, address: AddressDep, x_tracking_token: TrackingToken = ""
) -> Tracked:
    """Wrong tokens are counted per address; honest ones cost nothing."""
    guesses = request.app.state.guesses
    await guesses.check("tracking", address)
    found = await to_thread.run_sync(_tracked, session, x_tracking_token) if x_tracking_token else None
    if found is None:
        await guesses.count("tracking", address)
        raise TokenUnknown
    return found


def _tracked(session: Session, token: str) -> Tracked | None:
    if complaint := queries.find_tracked(session, token):
        return Tracked(complaint, None)
    follower = duplicate_queries.find_follower(session, token)
    return Tracked(queries.require(session, follower.complaint_id), follower) if follower else None


TrackedView = Annotated[Tracked, Depends(read_view)]


async def read_support(follower_id: UUID, tracked: TrackedView) -> Tracked:
    """The support of the address, when the token is its own."""
    if tracked.follower is None or tracked.follower.id != follower_id:
        raise TokenUnknown
    return tracked


OwnSupport = Annotated[Tracked, Depends(read_support)]


async def read_support_if_told(
    follower_id: UUID,
    request: Request,
    session: SessionDep,
    address: AddressDep,
    x_tracking_token: Annotated[str, Header(max_length=64, description=ONE_MORE)] = "",
) -> Tracked | None:
    """The same where the token is optional: None when there is none."""
    if not x_tracking_token:
        return None
    return await read_support(follower_id, await read_view(request, session, address, x_tracking_token))


OwnSupportIfTold = Annotated[Tracked | None, Depends(read_support_if_told)]


async def read_tracked(
    request: Request, session: SessionDep, address: AddressDep, x_tracking_token: TrackingToken = ""
) -> Complaint:
    """The case whose reporter holds the token; that of a supporter opens nothing here."""
    tracked = await read_view(request, session, address, x_tracking_token)
    if tracked.follower:
        raise TokenUnknown
    return tracked.complaint


TrackedComplaint = Annotated[Complaint, Depends(read_tracked)]


async def read_own(complaint_id: UUID, tracked: TrackedComplaint) -> Complaint:
    """The case of the address, when the token is its own; another case's token opens nothing here."""
    if tracked.id != complaint_id:
        raise TokenUnknown
    return tracked


OwnComplaint = Annotated[Complaint, Depends(read_own)]


async def read_own_if_told(
    complaint_id: UUID,
    request: Request,
    session: SessionDep,
    address: AddressDep,
    x_tracking_token: Annotated[str, Header(max_length=64, description=ONE_MORE)] = "",
) -> Complaint | None:
    """The same where the token is optional: None when there is none."""
    if not x_tracking_token:
        return None
    return await read_own(complaint_id, await read_tracked(request, session, address, x_tracking_token))


OwnComplaintIfTold = Annotated[Complaint | None, Depends(read_own_if_told)]
