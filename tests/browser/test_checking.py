"""Whatever people hold, and however they hand it over: the form of /controleer in a real browser."""

import io
import json
import mimetypes
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
import segno
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Request, expect

from badges import keys, strictjson
from badges.baking import pdf
from tests import forging, world
from tests.badges.openbadges2.samples import assertion
from tests.browser.conftest import PHONE, accessibility_faults, narrow_enough

pytestmark = pytest.mark.browser

GENUINE = "Dit bewijs is echt"
TOUCH = {"has_touch": True, "is_mobile": True}
# Hand files or a link to the page as a mouse or the clipboard does.
DROP = """([name, files, link]) => {
    const data = new DataTransfer();
    files.forEach(([called, text]) => data.items.add(new File([text], called)));
    if (link) data.setData('text/uri-list', link);
    const more = name === 'paste' ? { clipboardData: data } : { dataTransfer: data };
    const kind = name === 'paste' ? ClipboardEvent : DragEvent;
    document.body.dispatchEvent(new kind(name, { ...more, bubbles: true, cancelable: true }));
}"""

UNFOLD = "() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"

# Say whether the chosen file becomes smaller than it was; it gets 3 seconds.
CHOSEN_BELOW = """async (size) => {
    const chosen = () => document.getElementById('f-bestand').files[0].size;
    for (let turn = 0; turn < 60 && chosen() >= size; turn += 1) {
        await new Promise((go) => setTimeout(go, 50));
    }
    return chosen() < size;
}"""


@pytest.fixture
def signed(page: Page, badge: str) -> str:
    """Give the signed text of a badge."""
    return page.request.get(badge, headers={"Accept": "application/json"}).text()


def send(page: Page) -> None:
    """Press the button of the form."""
    page.get_by_role("button", name="Controleer", exact=True).click()


