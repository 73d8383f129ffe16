"""What givers do: sign in, give badges and posters, design badges, groups, and know who learns."""

from typing import Final

from tests.issuers.groups.rosters import GOOD, HEADER
from tests.matrix.promises import (
    ALL_ROLES,
    BEHEERDER,
    DESIGNERS,
    DRAFTERS,
    ENDORSABLE,
    ENDORSED,
    GIVERS,
    WITHDRAWERS,
    Line,
    Of,
    everyone,
    only,
)
from tests.matrix.things import (
    ACHIEVEMENT,
    BADGE,
    CHANGE,
    CHOSEN,
    DESIGN,
    GROUP,
    POSTER,
    PUBLISHED,
    RECIPIENT,
    SCHOOL,
    TO_CORRECT,
    TYPED,
    WAITS,
    WERKPROCES,
)

GIVING: Final[dict[str, Line]] = {
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
}
