"""Who works for an organisation, the organisation itself, the platform, and what is of nobody."""

from typing import Final

from templates.texts import AGREEMENT as NEWEST
from tests.matrix.callers import BY_LINK, GONE, PLATFORM
from tests.matrix.promises import (
    BEHEERDER,
    ENDORSABLE,
    PERSONS,
    Line,
    Of,
    everyone,
    only,
    platform,
)
from tests.matrix.things import (
    ACHIEVEMENT,
    APPLICATION,
    COLLEAGUE,
    INVITATION,
    KEY,
    ORGANISATION,
    SCHOOL,
    STOLEN,
    WERKPROCES,
)

PEOPLE: Final[dict[str, Line]] = {
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
