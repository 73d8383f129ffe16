"""The real service, in demo mode on a folder of its own, and a real Chromium to open it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect, sync_playwright

from tests.browser.flow import give_badge, sign_in, sign_in_as_beheerder
from tests.scanning import LISTENER, named_in_log

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Chromium as root in a closed network: no sandbox, and no calls to its makers.
FLAGS = [
    "--lang=nl-NL",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


COMMAND = str(Path(sys.executable).with_name("praktijkbewijs"))

# A page may come late on a busy machine: what is awaited is truth, never speed.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the settings of a demo on a free port, with a folder of its own."""
    return _settings(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def address(environ: dict[str, str]) -> Iterator[str]:
    """Start the demo and give its address."""
    with _served("serve", environ) as found:
        yield found


@pytest.fixture(scope="session")
def filled_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a demo that is filled with people and badges, and give its address."""
    with _served("demo", _settings(tmp_path_factory.mktemp("filled"))) as found:
        yield found


def _settings(folder: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return os.environ | {
        "PRAKTIJKBEWIJS_MODE": "demo",
        "PRAKTIJKBEWIJS_PORT": str(port),
        "PRAKTIJKBEWIJS_DATA_DIR": str(folder),
    }


@contextmanager
def _served(command: str, environ: dict[str, str]) -> Iterator[str]:
    """Run a command that serves until it is ended; give the address. Its log may name nobody."""
    found = f"http://localhost:{environ['PRAKTIJKBEWIJS_PORT']}"
    log = Path(f"{environ['PRAKTIJKBEWIJS_DATA_DIR']}.log")
    with (
        log.open("w") as written,
        subprocess.Popen([COMMAND, command], env=environ, stderr=written) as server,
    ):
        try:
            _wait_until_up(f"{found}/readyz", server=server, log=log)
            yield found
        finally:
            server.terminate()
    assert [] == named_in_log(log.read_text())


@pytest.fixture
def platform_link(address: str, environ: dict[str, str]) -> str:
    """Let somebody run the service, and give the link with which she makes her passkey."""
    mail = f"ada.{time.monotonic_ns()}@bewijs.voorbeeld"
    told = subprocess.run(
        [COMMAND, "platform", "Ada Smit", mail], env=environ, check=True, capture_output=True, text=True
    )
    return told.stdout.split()[-1]


def _wait_until_up(url: str, *, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the service stopped with code {server.returncode}: {log.read_text()[-2000:]}")
        try:
            with urlopen(url, timeout=1):  # noqa: S310 - our own service on this machine
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the service did not come up in three minutes")


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Start a Chromium, with flags of its own beside those that all have."""
    with sync_playwright() as playwright:
        started: list[Browser] = []

        def launch_one(*flags: str) -> Browser:
            chromium = shutil.which("chromium")
            started.append(playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *flags]))
            return started[-1]

        yield launch_one
        for browser in started:
            browser.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    """Start one Chromium for all tests."""
    return launch()


@pytest.fixture
def open_context(browser: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Open a window of its own: `viewport`, `java_script_enabled`, `color_scheme` and so on."""
    with _windows(browser, address) as open_one:
        yield open_one


@pytest.fixture
def open_filled(browser: Browser, filled_address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Open a window on the demo that is filled."""
    with _windows(browser, filled_address) as open_one:
        yield open_one


def _asked_by(request: Request, *, own: str) -> str:
    """Give the address of the page that asks something; a worker is always ours."""
    try:
        return request.frame.url
    except Error:
        return own


@contextmanager
def _windows(browser: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Give what opens a window, and close them all in the end.

    No page asks anything of anybody else, and no script stumbles.
    """
    opened: list[BrowserContext] = []
    elsewhere: list[str] = []
    stumbled: list[str] = []
    own = urlsplit(address)

    def hear(request: Request) -> None:
        LISTENER.hear(request.url, where="browser")
        if request.is_navigation_request():  # followed by who looks; a page asks the rest by itself
            return
        is_ours = urlsplit(_asked_by(request, own=address)).netloc == own.netloc
        if is_ours and urlsplit(request.url).hostname not in {None, "localhost", "127.0.0.1", own.hostname}:
            elsewhere.append(request.url)

    def open_one(**options: object) -> BrowserContext:
        settings = {"viewport": PHONE, "locale": "nl-NL", "bypass_csp": False} | options
        context = browser.new_context(base_url=address, **settings)  # type: ignore[arg-type] # Playwright's own
        context.on("request", hear)
        context.on("weberror", lambda error: stumbled.append(str(error.error)))
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()
    assert ([], []) == (elsewhere, stumbled)


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """Open a page on a phone of 360 px."""
    return open_context().new_page()


@pytest.fixture
def beheerder(open_context: Callable[..., BrowserContext]) -> Page:
    """Give the page of the beheerder of the demo."""
    page = open_context().new_page()
    sign_in_as_beheerder(page)
    return page


@pytest.fixture(scope="session")
def badge(browser: Browser, address: str) -> str:
    """Give one badge and answer its path."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    sign_in(page)
    path = give_badge(page)
    context.close()
    return path


def accessibility_faults(page: Page) -> list[str]:
    """Run axe on the page once it has loaded; give rule and place of each fault."""
    page.wait_for_load_state()
    page.evaluate(AXE.read_text())
    result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{fault['id']}: {node['target']} {node.get('failureSummary', '')}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


def narrow_enough(page: Page) -> bool:
    """Say whether nothing stands outside the window to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def all_faults(page: Page) -> list[str]:
    """Give the faults that axe finds, and whether something stands outside the window."""
    return [*accessibility_faults(page), *([] if narrow_enough(page) else ["wider than the window"])]


def in_order(page: Page) -> None:
    """Hold a page against axe, in light and dark, and against its width."""
    assert [] == all_faults(page), page.url
    assert narrow_enough(page), page.url


@pytest.fixture
def link(page: Page) -> str:
    """Give a badge; answer the address that its giver shows as a code."""
    sign_in(page)
    give_badge(page)
    return page.locator("#link").input_value()
