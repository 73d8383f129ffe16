"""Every rule for a badge: what breaks it, and where lint says that it is broken."""

from tests.badges.linting.changing import BSN, ISSUER, LIST

SUBJECT = "/credentialSubject"
ACHIEVEMENT = "/credentialSubject/achievement"
NARRATIVE = "/evidence/0/narrative"
NAME = "/credentialSubject/identifier/0/identityHash"
RULES = [
    # the frame
    ("context", "/@context", "/@context", ["https://www.w3.org/ns/credentials/v2"]),
    ("type", "/type", "/type", ["VerifiableCredential", "AchievementCredential"]),
    ("type", "/type", "/type", ["OpenBadgeCredential", "VerifiableCredential"]),
    ("proof", "/proof", "/proof", [{"type": "DataIntegrityProof"}]),
    ("schema", "", "/id", ...),
    ("schema", ACHIEVEMENT, f"{ACHIEVEMENT}/criteria", ...),
    ("term-undefined", "/unheardOf", "/unheardOf", "x"),
    ("term-undefined", f"{ACHIEVEMENT}/unheardOf", f"{ACHIEVEMENT}/unheardOf", "x"),
    # the issuer
    ("issuer", "/issuer/id", "/issuer/id", "did:web:bewijs.voorbeeld:organisaties:ander"),
    ("issuer", "/issuer/id", "/issuer", ISSUER),
    # dates
    ("dates", "/validFrom", "/validFrom", "yesterday"),
    ("dates", "/validFrom", "/validFrom", "2026-06-26T14:05:00+00:00"),
    ("dates", "/validFrom", "/validFrom", "2026-06-31T14:05:00Z"),
    ("dates", "/awardedDate", "/awardedDate", "2026-06-26T14:05:01Z"),
    ("dates", "/awardedDate", "/awardedDate", ...),
    ("dates", f"{SUBJECT}/activityEndDate", f"{SUBJECT}/activityEndDate", "2026-01-04T00:00:00Z"),
    ("dates", f"{SUBJECT}/activityEndDate", f"{SUBJECT}/activityEndDate", "2026-06-27T00:00:00Z"),
    ("dates", f"{SUBJECT}/activityStartDate", f"{SUBJECT}/activityStartDate", ...),
    ("dates", "/validUntil", "/validUntil", "2026-06-26T14:05:00Z"),
    ("dates", "/validUntil", "/validUntil", "never"),
    # ids
    ("id-form", "/id", "/id", "https://bewijs.voorbeeld/b/1"),
    ("id-form", "/id", "/id", "urn:uuid:0193A1B2-7C3D-7E4F-8A5B-6C7D8E9F0A1B"),
    ("id-form", f"{SUBJECT}/id", f"{SUBJECT}/id", "did:example:sam"),
    ("id-form", f"{SUBJECT}/id", f"{SUBJECT}/id", ...),
    ("id-form", "/evidence/0/id", "/evidence/0/id", "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"),
    # the person
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/identityType", "emailAddress"),
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/identityType", "nationalIdentityNumber"),
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/hashed", True),
    ("identity", f"{SUBJECT}/identifier/0/salt", f"{SUBJECT}/identifier/0/salt", "zout"),
    ("identity", "/issuer/email", "/issuer/email", "praktijk"),
    ("identity", "/issuer/dateOfBirth", "/issuer/dateOfBirth", "2008-01-01"),
    # names that law protects
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", "Diploma"),
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", "ext:Praktijk"),
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", ...),
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", "Course"),
    # how it was learned, and how independently
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["logistiek"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["formeel leren", "informeel leren"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["formeel leren", "formeel leren"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ...),
    ("result", f"{SUBJECT}/result/0/value", f"{SUBJECT}/result/0/value", "voldoende"),
    ("result", f"{SUBJECT}/result/0/value", f"{SUBJECT}/result/0/resultDescription", "https://a.nl/#b"),
    ("result", f"{SUBJECT}/result/0/value", f"{ACHIEVEMENT}/resultDescription", ...),
    ("result", f"{SUBJECT}/result/0/achievedLevel", f"{SUBJECT}/result/0/achievedLevel", "https://a.nl/#b"),
    # the status
    ("status", "/credentialStatus", "/credentialStatus", ...),
    ("status", "/credentialStatus", "/credentialStatus/id", LIST),
    ("status", "/credentialStatus", "/credentialStatus/id", f"{LIST}#1"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", "-1"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", "084217"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", ...),
    ("status", "/credentialStatus", "/credentialStatus/statusPurpose", "suspension"),
    ("status", "/credentialStatus", "/credentialStatus/statusListCredential", "urn:list"),
    ("status", "/credentialStatus", "/credentialStatus/type", "1EdTechRevocationList"),
    # strings
    ("text-control", NARRATIVE, NARRATIVE, "a\x07b"),
    ("text-control", NARRATIVE, NARRATIVE, "a\x7fb"),
    ("text-control", NARRATIVE, NARRATIVE, "é\x7fb"),
    ("text-control", "/issuer/name", "/issuer/name", "a\tb"),
    ("text-direction", NAME, NAME, "Sam \u202e"),
    ("text-bsn", NARRATIVE, NARRATIVE, f"Sam ({BSN}) deed mee"),
    ("text-bsn", NARRATIVE, NARRATIVE, "Sam 123\n456\n782"),
    ("text-bsn", NAME, NAME, "Sam 1234.56.782"),
    ("text-bsn", f"{ACHIEVEMENT}/image/caption", f"{ACHIEVEMENT}/image/caption", BSN),
    ("text-email", NARRATIVE, NARRATIVE, "Mail sam@voorbeeld.nl"),
    ("text-email", NARRATIVE, NARRATIVE, "Mail é sam＠voorbeeld.nl"),
    ("text-email", "/issuer/url", "/issuer/url", "mailto:sam@voorbeeld.nl"),
    ("text-sensitive", NARRATIVE, NARRATIVE, "Sam heeft ADHD"),
    ("text-sensitive", NAME, NAME, "Sam (vso)"),
    ("empty", f"{ACHIEVEMENT}/alignment", f"{ACHIEVEMENT}/alignment", []),
    ("empty", NARRATIVE, NARRATIVE, ""),
]
