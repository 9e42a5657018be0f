"""Doors of this room."""

from fastapi import APIRouter

router = APIRouter(tags=["collection points"])
