"""All doors of the desk's conveniences as one."""

from fastapi import APIRouter

from api.desk import bulk_routes, filter_routes, presence_routes, register_routes, round_routes

router = APIRouter()
for room in (filter_routes, presence_routes, bulk_routes, register_routes, round_routes):
    router.include_router(room.router)
