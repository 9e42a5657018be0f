"""The commands of an installation: python -m api serve | demo | migrate | …"""

import typer
import uvicorn
from pydantic import ValidationError

from api.app import create_app
from api.core import migrations
from api.core.database import Database
from api.core.settings import Environment, Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def load_settings(environment: Environment | None = None) -> Settings:
    """The settings, or a plain word on what is missing and exit code 2."""
    try:
        return Settings(environment=environment) if environment else Settings()
    except ValidationError as error:
        for fault in error.errors():
            typer.echo(f"Settings: {fault['msg']}", err=True)
        raise typer.Exit(2) from None


def open_database(settings: Settings) -> Database:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url, readers=settings.readers, writers=settings.writers)
    migrations.upgrade(database.engine)
    return database


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
    open_database(settings).dispose()
    run_server(settings)


@app.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    open_database(load_settings()).dispose()
