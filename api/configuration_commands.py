"""Commands for the configuration file: python -m api configuration export | import."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import typer
from pydantic import ValidationError

from api.configuration import file_actions, file_queries
from api.configuration.file_schemas import ConfigurationFile, ImportReport
from api.core import clock
from api.core.database import Database

Opened = Callable[[], AbstractContextManager[Database]]
BAD = "Tệp này không phải tệp cấu hình đọc được."


def commands(opened: Opened) -> typer.Typer:
    """The two commands over the database that `opened` gives."""
    app = typer.Typer(no_args_is_help=True, help="The whole configuration as one file.")

    @app.command("export")
    def write(path: Path, hamlets: bool = True) -> None:
        """Write the configuration to PATH: no accounts, no secrets, nothing about a person."""
        with opened() as database, database.session(writes=False) as session:
            path.write_bytes(file_queries.written(file_queries.export(session, with_hamlets=hamlets)))
        typer.echo(f"Đã ghi {path}")

    @app.command("import")
    def read(path: Path, apply: bool = False) -> None:
        """Say what PATH would change; with --apply, change it. With any bad entry nothing is changed."""
        try:
            file = ConfigurationFile.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            typer.echo(BAD, err=True)
            raise typer.Exit(1) from None
        with opened() as database, database.session(writes=apply) as session:
            report = file_actions.take_over(session, file, is_dry_run=not apply, by=None, now=clock.now())
        _tell(report)
        if report.errors:
            raise typer.Exit(1)
        if not apply:
            typer.echo("Chưa thay đổi gì. Thêm --apply để thực hiện.")

    return app


def _tell(report: ImportReport) -> None:
    for fault in report.errors:
        typer.echo(f"{fault.path}: {fault.detail}", err=True)
    for section in report.sections:
        for sign, names in (("+", section.added), ("~", section.changed), ("-", section.retired)):
            for name in names:
                typer.echo(f"{sign} {section.label}: {name}")
