# The whole system in one image: docker build -t xanh . && docker run --env-file .env -v xanh:/data -p 127.0.0.1:8000:8000 xanh

FROM python:3.11.14-slim-bookworm AS packages
COPY requirements.lock /tmp/requirements.lock
RUN python -m venv /srv/venv \
 && /srv/venv/bin/pip install --no-cache-dir --disable-pip-version-check --only-binary=:all: --require-hashes -r /tmp/requirements.lock

FROM python:3.11.14-slim-bookworm
RUN groupadd --system --gid 10001 xanh \
 && useradd --system --uid 10001 --gid xanh --home-dir /data --shell /usr/sbin/nologin xanh \
 && install --directory --owner=xanh --group=xanh --mode=0750 /data
WORKDIR /srv/xanh
COPY --from=packages /srv/venv /srv/venv
COPY migrations migrations
COPY api api
COPY pwa pwa
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XANH_HOST=0.0.0.0 \
    XANH_PORT=8000 \
    XANH_FORWARDED_ALLOW_IPS=127.0.0.1,172.16.0.0/12 \
    XANH_DATA_DIR=/data \
    XANH_DATABASE_URL=sqlite:////data/xanh.sqlite3
USER xanh
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "api", "healthcheck"]
CMD ["python", "-m", "api", "serve"]
