"""The commands of an installation: python -m api serve | demo | migrate | …"""

import importlib
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
import typer
import uvicorn
from pydantic import ValidationError

from api import configuration_commands, contract, seeding
from api.accounts import actions as accounts
from api.accounts import passwords, queries
from api.app import create_app
from api.cameras.bridge import NOT_REACHED, Bridge, BridgeSettings
from api.core import clock, logs, schema
from api.core.database import Database
from api.core.settings import Environment, Settings
from api.journal import chain
from api.privacy import retention as privacy

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
log = structlog.get_logger("cli")


def load_settings(environment: Environment | None = None) -> Settings:
    """The settings, or a plain word on what is missing and exit code 2."""
    try:
        return Settings(environment=environment) if environment else Settings()
    except ValidationError as error:
        for fault in error.errors(include_input=False):
            name = "".join(f"XANH_{str(part).upper()}: " for part in fault["loc"][:1])
            typer.echo(f"Settings: {name}{fault['msg']}", err=True)
        typer.echo("Each setting is explained in .env.example.", err=True)
        raise typer.Exit(2) from None


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database, at the schema of this version and with what every installation begins with."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url, readers=settings.readers, writers=settings.writers)
    try:
        if not schema.is_current(database.engine):  # Alembic is loaded only when there is work for it
            importlib.import_module("api.core.migrations").upgrade(database.engine)
        with database.session(writes=True) as session:
            seeding.seed(session, settings)
        yield database
    finally:
        database.dispose()


def run_server(settings: Settings) -> None:
    uvicorn.run(
        create_app(settings), host=settings.host, port=settings.port, http="httptools", access_log=False,
        log_level="warning", proxy_headers=True, forwarded_allow_ips=settings.forwarded_allow_ips,
        server_header=False, timeout_keep_alive=20, timeout_graceful_shutdown=10,
    )  # fmt: skip


@app.command()
def serve() -> None:
    """Start for real use: migrate, refuse default secrets, no demo data."""
    settings = load_settings()
    warn_of_local_address(settings)
    with open_database(settings) as database:
        welcome_first_administrator(database, settings)
    run_server(settings)


def warn_of_local_address(settings: Settings) -> None:
    """Not refused: it is how one tries it. But no phone can open a link or a QR code of such an installation."""
    if settings.is_local and settings.environment is Environment.PRODUCTION:
        logs.configure(settings.log_level)
        log.warning("public_url_is_local", public_url=settings.public_url)
        typer.echo(
            f"CHÚ Ý: XANH_PUBLIC_URL đang là {settings.public_url}, nên đường dẫn và mã QR chỉ mở được\n"
            "trên máy chủ này. Xin đặt biến này là địa chỉ mọi người gõ, ví dụ\n"
            "https://racthai.example.vn, rồi chạy lại.\n"
        )


def welcome_first_administrator(database: Database, settings: Settings) -> None:
    """While nobody can sign in to administer, print a one-time link at every start."""
    with database.session(writes=True) as session:
        link = accounts.first_administrator_link(session, settings, clock.now())
    if link:
        typer.echo(f"Chưa có quản trị viên. Mở địa chỉ này để đặt mật khẩu (dùng một lần, trong 3 ngày):\n{link}")


@app.command()
def create_link(login: str) -> None:
    """Print a fresh one-time link that sets the password of LOGIN (a user name or a phone)."""
    settings = load_settings()
    with open_database(settings) as database, database.session(writes=True) as session:
        account = queries.find_by_login(session, login)
        if account is None or not account.is_active:
            typer.echo("Không có tài khoản nào đang dùng với tên này.", err=True)
            raise typer.Exit(1)
        issued = passwords.issue_link(session, account, settings=settings, now=clock.now())
    typer.echo(issued.url)


