"""The rules of the front end: lib ← components ← pages ← main, text stays text, nothing inline."""

import re
from collections.abc import Iterator
from pathlib import Path

LAYERS = ("lib", "components", "pages")
TOP = len(LAYERS)  # main.js, routes.js: they may know everything
_IMPORT = re.compile(
    r"""(?:^\s*(?:import|export)\b[^'"`;]*?from\s*|^\s*import\s*|\bimport\()\s*['"]([^'"]+)['"]""", re.MULTILINE
)
_NAMED = re.compile(r"""import\s*\{([^}]*)\}\s*from\s*['"][^'"]*/lib/(api|outbox)\.js['"]""")
VERBS = {"ask", "get", "post", "put", "patch", "del", "queue", "sendNow"}
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.MULTILINE | re.DOTALL)  # types are imported in comments
_DANGEROUS = re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval)\b")
_INLINE_STYLE = re.compile(r"""<[a-z][^>`]*\sstyle=["']""")
_INLINE_HTML = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.I)


def imports(path: Path) -> Iterator[tuple[str, Path | None]]:
    """What a file imports, as written, and the file behind it (None when it is not a relative address)."""
    for name in _IMPORT.findall(_COMMENT.sub("", path.read_text())):
        yield name, (path.parent / name).resolve() if name.startswith(".") else None


def wrong_imports(pwa: Path) -> Iterator[str]:
    app = (pwa / "app").resolve()
    for path in sorted(app.rglob("*.js")):
        here = path.relative_to(app)
        for name, target in imports(path):
            if target is None or not target.is_file():
                yield f"app/{here} imports {name}: there is no such file"
            elif app in target.parents and (fault := _fault(here, target.relative_to(app))):
                yield f"app/{here} imports {target.relative_to(app)}: {fault}"


def _fault(here: Path, target: Path) -> str | None:
    own, other = _layer(here), _layer(target)
    if other > own:
        return "lib ← components ← pages ← main"
    if own == other == LAYERS.index("pages") and here.parent.name == target.parent.name == "pages":
        return "pages do not know pages"
    return None


def fetching_components(pwa: Path) -> Iterator[str]:
    """A component gets data and callbacks. It may know whether there is a line, and how to say a problem."""
    for path in sorted((pwa / "app" / "components").rglob("*.js")):
        for names, source in _NAMED.findall(_COMMENT.sub("", path.read_text())):
            if verbs := VERBS & {name.split(" as ")[0].strip() for name in names.split(",")}:
                yield f"{path.relative_to(pwa)} imports {', '.join(sorted(verbs))} from {source}: pages fetch"


def _layer(path: Path) -> int:
    return LAYERS.index(path.parts[0]) if path.parts[0] in LAYERS else TOP


def worker_imports(pwa: Path) -> Iterator[str]:
    worker = pwa / "sw.js"
    if worker.exists():
        yield from (f"sw.js imports {name}" for name, _ in imports(worker))


def dangerous_text(pwa: Path) -> Iterator[str]:
    for path in sorted((pwa / "app").rglob("*.js")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            place = f"{path.relative_to(pwa)}:{number}"
            if "<${" in line:
                yield f"{place} places a component as a tag: use h(Component, props), which is checked"
            if found := _DANGEROUS.search(line):
                yield f"{place} uses {found.group()}: people's text is only ever text"
            if _INLINE_STYLE.search(line):
                yield f"{place} has an inline style, which the policy refuses"


def inline_in_page(pwa: Path) -> Iterator[str]:
    text = re.sub(r"<!--.*?-->", "", (pwa / "index.html").read_text(), flags=re.S)
    yield from (f"index.html holds {found.group()!r} inline" for found in _INLINE_HTML.finditer(text))
