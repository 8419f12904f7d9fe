"""The bundle format: one model for each kind of file in it. Described for its readers in `docs/bundle-format.md`."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT_VERSION = 1
"""Raised when a reader of the former version would be misled."""

Digest = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$", description="Digest of the file's bytes.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DurationText = Annotated[str, Field(description="Such as `2 working days`, `same working day`, `72 h`.")]


class Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Reference(Record):
    """A case type or a terms text that stands once in the bundle."""

    id: str
    digest: Digest


class Promise(Record):
    """How fast a case is answered."""

    answer_within: DurationText
    in_words: str = Field(description="In Swedish, as residents read it.")
    partial_answer_counts: bool


class Answer(Record):
    """An answer form or a standard answer; `name` only for the former."""

    id: str
    name: str | None
    text: str


class Point(Record):
    """A point or part of a terms text."""

    id: str
    text: str


class Variable(Record):
    """A placeholder that units fill in."""

    type: Literal["text", "phone", "days", "hours", "https"]
    label: str
    default: str | None


class Item(Record):
    """A question, an information text or a group of them; types as in FHIR R4 Questionnaire."""

    id: str
    question: str
    type: Literal[
        "boolean",
        "decimal",
        "integer",
        "date",
        "string",
        "text",
        "choice",
        "open-choice",
        "attachment",
        "display",
        "group",
    ]
    help: str | None = None
    required: bool = False
    maximum_length: int | None = None
    options: list[Point] = []
    multiple: bool = False
    visible_when: dict[str, Any] | None = None
    items: list["Item"] = []


class Attachments(Record):
    resident: bool
    staff: bool


class CaseType(Record):
    """`casetypes/<id>.json`: a case type as the nation and the region, or a unit for a local one, have made it."""

    id: str
    kind: Literal["form", "booking", "outlink", "listing"]
    governance: Literal["central", "template", "local"]
    extends: list[str] = Field(description="The ids of what it builds on.")
    name: str
    internal_name: str | None
    category: str
    description: str | None
    needs: str | None
    form: list[Item]
    functions: list[Literal["book", "cancel", "rebook"]]
    outlink: dict[str, Any] | None
    listing: dict[str, Any] | None
    attachments: Attachments | None
    limited_selection: bool
    variables: dict[str, Variable]
    answer_forms: list[Answer]
    standard_answers: list[Answer]
    illustrative: bool


class Terms(Record):
    """`terms/<id>.json`: a terms text with its placeholders; parts in the order they are shown."""

    id: str
    layout: Literal["points", "booking"]
    status: Literal["draft", "approved"]
    version: int
    approved: dict[str, str] | None
    parts: list[Point]
    illustrative: bool


class Message(Record):
    """`messages/<id>.json`: a template for messages to residents."""

    id: str
    name: str
    internal_name: str | None
    kind: Literal["questions", "information"]
    subject: str
    text: str
    questions: list[Item]
    attachments: bool
    maximum_recipients: int
    to: list[str]
    illustrative: bool


class Offer(Record):
    """A case type on a unit: what the unit adds to it, and the texts' placeholders filled in."""

    casetype: Reference
    active: bool
    sort_order: int | None
    terms: Reference | None
    extra_points: list[Point]
    promise: Promise | None
    cancellation_limit: DurationText | None
    placeholders: dict[str, str]
    changes: dict[str, Any] = Field(description="Fields of the case type that are otherwise on this unit.")


class Unit(Record):
    """`units/<hsa-id>.json`: a unit with its resolved settings and its offers."""

    id: str
    hsa_id: str
    name: str
    status: Literal["planned", "active", "closing", "inactive"]
    invented: bool
    business_type: str
    activities: list[str]
    care_level: str
    governed_by: str
    municipality: dict[str, str]
    phone: str
    offers: list[str] = Field(description="What the unit does, by which decisions select it.")
    groups: list[str]
    contact_page: bool
    contact_card_headings: list[str]
    roles: dict[str, int]
    handler_groups: list[str]
    settings: dict[str, Any]
    booking: dict[str, Any] | None
    summons: dict[str, Any] | None
    casetypes: list[Offer]


class Decision(Record):
    """A decision on the basutbud, as it was written."""

    id: str
    title: str
    decided: dict[str, str]
    valid: dict[str, str | None]
    applies_to: dict[str, Any]
    promise: Promise | None
    require: list[dict[str, Any]]
    recommend: list[dict[str, Any]]
    forbid: list[dict[str, Any]]
    source: str | None
    illustrative: bool


class Basutbud(Record):
    """`basutbud.json`: the region's decisions."""

    decisions: list[Decision]


class File(Record):
    path: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: int = Field(description="Bytes.")


class Waiver(Record):
    """An exemption that covered at least one finding when the bundle was built."""

    rule: str
    reason: str
    owner: str
    ticket: str
    last_day: Day
    findings: int


class Manifest(Record):
    """`manifest.json`: what the bundle holds, where it came from, and the verdict on it."""

    format: Literal["basutbud-bundle"]
    format_version: int
    tool: dict[str, str]
    region: dict[str, str]
    source: dict[str, str | bool | None] = Field(description="`commit` and `dirty`; null outside git.")
    findings: dict[Literal["error", "warning", "advice", "waived", "old"], int]
    waivers: list[Waiver]
    files: list[File] = Field(description="Every other file of the bundle, by path.")
    revision: Digest = Field(description="Digest of this manifest's canonical bytes without this field.")


MODELS: dict[str, type[Record]] = {
    "manifest": Manifest,
    "unit": Unit,
    "casetype": CaseType,
    "terms": Terms,
    "message": Message,
    "basutbud": Basutbud,
}
"""The kinds of file in a bundle, by the name of their schema."""
