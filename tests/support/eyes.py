"""Looking at a page as those see it who listen, who need large letters or strong contrast, or who work at night."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
CONTRAST = ("color-contrast", "color-contrast-enhanced")
_RUN = """async (only) => {
  const how = { resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } };
  if (only) how.runOnly = only;
  const { violations } = await axe.run(document, how);
  const why = (node) => node.failureSummary.split('\\n').slice(1).join(' ').trim().slice(0, 260);
  const words = (id, node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 140)} (${why(node)})`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => words(id, node)));
}"""
_READY = """() => {
  const drawn = document.querySelector('#app :is(.ribbon, .desk-demo)');
  const awaited = document.querySelector('[data-blank], .waiting, .turning, .map-box:empty');
  const moving = document.getAnimations().some((one) => one.playState === 'running');
  return drawn && !awaited && !moving;
}"""
_TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const end = (one) => Math.round(one.getBoundingClientRect().right);
  const sticking = [...document.body.querySelectorAll('*')].filter((one) => end(one) > room);
  return sticking.map((one) => `${one.tagName}.${one.className} ends at ${end(one)} of ${room}`);
}"""


def settle(page: Page) -> None:
    """The page has been drawn by the app, knows the commune, and nothing is on its way any more."""
    page.wait_for_function(_READY)


def violations(page: Page, *only: str) -> list[str]:
    """What axe finds, every rule or only those named. Evaluated from outside: the page's policy lets nothing in."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(_RUN, list(only) or None)
    return found


def at_night(page: Page) -> list[str]:
    """The same page on dark ground."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    settle(page)
    found = violations(page, *CONTRAST)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return [f"dark {one}" for one in found]


def too_wide(page: Page) -> list[str]:
    """What sticks out to the right on the narrowest phone, with usual and with large letters."""
    size: Any = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 740})
    found = [f"320 px: {one}" for one in page.evaluate(_TOO_WIDE)]
    page.evaluate("document.documentElement.dataset.text = 'large'")
    found += [f"320 px, large letters: {one}" for one in page.evaluate(_TOO_WIDE)]
    page.evaluate("delete document.documentElement.dataset.text")
    page.set_viewport_size(size)
    return found
