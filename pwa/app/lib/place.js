// Where things are: the phone's position, which hamlet a point lies in, how far two points are apart.

/** @typedef {{ lat: number, lon: number }} Point */

/**
 * Waits up to 12 s for a good position, answers the best one seen. Rejects with 'denied' or 'unknown'.
 * @param {(found: Point & { accuracy_m: number }) => void} [onBetter] @param {AbortSignal} [signal]
 * @returns {Promise<Point & { accuracy_m: number }>}
 */
export function locate(onBetter, signal) {
  return new Promise((done, fail) => {
    if (!navigator.geolocation) return fail(new Error('unknown'));
    /** @type {(Point & { accuracy_m: number }) | null} */
    let best = null;
    const finish = (/** @type {string} */ why) => {
      navigator.geolocation.clearWatch(watch);
      clearTimeout(patience);
      if (best) done(best);
      else fail(new Error(why));
    };
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        if (best && best.accuracy_m <= coords.accuracy) return;
        best = { lat: coords.latitude, lon: coords.longitude, accuracy_m: Math.round(coords.accuracy) };
        onBetter?.(best);
        if (best.accuracy_m <= 15) finish('');
      },
      (error) => finish(error.code === 1 ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: 12e3, maximumAge: 20e3 },
    );
    const patience = setTimeout(() => finish('unknown'), 12e3);
    signal?.addEventListener('abort', () => finish('unknown'));
  });
}

/** Metres between two points. @param {Point} a @param {Point} b */
export function distanceM(a, b) {
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  return 6371e3 * Math.hypot(x, (b.lat - a.lat) * rad);
}

/** @param {any} geometry GeoJSON Polygon or MultiPolygon @param {Point} point */
export function contains(geometry, point) {
  if (!geometry) return false;
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  return polygons.some((/** @type {number[][][]} */ rings) => inRing(rings[0], point) && !rings.slice(1).some((hole) => inRing(hole, point)));
}

/** @param {number[][]} ring @param {Point} point */
function inRing(ring, { lat, lon }) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** The hamlet around a point: by its outline, else the nearest centre within 1.5 km. @param {App.Hamlet[] | null} hamlets @param {Point} point */
export function hamletAt(hamlets, point) {
  const around = (hamlets ?? []).find((one) => contains(one.boundary, point));
  if (around) return around;
  const near = (hamlets ?? []).filter((one) => !one.boundary && one.center && distanceM(one.center, point) < 1500);
  return near.sort((a, b) => distanceM(a.center ?? point, point) - distanceM(b.center ?? point, point))[0] ?? null;
}
