"""Three organisations with everything that an organisation can have, made by the verbs; A is one's own.

Every text of an organisation has its own bird in it, so that a row in the wrong hands shows.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID

from PIL import Image
from sqlmodel import Session

from app.editions import OwnEditions
from badges import fewer
from badges.workphotos import redraw
from holders.keeping.claiming import keep
from holders.keeping.telephones import Telephone, find_holder
from holders.sharing.sharing import Wish, find_share, make_share
from issuers.apikeys.calling import find_caller
from issuers.apikeys.managing import OFFERED, NewKey, list_api_keys, make_api_key
from issuers.assessing.keeping import assess
from issuers.assessing.reading import NewAssessment
from issuers.badgeklassen.designing import begin, publish
from issuers.badgeklassen.endorsing import endorse
from issuers.badgeklassen.starters import STARTERS
from issuers.bulk.choosing import choose
from issuers.bulk.tables import Deed
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import declare, erkenningen_of
from issuers.erkenning.reading import NewErkenning
from issuers.evidence.choosing import let_go_along, list_chosen
from issuers.evidence.collectors import Learner, Member
from issuers.evidence.keeping import collect
from issuers.evidence.reading import Told
from issuers.evidence.sharing import show_to_school
from issuers.evidence.tables import EvidenceKind
from issuers.groups.keeping import keep_group
from issuers.holding.asking import Waiting
from issuers.holding.known import KnownHeld, find_held
from issuers.holding.rosters import hold_all
from issuers.holding.tables import Asks
from issuers.identifiers import uuid7
from issuers.issuing.achievements import achievements_of
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.revoking import revoke
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import RevocationReason
from issuers.keys.managing import list_keys, withdraw_key
from issuers.keys.tables import KeyPurpose
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.applying import TypedApplication, read_application
from issuers.organisations.declaring import TypedFacts
from issuers.organisations.face import TypedFace
from issuers.organisations.facts import facts_of
from issuers.organisations.joining import Decision, apply, approve, waiting_applications
from issuers.organisations.numbers import NumberKind
from issuers.organisations.pictures import set_picture
from issuers.organisations.reporting import read_report, report, waiting_reports
from issuers.people.accepting import accept
from issuers.people.appointing import Appointment, Mandate, NewMember
from issuers.people.enrolling import Write as WriteLink
from issuers.people.enrolling import give_link, use_link
from issuers.people.inviting import Invited, Write, invite
from issuers.people.members import remove_member
from issuers.people.permissions import Actor
from issuers.people.platform import add_administrator
from issuers.people.sessions import NewSession, sign_in
from issuers.people.tables import Proof, Role
from issuers.posters.making import KnownPoster, find_poster, make_poster, read_poster
from issuers.posters.saying import NewSaying, list_sayings, say
from issuers.praktijkverklaring.asking import ask, asked_of_us
from issuers.publishing.keeping import keep_path
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.reading import NewProfiel
from schools.cohorts.keeping import TypedCohort, choose_cohorts, make_cohort
from schools.decisions.asking import TypedRequest
from schools.decisions.asking import ask as ask_exemption
from schools.decisions.deciding import decide
from schools.decisions.finding import find_decision
from schools.decisions.loading import load_plan
from schools.decisions.reading import read_plan
from schools.decisions.rules import Rule as DecisionRule
from schools.decisions.rules import set_rule as set_decision_rule
from schools.decisions.typed import TypedDecision
from schools.evidence.evidence import Identity
from schools.importing.candidates import add_candidate
from schools.importing.intakes import put_down
from schools.importing.linking import NewLink, link_by_hand
from schools.importing.sorting import Found
from schools.importing.states import IntakeState, LineState
from schools.importing.tables import Intake, IntakeLine, RestedFile
from schools.importing.taking import CheckedFile, list_files, take_files
from tests.issuers.conftest import judge
from tests.issuers.erkenning.conftest import ROW
from tests.issuers.giving import issue_agreed
from tests.issuers.groups.rosters import GOOD, lines
from tests.matrix.callers import (
    BY_LINK,
    GONE,
    NOBODY,
    PLATFORM,
    SYSTEM,
    Caller,
    actor_in,
    own_things,
    signed_in,
    visitor_in,
)
from verifier.report import Part, Unread

BIRDS: Final = {"A": "zilverreiger", "B": "roodborst", "C": "koolmees"}
NUMBERS: Final = {
    NumberKind.KVK: "9999999",
    NumberKind.VESTIGING: "99999999999",
    NumberKind.LEERBEDRIJF: "99999999",
    NumberKind.BRIN: "99Z",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """Hold an organisation, its bird, and the names of its things as a route has them."""

    letter: str
    organisation_id: str
    things: Mapping[str, str]

    @property
    def bird(self) -> str:
        """Give the word that stands in all its texts."""
        return BIRDS[self.letter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furnished:
    """Hold the three organisations, and all who come to ask."""

    tenants: tuple[Tenant, ...]
    callers: tuple[Caller, ...]


def furnish(desk: IssuingDesk) -> Furnished:
    """Let three organisations join, and fill them."""
    link = add_administrator(desk, "Pim Platform", mail="pim@beheer.voorbeeld")
    administrator = use_link(desk, link)
    offices = {letter: _Office.opened(desk, letter, administrator=administrator) for letter in BIRDS}
    own = offices["A"]
    all_of_them = tuple(offices.values())
    shifted = (*all_of_them[1:], all_of_them[0])
    insiders = [own.caller(role, role=role) for role in Role]
    outsiders = [
        Caller(name=NOBODY),
        own.let_go(),
        own.caller(BY_LINK, role=Role.BEHEERDER, proof=Proof.LINK),
        signed_in(desk, PLATFORM, person_id=administrator),
    ]
    return Furnished(
        tenants=tuple(
            office.filled(beside=beside) for office, beside in zip(all_of_them, shifted, strict=True)
        ),
        callers=(*insiders, own.system(), *outsiders),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Office:
    """Hold an organisation that just joined, and its first beheerder, who also gives badges."""

    desk: IssuingDesk
    letter: str
    actor: Actor
    application: str

    @property
    def bird(self) -> str:
        """Give the word that stands in all its texts."""
        return BIRDS[self.letter]

    @classmethod
    def opened(cls, desk: IssuingDesk, letter: str, *, administrator: UUID) -> "_Office":
        """Apply, be approved, and come in by the invitation."""
        bird = BIRDS[letter]
        applied = apply(desk, read_application(_typed(letter), agreement="1"), write=_letters(desk))
        (waiting,) = waiting_applications(desk)
        joined = approve(desk, waiting.id, decision=Decision(by=administrator, write=_letters(desk)))
        accepted = accept(desk, joined.invited.token or "", visitor=None)
        token = sign_in(
            desk, NewSession(person_id=accepted.person_id, proof=Proof.PASSKEY, device=f"{bird}-telefoon")
        )
        return cls(desk=desk, letter=letter, actor=actor_in(desk, token), application=applied.token)

    def _profiel(self) -> NewProfiel:
        """Say what somebody will learn."""
        return NewProfiel(
            werkprocessen=(self.desk.catalogue.entry("25774", "B1-K2-W1"),),
            start=date(2026, 6, 29),
            guidance=f"Begeleider {self.bird}",
            pace=f"Zo snel als een {self.bird}",
        )

    def member(self, name: str, *, role: Role) -> UUID:
        """Take somebody in, by an invitation."""
        invited = self._invited(name, role=role)
        return accept(self.desk, invited.token or "", visitor=None).person_id

    def caller(self, name: str, *, role: Role, proof: Proof = Proof.PASSKEY) -> Caller:
        """Take somebody in who comes to ask."""
        person_id = self.member(name, role=role)
        return signed_in(
            self.desk, name, person_id=person_id, proof=proof, organisation_id=self.actor.organisation_id
        )

    def system(self) -> Caller:
        """Make a key for a system that comes to ask, which used it today."""
        new = NewKey(name=f"Systeem {self.bird}", actions=frozenset(OFFERED))
        secret = make_api_key(self.desk, new, actor=self.actor).secret
        find_caller(self.desk, secret)
        headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": "matrix"}
        return Caller(name=SYSTEM, headers=headers)

    def let_go(self) -> Caller:
        """Take somebody in who comes to ask, and let him go; he is still signed in."""
        caller = self.caller(GONE, role=Role.BEHEERDER)
        remove_member(self.desk, UUID(caller.person_id), actor=self.actor)
        return caller

    def filled(self, *, beside: "_Office") -> Tenant:
        """Make one of everything, and give their names; another office stands behind a badge of it."""
        desk, actor = self.desk, self.actor
        badge, withdrawn = self._badge("een"), self._badge("twee")
        revoke(desk, withdrawn.id, actor=actor, reason=RevocationReason.ANDERS)
        set_picture(desk, _picture(), actor=actor)
        declare(desk, [_recognised(self.letter)], source=f"Brief {self.bird}", actor=actor)
        learner = add_recipient(
            desk, NewRecipient(name=f"Leerling {self.bird}", reference=f"k-{self.bird}"), actor=actor
        )
        agreement = find_profiel(desk, propose(desk, learner, self._profiel(), actor=actor), actor=actor)
        held = self._waits()
        note, photo = self._collected(agreement)
        group = keep_group(
            desk, lines(GOOD.replace("Sam", f"Sam {self.bird}")), name=f"Klas {self.bird}", actor=actor
        )
        new = NewAssessment(kennis=f"Kent elke {self.bird}", vaardigheden="", gedrag="", independence=None)
        member = Member(actor=actor, profiel_id=agreement.id)
        assessment = assess(desk, agreement.goals[0].key, new, by=member)
        shared = self._shared(learner)
        poster, saying = self._hung()
        share_token = self._shown()
        published, design = self._design("een"), self._design("twee")
        endorsed = publish(desk, published, actor=actor)
        endorsement = endorse(desk, endorsed, comment="Wij letten hier ook op.", actor=beside.actor)
        colleague = self.member("collega", role=Role.LEZER)
        invited = self._invited("genodigde", role=Role.LEZER)
        link = give_link(
            desk, self.member("vergeten", role=Role.LEZER), actor=actor, write=_link_letters(desk)
        )
        waiting = self._applied_again()
        report_token = report(desk, read_report(f"Er staat iets over een {self.bird}.", about=""))
        keys = {key.purpose: key for key in list_keys(desk, actor=actor)}
        withdraw_key(desk, keys[KeyPurpose.TOKEN].id, actor=actor)
        self.system()
        of_person = own_things(desk, visitor_in(desk, self._again()))
        return Tenant(
            letter=self.letter,
            organisation_id=actor.organisation_id,
            things={
                "organisation": actor.organisation_id,
                "application token": self.application,
                "application": str(waiting),
                "report": str(waiting_reports(desk)[-1].id),
                "report token": report_token,
                "fact": str(facts_of(desk, actor.organisation_id)[0].row.id),
                "badge": str(badge.id),
                "badge token": badge.token,
                "share token": share_token,
                "keep proof": keep_path(self.desk, badge.token).rpartition("/")[2],
                "achievement": achievements_of(desk, actor.organisation_id)[0].id,
                "erkenning": str(erkenningen_of(desk, actor=actor)[0].row.id),
                "recipient": str(learner),
                "agreement": str(agreement.id),
                "agreement token": agreement.token,
                "assessment": str(assessment),
                **shared,
                "held": str(held.id),
                "held token": held.token,
                "group": str(group),
                "chosen": str(choose(desk, [badge.id], deed=Deed.WITHDRAW, actor=actor)),
                "to correct": str(choose(desk, [badge.id], deed=Deed.CORRECT, actor=actor)),
                "poster": str(poster.id),
                "poster token": poster.token,
                "saying": str(saying),
                "note": str(note),
                "photo": str(photo),
                "design": str(design),
                "published design": str(published),
                "endorsement": str(endorsement.id),
                "colleague": str(colleague),
                "invitation": str(invited.id),
                "invitation token": invited.token or "",
                "link token": link.token,
                "key": str(keys[KeyPurpose.ASSERTION].id),
                "api key": str(list_api_keys(desk, actor=actor)[0].id),
                "withdrawn key": str(keys[KeyPurpose.TOKEN].id),
                **of_person,
            },
        )

    def _waits(self) -> KnownHeld:
        """Give a badge in a roster that waits for a second person, and ask for none after that."""
        desk, actor, bird = self.desk, self.actor, self.bird
        set_rule(desk, Rule(asks=Asks.SECOND, hold_hours=48), actor=actor)
        judgement = replace(judge(desk), name=f"Sam {bird}", narrative=f"Sam ving een {bird}.")
        [waiting] = hold_all(desk, [Asked(judgement, f"{bird}-wacht")], actor=actor)
        set_rule(desk, Rule(), actor=actor)
        assert isinstance(waiting, Waiting)
        return find_held(desk, waiting.id, actor=actor)

    def _shown(self) -> str:
        """Let somebody keep a badge of here, and show it by a link without his name; give its token."""
        desk, bird = self.desk, self.bird
        judgement = replace(judge(desk), name=f"Sam {bird}", narrative=f"Sam toonde een {bird}.")
        badge = issue(desk, judgement, actor=self.actor, idempotency_key=f"{bird}-getoond")
        proof = keep_path(desk, badge.token).rpartition("/")[2]
        holder = find_holder(desk, keep(desk, badge.token, proof=proof, holder=None, on=Telephone()))
        assert holder is not None
        wish = Wish(
            badge_ids=(badge.id,), without=frozenset({fewer.Part.NAAM}), days=30, label=f"Voor {bird}"
        )
        made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        return find_share(desk, made, holder=holder).token

    def _hung(self) -> tuple[KnownPoster, UUID]:
        """Hang a poster, and let somebody say something through it."""
        desk, actor = self.desk, self.actor
        new = read_poster(
            f"Poster {self.bird}", work=["25774/B1-K2-W1"], term="1-jaar", catalogue=desk.catalogue
        )
        poster = find_poster(desk, make_poster(desk, new, actor=actor), actor=actor)
        text, today = f"Ik voerde een {self.bird}.", desk.clock.now().date()
        say(
            desk,
            poster.token,
            NewSaying(work=("25774", "B1-K2-W1"), name=f"Leerling {self.bird}", text=text, day=today),
        )
        return poster, list_sayings(desk, actor=actor)[0].id

    def _collected(self, agreement: KnownProfiel) -> tuple[UUID, UUID]:
        """Collect a note by who works with the recipient, and a photo by the recipient."""
        desk, bird = self.desk, self.bird
        work = agreement.goals[0].key
        noted = Told(kind=EvidenceKind.NOTE, texts={"notitie": f"Verzorgde een {bird}."})
        seen = Told(kind=EvidenceKind.PHOTO, texts={"bijschrift": f"Een {bird}"})
        by_learner = Learner(token=agreement.token, organisation_id=self.actor.organisation_id)
        note = collect(desk, work, noted, by=Member(actor=self.actor, profiel_id=agreement.id))
        return note, collect(desk, work, seen, by=by_learner, photo=redraw(_picture()))

    def _shared(self, learner: UUID) -> dict[str, str]:
        """Agree once more, as the school too, give a badge for it, and ask something about that."""
        desk, actor, name = self.desk, self.actor, f"Leerling {self.bird}"
        new = replace(self._profiel(), school_id=actor.organisation_id)
        profiel = find_profiel(desk, propose(desk, learner, new, actor=actor), actor=actor)
        agree(desk, profiel.token, revision=profiel.revision, name=name)
        kept, shown = self._collected(profiel)
        learner_himself = Learner.with_token(desk, profiel.token)
        let_go_along(desk, shown, by=learner_himself)
        [photo] = list_chosen(desk, profiel.id, profiel.goals[0].key, actor=actor)
        text = f"Verzorgde elke dag een {self.bird}."
        said = replace(judge(desk), name=name, narrative=text, photos=(photo.cited,))
        badge = issue_agreed(
            desk, said, profiel_id=profiel.id, actor=actor, idempotency_key=f"{self.bird}-samen"
        )
        bevestiger = replace(
            actor,
            person_id=self.member("bevestigt", role=Role.BEVESTIGER),
            roles=frozenset({Role.BEVESTIGER}),
        )
        ask(desk, profiel.id, badge.id, question=f"Wat at de {self.bird}?", actor=bevestiger)
        [question] = asked_of_us(desk, profiel.id, actor=actor)
        show_to_school(desk, shown, by=learner_himself)
        return {
            **self._taken(bevestiger),
            "shared agreement": str(profiel.id),
            "shared badge": str(badge.id),
            "shared agreement token": profiel.token,
            "question": str(question.id),
            "kept note": str(kept),
            "shown photo": str(shown),
            "photo address": photo.cited.id.rpartition("/")[2],
        }

    def _taken(self, bevestiger: Actor) -> dict[str, str]:
        """Take a file in of somebody, as a school."""
        desk, bird = self.desk, self.bird
        candidate = add_candidate(desk, f"Kandidaat {bird}", actor=bevestiger)
        unread = Part(unread=Unread("kind-unknown", f"Een {bird}.", f"A {bird}."))
        take_files(desk, candidate, [CheckedFile(f"{bird}.txt", bird.encode(), unread)], actor=bevestiger)
        [file] = list_files(desk, candidate, actor=bevestiger)
        new = NewLink(
            identity=Identity(f"did:web:{bird}.voorbeeld", f"urn:{bird}"),
            crebo="25774",
            code="B1-K2-W1",
            reason=f"Gezien bij de {bird} zelf.",
        )
        link = link_by_hand(desk, candidate, new, actor=bevestiger)
        cohort = make_cohort(desk, TypedCohort(naam=f"Groep {bird}", doel="C0021"), actor=bevestiger)
        choose_cohorts(desk, candidate, {cohort}, actor=bevestiger)
        taken = {
            "candidate": str(candidate),
            "taken file": str(file.id),
            "hand link": str(link),
            "rested file": str(self._rested(candidate, bevestiger)),
            "cohort": str(cohort),
            "intake": str(self._intake(bevestiger)),
        }
        return taken | self._examined(bevestiger, candidate)

    def _examined(self, bevestiger: Actor, candidate: UUID) -> dict[str, str]:
        """Load an examenplan, as a school, and decide under it."""
        desk, bird = self.desk, self.bird
        table = f"crebo;examenonderdeel;naam;werkproces\n25774;P1;Verzorgt een {bird};B1-K2-W1\n"
        plan = read_plan(table.encode(), catalogue=desk.catalogue)
        known = load_plan(desk, plan, name=f"Plan {bird}", actor=bevestiger)
        today = desk.clock.today().isoformat()
        wanted = TypedRequest(onderdeel="P1", ingeschreven="ja", wie=f"Ouder {bird}", datum=today)
        first, second = (
            ask_exemption(desk, candidate, known.id, each, actor=bevestiger)
            for each in (wanted, replace(wanted, wie=f"Oom {bird}"))
        )
        decider = replace(
            bevestiger,
            person_id=self.member("beslist", role=Role.EXAMENCOMMISSIE),
            roles=frozenset({Role.EXAMENCOMMISSIE}),
        )
        self._rule()
        said = TypedDecision(
            uitkomst="geen-vrijstelling",
            vergadering=f"Vergadering {bird}",
            datum=today,
            mandaat=f"Mandaat {bird}",
            leden=f"Lid {bird}",
            motivering=f"De {bird} was er niet.",
        )
        made = decide(desk, second, said, candidate_id=candidate, actor=decider)
        return {
            "examenplan": str(known.id),
            "request": str(first),
            "decision": str(made),
            "decision token": find_decision(desk, made, actor=decider).token,
        }

    def _rule(self) -> None:
        """Say how the school decides."""
        bird = self.bird
        beheerder = replace(
            self.actor,
            person_id=self.member("regelt", role=Role.BEHEERDER),
            roles=frozenset({Role.BEHEERDER}),
        )
        rule = DecisionRule(
            commission=f"Commissie {bird}",
            mandate=f"Mandaat {bird}",
            appeal=f"Beroep {bird}",
            appeal_weeks=2,
            keep_years=7,
        )
        set_decision_rule(self.desk, rule, actor=beheerder)

    def _intake(self, bevestiger: Actor) -> UUID:
        """Let a school be asked whose one file of many is."""
        found = Found(f"{self.bird}.json", f"Een {self.bird}.".encode())
        intake_id = put_down(self.desk, f"{self.bird}.zip", [found], actor=bevestiger)

        def work(session: Session) -> None:
            line = session.get_one(IntakeLine, (intake_id, 1))
            line.state, line.reason = LineState.ASKED, json.dumps({"nl": self.bird, "en": self.bird})
            session.get_one(Intake, intake_id).state = IntakeState.DONE

        self.desk.register.write(work, within=WHOLE_SERVICE)
        return intake_id

    def _rested(self, candidate: UUID, bevestiger: Actor) -> UUID:
        """Let a decision of a school rest on something."""
        at = self.desk.clock.now()
        row = RestedFile(
            id=uuid7(at),
            organisation_id=bevestiger.organisation_id,
            candidate_id=candidate,
            decision_id=uuid7(at),
            name=f"{self.bird}.json",
            digest=sha256(f"rust {self.bird}".encode()).hexdigest(),
            report=json.dumps({"gezien": self.bird}),
            taken="{}",
            at=at,
        )
        self.desk.register.write(lambda session: session.add(row), within=WHOLE_SERVICE)
        return row.id

    def _design(self, number: str) -> UUID:
        bird = self.bird
        typed = replace(
            STARTERS["samenwerken"], naam=f"Samen {bird} {number}", omschrijving=f"Zoals een {bird}."
        )
        return begin(self.desk, typed, actor=self.actor)

    def _applied_again(self) -> UUID:
        """Let a sister of this organisation ask to join; nobody decides."""
        apply(self.desk, read_application(_typed(self.letter), agreement="1"), write=_letters(self.desk))
        return waiting_applications(self.desk)[-1].id

    def _again(self) -> str:
        who = NewSession(person_id=self.actor.person_id, proof=Proof.PASSKEY, device=f"{self.bird}-laptop")
        return sign_in(self.desk, who)

    def _invited(self, name: str, *, role: Role) -> Invited:
        bird = self.bird
        mandate = (
            Mandate(given_by=f"Bestuur {bird}", since=self.desk.clock.now().date())
            if role is Role.BEVESTIGER
            else None
        )
        new = NewMember(
            name=f"{name} {bird}",
            mail=f"{name.replace(' ', '-')}@{bird}.voorbeeld",
            appointment=Appointment(roles=frozenset({role}), mandate=mandate),
        )
        return invite(self.desk, new, actor=self.actor, write=_letters(self.desk))

    def _badge(self, number: str) -> IssuedBadge:
        bird = self.bird
        narrative = f"Sam verzorgde elke dag een {bird}."
        judgement = replace(judge(self.desk), name=f"Sam {bird} {number}", narrative=narrative)
        return issue(self.desk, judgement, actor=self.actor, idempotency_key=f"{bird}-{number}")


def _number(letter: str, kind: NumberKind) -> str:
    """Give a number that nobody has."""
    return f"{NUMBERS[kind]}{letter if kind is NumberKind.BRIN else 'ABC'.index(letter)}"


def _typed(letter: str) -> TypedApplication:
    """Fill in the form of an organisation that is a leerbedrijf and a school, with numbers of nobody."""
    bird = BIRDS[letter]
    numbers = {kind: _number(letter, kind) for kind in NUMBERS}
    face = TypedFace(
        naam=f"Werkplaats {bird}",
        officiele_naam=f"Stichting {bird}",
        website=f"https://{bird}.voorbeeld",
        contact=f"info@{bird}.voorbeeld",
        gemeente=f"Gemeente {bird}",
        regio=f"Regio {bird}",
    )
    return TypedApplication(
        facts=TypedFacts(kinds=("leerbedrijf", "school"), numbers=numbers, school_kind="mbo"),
        face=face,
        persoon=f"Bea {bird}",
        mail=f"bea@{bird}.voorbeeld",
        geeft_zelf="ja",
        overeenkomst="ja",
        edities="ja",
    )


def _letters(desk: IssuingDesk) -> Write:
    def write(invited: Invited) -> Letter:
        return new_letter(invited.mail, subject="Doe mee", text=f"{invited.token}", now=desk.clock.now())

    return write


def _link_letters(desk: IssuingDesk) -> WriteLink:
    def write(mail: str, name: str, token: str) -> Letter:
        return new_letter(mail, subject=name, text=token, now=desk.clock.now())

    return write


def _recognised(letter: str) -> NewErkenning:
    """Say of a leerbedrijf that it is recognised for the work of its badges."""
    return replace(ROW, leerbedrijf=_number(letter, NumberKind.LEERBEDRIJF))


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(out, "PNG")
    return out.getvalue()
