"""The rules of the house as questions to a source tree. Each answers with its violations, as sentences."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

STOREYS = (
    {"core"}, {"journal"}, {"accounts"}, {"places"}, {"media"}, {"notifications"}, {"worktime"},
    {"checklists", "papers"},
    {"collection_points", "cleanups"}, {"complaints"},
    {"desk", "statistics", "privacy"},
    {"equipment", "roadmap", "dump_sites", "crews", "cameras",
     "hamlet_life", "waste_ledger", "outreach", "commendations", "supervision"},
    {"plan"}, {"indicators"}, {"reports"}, {"configuration"},
)  # fmt: skip
ROOF = len(STOREYS)  # app, cli, frontend, health, tables, seed, demo: they may know every room
DOORS = ("models", "schemas", "rules", "queries", "actions", "access", "routes")
HTTP_ALLOWED = {"core.web", "core.hot", "core.problems", "core.shield", "frontend", "health", "contract", "app"}
CLOCK_ALLOWED = {
    "routes", "access", "cli", "configuration_commands", "app", "frontend", "health", "upkeep", "delivery", "live",
    "demo", "seed", "clock",
}  # fmt: skip
SQL_CALLS = {"exec", "execute", "scalar", "scalars", "get", "add", "add_all", "delete", "merge", "refresh"}
WITHOUT_SQL = ("models", "schemas", "rules", "access", "routes")
WRITING_CALLS = {"add", "add_all", "delete", "merge", "flush"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


class Module:
    """One file of `api/`, named without the `api.`: `complaints.rules`."""

    def __init__(self, root: Path, path: Path) -> None:
        parts = path.relative_to(root).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.room = parts[0] if len(parts) > 1 else ""
        self.file = parts[-1]
        self.lines = path.read_text().count("\n")
        self.tree = ast.parse(path.read_text())
        self.imports: set[str] = set()

    @property
    def storey(self) -> int:
        return next((level for level, rooms in enumerate(STOREYS) if self.room in rooms), ROOF)

    @property
    def door(self) -> str | None:
        """Which of the doors this file is; None for an ability such as `triage`."""
        last = self.file.rsplit("_", 1)[-1]
        return last if last in DOORS else None

    def calls(self) -> Iterator[ast.Attribute]:
        """Every `something.verb(...)`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield node.func


class House:
    """All modules of a tree and who imports whom."""

    def __init__(self, root: Path) -> None:
        found = [Module(root, path) for path in sorted(root.rglob("*.py"))]
        self.modules = {module.name: module for module in found}
        for module in found:
            for name in imported(module.tree):
                if own := self._own(name):
                    module.imports.add(own)

    def _own(self, name: str) -> str | None:
        """The module of ours behind an imported name: `api.media.actions.keep` → `media.actions`."""
        parts = name.split(".")
        if parts[0] != "api":
            return None
        names = (".".join(parts[1:end]) for end in range(len(parts), 1, -1))
        return next((name for name in names if name in self.modules), None)

    def pairs(self) -> Iterator[tuple[Module, Module]]:
        for module in self.modules.values():
            for name in sorted(module.imports):
                yield module, self.modules[name]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def upward_imports(house: House) -> Iterator[str]:
    for module, target in house.pairs():
        between = module.room != target.room
        if between and target.storey >= module.storey and not (module.storey == target.storey == ROOF):
            yield f"{module.name} imports {target.name}: rooms only look down"
        if between and target.door == "routes" and module.name != "app":
            yield f"{module.name} imports {target.name}: only app knows the doors of other rooms"


def wrong_doors(house: House) -> Iterator[str]:
    """Inside a room: models ← schemas ← rules ← queries ← actions ← access ← routes, also by way of an ability."""
    for module in house.modules.values():
        if module.door is None or module.storey in (0, ROOF):
            continue
        for target in _reached(house, module):
            if target.door and DOORS.index(target.door) > DOORS.index(module.door):
                yield f"{module.name} reaches {target.name}: {target.door} stands above {module.door}"


def _reached(house: House, module: Module) -> Iterator[Module]:
    """The doors of the same room that a module imports, itself or through abilities."""
    waiting, seen = [module], {module.name}
    while waiting:
        for name in house.modules[waiting.pop().name].imports - seen:
            target = house.modules[name]
            seen.add(name)
            if target.room == module.room:
                yield target
                waiting += [target] if target.door is None else []


def cycles(house: House) -> Iterator[str]:
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> Iterator[str]:
        if name in trail:
            yield " → ".join((*trail[trail.index(name) :], name)) + ": a circle"
        elif name not in done:
            for target in sorted(house.modules[name].imports - {name}):
                yield from visit(target, (*trail, name))
            done.add(name)

    for name in house.modules:
        yield from visit(name, ())


def hidden_imports(house: House) -> Iterator[str]:
    for module in house.modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(imported(node)):
                yield f"{module.name}.{node.name} imports inside a function"
            if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
                yield f"{module.name} escapes by TYPE_CHECKING"


def http_indoors(house: House) -> Iterator[str]:
    for module in house.modules.values():
        packages = {name.split(".")[0] for name in imported(module.tree)}
        at_the_door = module.door in ("routes", "access") or module.name in HTTP_ALLOWED
        if packages & {"fastapi", "starlette"} and not at_the_door:
            yield f"{module.name} knows HTTP: that stays at the door"


def misplaced_sql(house: House) -> Iterator[str]:
    for module in house.modules.values():
        packages = {name.split(".")[0] for name in imported(module.tree)}
        if module.door == "rules" and packages & {"sqlalchemy", "sqlmodel"}:
            yield f"{module.name} knows the database: rules take values and give values"
        for call in module.calls():
            on_session = isinstance(call.value, ast.Name) and call.value.id == "session"
            if call.attr in ("commit", "rollback") and module.name != "core.database":
                yield f"{module.name}:{call.lineno} calls {call.attr}(): only core.database does"
            if on_session and call.attr in SQL_CALLS and module.door in WITHOUT_SQL:
                yield f"{module.name}:{call.lineno} asks the database: that belongs into queries or actions"
            if on_session and call.attr in WRITING_CALLS and module.door == "queries":
                yield f"{module.name}:{call.lineno} writes: queries only ask"


def stray_clocks(house: House) -> Iterator[str]:
    for module in house.modules.values():
        for call in module.calls():
            whose = f"{call.value.id}.{call.attr}" if isinstance(call.value, ast.Name) else ""
            if whose == "clock.now" and not {module.door, module.file, module.room} & CLOCK_ALLOWED:
                yield f"{module.name}:{call.lineno} asks the clock: time comes in as `now`"
            if whose in ("datetime.now", "datetime.utcnow", "date.today", "time.time") and module.name != "core.clock":
                yield f"{module.name}:{call.lineno} calls {whose}(): only core.clock does"


def too_long(paths: Iterable[Path], *, root: Path) -> Iterator[str]:
    """Files over 300 lines and Python functions over 40."""
    for path in sorted(paths):
        text = path.read_text()
        if (count := text.count("\n")) > LONGEST_FILE:
            yield f"{path.relative_to(root)} has {count} lines: split it by ability"
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION:
                yield f"{path.relative_to(root)}:{node.lineno} {node.name} has {length} lines"
