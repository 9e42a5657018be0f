// A way that is walked: taken down fix by fix, then made short, and its ends cut so that it begins at nobody's door.
import { distanceM } from './place.js';

/** @typedef {{ lat: number, lon: number }} Point */
const WORST_M = 60;
const STEP_M = 5;
const END_M = 60;
const MOST_FIXES = 3000;
const MOST_POINTS = 200;

/** The track with one more fix; a vague one, or one on the spot, changes nothing. @param {Point[]} track @param {Point & { accuracy_m: number }} fix */
export function added(track, { lat, lon, accuracy_m }) {
  const last = track.at(-1);
  const isUseless = accuracy_m > WORST_M || track.length >= MOST_FIXES || (last && distanceM(last, { lat, lon }) < STEP_M);
  return isUseless ? track : [...track, { lat, lon }];
}

/** Metres. @param {Point[]} track */
export const lengthOf = (track) => track.slice(1).reduce((sum, point, at) => sum + distanceM(track[at], point), 0);

/** What may be shown to everybody, as [longitude, latitude]: about 1 m exact, at most 200 points. @param {Point[]} track @returns {[number, number][]} */
export function routeOf(track) {
  const inner = withoutEnds(track);
  let short = inner;
  for (let metres = 6; short.length > 2 && (metres === 6 || short.length > MOST_POINTS); metres *= 1.5) short = simplified(inner, metres);
  return short.map(({ lat, lon }) => [round(lon), round(lat)]);
}

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e5) / 1e5;

/** @param {[number, number][]} route @returns {Point[]} */
export const pointsOf = (route) => route.map(([lon, lat]) => ({ lat, lon }));

/** Without the first and the last 60 m; of a short way the middle third stays. @param {Point[]} track */
function withoutEnds(track) {
  if (track.length < 3) return track.slice(-1);
  const cut = Math.min(END_M, lengthOf(track) / 3);
  return after(after(track, cut).reverse(), cut).reverse();
}

/** The track from so many metres on. @param {Point[]} track @param {number} metres */
function after(track, metres) {
  let left = metres;
  for (let at = 1; at < track.length; at++) {
    const [a, b] = [track[at - 1], track[at]];
    const step = distanceM(a, b);
    if (step > left) {
      const share = left / step;
      return [{ lat: a.lat + (b.lat - a.lat) * share, lon: a.lon + (b.lon - a.lon) * share }, ...track.slice(at)];
    }
    left -= step;
  }
  return track.slice(-1);
}

/** Douglas and Peucker: no point of the track is further than so many metres from the line. @param {Point[]} track @param {number} metres @returns {Point[]} */
function simplified(track, metres) {
  const kept = new Set([0, track.length - 1]);
  const open = [[0, track.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let worst = { at: 0, off: metres };
    for (let at = from + 1; at < to; at++) {
      const off = offM(track[at], track[from], track[to]);
      if (off > worst.off) worst = { at, off };
    }
    if (!worst.at) continue;
    kept.add(worst.at);
    open.push([from, worst.at], [worst.at, to]);
  }
  return track.filter((_, at) => kept.has(at));
}

/** Metres from a point to the stretch between two others. @param {Point} point @param {Point} a @param {Point} b */
function offM(point, a, b) {
  const squeeze = Math.cos((a.lat * Math.PI) / 180);
  const [x, y] = [(b.lon - a.lon) * squeeze, b.lat - a.lat];
  const [px, py] = [(point.lon - a.lon) * squeeze, point.lat - a.lat];
  const long = x * x + y * y;
  const share = long ? Math.min(1, Math.max(0, (px * x + py * y) / long)) : 0;
  return distanceM(point, { lat: a.lat + share * (b.lat - a.lat), lon: a.lon + share * (b.lon - a.lon) });
}

/** Tells of every fix while the page is open and keeps the screen awake. @param {(fix: Point & { accuracy_m: number }) => void} onFix @param {(why: 'denied' | 'unknown') => void} onFault @returns {() => void} ends it */
export function walk(onFix, onFault) {
  if (!navigator.geolocation) {
    onFault('unknown');
    return () => {};
  }
  const awake = navigator.wakeLock?.request('screen').catch(() => null);
  let watch = 0;
  let again = 0;
  const begin = () => {
    watch = navigator.geolocation.watchPosition(
      ({ coords }) => onFix({ lat: coords.latitude, lon: coords.longitude, accuracy_m: coords.accuracy }),
      (error) => {
        onFault(error.code === 1 ? 'denied' : 'unknown');
        navigator.geolocation.clearWatch(watch);
        if (error.code !== 1) again = setTimeout(begin, 1000); // some phones say nothing more after a fault
      },
      { enableHighAccuracy: true, maximumAge: 2000, timeout: 20e3 },
    );
  };
  begin();
  return () => {
    clearTimeout(again);
    navigator.geolocation.clearWatch(watch);
    void awake?.then((lock) => lock?.release());
  };
}
