"""Documents of every shape that the OB 3.0 schemas allow: one function for each class of the data model."""

from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject
from tests.badges.jsonld.making import Documents, iri, many, moment, number, text, truth

CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"


def image(make: Documents) -> Json:
    """Make an Image."""
    return make.some({"id": make.iri(), "type": "Image"}, caption=text)


def alignment(make: Documents) -> Json:
    """Make an Alignment."""
    return make.typed(
        "Alignment",
        targetUrl=iri,
        texts="targetName targetCode targetDescription targetFramework targetType",
    )


def geo(make: Documents) -> Json:
    """Make GeoCoordinates."""
    return make.typed("GeoCoordinates", latitude=number, longitude=number)


def address(make: Documents) -> Json:
    """Make an Address."""
    return make.typed(
        "Address",
        geo=geo,
        texts=(
            "addressCountry addressCountryCode addressRegion addressLocality streetAddress "
            "postOfficeBoxNumber postalCode"
        ),
    )


def identifier_entry(make: Documents) -> Json:
    """Make an IdentifierEntry."""
    return make.typed("IdentifierEntry", identifier=text, identifierType=text)


def profile(make: Documents) -> Json:
    """Make a Profile, or only its id."""
    if make.random.randint(0, 4) == 0:
        return make.iri()
    node = make.typed(
        "Profile",
        url=iri,
        image=image,
        address=address,
        otherIdentifier=many(identifier_entry),
        dateOfBirth=moment,
        texts=(
            "name phone description email official familyName givenName additionalName patronymicName "
            "honorificPrefix honorificSuffix familyNamePrefix"
        ),
    )
    if make.random.randint(0, 5) == 0:
        node["parentOrg"] = profile(make)
    if make.random.randint(0, 5) == 0:
        node["endorsement"] = make.many(endorsement)
    return {"id": make.iri(), **node}


def service(make: Documents) -> Json:
    """Make a node with an id and a type that a context defines, as credentialSchema asks."""
    return {
        "id": make.iri(),
        "type": make.random.choice(("JsonSchema", "1EdTechJsonSchemaValidator2019", "BitstringStatusList")),
    }


def status(make: Documents) -> Json:
    """Make a status entry."""
    return make.typed(
        "BitstringStatusListEntry",
        id=iri,
        statusListCredential=iri,
        statusSize=number,
        statusMessage=many(message),
        statusReference=iri,
        texts="statusPurpose statusListIndex",
    )


def message(make: Documents) -> Json:
    """Make one message of a status entry: its terms are known below statusMessage only."""
    return make.some({}, message=text, status=text)


def resource(make: Documents) -> Json:
    """Make a relatedResource."""
    return make.some({"id": make.iri()}, digestMultibase=text, digestSRI=text, mediaType=text)


def envelope(make: Documents, node: JsonObject) -> JsonObject:
    """Add what every verifiable credential may hold."""
    return make.some(
        node,
        validFrom=moment,
        validUntil=moment,
        awardedDate=moment,
        issuer=profile,
        credentialSchema=many(service),
        credentialStatus=status,
        refreshService=service,
        termsOfUse=many(service),
        relatedResource=many(resource),
        image=image,
        endorsementJwt=many(text),
        texts="name description",
    )


def endorsement(make: Documents) -> Json:
    """Make an EndorsementCredential as it stands in a badge, without a context of its own."""
    subject = make.typed("EndorsementSubject", id=iri, endorsementComment=text)
    types: Json = ["VerifiableCredential", "EndorsementCredential"]
    node = envelope(make, {"id": make.iri(), "type": types, "credentialSubject": subject})
    if make.random.randint(0, 20) == 0:
        node["proof"] = make.many(proof)
    return node


def proof(make: Documents) -> Json:
    """Make a proof."""
    return make.typed(
        "DataIntegrityProof",
        created=moment,
        verificationMethod=iri,
        proofPurpose=purpose,
        expires=moment,
        previousProof=many(iri),
        texts="cryptosuite challenge domain nonce proofValue",
    )


def purpose(make: Documents) -> Json:
    """Make the purpose of a proof."""
    return make.random.choice(("assertionMethod", "authentication", "https://bewijs.voorbeeld/doel"))


def result(make: Documents) -> Json:
    """Make a Result."""
    return make.typed(
        "Result", achievedLevel=iri, resultDescription=iri, status=text, value=text, alignment=many(alignment)
    )


def level(make: Documents) -> Json:
    """Make a RubricCriterionLevel."""
    return make.typed(
        "RubricCriterionLevel",
        id=iri,
        alignment=many(alignment),
        texts="name description level points",
    )


def result_description(make: Documents) -> Json:
    """Make a ResultDescription."""
    return make.typed(
        "ResultDescription",
        id=iri,
        allowedValue=many(text),
        requiredLevel=iri,
        rubricCriterionLevel=many(level),
        alignment=many(alignment),
        texts="name resultType requiredValue valueMax valueMin",
    )


