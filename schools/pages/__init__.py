"""The pages of this room; each module has a router, `router` holds the routes of them all."""

from fastapi import APIRouter

from schools.decisions.pages import decisions, plans, requests, rules, student
from schools.pages import candidates, cohorts, giving, intake, intakes, linking, proposal

PAGES = (
    plans,
    rules,
    decisions,
    requests,
    student,
    intakes,
    candidates,
    cohorts,
    intake,
    proposal,
    linking,
    giving,
)

router = APIRouter(routes=[route for module in PAGES for route in module.router.routes])