@app.command()
def demo() -> None:
    """Start with a made-up commune to try everything on. Never for real use."""
    demo_data = importlib.import_module("api.demo.load")  # nobody else needs it
    settings = load_settings(Environment.DEVELOPMENT)
    if "data_dir" not in settings.model_fields_set and "database_url" not in settings.model_fields_set:
        folder = settings.data_dir / "demo"
        settings = settings.model_copy(update={"data_dir": folder, "database_url": f"sqlite:///{folder}/xanh.sqlite3"})
    if not settings.hotline_phone:
        settings = settings.model_copy(update={"hotline_phone": demo_data.HOTLINE})
    with open_database(settings) as database:
        typer.echo("Đang chuẩn bị dữ liệu mẫu… / Preparing the demo…")
        demo_data.load(database, settings)
    typer.echo(f"\nXã Xanh: http://localhost:{settings.port}\n\nĐăng nhập thử / Sign-ins:")
    typer.echo("\n".join(demo_data.sign_ins()) + "\n")
    run_server(settings)


@app.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    with open_database(load_settings()):
        pass


@app.command()
def retention(apply: bool = False) -> None:
    """Say what the rules of retention would forget tonight; with --apply, forget it now."""
    with open_database(load_settings()) as database:
        with database.session(writes=False) as session:
            for due in privacy.preview(session, now=clock.now()):
                state = "" if due.is_active else " (chưa bật)"
                typer.echo(f"{due.code:<15} {due.count:>7}  {due.label}{state}  {', '.join(due.examples)}")
        while apply:
            with database.session(writes=True) as session:
                done = privacy.sweep(session, now=clock.now())
            typer.echo(f"Đã thực hiện: {done}")
            apply = bool(done)


@app.command()
def verify_journal(head: str = "") -> None:
    """Look whether the journal is as it was sealed; --head POSITION:HASH, as printed in a report, must be in it."""
    position, _, sealed = head.partition(":")
    if head and not (position.isdigit() and sealed):
        raise typer.BadParameter("POSITION:HASH")
    with open_database(load_settings()) as database, database.session(writes=False) as session:
        fault = chain.verify(session, (int(position), sealed.lower()) if head else None)
        last = chain.newest(session)
    if fault:
        typer.echo(f"Nhật ký KHÔNG nguyên vẹn / the journal is NOT intact: {fault.words}", err=True)
        raise typer.Exit(1)
    typer.echo(f"Nhật ký nguyên vẹn / the journal is intact: {last.position if last else 0} links")
    if last:
        typer.echo(f"{last.position}:{last.hash}")


app.add_typer(configuration_commands.commands(lambda: open_database(load_settings())), name="configuration")


@app.command()
def camera_bridge(config: Path, once: bool = False) -> None:
    """Send the events of a Frigate server here, signed; CONFIG is the file that docs/camera-bridge.md describes."""
    logs.configure("INFO")
    try:
        settings = BridgeSettings.model_validate_json(config.read_bytes())
    except (OSError, ValidationError) as error:
        typer.echo(f"{config}: {error}", err=True)
        raise typer.Exit(2) from None
    try:
        Bridge(settings, config.with_suffix(".state"), clock.now).run(time.sleep, once=once)
    except NOT_REACHED as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def healthcheck() -> None:
    """Exit with 0 if the server of these settings is ready, with 1 if not. For container platforms."""
    port = load_settings().port
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"http://127.0.0.1:{port}/api/readyz", timeout=5) as answer:
            typer.echo(answer.read().decode())
    except urllib.error.HTTPError as refusal:
        typer.echo(refusal.read().decode())
        raise typer.Exit(1) from None
    except OSError as reason:
        typer.echo(f"no answer on port {port}: {type(reason).__name__}", err=True)
        raise typer.Exit(1) from None


@app.command()
def openapi() -> None:
    """Write the contract anew: docs/openapi.json and the front end's types."""
    document = create_app(Settings(_env_file=None, environment=Environment.DEVELOPMENT)).openapi()
    contract.OPENAPI.write_text(contract.openapi(document))
    contract.TYPES.write_text(contract.types(document))
