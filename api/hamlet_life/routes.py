"""All doors of hamlet life."""

from fastapi import APIRouter

from api.hamlet_life import briefing_routes, covenant_routes, list_routes, sorting_routes

router = APIRouter()
for part in (sorting_routes, list_routes, covenant_routes, briefing_routes):
    router.include_router(part.router)
