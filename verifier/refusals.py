"""What to say of what is no badge that we read: what is wrong with it, and what to send instead.

The codes are those of `badges.errors` for documents and carriers, and of the verifier for links and requests.
"""

from badges.wording import Sentence

_ADVICE = Sentence(
    "Geef het bestand dat je kreeg, of de link onder de QR-code.",
    "Give the file that you received, or the link under the QR code.",
)

_SENTENCES = {
    "empty": Sentence("Er is niets gestuurd.", "Nothing was sent."),
    **dict.fromkeys(
        ("too-large", "json-size"),
        Sentence(
            "Dit is te groot. Een bewijs is hooguit 2 MB, een PDF 5 MB, een foto of zip 20 MB.",
            "This is too large. A badge has at most 2 MB, a PDF 5 MB, a photo or zip 20 MB.",
        ),
    ),
    "not-a-credential": Sentence("Dit bestand is geen bewijs.", "This file is no badge."),
    "json": Sentence(
        "Dit lijkt op een bewijs, maar het is niet heel. Misschien is er iets weggevallen bij het kopiëren.",
        "This looks like a badge, but it is not whole. Perhaps something was lost when it was copied.",
    ),
    "json-duplicate-key": Sentence(
        "In dit bestand staat iets twee keer onder dezelfde naam. Daardoor is niet zeker wat er staat.",
        "This file says two things under one name, so nobody can be sure what it says.",
    ),
    "json-constant": Sentence(
        "In dit bestand staat een getal dat niet bestaat (NaN of Infinity).",
        "This file holds a number that does not exist (NaN or Infinity).",
    ),
    "json-depth": Sentence(
        "Dit bestand zit te diep in elkaar. Een bewijs heeft hooguit 32 lagen.",
        "This file is nested too deep. A badge has at most 32 levels.",
    ),
    "json-utf8": Sentence(
        "De letters in dit bestand zijn niet te lezen. Een bewijs is geschreven in UTF-8.",
        "The letters in this file cannot be read. A badge is written in UTF-8.",
    ),
    "not-a-picture": Sentence(
        "Dit lijkt op een plaatje, maar het is niet te lezen.",
        "This looks like a picture, but it cannot be read.",
    ),
    "svg-no-badge": Sentence(
        "In dit plaatje zit geen bewijs. Misschien is het alleen een tekening ervan.",
        "There is no badge in this picture. Perhaps it is only a drawing of it.",
    ),
    **dict.fromkeys(
        ("png-two-badges", "svg-two-badges"),
        Sentence(
            "In dit plaatje zit meer dan één bewijs. Wij kunnen niet zien welk bewijs bedoeld is.",
            "There is more than one badge in this picture. We cannot see which one is meant.",
        ),
    ),
    **dict.fromkeys(
        ("png-damaged", "png-badge-damaged", "svg-badge-damaged"),
        Sentence(
            "Dit plaatje is niet heel. Misschien heeft een app het kleiner gemaakt.",
            "This picture is not whole. Perhaps an app made it smaller.",
        ),
    ),
    **dict.fromkeys(
        ("png-too-large", "credential-too-large"),
        Sentence("Dit bestand is te groot voor een bewijs.", "This file is too large for a badge."),
    ),
    **dict.fromkeys(
        ("credential-empty", "credential-not-text"),
        Sentence(
            "In dit bestand zit iets op de plaats van een bewijs, maar het is geen bewijs.",
            "This file holds something in the place of a badge, but it is no badge.",
        ),
    ),
    "svg-encoding": Sentence(
        "De letters in dit plaatje zijn niet te lezen. Vraag om het plaatje in UTF-8.",
        "The letters in this picture cannot be read. Ask for the picture in UTF-8.",
    ),
    "svg-dtd": Sentence(
        "In dit plaatje zit een verwijzing die er niet hoort. Daarom lezen wij het niet.",
        "This picture holds a reference that does not belong there, so we do not read it.",
    ),
    "jws": Sentence(
        "Dit lijkt op een ondertekende tekst, maar hij is niet heel. Kopieer hem nog een keer, helemaal.",
        "This looks like a signed text, but it is not whole. Copy it again, all of it.",
    ),
    **dict.fromkeys(
        ("not-a-pdf", "pdf-damaged", "pdf-badge-damaged"),
        Sentence("Deze PDF is niet heel.", "This PDF is not whole."),
    ),
    "pdf-encrypted": Sentence("Op deze PDF zit een wachtwoord.", "This PDF has a password."),
    "pdf-too-large": Sentence(
        "In deze PDF zit te veel. Wij lezen hooguit 5 MB en 500 bladzijden.",
        "This PDF holds too much. We read at most 5 MB and 500 pages.",
    ),
    "pdf-no-badge": Sentence(
        "In deze PDF zit geen bewijs. Misschien is het alleen een afdruk ervan.",
        "There is no badge in this PDF. Perhaps it is only a print of it.",
    ),
    "pdf-two-badges": Sentence(
        "In deze PDF zit meer dan één bewijs. Wij kunnen niet zien welk bewijs bedoeld is.",
        "There is more than one badge in this PDF. We cannot see which one is meant.",
    ),
    "zip-damaged": Sentence(
        "Deze zip is niet heel, of gemaakt op een manier die wij niet lezen. "
        "Pak hem uit en geef de bestanden los.",
        "This zip is not whole, or made in a way that we do not read. "
        "Unpack it and give the files one by one.",
    ),
    "zip-encrypted": Sentence(
        "Op deze zip zit een wachtwoord. Pak hem eerst uit.", "This zip has a password. Unpack it first."
    ),
    "zip-too-large": Sentence(
        "In deze zip zit te veel: hooguit 20 MB.", "This zip holds too much: at most 20 MB."
    ),
    "zip-too-many": Sentence(
        "In deze zip zitten te veel bestanden: hooguit 100.", "This zip holds too many files: at most 100."
    ),
    "zip-empty": Sentence("Deze zip is leeg.", "This zip is empty."),
    "zip-no-badge": Sentence("In deze zip zit geen bewijs.", "There is no badge in this zip."),
    "zip-names": Sentence(
        "In deze zip zijn namen van bestanden dubbel of verkeerd.",
        "Names of files in this zip are double or wrong.",
    ),
    "zip-nested": Sentence(
        "In deze zip zit nog een zip. Pak die eerst uit.",
        "There is another zip in this zip. Unpack that first.",
    ),
    "zip-office": Sentence(
        "Dit is een document, zoals van Word of Excel. Daar zit geen bewijs in.",
        "This is a document, as of Word or Excel. It holds no badge.",
    ),
    "photo-damaged": Sentence(
        "Deze foto is niet te lezen. Wij lezen JPEG, PNG, WebP, GIF en BMP.",
        "This photo cannot be read. We read JPEG, PNG, WebP, GIF and BMP.",
    ),
    "photo-too-large": Sentence(
        "Deze foto is te groot. Maak er een schermafdruk van en geef die.",
        "This photo is too large. Take a screenshot of it and give that.",
    ),
    "photo-no-qr": Sentence(
        "Op deze foto zien wij geen QR-code. Maak de foto van dichtbij, recht en scherp.",
        "We see no QR code on this photo. Take it from nearby, straight and sharp.",
    ),
    "photo-other-code": Sentence(
        "De QR-code op deze foto is niet van een bewijs.", "The QR code on this photo is not of a badge."
    ),
    "photo-two-codes": Sentence(
        "Op deze foto staan twee QR-codes van bewijzen. Maak een foto van één code.",
        "There are two QR codes of badges on this photo. Take a photo of one code.",
    ),
    "kind-heif": Sentence(
        "Deze soort foto (HEIC) lezen wij niet. Maak er een JPG van, of maak een schermafdruk.",
        "We do not read this kind of photo (HEIC). Make it a JPG, or take a screenshot.",
    ),
    "wrapped-too-often": Sentence(
        "Dit leidt naar iets anders, en dat weer naar iets anders. Zo komen wij niet bij het bewijs.",
        "This leads to something else, and that to something else again. We do not get to the badge.",
    ),
    "link-inside": Sentence(
        "In deze zip zit een link. Die openen wij niet. Plak de link zelf in het veld.",
        "There is a link in this zip. We do not open it. Paste the link in the field yourself.",
    ),
    "too-many-inside": Sentence(
        "Hier zitten te veel bewijzen in. Wij kijken er hooguit 50 na.",
        "There are too many badges in this. We check at most 50.",
    ),
    "too-costly": Sentence(
        "Dit zit zo ingewikkeld in elkaar dat wij het niet kunnen nakijken.",
        "This is built so intricately that we cannot check it.",
    ),
    "too-much-at-once": Sentence(
        "Het was te veel tegelijk. Dit hebben wij niet meer nagekeken. Geef dit nog een keer, los.",
        "It was too much at once, so we did not get to this. Give this once more, by itself.",
    ),
    "kind-unknown": Sentence(
        "Dit soort bestand kennen wij niet. Wij lezen plaatjes, PDF, zip, JSON en links.",
        "We do not know this kind of file. We read pictures, PDF, zip, JSON and links.",
    ),
    "link-elders": Sentence(
        "Deze link gaat naar een andere site. Daar kunnen wij nu niet kijken.",
        "This link goes to another site. We cannot look there now.",
    ),
    "link-refused": Sentence(
        "Naar dit adres gaan wij niet. Een link naar een bewijs begint met https:// en de naam van een site.",
        "We do not go to this address. A link to a badge starts with https:// and the name of a site.",
    ),
    **dict.fromkeys(
        ("link-unknown", "link-gone"),
        Sentence(
            "Op dit adres staat geen bewijs. Kijk of de link helemaal is overgenomen.",
            "There is no badge at this address. See whether the whole link was copied.",
        ),
    ),
    "link-unreachable": Sentence(
        "Dit adres geeft nu geen antwoord. Probeer het later nog een keer.",
        "This address does not answer now. Please try again later.",
    ),
    "link-unread": Sentence(
        "Op dit adres staat iets dat te groot is, of dat wij niet kunnen lezen. Download het bewijs zelf.",
        "At this address is something too large, or that we cannot read. Download the badge yourself.",
    ),
    **dict.fromkeys(
        ("link-wrong", "link-page"),
        Sentence(
            "Op dit adres staat een webpagina, geen bewijs. Zoek daar een knop om het bewijs te downloaden.",
            "At this address is a web page, no badge. Look there for a button to download the badge.",
        ),
    ),
    "request-batch": Sentence(
        "Stuur een lijst van 1 tot 100 bewijzen of links.", "Send a list of 1 to 100 badges or links."
    ),
    "request": Sentence(
        "Stuur een bewijs, of JSON met alleen 'bewijs', alleen 'link' of alleen 'bewijzen' erin.",
        "Send a badge, or JSON with only 'bewijs', only 'link' or only 'bewijzen' in it.",
    ),
}
_OTHER = Sentence("Dit kunnen wij niet lezen.", "We cannot read this.")


def refusal(code: str) -> Sentence:
    """Say what is wrong, and what to send instead; of a code without a sentence, that we cannot read it."""
    said = _SENTENCES.get(code, _OTHER)
    return Sentence(f"{said.nl} {_ADVICE.nl}", f"{said.en} {_ADVICE.en}")
