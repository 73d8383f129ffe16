"""What is agreed to learn and collected for it, and what a school makes of it."""

from typing import Final

from tests.matrix.promises import (
    BEHEERDER,
    CONFIRMERS,
    DECIDERS,
    DRAFTERS,
    GIVERS,
    SCHOOLS,
    Line,
    Of,
    everyone,
    only,
)
from tests.matrix.things import (
    AGREED,
    AGREEMENT,
    AGREEMENT_SHOWS,
    ASKED_FOR,
    ASKS,
    BESLUIT_SHOWS,
    CANDIDATE,
    COHORT,
    COLLECTED,
    DECIDED,
    DECIDES_BY,
    DECISION,
    EVIDENCE,
    EVIDENCE_SHOWS,
    EXAMENPLAN,
    INTAKE,
    KEPT,
    NOTE,
    NOTED,
    PLAN,
    READ_BY,
    RECIPIENT,
    RESTED,
    SHARED,
    SHARED_BADGE,
    SHOWN,
    TAKEN,
    TYPED,
    WERKPROCES,
)

LEARNING: Final[dict[str, Line]] = {
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
}
