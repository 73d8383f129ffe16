"""Translate an edition from the rows of a file and back."""

from badges.catalogue.model import (
    Edition,
    Kerntaak,
    Keuzedeel,
    Kwalificatie,
    MboCertificaat,
    OpenQuestion,
    Skill,
    Werkproces,
    code_order,
)
from badges.catalogue.rows import (
    CertificaatRow,
    EditionFile,
    KerntaakRow,
    KeuzedeelRow,
    KwalificatieRow,
    MetaRow,
    OpenQuestionRow,
    SkillRow,
    WerkprocesRow,
)


def to_edition(file: EditionFile) -> Edition:
    """Turn a file into an edition, codes in their numerical order."""
    return Edition(
        made=file.meta.gemaakt,
        explanation=file.meta.toelichting,
        code_pattern=file.meta.codepatroon,
        licence=file.meta.licentie,
        kwalificaties=tuple(_to_kwalificatie(row) for row in file.kwalificaties),
        certificaten=tuple(_to_certificaat(row) for row in file.mbo_certificaten),
        keuzedelen=tuple(
            Keuzedeel(code=row.code, title=row.titel, source=row.source, verified=row.verified)
            for row in file.keuzedelen
        ),
        skills=tuple(_to_skill(row) for row in file.competentnl_vaardigheden),
        open_questions=tuple(
            OpenQuestion(crebo=row.crebo, name=row.naam, verified=row.verified, note=row.note)
            for row in file.niet_geverifieerd
        ),
    )


def _to_kwalificatie(row: KwalificatieRow) -> Kwalificatie:
    kerntaken = sorted(row.kerntaken, key=lambda kerntaak: code_order(kerntaak.code))
    return Kwalificatie(
        crebo=row.crebo,
        name=row.naam,
        kerntaken=tuple(_to_kerntaak(kerntaak, crebo=row.crebo) for kerntaak in kerntaken),
        source=row.source,
        verified=row.verified,
        level=row.niveau,
        level_source=row.niveau_bron,
        dossier_name=row.dossier_naam,
        dossier_crebo=row.dossier_crebo,
        sector=row.sector,
        description=row.omschrijving,
        nlqf=row.nlqf,
        eqf=row.eqf,
        source_established=row.bron_vastgesteld,
        note=row.note,
        skills=tuple(_to_skill(skill) for skill in row.competentnl),
        skills_label=row.competentnl_label,
        skills_source=row.competentnl_source,
        version=row.versie,
        status=row.status,
        valid_from=row.geldig_van,
        intake_ends=row.einde_instroom,
        programme_ends=row.einde_opleiding,
        successor=row.opvolger,
    )


def _to_kerntaak(row: KerntaakRow, *, crebo: str) -> Kerntaak:
    werkprocessen = sorted(row.werkprocessen, key=lambda werkproces: code_order(werkproces.code))
    return Kerntaak(
        code=row.code,
        title=row.titel,
        werkprocessen=tuple(
            Werkproces(
                crebo=crebo,
                code=werkproces.code,
                title=werkproces.titel,
                kerntaak_code=row.code,
                kerntaak_title=row.titel,
                description=werkproces.omschrijving,
                result=werkproces.resultaat,
                behaviour=werkproces.gedrag,
            )
            for werkproces in werkprocessen
        ),
    )


def _to_skill(row: SkillRow) -> Skill:
    return Skill(uri=row.uri, label=row.label, category=row.categorie, kind=row.soort)


def _to_certificaat(row: CertificaatRow) -> MboCertificaat:
    return MboCertificaat(
        code=row.code,
        title=row.titel,
        crebo=row.crebo,
        parts=None if row.onderdelen is None else tuple(row.onderdelen),
        source=row.source,
        verified=row.verified,
    )


def to_file(edition: Edition) -> EditionFile:
    """Turn an edition into a file."""
    return EditionFile(
        meta=MetaRow(
            gemaakt=edition.made,
            toelichting=edition.explanation,
            codepatroon=edition.code_pattern,
            licentie=edition.licence,
        ),
        kwalificaties=[_from_kwalificatie(kwalificatie) for kwalificatie in edition.kwalificaties],
        mbo_certificaten=[_from_certificaat(certificaat) for certificaat in edition.certificaten],
        keuzedelen=[
            KeuzedeelRow(code=part.code, titel=part.title, source=part.source, verified=part.verified)
            for part in edition.keuzedelen
        ],
        competentnl_vaardigheden=[_from_skill(skill) for skill in edition.skills],
        niet_geverifieerd=[
            OpenQuestionRow(
                crebo=question.crebo, naam=question.name, verified=question.verified, note=question.note
            )
            for question in edition.open_questions
        ],
    )


def _from_kwalificatie(kwalificatie: Kwalificatie) -> KwalificatieRow:
    return KwalificatieRow(
        crebo=kwalificatie.crebo,
        naam=kwalificatie.name,
        niveau=kwalificatie.level,
        dossier_naam=kwalificatie.dossier_name,
        dossier_crebo=kwalificatie.dossier_crebo,
        sector=kwalificatie.sector,
        kerntaken=[_from_kerntaak(kerntaak) for kerntaak in kwalificatie.kerntaken],
        source=kwalificatie.source,
        bron_vastgesteld=kwalificatie.source_established,
        verified=kwalificatie.verified,
        note=kwalificatie.note,
        competentnl=[_from_skill(skill) for skill in kwalificatie.skills],
        omschrijving=kwalificatie.description,
        competentnl_label=kwalificatie.skills_label,
        competentnl_source=kwalificatie.skills_source,
        nlqf=kwalificatie.nlqf,
        eqf=kwalificatie.eqf,
        niveau_bron=kwalificatie.level_source,
        versie=kwalificatie.version,
        status=kwalificatie.status,
        geldig_van=kwalificatie.valid_from,
        einde_instroom=kwalificatie.intake_ends,
        einde_opleiding=kwalificatie.programme_ends,
        opvolger=kwalificatie.successor,
    )


def _from_kerntaak(kerntaak: Kerntaak) -> KerntaakRow:
    return KerntaakRow(
        code=kerntaak.code,
        titel=kerntaak.title,
        werkprocessen=[
            WerkprocesRow(
                code=werkproces.code,
                titel=werkproces.title,
                omschrijving=werkproces.description,
                resultaat=werkproces.result,
                gedrag=werkproces.behaviour,
            )
            for werkproces in kerntaak.werkprocessen
        ],
    )


def _from_skill(skill: Skill) -> SkillRow:
    return SkillRow(uri=skill.uri, label=skill.label, categorie=skill.category, soort=skill.kind)


def _from_certificaat(certificaat: MboCertificaat) -> CertificaatRow:
    return CertificaatRow(
        code=certificaat.code,
        titel=certificaat.title,
        crebo=certificaat.crebo,
        onderdelen=None if certificaat.parts is None else list(certificaat.parts),
        source=certificaat.source,
        verified=certificaat.verified,
    )