def says(page: Page, heading: str = GENUINE) -> None:
    """Expect an answer."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def qr_image(text: str, *, scale: int = 8) -> Image.Image:
    """Draw a QR code as a camera could see it: on paper, not filling the view."""
    drawn = io.BytesIO()
    segno.make(text, micro=False).save(drawn, kind="png", scale=scale, border=4)
    code = Image.open(drawn).convert("RGB")
    view = Image.new("RGB", (640, 640), "#d9d2c5")
    view.paste(code, ((640 - code.width) // 2, (640 - code.height) // 2))
    return view


def jpeg(image: Image.Image) -> bytes:
    """Write a photo."""
    written = io.BytesIO()
    image.save(written, "JPEG", quality=90)
    return written.getvalue()


def png(image: Image.Image) -> bytes:
    """Write a picture, as a screenshot is."""
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def document_with(credential: str) -> bytes:
    """Write a PDF of one empty page with a badge attached to it."""
    written = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(written)
    return pdf.bake(written.getvalue(), credential=credential.encode())


def zip_of(**members: str) -> bytes:
    """Put badges together, as people do before they mail them."""
    written = io.BytesIO()
    with ZipFile(written, "w") as together:
        for name, text in members.items():
            together.writestr(f"{name}.json", text)
    return written.getvalue()


def presentation_of(*badges: str) -> str:
    """Put badges together as a wallet does."""
    document = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [json.loads(badge) for badge in badges],
    }
    return json.dumps(document)


def token_of_a_stranger() -> str:
    """Sign a badge as a compact JWS, with a key that is its own address."""
    did = f"did:key:{world.public_key('stranger').multikey}"
    document = world.badge_of(world.Issuer(did=did, name="Havenzicht", key="stranger", list_key=""))
    del document["credentialStatus"]
    header = strictjson.dumps({"alg": "EdDSA", "kid": f"{did}#{did.rpartition(':')[2]}"})
    written = f"{forging.encoded(header)}.{forging.encoded(strictjson.dumps(document))}"
    signer = keys.Ed25519Signer(world.seed("stranger"), verification_method=did)
    return f"{written}.{forging.encoded(signer.sign(written.encode()))}"


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file; the browser tells by its name what it is."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file: FilePayload = {"name": name, "mimeType": kind, "buffer": content}
    page.get_by_label("Foto of bestand").set_input_files(file)


def faultless(page: Page) -> None:
    """Expect a page that everybody can read, folded and unfolded."""
    assert accessibility_faults(page) == []
    page.evaluate(UNFOLD)
    assert accessibility_faults(page) == []
    assert narrow_enough(page)


class TestHandingOver:
    def test_a_file_that_was_dropped(self, page: Page, signed: str) -> None:
        """Anywhere on the page; its name is said, and it is sent with the button."""
        page.goto("/controleer")
        page.evaluate(DROP, ["drop", [["bewijs.json", signed]], ""])
        expect(page.get_by_text("Gekozen: bewijs.json")).to_be_visible()
        send(page)
        says(page)

    def test_one_of_several_files(self, page: Page, signed: str) -> None:
        """We look at one, and say so."""
        page.goto("/controleer")
        page.evaluate(DROP, ["drop", [["a.json", signed], ["b.json", signed]], ""])
        expect(page.get_by_text("1 bestand tegelijk. Gekozen: a.json")).to_be_visible()

    def test_a_link_that_was_dropped(self, page: Page, badge: str, address: str) -> None:
        """Dragged from another window."""
        page.goto("/controleer")
        page.evaluate(DROP, ["drop", [], address + badge])
        send(page)
        says(page)

    def test_a_file_that_was_pasted(self, page: Page, signed: str) -> None:
        """A screenshot or a file on the clipboard."""
        page.goto("/controleer")
        page.evaluate(DROP, ["paste", [["bewijs.json", signed]], ""])
        send(page)
        says(page)

    def test_a_text_that_was_pasted(self, open_context: Callable[..., BrowserContext], signed: str) -> None:
        """The whole text of a badge goes into the field for a link; Enter sends it."""
        page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
        page.goto("/controleer")
        page.evaluate("text => navigator.clipboard.writeText(text)", signed)
        page.get_by_label("Of plak de link").focus()
        page.keyboard.press("Control+V")
        page.keyboard.press("Enter")
        says(page)

    @pytest.mark.parametrize("form", ["png", "svg"])
    def test_without_scripts(
        self, open_context: Callable[..., BrowserContext], badge: str, form: str
    ) -> None:
        """A picture with the badge in it, or the link: nothing here needs JavaScript."""
        page = open_context(java_script_enabled=False).new_page()
        picture = page.request.get(f"{badge}/bewijs.{form}").body()
        page.goto("/controleer")
        expect(page.get_by_role("button", name="Scan de QR-code")).to_be_hidden()
        choose(page, f"bewijs.{form}", picture)
        send(page)
        says(page)

    def test_a_pdf_with_the_badge_attached(self, page: Page, signed: str) -> None:
        """Some programs give a badge as a paper with the signed file behind it."""
        page.goto("/controleer")
        choose(page, "bewijs.pdf", document_with(signed))
        send(page)
        says(page)
        faultless(page)

    def test_a_zip_with_a_forged_badge_in_it(self, page: Page, signed: str) -> None:
        """The worst is said first; each has its own answer under its own name."""
        page.goto("/controleer")
        forged = signed.replace("40 orders", "90 orders")
        choose(page, "bewijzen.zip", zip_of(een=signed, twee=forged, drie=signed))
        send(page)
        says(page, "1 van de 3 bewijzen is niet echt")
        answers = {name: page.locator(".part", has_text=f"{name}.json") for name in ("een", "twee", "drie")}
        assert ["part is-valid", "part is-fake", "part is-valid"] == [
            each.get_attribute("class") for each in answers.values()
        ]
        faultless(page)

    def test_several_that_somebody_shows(self, page: Page, signed: str) -> None:
        """A presentation from a wallet: each badge in it stands on its own."""
        page.goto("/controleer")
        page.get_by_label("Of plak de link").fill(presentation_of(signed, signed))
        send(page)
        says(page, "Beide bewijzen zijn echt")
        expect(page.locator(".part.is-valid")).to_have_count(2)
        faultless(page)

    def test_a_badge_of_a_site_that_does_not_answer(self, page: Page) -> None:
        """An Open Badge 2.0 is only as good as the site that it stands on: without it there is doubt."""
        page.goto("/controleer")
        choose(page, "assertie.json", strictjson.dumps(assertion()))
        send(page)
        says(page, "Wij kunnen dit bewijs niet controleren")
        expect(page.locator(".verdict.is-unsure")).to_be_visible()
        faultless(page)

    def test_a_signed_token(self, page: Page) -> None:
        """A badge that is one long text, of an issuer whom no register knows."""
        page.goto("/controleer")
        page.get_by_label("Of plak de link").fill(token_of_a_stranger())
        send(page)
        says(page, "Dit bewijs is echt. Wij kennen de uitgever niet")
        faultless(page)

    def test_with_the_keyboard_alone(self, page: Page, badge: str, address: str) -> None:
        """From the file to the link to the button, in the order of the page."""
        page.goto("/controleer")
        page.get_by_label("Foto of bestand").focus()
        page.keyboard.press("Tab")
        page.keyboard.type(address.removeprefix("http://") + badge)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Controleer"
        page.keyboard.press("Enter")
        says(page)

    def test_what_is_no_badge(self, page: Page) -> None:
        """The reason stands on top, what was typed is still there."""
        page.goto("/controleer")
        page.get_by_label("Of plak de link").fill("hallo")
        send(page)
        expect(page.get_by_role("alert")).to_contain_text("Dit is geen link en geen bewijs.")
        assert page.evaluate("document.activeElement.id") == "fouten"
        expect(page.get_by_label("Of plak de link")).to_have_value("hallo")
        assert accessibility_faults(page) == []


class TestPhoto:
    def test_can_be_taken_on_a_phone(self, open_context: Callable[..., BrowserContext]) -> None:
        """Where there is a touch screen, the camera of the phone is one tap away."""
        page = open_context(**TOUCH).new_page()
        page.goto("/controleer")
        expect(page.get_by_label("Of maak een foto")).to_be_visible()
        assert page.get_by_label("Of maak een foto").get_attribute("capture") == "environment"
        assert accessibility_faults(page) == []
        assert narrow_enough(page)

    def test_is_not_offered_beside_a_mouse(self, page: Page) -> None:
        """A desk has no camera to point at paper."""
        page.goto("/controleer")
        expect(page.get_by_label("Of maak een foto")).to_be_hidden()

    def test_is_read(self, page: Page, badge: str, address: str) -> None:
        """A photo of the QR code on paper leads to the badge behind it; for our own we went nowhere."""
        page.goto("/controleer")
        choose(page, "foto.jpg", jpeg(qr_image(address + badge)))
        send(page)
        says(page)
        expect(page.get_by_text("hoort niet bij de handtekening. Alleen de tekst hier wel.")).to_be_visible()
        expect(page.get_by_text("opgehaald bij")).to_have_count(0)
        faultless(page)

    def test_gives_a_report_of_one_sheet(self, page: Page, badge: str, address: str) -> None:
        """With all that was checked, and every note, unfolded for the file."""
        page.goto("/controleer")
        choose(page, "foto.jpg", jpeg(qr_image(address + badge)))
        send(page)
        says(page)
        page.evaluate(UNFOLD)
        paper = pikepdf.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        assert 1 == len(paper.pages)

    def test_of_a_screen_is_read(self, page: Page, badge: str, address: str) -> None:
        """A screenshot is a PNG without a badge in it, so the code on it is looked for."""
        page.goto("/controleer")
        choose(page, "schermafbeelding.png", png(qr_image(address + badge)))
        send(page)
        says(page)
        faultless(page)

    def test_is_made_smaller_before_it_is_sent(self, page: Page) -> None:
        """A large photo costs its sender no more than it must; a PNG may hold a badge and stays as it is."""
        noise = Image.effect_noise((2400, 1200), 90)
        photo, picture = jpeg(noise), png(noise)
        page.goto("/controleer")
        choose(page, "f.jpg", photo)
        assert page.evaluate(CHOSEN_BELOW, len(photo))
        choose(page, "f.png", picture)
        assert not page.evaluate(CHOSEN_BELOW, len(picture))


class TestWaiting:
    def test_is_said_after_a_second_and_sends_once(self, page: Page) -> None:
        """Who waits hears why, and a second press does nothing."""
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
        page.goto("/controleer")
        page.route("**/controleer", lambda route: route.fulfill(status=204))  # the page stays, and waits
        page.get_by_label("Of plak de link").fill("https://traag.voorbeeld/bewijs")
        button = page.locator("#controle button:not([type])")
        button.click()
        expect(button).to_have_text("Wij kijken het na")
        expect(page.locator(".wait [role=status]")).to_contain_text("soms 5 seconden")
        expect(page.locator(".wait svg")).to_be_visible()
        assert accessibility_faults(page) == []
        button.click()
        with page.expect_response("**/readyz"):  # what was sent by the press went before this
            page.evaluate("() => fetch('/readyz')")
        assert len(sent) == 1


@pytest.fixture(scope="module")
def camera(
    launch: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory, badge: str, address: str
) -> Browser:
    """Start a Chromium whose camera looks at the QR code of the badge."""
    film = tmp_path_factory.mktemp("camera") / "view.mjpeg"
    film.write_bytes(jpeg(qr_image(address + badge)) * 30)
    return launch(
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


class TestCamera:
    def test_reads_the_code_and_sends_it(self, camera: Browser, address: str, tmp_path: Path) -> None:
        """One press, and the badge on the paper is checked; the reader comes only then."""
        context = camera.new_context(base_url=address, viewport=PHONE, locale="nl-NL", permissions=["camera"])  # type: ignore[arg-type] # Playwright's own
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/controleer", wait_until="networkidle")
        assert not [url for url in asked if "qr-scanner" in url]
        assert accessibility_faults(page) == []
        page.get_by_role("button", name="Scan de QR-code").click()
        says(page)
        faultless(page)
        assert said == []
        context.close()

    def test_can_be_turned_off(self, launch: Callable[..., Browser], address: str) -> None:
        """A view without a code; the button to stop has the focus, and stopping is said."""
        browser = launch("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
        page = browser.new_page(base_url=address, locale="nl-NL", permissions=["camera"])
        page.goto("/controleer")
        page.get_by_role("button", name="Scan de QR-code").click()
        expect(page.get_by_text("Houd de QR-code voor de camera.")).to_be_visible()
        expect(page.get_by_role("button", name="Zet de camera uit")).to_be_focused()
        assert accessibility_faults(page) == []
        page.keyboard.press("Enter")
        expect(page.get_by_text("De camera is uit.")).to_be_visible()
        expect(page.get_by_role("button", name="Scan de QR-code")).to_be_focused()

    def test_may_be_refused(self, launch: Callable[..., Browser], address: str) -> None:
        """Who says no is told what else can be done."""
        browser = launch("--use-fake-device-for-media-stream", "--deny-permission-prompts")
        page = browser.new_page(base_url=address, locale="nl-NL")
        page.goto("/controleer")
        page.get_by_role("button", name="Scan de QR-code").click()
        expect(page.get_by_text("De camera gaat niet aan. Maak een foto")).to_be_visible()

    def test_is_not_offered_where_there_is_none(self, page: Page) -> None:
        """A button that cannot work is not there."""
        page.goto("/controleer", wait_until="networkidle")
        expect(page.get_by_role("button", name="Scan de QR-code")).to_be_hidden()
