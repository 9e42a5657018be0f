"""Every setting of the system, read once from the environment or `.env`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_SECRET = "change-me-before-anybody-uses-this-system"
SHORTEST_SECRET = 32


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Names in the environment carry the prefix `XANH_`. `.env.example` lists each of them."""

    model_config = SettingsConfigDict(env_prefix="XANH_", env_file=".env", extra="ignore")

    environment: Environment = Environment.PRODUCTION
    secret_key: SecretStr = SecretStr(DEFAULT_SECRET)
    public_url: Annotated[str, Field(pattern=r"^(https?://[^/\s]+\S*)?$")] = ""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    forwarded_allow_ips: str = "127.0.0.1"
    log_level: Annotated[str, Field(pattern="(?i)^(debug|info|warning|error)$")] = "INFO"
    metrics_token: SecretStr = SecretStr("")

    data_dir: Path = Path("var")
    database_url: Annotated[str, Field(pattern=r"^(sqlite|postgresql)(\+\w+)?://")] = "sqlite:///var/xanh.sqlite3"
    readers: Annotated[int, Field(ge=1, le=64)] = 8
    writers: Annotated[int, Field(ge=1, le=32)] = 4

    commune_name: str = "Xã Kẻ Sặt"
    commune_parent: str = "Thành phố Hải Phòng"
    office_address: str = ""
    hotline_phone: str = ""
    hotline_unit: str = "PKT"
    code_prefix: Annotated[str, Field(pattern="^[A-Z]{2,4}$")] = "KS"
    map_latitude: Annotated[float, Field(ge=-90, le=90)] = 20.9089
    map_longitude: Annotated[float, Field(ge=-180, le=180)] = 106.1793
    map_zoom: Annotated[int, Field(ge=1, le=20)] = 13
    tile_url: str = ""
    tile_attribution: str = ""
    tile_max_zoom: Annotated[int, Field(ge=1, le=22)] = 19

    session_idle_days: Annotated[int, Field(ge=1, le=365)] = 30
    session_max_days: Annotated[int, Field(ge=1, le=365)] = 90
    password_memory_kib: Annotated[int, Field(ge=8, le=1_048_576)] = 65_536
    reports_per_hour: Annotated[int, Field(ge=1, le=1_000_000)] = 300
    photo_max_mb: Annotated[int, Field(ge=1, le=100)] = 20
    photo_max_megapixels: Annotated[int, Field(ge=1, le=100)] = 50
    storage_reserve_mb: Annotated[int, Field(ge=0)] = 512

    @property
    def secret(self) -> bytes:
        return self.secret_key.get_secret_value().encode()

    @property
    def is_local(self) -> bool:
        """Links and QR codes open on this machine only."""
        return urlsplit(self.public_url).hostname in {"localhost", "127.0.0.1", "::1", "0.0.0.0"}

    @property
    def media_dir(self) -> Path:
        return self.data_dir / "media"

    @property
    def photo_max_bytes(self) -> int:
        return self.photo_max_mb * 1024 * 1024

    @property
    def photo_max_pixels(self) -> int:
        return self.photo_max_megapixels * 1_000_000

    @model_validator(mode="after")
    def _follow_the_port(self) -> "Settings":
        self.public_url = self.public_url or f"http://localhost:{self.port}"
        return self

    @model_validator(mode="after")
    def _refuse_weak_secret(self) -> "Settings":
        if self.environment is Environment.DEVELOPMENT:
            return self
        secret = self.secret_key.get_secret_value()
        if secret == DEFAULT_SECRET or len(secret) < SHORTEST_SECRET:
            raise ValueError(
                f"XANH_SECRET_KEY must be set to at least {SHORTEST_SECRET} random characters; "
                'make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
            )
        return self