def related(make: Documents) -> Json:
    """Make a Related."""
    return make.typed("Related", id=iri, inLanguage=text, version=text)


def criteria(make: Documents) -> Json:
    """Make Criteria: the one node that needs no type."""
    return make.some({}, id=iri, narrative=text) if make.random.randint(0, 3) else make.iri()


def achievement(make: Documents) -> Json:
    """Make an Achievement."""
    return make.typed(
        "Achievement",
        id=iri,
        criteria=criteria,
        alignment=many(alignment),
        creator=profile,
        creditsAvailable=number,
        image=image,
        otherIdentifier=many(identifier_entry),
        related=many(related),
        resultDescription=many(result_description),
        tag=many(text),
        endorsement=many(endorsement),
        endorsementJwt=many(text),
        texts=("name description achievementType fieldOfStudy humanCode inLanguage specialization version"),
    )


def identity(make: Documents) -> Json:
    """Make an IdentityObject."""
    return make.typed("IdentityObject", hashed=truth, identityHash=text, identityType=text, salt=text)


def subject(make: Documents) -> Json:
    """Make an AchievementSubject."""
    return make.typed(
        "AchievementSubject",
        id=iri,
        achievement=achievement,
        activityStartDate=moment,
        activityEndDate=moment,
        creditsEarned=number,
        identifier=many(identity),
        image=image,
        result=many(result),
        source=profile,
        texts="licenseNumber narrative role term",
    )


def evidence(make: Documents) -> Json:
    """Make Evidence."""
    return make.typed(
        "Evidence", id=iri, name=text, narrative=text, description=text, genre=text, audience=text
    )


def badge(make: Documents) -> JsonObject:
    """Make an AchievementCredential."""
    name = make.random.choice(("OpenBadgeCredential", "AchievementCredential"))
    body: JsonObject = {
        "id": make.iri(),
        "type": ["VerifiableCredential", name],
        "credentialSubject": subject(make),
    }
    body = make.some(envelope(make, body), evidence=many(evidence), endorsement=many(endorsement))
    return {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS], **body}


def endorsement_credential(make: Documents) -> JsonObject:
    """Make an EndorsementCredential that stands by itself."""
    node = endorsement(make)
    assert isinstance(node, dict)
    return {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS], **node}


def status_list(make: Documents) -> JsonObject:
    """Make a BitstringStatusListCredential."""
    subject = make.typed("BitstringStatusList", id=iri, statusPurpose=text, encodedList=text, ttl=number)
    types: Json = ["VerifiableCredential", "BitstringStatusListCredential"]
    node: JsonObject = {
        "@context": [contexts.CREDENTIALS_V2],
        "id": make.iri(),
        "type": types,
        "credentialSubject": subject,
    }
    return make.some(node, validFrom=moment, validUntil=moment, issuer=iri)


def proof_configuration(make: Documents) -> JsonObject:
    """Make a proof configuration, which is canonicalised like a document (VC-DI-EDDSA 3.2.5)."""
    node = proof(make)
    assert isinstance(node, dict)
    return {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS], **node}


def inner(make: Documents, node: Json, *urls: str) -> JsonObject:
    """Give what stands inside the contexts that it would have alone, and mostly a proof."""
    assert isinstance(node, dict)
    found: JsonObject = {**node, "@context": list(urls)}
    if make.random.randint(0, 3):
        signed = proof(make)
        assert isinstance(signed, dict)
        if make.random.randint(0, 3) == 0:
            signed["@context"] = list(urls)
        found["proof"] = [signed]
    return found


def holder_of_others(make: Documents) -> JsonObject:
    """Make a badge with endorsements, a CLR or a presentation, in which each part names its own contexts."""
    ours = (contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS)
    kind = make.random.choice(("badge", "clr", "presentation", "presentation of a clr"))
    if kind == "badge":
        node = badge(make)
        node["endorsement"] = [
            inner(make, endorsement(make), *ours) for _ in range(make.random.randint(1, 2))
        ]
        return node
    held: list[Json] = [inner(make, badge(make), *ours) for _ in range(make.random.randint(1, 2))]
    record: JsonObject = {
        "@context": [contexts.CREDENTIALS_V2, CLR, *ours[1:]],
        "id": make.iri(),
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": make.iri(),
        "name": make.text(),
        "credentialSubject": {"id": make.iri(), "type": ["ClrSubject"], "verifiableCredential": held},
    }
    if kind == "clr":
        return record
    return {
        "@context": [contexts.CREDENTIALS_V2],
        "id": make.iri(),
        "type": ["VerifiablePresentation"],
        "holder": make.iri(),
        "verifiableCredential": held if kind == "presentation" else record,
    }


def document(make: Documents) -> JsonObject:
    """Make any document that we canonicalise, mostly a badge."""
    kind = make.random.choice(
        (badge, badge, badge, badge, endorsement_credential, status_list, proof_configuration)
    )
    return kind(make)
