"""Design a badgeklasse, publish it, change it, copy it, archive it.

What was published never changes: a change is a draft of the next version, and what was given under an older
one stays what it was.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from badges.catalogue.model import CODE, CREBO
from badges.judgement import SkillReference, WerkprocesReference
from badges.texts import normalize, person_problems
from issuers.audit.tables import AuditKind
from issuers.badgeklassen import problems as said
from issuers.badgeklassen.finding import CONTENT, find_design
from issuers.badgeklassen.reading import Content, Offer, read_badgeklasse
from issuers.badgeklassen.register import design_of, versions_of
from issuers.badgeklassen.tables import Design, DesignVersion
from issuers.badgeklassen.typed import MOST, TypedBadgeklasse, loads
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError, UnknownWerkprocesError
from issuers.going import require_going
from issuers.identifiers import short_id, uuid7
from issuers.issuing.achievements import publish_badgeklasse, werkproces_reference
from issuers.issuing.tables import Achievement
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record


def begin(desk: IssuingDesk, typed: TypedBadgeklasse, *, actor: Actor) -> UUID:
    """Begin a badgeklasse with a draft, which may be unfinished.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        FormError: it holds what may not be kept.
    """
    require(actor, Action.DESIGN)
    _require_fit(typed)
    now = desk.clock.now()
    design_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DESIGN)
        session.add(Design(id=design_id, organisation_id=actor.organisation_id, begun=now))
        session.flush()
        session.add(_draft(design_id, typed, number=1, desk=desk, actor=actor))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return design_id


def change(desk: IssuingDesk, design_id: UUID, typed: TypedBadgeklasse, *, actor: Actor) -> None:
    """Change the draft; where the newest version is published, begin the next one.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        NotFoundError: the organisation has no such badgeklasse.
        FormError: it holds what may not be kept.
    """
    require(actor, Action.DESIGN)
    _require_fit(typed)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DESIGN)
        newest = _newest(session, design_id, actor=actor)
        number = newest.number if newest.published is None else newest.number + 1
        session.merge(_draft(design_id, typed, number=number, desk=desk, actor=actor))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def publish(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> str:
    """Publish the draft, at an address of its own; from now on it can be given. Give the id in that address.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
        NotFoundError: the organisation has no such badgeklasse, or there is no draft of it.
        FormError: the draft is not finished, or says what may not be said.
    """
    require(actor, Action.DESIGN)

    def work(session: Session) -> str:
        require_still(session, actor, Action.DESIGN)
        require_going(session, actor.organisation_id)
        draft = _newest(session, design_id, actor=actor)
        if draft.published is not None:
            raise NotFoundError
        content = read_badgeklasse(loads(draft.typed), offer=offer_of(desk))
        made = _publish(session, draft, content=content, desk=desk)
        record(session, AuditKind.BADGEKLASSE_PUBLISHED, content=made.document, desk=desk, actor=actor)
        return made.id

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def copy(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> UUID:
    """Begin a badgeklasse with what another one says.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        NotFoundError: the organisation has no such badgeklasse.
    """
    return begin(desk, find_design(desk, design_id, actor=actor).newest.typed, actor=actor)


def archive(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> None:
    """Give a badgeklasse to nobody any more; what was given stays what it was.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        NotFoundError: the organisation has no such badgeklasse.
    """
    since = desk.clock.now()
    _put_away(desk, design_id, since=since, kind=AuditKind.BADGEKLASSE_ARCHIVED, actor=actor)


def restore(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> None:
    """Take a badgeklasse out of the archive.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        NotFoundError: the organisation has no such badgeklasse.
    """
    _put_away(desk, design_id, since=None, kind=AuditKind.BADGEKLASSE_RESTORED, actor=actor)


def discard(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> None:
    """Throw the draft away; a badgeklasse of which nothing was published goes with it.

    Raises:
        PermissionDeniedError: the actor may design nothing here, or not any more.
        NotFoundError: the organisation has no such badgeklasse, or there is no draft of it.
    """
    require(actor, Action.DESIGN)

    def work(session: Session) -> None:
        row = _design(session, design_id, actor=actor)
        draft = _newest(session, design_id, actor=actor)
        if draft.published is not None:
            raise NotFoundError
        session.delete(draft if draft.number > 1 else row)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def offer_of(desk: IssuingDesk) -> Offer:
    """Give what a badgeklasse can name: skills and werkprocessen of the catalogue, as they are now."""
    skills = {
        skill.uri: SkillReference(skill.uri, skill.label)
        for kwalificatie in desk.catalogue.kwalificaties
        for skill in kwalificatie.suggested_skills
    }

    def find_werkproces(named: str) -> WerkprocesReference | None:
        crebo, _, code = named.partition("/")
        if not (CREBO.fullmatch(crebo) and CODE.fullmatch(code)):
            return None
        try:
            return werkproces_reference(desk, crebo, code=code)
        except UnknownWerkprocesError:
            return None

    ordered = dict(sorted(skills.items(), key=lambda each: each[1].label.casefold()))
    return Offer(skills=ordered, find_werkproces=find_werkproces)


def _put_away(
    desk: IssuingDesk, design_id: UUID, *, since: datetime | None, kind: AuditKind, actor: Actor
) -> None:
    """Put it into the archive or take it out; where it is there already, nothing happened."""
    require(actor, Action.DESIGN)

    def work(session: Session) -> None:
        row = _design(session, design_id, actor=actor)
        if (row.archived is None) != (since is None):
            row.archived = since
            record(session, kind, content=str(design_id).encode(), desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _publish(session: Session, draft: DesignVersion, *, content: Content, desk: IssuingDesk) -> Achievement:
    """Put both editions at their addresses, the one naming the other; badges are made of the Dutch one."""
    dutch_url, english_url = (desk.addresses.achievement(short_id()) for _ in range(2))
    english = content.in_english(english_url, version=draft.number, dutch_url=dutch_url)
    dutch = content.in_dutch(dutch_url, version=draft.number, english_url=english_url if english else None)
    organisation_id = draft.organisation_id
    made = publish_badgeklasse(session, dutch, organisation_id=organisation_id, desk=desk)
    if english:
        publish_badgeklasse(session, english, organisation_id=organisation_id, desk=desk)
    draft.content = CONTENT.dump_json(dutch).decode()
    draft.achievement_id, draft.published = made.id, desk.clock.now()
    return made


def _draft(
    design_id: UUID, typed: TypedBadgeklasse, *, number: int, desk: IssuingDesk, actor: Actor
) -> DesignVersion:
    return DesignVersion(
        badgeklasse_id=design_id,
        number=number,
        organisation_id=actor.organisation_id,
        typed=typed.dumps(),
        written=desk.clock.now(),
        written_by=actor.person_id,
    )


def _design(session: Session, design_id: UUID, *, actor: Actor) -> Design:
    """Find a badgeklasse for who may still change it."""
    require_still(session, actor, Action.DESIGN)
    row = design_of(session, design_id, organisation_id=actor.organisation_id)
    if row is None:
        raise NotFoundError
    return row


def _newest(session: Session, design_id: UUID, *, actor: Actor) -> DesignVersion:
    found = versions_of(session, design_id, organisation_id=actor.organisation_id)
    if not found:
        raise NotFoundError
    return found[0]


def _require_fit(typed: TypedBadgeklasse) -> None:
    """Refuse what may not be kept of anybody, also not in a draft; what is unfinished is fine.

    Raises:
        FormError: with every problem.
    """
    kept = typed.dumps()
    if len(kept) > MOST:
        raise FormError([said.TOO_MUCH])
    texts = {name: getattr(typed, name) for name in TypedBadgeklasse.__dataclass_fields__}
    problems = [
        FieldProblem.of(each, field=field)
        for field, text in texts.items()
        if isinstance(text, str)
        for each in person_problems(normalize(text))
    ]
    if problems:
        raise FormError(problems)
