"""The tenant matrix as data: of every route, for whom it is, whose things it names, and what it answers.

A route that is not here fails the build, and so does a line here without a route. To add one, say for whom it
is (`everyone`, `only` some, or the `platform`), which thing each name in the path stands for
(`furnishing.Tenant.things`), and what the form holds. The answer to who may is 200
unless the line says otherwise; to who may not it is 401, 403 or the page to sign in; to who may, but names a
thing of another organisation, it is 404.
"""

from collections.abc import Mapping
from typing import Final

from templates.texts import AGREEMENT as NEWEST
from tests.issuers.groups.rosters import GOOD, HEADER
from tests.matrix.callers import BY_LINK, GONE, PLATFORM
from tests.matrix.promises import (
    ALL_ROLES,
    BEHEERDER,
    CONFIRMERS,
    DECIDERS,
    DESIGNERS,
    DRAFTERS,
    ENDORSABLE,
    ENDORSED,
    GIVERS,
    PERSONS,
    SCHOOLS,
    SYSTEMS,
    WITHDRAWERS,
    Line,
    Of,
    everyone,
    only,
    platform,
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

ROUTES: Final[Mapping[str, Line]] = {
    # The API for everyone: nothing in it is of an organisation.
    "POST /api/v1/verificaties": everyone(json={}, status=400),
    "GET /api/v1/kwalificaties": everyone(),
    "GET /api/v1/kwalificaties/{crebo}": everyone(path={"crebo": "25774"}),
    "GET /api/v1/kwalificaties/{crebo}/werkprocessen": everyone(path={"crebo": "25774"}),
    "GET /api/v1/kwalificaties/{crebo}/werkprocessen/{code}": everyone(path=WERKPROCES),
    "GET /api/v1/werkprocessen": everyone(status=400),
    "GET /api/v1/openapi.json": everyone(),
    # The API for systems of an organisation.
    "POST /api/v1/toekenningen": only(SYSTEMS, json=ASKED, status=201),
    "GET /api/v1/toekenningen": only(SYSTEMS),
    "GET /api/v1/toekenningen/{toekenning}": only(SYSTEMS, path=AWARD),
    "POST /api/v1/toekenningen/{toekenning}/verbetering": only(
        SYSTEMS, path=AWARD, json=ASKED | {"reden": "schrijffout"}, status=201
    ),
    "POST /api/v1/toekenningen/{toekenning}/intrekking": only(SYSTEMS, path=AWARD, json={"reden": "anders"}),
    # A badge, for whoever has its address.
    "GET /b/{token}": everyone(path=HELD),
    "GET /foto/{token}": everyone(path={"token": Of("photo address")}),
    "POST /b/{token}/geopend": everyone(path=HELD, status=204),
    "GET /b/{token}/bewijs.{ending}": everyone(path={**HELD, "ending": "json"}, shows=BADGE_ROW),
    # Keeping what one was given: whoever has the address, and on his telephone.
    "GET /bewaar/{token}/{proof}": everyone(path=TO_KEEP),
    "POST /bewaar/{token}/{proof}": everyone(path=TO_KEEP, status=303),
    "GET /mijn-bewijzen": everyone(),
    "GET /mijn-bewijzen.js": everyone(),
    "GET /mijn-bewijzen.webmanifest": everyone(),
    "GET /mijn-bewijzen/zonder-internet": everyone(),
    "POST /mijn-bewijzen/van-deze-telefoon": everyone(status=303),
    "GET /mijn-bewijzen/{badge_id}": everyone(path=BADGE, status=404),
    "GET /mijn-bewijzen/{badge_id}/nieuwe-versie": everyone(path=BADGE, status=404),
    "POST /mijn-bewijzen/{badge_id}/nieuwe-versie": everyone(path=BADGE, form={"link": "1"}, status=404),
    "POST /mijn-bewijzen/{badge_id}/dicht": everyone(path=BADGE, status=404),
    "POST /mijn-bewijzen/{badge_id}/open": everyone(path=BADGE, status=404),
    "GET /b/{token}/van-wie": everyone(path=HELD),
    "POST /b/{token}/van-wie": everyone(path=HELD, form={"code": "123456"}),
    # How somebody comes to what he keeps; nobody here keeps anything.
    "GET /mijn-bewijzen/toegang": everyone(status=404),
    "GET /mijn-bewijzen/toestellen": everyone(status=404),
    "POST /mijn-bewijzen/toestellen/{device_id}/weg": everyone(path={"device_id": NO_ID}, status=404),
    "GET /mijn-bewijzen/toestel-erbij": everyone(status=404),
    "POST /mijn-bewijzen/toestel-erbij": everyone(status=404),
    "POST /mijn-bewijzen/toestel-erbij/nee": everyone(status=404),
    "POST /mijn-bewijzen/toestel-erbij/{ask_id}/mag": everyone(path={"ask_id": NO_ID}, status=404),
    "GET /toestel": everyone(),
    "POST /toestel": everyone(form={"code": "K7P4-QD9M"}, status=400),
    "GET /toestel/wacht": everyone(status=400),
    "POST /toestel/wacht": everyone(status=400),
    "GET /mijn-bewijzen/adres": everyone(status=404),
    "POST /mijn-bewijzen/adres": everyone(form={"adres": "sam@bewijs.voorbeeld"}, status=404),
    "GET /mijn-bewijzen/adres/code": everyone(status=404),
    "POST /mijn-bewijzen/adres/code": everyone(form={"code": "123456"}, status=404),
    "POST /mijn-bewijzen/adres/{address_id}/weg": everyone(path={"address_id": NO_ID}, status=404),
    # Nothing is sent here: no address is asked for.
    "GET /openen/adres": everyone(status=404),
    "POST /openen/adres": everyone(form={"adres": "sam@bewijs.voorbeeld"}, status=404),
    "GET /openen/adres/code": everyone(),
    "POST /openen/adres/code": everyone(form={"code": "123456"}, status=400),
    "GET /mijn-bewijzen/helpers": everyone(status=404),
    "GET /mijn-bewijzen/helpers/nieuw": everyone(status=404),
    "POST /mijn-bewijzen/helpers/nieuw": everyone(form={"wie": "Mijn zus"}, status=404),
    "GET /mijn-bewijzen/helpers/{helper_id}": everyone(path={"helper_id": NO_ID}, status=404),
    "POST /mijn-bewijzen/helpers/{helper_id}/stop": everyone(path={"helper_id": NO_ID}, status=404),
    "GET /helpen": everyone(),
    "GET /helpen/{token}": everyone(path={"token": "niemand"}, status=404),
    "POST /helpen/{token}": everyone(path={"token": "niemand"}, status=404),
    "GET /helpen/bij/{helper_id}": everyone(path={"helper_id": NO_ID}, status=404),
    "GET /helpen/bij/{helper_id}/{badge_id}": everyone(path={**BADGE, "helper_id": NO_ID}, status=404),
    "GET /mijn-bewijzen/passkey": everyone(status=404),
    "POST /mijn-bewijzen/passkey": everyone(json={}, status=404),
    "POST /mijn-bewijzen/passkey/vraag": everyone(status=404),
    "POST /mijn-bewijzen/passkey/{passkey_id}/weg": everyone(path={"passkey_id": NO_ID}, status=404),
    "GET /openen/passkey": everyone(),
    "POST /openen/passkey": everyone(json={}, status=400),
    "POST /openen/passkey/even": everyone(json={}, status=400),
    "POST /openen/passkey/vraag": everyone(),
    "GET /mijn-bewijzen/evc": everyone(status=404),
    "GET /mijn-bewijzen/evc/bundel.zip": everyone(status=404),
    "GET /mijn-bewijzen/gegevens": everyone(status=404),
    "GET /mijn-bewijzen/gegevens/alles.zip": everyone(status=404),
    "GET /mijn-bewijzen/weg": everyone(status=404),
    "GET /mijn-bewijzen/samen": everyone(status=404),
    "POST /mijn-bewijzen/samen": everyone(status=404),
    "GET /mijn-bewijzen/samen/kaart": everyone(status=404),
    "POST /mijn-bewijzen/samen/kaart": everyone(form={"code": "K7P-4QD9"}, status=404),
    "GET /mijn-bewijzen/samen/passkey": everyone(status=404),
    "POST /mijn-bewijzen/samen/passkey": everyone(json={}, status=404),
    "GET /mijn-bewijzen/samen/adres": everyone(status=404),
    "POST /mijn-bewijzen/samen/adres": everyone(form={"adres": "sam@x.voorbeeld"}, status=404),
    "GET /mijn-bewijzen/samen/adres/code": everyone(status=404),
    "POST /mijn-bewijzen/samen/adres/code": everyone(form={"code": "123456"}, status=404),
    "POST /mijn-bewijzen/weg": everyone(form={"zeker": "ja"}, status=404),
    # What somebody shares of it: for who keeps it, and for whoever has the address.
    "POST /mijn-bewijzen/routes/weg": everyone(status=404),
    "POST /mijn-bewijzen/routes/terug": everyone(status=404),
    "GET /mijn-bewijzen/elders": everyone(status=404),
    "POST /mijn-bewijzen/elders": everyone(form={"tekst": "{}"}, status=404),
    "GET /mijn-bewijzen/elders/{foreign_id}": everyone(path=FOREIGN, status=404),
    "GET /mijn-bewijzen/elders/{foreign_id}/bestand": everyone(path=FOREIGN, status=404),
    "POST /mijn-bewijzen/elders/{foreign_id}/na": everyone(path=FOREIGN, status=404),
    "POST /mijn-bewijzen/elders/{foreign_id}/weg": everyone(path=FOREIGN, status=404),
    "GET /mijn-bewijzen/delen": everyone(status=404),
    "POST /mijn-bewijzen/delen": everyone(form={"bewijs": Of("badge"), "dagen": "30"}, status=404),
    "GET /mijn-bewijzen/gedeeld": everyone(status=404),
    "GET /mijn-bewijzen/gedeeld/{share_id}": everyone(path=SHARE, status=404),
    "GET /mijn-bewijzen/gedeeld/{share_id}/blad.pdf": everyone(path=SHARE, status=404),
    "GET /mijn-bewijzen/gedeeld/{share_id}/groot": everyone(path=SHARE, status=404),
    "POST /mijn-bewijzen/gedeeld/{share_id}/stop": everyone(path=SHARE, status=404),
    "GET /mijn-bewijzen/gedeeld/{share_id}/school": everyone(path=SHARE, status=404),
    "POST /mijn-bewijzen/gedeeld/{share_id}/school": everyone(path=SHARE, status=404),
    "GET /mijn-bewijzen/scholen": everyone(status=404),
    "GET /mijn-bewijzen/scholen/nieuw": everyone(status=404),
    "POST /mijn-bewijzen/scholen/nieuw": everyone(form={"bewijs": Of("badge"), "dagen": "30"}, status=404),
    "POST /mijn-bewijzen/scholen/{consent_id}/stop": everyone(path={"consent_id": Of("badge")}, status=404),
    "GET /d/{token}": everyone(path=BY_SHARE),
    "POST /d/{token}/gezien": everyone(path=BY_SHARE, status=204),
    "GET /d/{token}/bewijs.{ending}": everyone(path={**BY_SHARE, "ending": "json"}, shows=BADGE_ROW),
    "GET /d/{token}/van-wie": everyone(path=BY_SHARE),
    "POST /d/{token}/van-wie": everyone(path=BY_SHARE, form={"code": "geen"}, status=400),
    "GET /d/{token}/{number}": everyone(path={**BY_SHARE, "number": "1"}),
    "GET /d/{token}/{number}/bewijs.{ending}": everyone(
        path={**BY_SHARE, "number": "1", "ending": "json"}, shows=BADGE_ROW
    ),
    "GET /mijn-bewijzen/kaart": everyone(status=404),
    "POST /mijn-bewijzen/kaart": everyone(form=CARD_PICTURES, status=404),
    "POST /mijn-bewijzen/kaart/pdf": everyone(form={"code": "K7P-4QD9"}, status=404),
    "POST /mijn-bewijzen/kaart/stop": everyone(status=404),
    "POST /mijn-bewijzen/kaart/{card_id}/stop": everyone(path={"card_id": NO_ID}, status=404),
    "POST /mijn-bewijzen/overzetten": everyone(status=404),
    "GET /kaart": everyone(),
    "POST /kaart": everyone(form={**CARD_PICTURES, "code": "K7P-4QD9"}, status=400),
    "GET /gegeven/{badge_id}/kaart": only(GIVERS, path=BADGE),
    "POST /gegeven/{badge_id}/kaart": only(GIVERS, path=BADGE, form=CARD_PICTURES),
    "POST /gegeven/{badge_id}/kaart/pdf": only(GIVERS, path=BADGE, form={"code": "K7P-4QD9"}, status=404),
    # Signing in and out.
    "GET /inloggen": everyone(),
    "POST /inloggen/passkey/vraag": everyone(),
    "POST /inloggen/passkey": everyone(json={}, status=400),
    "POST /inloggen/demo": everyone(status=404),
    "POST /inloggen/elders/{key}": everyone(path=SCHOOL),
    "GET /inloggen/elders/{key}/terug": everyone(path=SCHOOL, status=400),
    "POST /uitloggen": everyone(status=303),
    "GET /inloggen/hulp": everyone(),
    "POST /inloggen/hulp": everyone(form={"mail": "iemand@elders.voorbeeld"}),
    # Giving badges, and what was given.
    "GET /uitreiken": only(GIVERS),
    "GET /uitreiken/{crebo}/{code}": only(GIVERS, path=WERKPROCES),
    "POST /uitreiken/{crebo}/{code}/bekijk": only(GIVERS, path=WERKPROCES, form=TYPED),
    "POST /uitreiken/{crebo}/{code}/aanpassen": only(GIVERS, path=WERKPROCES, form=TYPED),
    "POST /uitreiken/{crebo}/{code}/geef": only(GIVERS, path=WERKPROCES, form=TYPED, status=303),
    "GET /gegeven": only(ALL_ROLES),
    "POST /gegeven": only(ALL_ROLES),
    "GET /wacht": only(DRAFTERS, lists=ENDORSED),
    # Posters at the workplace.
    "GET /posters": only(GIVERS),
    "GET /posters/nieuw": only(GIVERS),
    "POST /posters/nieuw": only(GIVERS, form=POSTER, status=303),
    "GET /posters/{poster_id}": only(GIVERS, path={"poster_id": Of("poster")}),
    "POST /posters/{poster_id}/stop": only(GIVERS, path={"poster_id": Of("poster")}, status=303),
    "POST /posters/gezegd/{saying_id}/weg": only(GIVERS, path={"saying_id": Of("saying")}, status=303),
    "GET /werk/{token}": everyone(path={"token": Of("poster token")}, shows=("poster.name",)),
    "POST /werk/{token}": everyone(path={"token": Of("poster token")}, shows=("poster.name",), status=400),
    "GET /organisatie/berichten": only(BEHEERDER),
    "POST /organisatie/berichten": only(BEHEERDER, form={"vertel": "gegeven"}, status=303),
    "POST /gegeven.{ending}": only(ALL_ROLES, path={"ending": "csv"}),
    "POST /gegeven/kies": only(WITHDRAWERS, form={"bewijs": []}, status=303),
    "GET /gegeven/samen/{bulk_id}": only(WITHDRAWERS, path=CHOSEN),
    "POST /gegeven/samen/{bulk_id}/intrekken": only(
        WITHDRAWERS, path=CHOSEN, form={"reden": "anders"}, status=303
    ),
    "POST /gegeven/samen/{bulk_id}/bekijk": only(WITHDRAWERS, path=TO_CORRECT, form=CHANGE),
    "POST /gegeven/samen/{bulk_id}/aanpassen": only(WITHDRAWERS, path=TO_CORRECT, form=CHANGE),
    "POST /gegeven/samen/{bulk_id}/verbeteren": only(GIVERS, path=TO_CORRECT, form=CHANGE, status=303),
    "POST /gegeven/samen/{bulk_id}/verder": only(WITHDRAWERS, path=CHOSEN, status=303),
    "GET /gegeven/{badge_id}": only(ALL_ROLES, path=BADGE),
    "GET /gegeven/{badge_id}/verbeteren": only(GIVERS, path=BADGE),
    "GET /gegeven/{badge_id}/intrekken": only(WITHDRAWERS, path=BADGE),
    "POST /gegeven/{badge_id}/intrekken": only(WITHDRAWERS, path=BADGE, form={"reden": "anders"}, status=303),
    "GET /gegeven/{badge_id}/wissen": only(GIVERS, path=BADGE),
    "POST /gegeven/{badge_id}/wissen": only(GIVERS, path=BADGE, form={"gevraagd": "ja"}, status=303),
    # Badges that the organisation designs itself, and giving them.
    "GET /badgeklassen": only(DESIGNERS),
    "POST /badgeklassen/voorbeeld/{key}": only(DESIGNERS, path={"key": "samenwerken"}, status=303),
    "GET /badgeklassen/ontwerp/nieuw": only(DESIGNERS),
    "POST /badgeklassen/ontwerp/nieuw": only(DESIGNERS, form={"naam": "VCA"}, status=303),
    "POST /badgeklassen/ontwerp/nieuw/kijk": only(DESIGNERS, form={"naam": "VCA"}),
    "GET /badgeklassen/ontwerp/{design_id}": only(DESIGNERS, path=DESIGN),
    "GET /badgeklassen/ontwerp/{design_id}/verander": only(DESIGNERS, path=DESIGN),
    "POST /badgeklassen/ontwerp/{design_id}/verander": only(
        DESIGNERS, path=DESIGN, form={"naam": "VCA"}, status=303
    ),
    "POST /badgeklassen/ontwerp/{design_id}/verander/kijk": only(
        DESIGNERS, path=DESIGN, form={"naam": "VCA"}
    ),
    "POST /badgeklassen/ontwerp/{design_id}/publiceer": only(DESIGNERS, path=DESIGN, status=303),
    "POST /badgeklassen/ontwerp/{design_id}/kopie": only(DESIGNERS, path=DESIGN, status=303),
    "POST /badgeklassen/ontwerp/{design_id}/weg": only(DESIGNERS, path=DESIGN, status=303),
    "POST /badgeklassen/ontwerp/{design_id}/wegleggen": only(DESIGNERS, path=DESIGN, status=303),
    "POST /badgeklassen/ontwerp/{design_id}/terughalen": only(DESIGNERS, path=DESIGN, status=303),
    # What is endorsed is another's; one's own cannot be.
    "GET /badgeklassen/{achievement_id}/bevestigen": only(
        DESIGNERS, path=ACHIEVEMENT, status=404, foreign=200, lists=ENDORSABLE
    ),
    "POST /badgeklassen/{achievement_id}/bevestigen": only(
        DESIGNERS,
        path=ACHIEVEMENT,
        form={"zin": "Wij letten hier ook op."},
        status=404,
        foreign=303,
        lists=ENDORSABLE,
        is_told_owner=True,
    ),
    "GET /bevestigingen": only(DESIGNERS, lists=ENDORSED),
    "POST /bevestigingen/{endorsement_id}": only(
        DESIGNERS,
        path={"endorsement_id": Of("endorsement")},
        form={"antwoord": "laat-zien"},
        status=303,
    ),
    "GET /geven/{design_id}": only(GIVERS, path=PUBLISHED),
    "POST /geven/{design_id}/bekijk": only(GIVERS, path=PUBLISHED, form=TYPED),
    "POST /geven/{design_id}/aanpassen": only(GIVERS, path=PUBLISHED, form=TYPED),
    "POST /geven/{design_id}/geef": only(GIVERS, path=PUBLISHED, form=TYPED, status=303),
    # What was given and is not signed yet.
    "GET /onderweg": only(GIVERS),
    "POST /onderweg/code": only(GIVERS, form={"code": "AAA AAA"}, status=400),
    "POST /onderweg/bevestig": only(GIVERS, form={"bewijs": Of("held")}, status=303),
    "GET /onderweg/{held_id}": only(GIVERS, path=WAITS),
    "POST /onderweg/{held_id}/code": only(GIVERS, path=WAITS, status=404),  # the code is for who gave it
    "POST /onderweg/{held_id}/bevestig": only(GIVERS, path=WAITS, status=303),
    "POST /onderweg/{held_id}/klopt-niet": only(GIVERS, path=WAITS, form={"wat": "Nee."}, status=303),
    "POST /onderweg/{held_id}/terug": only(GIVERS, path=WAITS, status=303),
    "GET /straks/{token}": everyone(path={"token": Of("held token")}, shows=("held.judgement",)),
    "POST /straks/{token}/naam": everyone(path={"token": Of("held token")}, form={"naam": "Sam"}, status=303),
    "POST /straks/{token}/klopt-niet": everyone(path={"token": Of("held token")}, status=303),
    "GET /organisatie/meekijken": only(BEHEERDER),
    "POST /organisatie/meekijken": only(BEHEERDER, form={"bedenktijd": "10", "wachttijd": "0"}, status=303),
    # A whole group at once.
    "GET /groepen": only(DRAFTERS),
    "GET /groepen/nieuw": only(DRAFTERS),
    "GET /groepen/nieuw/voorbeeld.xlsx": only(DRAFTERS),
    "POST /groepen/nieuw": only(DRAFTERS, form={"geplakt": f"{HEADER}\n{GOOD}"}, status=303),
    "GET /groepen/{group_id}": only(DRAFTERS, path=GROUP),
    "POST /groepen/{group_id}/verbeter": only(DRAFTERS, path=GROUP, form={"rij-0": "ja"}, status=303),
    "POST /groepen/{group_id}/deelnemers": only(DRAFTERS, path=GROUP, status=303),
    "POST /groepen/{group_id}/geef": only(GIVERS, path=GROUP, status=303),
    "POST /groepen/{group_id}/weg": only(DRAFTERS, path=GROUP, status=303),
    "GET /groepen/{group_id}/uitkomst.{ending}": only(DRAFTERS, path=GROUP | {"ending": "csv"}),
    "GET /groepen/{group_id}/kaartjes": only(DRAFTERS, path=GROUP),
    "GET /groepen/{group_id}/intrekken": only(GIVERS, path=GROUP),
    "POST /groepen/{group_id}/intrekken": only(GIVERS, path=GROUP, form={"reden": "anders"}, status=303),
    # Who learns there.
    "GET /deelnemers": only(DRAFTERS),
    "POST /deelnemers": only(DRAFTERS),
    "GET /deelnemers/nieuw": only(DRAFTERS),
    "POST /deelnemers/nieuw": only(DRAFTERS, form={"naam": "Noor"}, status=303),
    "GET /deelnemers/{recipient_id}": only(DRAFTERS, path=RECIPIENT),
    "GET /deelnemers/{recipient_id}/verander": only(DRAFTERS, path=RECIPIENT),
    "POST /deelnemers/{recipient_id}/verander": only(
        DRAFTERS, path=RECIPIENT, form={"naam": "Noor"}, status=303
    ),
    "GET /deelnemers/{recipient_id}/weg": only(DRAFTERS, path=RECIPIENT),
    "POST /deelnemers/{recipient_id}/weg": only(DRAFTERS, path=RECIPIENT, status=303),
    "GET /deelnemers/{recipient_id}/toestemming": only(DRAFTERS, path=RECIPIENT),
    "POST /deelnemers/{recipient_id}/toestemming": only(
        DRAFTERS, path=RECIPIENT, form={"doe": "oud"}, status=303
    ),
    "GET /deelnemers/{recipient_id}/wissen": only(GIVERS, path=RECIPIENT),
    "POST /deelnemers/{recipient_id}/wissen": only(
        GIVERS, path=RECIPIENT, form={"gevraagd": "ja"}, status=303
    ),
    # What they agree to learn.
    "GET /deelnemers/{recipient_id}/afspraak": only(DRAFTERS, path=RECIPIENT, lists=SCHOOLS),
    "POST /deelnemers/{recipient_id}/afspraak": only(DRAFTERS, path=RECIPIENT, form=AGREED, status=303),
    "GET /afspraken/{profiel_id}": only(DRAFTERS, path=AGREEMENT),
    "GET /afspraken/{profiel_id}/verander": only(DRAFTERS, path=AGREEMENT, lists=SCHOOLS),
    "POST /afspraken/{profiel_id}/verander": only(DRAFTERS, path=AGREEMENT, form=AGREED, status=303),
    "GET /afspraken/{profiel_id}/papier": only(DRAFTERS, path=AGREEMENT),
    "POST /afspraken/{profiel_id}/papier": only(
        DRAFTERS, path=AGREEMENT, form={"naam": "Sam", "gezien": "ja", "versie": "1"}, status=303
    ),
    "POST /afspraken/{profiel_id}/link": only(DRAFTERS, path=AGREEMENT, status=303),
    "POST /afspraken/{profiel_id}/naam": only(
        GIVERS, path=AGREEMENT, form={"functie": "teamleider"}, status=303
    ),
    "POST /afspraken/{profiel_id}/geen-naam": only(GIVERS, path=AGREEMENT, status=303),
    "GET /vragen/{question_id}": only(DRAFTERS, path={"question_id": Of("question")}),
    "POST /vragen/{question_id}": only(
        DRAFTERS, path={"question_id": Of("question")}, form={"antwoord": "De handscanner."}, status=303
    ),
    # What a school examines.
    "GET /voorstellen/examenplannen": only(CONFIRMERS),
    "POST /voorstellen/examenplannen": only(CONFIRMERS, form=EXAMENPLAN, status=303),
    "POST /voorstellen/examenplannen/bekijk": only(CONFIRMERS, form=EXAMENPLAN),
    "GET /voorstellen/examenplannen/{plan_id}": only(CONFIRMERS, path=PLAN),
    "GET /voorstellen/examenplannen/{plan_id}/examenplan.csv": only(CONFIRMERS, path=PLAN),
    "GET /organisatie/examencommissie": only(BEHEERDER),
    "POST /organisatie/examencommissie": only(BEHEERDER, form=DECIDES_BY, status=303),
    "GET /voorstellen/besluiten": only(CONFIRMERS),
    "GET /voorstellen/besluiten/{decision_id}": only(CONFIRMERS, path=DECISION),
    # The one that furnished it wrote it himself, and it is final.
    "POST /voorstellen/besluiten/{decision_id}/bevestig": only(DECIDERS, path=DECISION, status=400),
    "POST /voorstellen/besluiten/{decision_id}/terug": only(DECIDERS, path=DECISION, status=400),
    "GET /voorstellen/besluiten/{decision_id}/herzien": only(CONFIRMERS, path=DECISION),
    "POST /voorstellen/besluiten/{decision_id}/herzien": only(
        DECIDERS, path=DECISION, form=DECIDED, status=400
    ),
    "GET /voorstellen/besluiten/{decision_id}/bewijs/{file_id}": only(
        CONFIRMERS, path=DECISION | {"file_id": Of("decision")}, status=404
    ),
    "GET /voorstellen/besluiten/{decision_id}/bewijs/{file_id}/verslag": only(
        CONFIRMERS, path=DECISION | {"file_id": Of("decision")}, status=404
    ),
    "GET /voorstellen/{candidate_id}/verzoek": only(CONFIRMERS, path=CANDIDATE),
    "POST /voorstellen/{candidate_id}/verzoek": only(
        CONFIRMERS, path=CANDIDATE, form={**ASKS, "plan": Of("examenplan")}, status=303
    ),
    "GET /voorstellen/{candidate_id}/verzoek/{request_id}": only(CONFIRMERS, path=ASKED_FOR),
    "POST /voorstellen/{candidate_id}/verzoek/{request_id}": only(
        DECIDERS, path=ASKED_FOR, form=DECIDED, status=400
    ),
    "POST /voorstellen/{candidate_id}/verzoek/{request_id}/hoeft-niet": only(
        CONFIRMERS, path=ASKED_FOR, status=303
    ),
    "GET /besluit/{token}": everyone(path={"token": Of("decision token")}, shows=BESLUIT_SHOWS),
    # What a school sees of it.
    "GET /voorstellen/inlezen": only(CONFIRMERS),
    "POST /voorstellen/inlezen": only(CONFIRMERS, status=400),
    "GET /voorstellen/inlezen/{intake_id}": only(CONFIRMERS, path=INTAKE),
    "GET /voorstellen/inlezen/{intake_id}/redenen.csv": only(CONFIRMERS, path=INTAKE),
    "POST /voorstellen/inlezen/{intake_id}/van/{place}": only(
        CONFIRMERS, path={**INTAKE, "place": "1"}, form={"naam": ""}, status=400
    ),
    "POST /voorstellen/inlezen/{intake_id}/verder": only(CONFIRMERS, path=INTAKE, status=303),
    "GET /voorstellen": only(CONFIRMERS),
    "POST /voorstellen": only(CONFIRMERS, form={"naam": "Noor"}, status=303),
    "POST /voorstellen/zoek": only(CONFIRMERS, form={"zoek": "Noor"}),
    "POST /voorstellen.{ending}": only(CONFIRMERS, path={"ending": "csv"}),
    "GET /voorstellen/groepen": only(CONFIRMERS),
    "POST /voorstellen/groepen": only(CONFIRMERS, form={"naam": "Koks", "doel": "C0021"}, status=303),
    "GET /voorstellen/groepen/{cohort_id}": only(CONFIRMERS, path=COHORT),
    "POST /voorstellen/groepen/{cohort_id}": only(
        CONFIRMERS, path=COHORT, form={"naam": "Koks 2", "doel": "C0021"}, status=303
    ),
    "POST /voorstellen/groepen/{cohort_id}/mensen": only(
        CONFIRMERS, path=COHORT, form={"namen": "Noor"}, status=303
    ),
    "POST /voorstellen/groepen/{cohort_id}/weg": only(CONFIRMERS, path=COHORT, status=303),
    "POST /voorstellen/{candidate_id}/groepen": only(CONFIRMERS, path=CANDIDATE, status=303),
    "GET /voorstellen/{candidate_id}": only(CONFIRMERS, path=CANDIDATE),
    "POST /voorstellen/{candidate_id}/bestanden": only(CONFIRMERS, path=CANDIDATE, status=400),
    "POST /voorstellen/{candidate_id}/weg": only(CONFIRMERS, path=CANDIDATE, status=303),
    "GET /voorstellen/{candidate_id}/bestand/{file_id}": only(CONFIRMERS, path=TAKEN),
    "POST /voorstellen/{candidate_id}/bestand/{file_id}/zelfde": only(CONFIRMERS, path=TAKEN, status=303),
    "POST /voorstellen/{candidate_id}/bestand/{file_id}/weg": only(CONFIRMERS, path=TAKEN, status=303),
    "GET /voorstellen/{candidate_id}/besluit/{rested_id}": only(CONFIRMERS, path=RESTED),
    "GET /voorstellen/{candidate_id}/voorstel": only(CONFIRMERS, path=CANDIDATE, status=303),
    "GET /voorstellen/{candidate_id}/koppel": only(CONFIRMERS, path=CANDIDATE, status=303),
    "POST /voorstellen/{candidate_id}/koppel": only(CONFIRMERS, path=CANDIDATE, status=303),
    "POST /voorstellen/{candidate_id}/koppel/{link_id}/weg": only(
        CONFIRMERS, path=CANDIDATE | {"link_id": Of("hand link")}, status=303
    ),
    "GET /voorstellen/{candidate_id}/voorstel.pdf": only(CONFIRMERS, path=CANDIDATE, status=303),
    "POST /voorstellen/{candidate_id}/pakket": only(CONFIRMERS, path=CANDIDATE, status=303),
    "GET /voorstellen/{candidate_id}/voorstel.json": only(CONFIRMERS, path=CANDIDATE, status=303),
    "GET /school": only(CONFIRMERS),
    "GET /school/{profiel_id}": only(CONFIRMERS, path=SHARED),
    "GET /school/{profiel_id}/verzameld/{evidence_id}/foto": only(CONFIRMERS, path=SHARED | SHOWN),
    "POST /school/{profiel_id}/bevestig/{badge_id}": only(CONFIRMERS, path=SHARED_BADGE, status=303),
    "GET /school/{profiel_id}/vraag/{badge_id}": only(CONFIRMERS, path=SHARED_BADGE),
    "POST /school/{profiel_id}/vraag/{badge_id}": only(
        CONFIRMERS, path=SHARED_BADGE, form={"vraag": "Welke scanner was het?"}, status=303
    ),
    "GET /school/{profiel_id}/erkenning/{badge_id}": only(CONFIRMERS, path=SHARED_BADGE),
    "POST /school/{profiel_id}/erkenning/{badge_id}": only(
        CONFIRMERS, path=SHARED_BADGE, form={"bron": "SBB", "dag": "2026-01-05"}, status=400
    ),
    # Nobody confirmed that it is recognised.
    "POST /school/{profiel_id}/verklaring/bekijk": only(
        CONFIRMERS, path=SHARED, form={"bewijs": Of("shared badge"), "sleutel": "een"}, status=400
    ),
    "POST /school/{profiel_id}/verklaring/aanpassen": only(
        CONFIRMERS, path=SHARED, form={"bewijs": Of("shared badge"), "sleutel": "een"}
    ),
    "POST /school/{profiel_id}/verklaring": only(
        CONFIRMERS, path=SHARED, form={"bewijs": Of("shared badge"), "sleutel": "een"}, status=400
    ),
    "POST /afspraken/{profiel_id}/stop": only(DRAFTERS, path=AGREEMENT, status=303),
    "GET /afspraak/{token}": everyone(path=READ_BY, shows=AGREEMENT_SHOWS),
    "POST /afspraak/{token}/ja": everyone(path=READ_BY, form={"naam": "Sam", "versie": "1"}, status=303),
    "POST /afspraak/{token}/klopt-niet": everyone(path=READ_BY, form={"versie": "1"}, status=303),
    # What was collected for it.
    "GET /afspraken/{profiel_id}/werk/{crebo}/{code}": only(DRAFTERS, path=COLLECTED),
    "GET /afspraken/{profiel_id}/werk/{crebo}/{code}/{kind}": only(DRAFTERS, path=COLLECTED | NOTE),
    "POST /afspraken/{profiel_id}/werk/{crebo}/{code}/{kind}": only(
        DRAFTERS, path=COLLECTED | NOTE, form={"notitie": "Ging vlot."}, status=303
    ),
    "GET /afspraken/{profiel_id}/verzameld/{evidence_id}": only(DRAFTERS, path=AGREEMENT | NOTED),
    "POST /afspraken/{profiel_id}/verzameld/{evidence_id}": only(
        DRAFTERS, path=AGREEMENT | NOTED, form={"notitie": "Ging vlot.", "versie": "1"}, status=303
    ),
    "POST /afspraken/{profiel_id}/verzameld/{evidence_id}/weg": only(
        DRAFTERS, path=AGREEMENT | NOTED, status=303
    ),
    "POST /afspraken/{profiel_id}/verzameld/{evidence_id}/school": only(
        DRAFTERS, path=SHARED | KEPT, status=303
    ),
    "POST /afspraken/{profiel_id}/verzameld/{evidence_id}/geen-school": only(
        DRAFTERS, path=SHARED | KEPT, status=303
    ),
    "GET /afspraken/{profiel_id}/verzameld/{evidence_id}/foto": only(DRAFTERS, path=AGREEMENT | EVIDENCE),
    # What was judged of it.
    "GET /afspraken/{profiel_id}/beoordeel/{crebo}/{code}": only(DRAFTERS, path=COLLECTED),
    "POST /afspraken/{profiel_id}/beoordeel/{crebo}/{code}": only(
        DRAFTERS, path=COLLECTED, form={"kennis": "Kent de codes."}, status=303
    ),
    "GET /afspraken/{profiel_id}/bewijs/{crebo}/{code}": only(GIVERS, path=COLLECTED, status=409),
    "POST /afspraken/{profiel_id}/beoordeeld/{assessment_id}/weg": only(
        DRAFTERS, path=AGREEMENT | {"assessment_id": Of("assessment")}, status=303
    ),
    # What was collected, for the recipient.
    "GET /afspraak/{token}/werk/{crebo}/{code}": everyone(path=READ_BY | WERKPROCES, shows=EVIDENCE_SHOWS),
    # The form is kept on the phone under the id of the agreement.
    "GET /afspraak/{token}/werk/{crebo}/{code}/{kind}": everyone(
        path=READ_BY | WERKPROCES | NOTE, shows=("werkplekprofiel.id",)
    ),
    "POST /afspraak/{token}/werk/{crebo}/{code}/{kind}": everyone(
        path=READ_BY | WERKPROCES | NOTE, form={"notitie": "Ging vlot."}, status=303
    ),
    "GET /afspraak/{token}/verzameld/{evidence_id}": everyone(path=READ_BY | EVIDENCE, shows=EVIDENCE_SHOWS),
    "POST /afspraak/{token}/verzameld/{evidence_id}": everyone(
        path=READ_BY | EVIDENCE, form={"bijschrift": "Dozen", "versie": "1"}, status=303
    ),
    "POST /afspraak/{token}/verzameld/{evidence_id}/weg": everyone(path=READ_BY | EVIDENCE, status=303),
    "POST /afspraak/{token}/verzameld/{evidence_id}/school": everyone(
        path={"token": Of("shared agreement token")} | KEPT, status=303
    ),
    "POST /afspraak/{token}/verzameld/{evidence_id}/geen-school": everyone(
        path=READ_BY | EVIDENCE, status=303
    ),
    "POST /afspraak/{token}/verzameld/{evidence_id}/bij-bewijs": everyone(
        path=READ_BY | EVIDENCE, status=303
    ),
    "POST /afspraak/{token}/verzameld/{evidence_id}/niet-bij-bewijs": everyone(
        path=READ_BY | EVIDENCE, status=303
    ),
    "GET /afspraak/{token}/verzameld/{evidence_id}/foto": everyone(
        path=READ_BY | EVIDENCE, shows=EVIDENCE_SHOWS
    ),
    # What was written of it so far.
    "POST /uitreiken/{crebo}/{code}/bewaar": only(
        DRAFTERS,
        path=WERKPROCES,
        form={"zin": TYPED["zin"], "afspraak": Of("agreement")},
        status=303,
    ),
    "POST /uitreiken/{crebo}/{code}/overnemen": only(
        DRAFTERS, path=WERKPROCES, form={"zin": TYPED["zin"], "afspraak": Of("agreement")}
    ),
    # Who works for the organisation.
    "GET /mensen": only(BEHEERDER),
    "GET /mensen/uitnodigen": only(BEHEERDER),
    "POST /mensen/uitnodigen": only(
        BEHEERDER, form={"naam": "Tom Ros", "mail": "tom@elders.voorbeeld", "rol": ["lezer"]}
    ),
    "POST /mensen/uitnodigingen/{invitation_id}/opnieuw": only(BEHEERDER, path=INVITATION),
    "POST /mensen/uitnodigingen/{invitation_id}/intrekken": only(BEHEERDER, path=INVITATION, status=303),
    "GET /mensen/{person_id}": only(BEHEERDER, path=COLLEAGUE),
    "POST /mensen/{person_id}": only(BEHEERDER, path=COLLEAGUE, form={"rol": ["begeleider"]}, status=303),
    "POST /mensen/{person_id}/inloglink": only(BEHEERDER, path=COLLEAGUE),
    "GET /mensen/{person_id}/verwijderen": only(BEHEERDER, path=COLLEAGUE),
    "POST /mensen/{person_id}/verwijderen": only(BEHEERDER, path=COLLEAGUE, status=303),
    # Links that somebody was sent: whoever has one may open it, and it opens nothing else.
    "GET /uitnodiging/{token}": everyone(
        path={"token": Of("invitation token")}, shows=("invitation.name",), but=dict.fromkeys(PERSONS, 409)
    ),
    "POST /uitnodiging/{token}": everyone(
        path={"token": Of("invitation token")},
        shows=("invitation.name",),
        status=303,
        but=dict.fromkeys(PERSONS, 409),
    ),
    "GET /instellen/{token}": everyone(path={"token": Of("link token")}, shows=("person.name",)),
    "POST /instellen/{token}": everyone(path={"token": Of("link token")}, status=303),
    # One's own page. Another person is there what another organisation is elsewhere.
    "GET /mijn": only(PERSONS, but={BY_LINK: 303}),
    "POST /mijn/organisatie": only(
        PERSONS, form={"organisatie": Of("organisation")}, status=303, but={GONE: 404, PLATFORM: 404}
    ),
    "GET /mijn/inloggen": only(PERSONS),
    "POST /mijn/passkeys/vraag": only(PERSONS),
    "POST /mijn/passkeys": only(PERSONS, json={}, status=400),
    "POST /mijn/passkeys/{passkey_id}/naam": only(
        PERSONS, path={"passkey_id": Of("passkey")}, form={"naam": "Nieuw"}, status=303
    ),
    "POST /mijn/passkeys/{passkey_id}/weg": only(
        PERSONS - {BY_LINK}, path={"passkey_id": Of("passkey")}, status=303
    ),
    "POST /mijn/accounts/{key}": only(PERSONS - {BY_LINK}, path=SCHOOL),
    "POST /mijn/accounts/{account_id}/weg": only(
        PERSONS - {BY_LINK}, path={"account_id": Of("account")}, status=303
    ),
    "POST /mijn/app/nieuw": only(PERSONS, status=409),
    "POST /mijn/app": only(PERSONS, status=404),
    "POST /mijn/app/codes": only(PERSONS - {BY_LINK}),
    "POST /mijn/app/weg": only(PERSONS - {BY_LINK}, status=303),
    "POST /inloggen/code": only(PERSONS, status=400),
    "POST /mijn/sessies/weg": only(PERSONS, status=303),
    "POST /mijn/sessies/{session_id}/weg": only(
        PERSONS, path={"session_id": Of("session")}, status=303, foreign=303
    ),
    # Joining.
    "GET /aanmelden": everyone(),
    "POST /aanmelden": everyone(status=400),
    "GET /aanmelden/{token}": everyone(path={"token": Of("application token")}, shows=("application.name",)),
    "GET /verwerkersovereenkomst": everyone(),
    "GET /verwerkersovereenkomst/{version}": everyone(path={"version": "1"}),
    # The organisation, for its beheerder.
    "GET /organisatie": only(BEHEERDER),
    "POST /organisatie": only(BEHEERDER, status=400),
    "POST /organisatie/overeenkomst": only(BEHEERDER, form={"akkoord": NEWEST}, status=303),
    "POST /organisatie/beeld": only(BEHEERDER, status=400),
    "POST /organisatie/beeld/weg": only(BEHEERDER, status=303),
    "GET /organisatie/gegevens.zip": only(BEHEERDER, lists=ENDORSABLE),  # what it stands behind is another's
    "GET /organisatie/stoppen": only(BEHEERDER),
    "POST /organisatie/stoppen": only(BEHEERDER, form={"zeker": "ja"}, status=303),
    "GET /organisatie/kwalificaties": only(BEHEERDER),
    "POST /organisatie/kwalificaties": only(BEHEERDER, status=303),
    "GET /organisatie/erkenning": only(BEHEERDER),
    "POST /organisatie/erkenning": only(BEHEERDER, status=400),
    "POST /organisatie/erkenning/tabel": only(BEHEERDER, status=400),
    "POST /organisatie/erkenning/{erkenning_id}/weg": only(
        BEHEERDER, path={"erkenning_id": Of("erkenning")}, status=303
    ),
    "GET /sleutels": only(BEHEERDER),
    "GET /sleutels/{purpose}/vervangen": only(BEHEERDER, path={"purpose": "assertion"}),
    "POST /sleutels/{purpose}/vervangen": only(BEHEERDER, path={"purpose": "assertion"}, status=303),
    "GET /sleutels/{key_id}/kwijt": only(BEHEERDER, path=KEY),
    "POST /sleutels/{key_id}/kwijt": only(BEHEERDER, path=KEY, form={"zeker": "ja"}, status=303),
    "GET /sleutels/{key_id}/opnieuw": only(BEHEERDER, path=STOLEN),
    "POST /sleutels/{key_id}/opnieuw": only(BEHEERDER, path=STOLEN, status=303),
    "GET /api-sleutels": only(BEHEERDER),
    "GET /api-sleutels/nieuw": only(BEHEERDER),
    "POST /api-sleutels/nieuw": only(BEHEERDER, form={"naam": "Systeem", "mag": ["read"], "duur": "1-jaar"}),
    "POST /api-sleutels/{key_id}/intrekken": only(BEHEERDER, path={"key_id": Of("api key")}, status=303),
    "GET /wie-deed-wat": only(BEHEERDER),
    # The organisation, for everyone.
    "GET /organisaties/{organisation_id}": everyone(path=ORGANISATION),
    "GET /organisaties/{organisation_id}/did.json": everyone(path=ORGANISATION),
    "GET /organisaties/{organisation_id}/beeld.png": everyone(path=ORGANISATION),
    "GET /organisaties/{organisation_id}/status/{number}": everyone(path={**ORGANISATION, "number": "1"}),
    "GET /badgeklassen/{achievement_id}": everyone(path=ACHIEVEMENT),
    "GET /badgeklassen/{achievement_id}/plaatje.png": everyone(path=ACHIEVEMENT),
    "GET /badgeklassen/{achievement_id}/plaatje.svg": everyone(path=ACHIEVEMENT),
    # Reporting harm, and what the platform does with it and with organisations.
    "GET /misbruik": everyone(),
    "POST /misbruik": everyone(status=400),
    "GET /misbruik/{token}": everyone(path={"token": Of("report token")}),
    "GET /platform": platform(),
    "POST /platform/uitnodigen": platform(),
    "GET /platform/aanmeldingen/{application_id}": platform(path=APPLICATION),
    "POST /platform/aanmeldingen/{application_id}/goedkeuren": platform(path=APPLICATION),
    "POST /platform/aanmeldingen/{application_id}/afwijzen": platform(
        path=APPLICATION, form={"reden": "Onbekend"}, status=303
    ),
    "POST /platform/meldingen/{report_id}": platform(
        path={"report_id": Of("report")}, form={"antwoord": "Dank je"}, status=303
    ),
    "GET /platform/organisaties/{organisation_id}": platform(path=ORGANISATION),
    "POST /platform/organisaties/{organisation_id}/feiten/{fact_id}": platform(
        path={**ORGANISATION, "fact_id": Of("fact")}, form={"bron": "Register"}, status=303
    ),
    "POST /platform/organisaties/{organisation_id}/stilzetten": platform(
        path=ORGANISATION, form={"reden": "Melding"}, status=303
    ),
    "POST /platform/organisaties/{organisation_id}/hervatten": platform(path=ORGANISATION, status=303),
    "POST /platform/organisaties/{organisation_id}/uitnodiging": platform(path=ORGANISATION, status=409),
    "POST /platform/organisaties/{organisation_id}/weghalen": platform(path=ORGANISATION, status=303),
    "GET /platform/organisaties/{organisation_id}/samenvoegen": platform(path=ORGANISATION),
    "POST /platform/organisaties/{organisation_id}/samenvoegen": platform(path=ORGANISATION, status=400),
    "GET /platform/wie-deed-wat": platform(),
    "GET /platform/erkenning": platform(),
    "POST /platform/erkenning": platform(status=400),
    # What is of nobody.
    "GET /": everyone(),
    "GET /.well-known/did.json": everyone(),
    "GET /api": everyone(),
    "GET /api/proberen": everyone(),
    "GET /contexts/{name}": everyone(path={"name": "credentials-v2.json"}),
    "GET /controleer": everyone(),
    "POST /controleer": everyone(status=400),
    "GET /healthz": everyone(),
    "GET /hulp": everyone(),
    "GET /privacy": everyone(),
    "GET /readyz": everyone(),
    "GET /robots.txt": everyone(),
    "GET /static/{name:path}": everyone(path={"name": "niets"}, status=404),
    "GET /toegankelijkheid": everyone(),
    "GET /werkprocessen": everyone(),
    "GET /werkprocessen/{crebo}": everyone(path={"crebo": "25774"}),
    "GET /werkprocessen/{crebo}/{code}": everyone(path=WERKPROCES, status=302),
    "GET /werkprocessen/{crebo}/{code}/{digest}": everyone(
        path={**WERKPROCES, "digest": "niets"}, status=404
    ),
}
