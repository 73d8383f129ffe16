"""What the lines of the matrix name and send: things of an organisation, and well filled-in forms."""

from typing import Final

from tests.matrix.promises import (
    Of,
)

BADGE_ROW: Final = ("badge.id", "badge.subject_id", "badge.evidence_id")
WERKPROCES: Final = {"crebo": "25774", "code": "B1-K2-W1"}
BADGE: Final = {"badge_id": Of("badge")}
FOREIGN: Final = {"foreign_id": Of("badge")}
SHARE: Final = {"share_id": Of("badge")}
BY_SHARE: Final = {"token": Of("share token")}
DESIGN: Final = {"design_id": Of("design")}
PUBLISHED: Final = {"design_id": Of("published design")}
RECIPIENT: Final = {"recipient_id": Of("recipient")}
WAITS: Final = {"held_id": Of("held")}
AGREEMENT: Final = {"profiel_id": Of("agreement")}
CHOSEN: Final = {"bulk_id": Of("chosen")}
TO_CORRECT: Final = {"bulk_id": Of("to correct")}
CHANGE: Final = {"wat": "zelfstandigheid", "zelfstandigheid": "met hulp"}
GROUP: Final = {"group_id": Of("group")}
READ_BY: Final = {"token": Of("agreement token")}
COLLECTED: Final = AGREEMENT | WERKPROCES
NOTE: Final = {"kind": "notitie"}
EVIDENCE: Final = {"evidence_id": Of("photo")}
NOTED: Final = {"evidence_id": Of("note")}
WHO_WROTE: Final = ("person.name", "invitation.name", "agreement.agreed_by")
EVIDENCE_SHOWS: Final = (
    "recipient.name",
    "evidence.told",
    "evidence.id",
    "evidence_photo.evidence_id",
    "assessment.kennis",
    *WHO_WROTE,
)
SHARED: Final = {"profiel_id": Of("shared agreement")}
PLAN: Final = {"plan_id": Of("examenplan")}
EXAMENPLAN: Final = {"naam": "Nieuw", "inhoud": "crebo;examenonderdeel;naam;kerntaak\n25774;P1;Proeve;B1-K1"}
BESLUIT_SHOWS: Final = (
    "candidate.name",
    "decision.statement",
    "decision_rule.commission",
    "decision_rule.mandate",
    "decision_rule.appeal",
)
DECISION: Final = {"decision_id": Of("decision")}
DECIDED: Final = {"uitkomst": "vrijstelling"}
DECIDES_BY: Final = {
    "commissie": "Examencommissie",
    "mandaat": "Mandaatbesluit",
    "clausule": "Ga in beroep.",
    "weken": "2",
    "jaren": "7",
}
ASKS: Final = {"onderdeel": "P1", "ingeschreven": "ja", "wie": "Noor", "datum": "2026-01-05", "toch": "P1"}
CANDIDATE: Final = {"candidate_id": Of("candidate")}
ASKED_FOR: Final = {**CANDIDATE, "request_id": Of("request")}
COHORT: Final = {"cohort_id": Of("cohort")}
TAKEN: Final = {**CANDIDATE, "file_id": Of("taken file")}
RESTED: Final = {**CANDIDATE, "rested_id": Of("rested file")}
INTAKE: Final = {"intake_id": Of("intake")}
SHARED_BADGE: Final = {**SHARED, "badge_id": Of("shared badge")}
SHOWN: Final = {"evidence_id": Of("shown photo")}
KEPT: Final = {"evidence_id": Of("kept note")}
COLLEAGUE: Final = {"person_id": Of("colleague")}
INVITATION: Final = {"invitation_id": Of("invitation")}
KEY: Final = {"key_id": Of("key")}
STOLEN: Final = {"key_id": Of("withdrawn key")}
AWARD: Final = {"toekenning": Of("badge")}
SCHOOL: Final = {"key": "school"}
HELD: Final = {"token": Of("badge token")}
NO_ID: Final = "019748f2-0000-7000-8000-000000000000"
CARD_PICTURES: Final = {"plaatje-1": "bakkerij", "plaatje-2": "groen", "plaatje-3": "bakkerij"}
TO_KEEP: Final = {**HELD, "proof": Of("keep proof")}
ORGANISATION: Final = {"organisation_id": Of("organisation")}
ACHIEVEMENT: Final = {"achievement_id": Of("achievement")}
APPLICATION: Final = {"application_id": Of("application")}
TYPED: Final = {
    "naam": "Sam de Vries",
    "zin": "Sam verzamelde elke ochtend 40 orders.",
    "van": "2026-01-05",
    "tot": "2026-06-26",
    "gelezen": "ja",
    "sleutel": "matrix",
}

POSTER: Final = {"naam": "Kantine", "werkproces": ["25774/B1-K2-W1"], "termijn": "1-jaar"}
AGREEMENT_SHOWS: Final = ("recipient.name", "werkplekprofiel.guidance", "werkplekprofiel.pace")
AGREED: Final = {"werkproces": ["25774/B1-K2-W1"], "van": "2026-06-29"}

ASKED: Final = {
    "crebo": "25774",
    "werkprocescode": "B1-K2-W1",
    "zin": TYPED["zin"],
    "van": TYPED["van"],
    "tot": TYPED["tot"],
}
