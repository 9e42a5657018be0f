"""The smallest FastAPI there is: what memory and cold start are held against."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/api/healthz")
def hello() -> dict[str, str]:
    return {"status": "ok"}
