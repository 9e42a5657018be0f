// The route of a field round as one drawing: our own outline, numbers and the way. Prints, and needs no network.
import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const WIDTH = 720;
const EDGE = 36;

/** @typedef {{ lat: number, lon: number }} At */

/** @param {{ outline: any, start: At, stops: Api.RoundStopShape[] }} props outline: GeoJSON of the commune, or null */
export function RouteMap({ outline, start, stops }) {
  const placed = stops.flatMap((stop, at) =>
    stop.lat === null || stop.lon === null ? [] : [{ lat: stop.lat, lon: stop.lon, n: at + 1, seen: Boolean(stop.visited_at) }],
  );
  const { draw, height } = project([start, ...placed]);
  const way = [start, ...placed].map((point) => draw(point).join(',')).join(' ');
  const rings = /** @type {number[][][]} */ (ringsOf(outline));
  return html`<svg class="round-map" viewBox=${`0 0 ${WIDTH} ${height}`} role="img" aria-label=${t('round.map')}>
    ${rings.map((ring, at) => html`<polygon class="land" key=${at} points=${ring.map(([lon, lat]) => draw({ lat, lon }).join(',')).join(' ')} />`)}
    <polyline class="way" points=${way} />
    ${[{ ...start, n: '▸', seen: false }, ...placed].map((point, at) => {
      const [x, y] = draw(point);
      return html`<g key=${at}><circle class=${at ? (point.seen ? 'seen' : '') : 'begin'} cx=${x} cy=${y} r="14" /><text x=${x} y=${y}>${point.n}</text></g>`;
    })}</svg>`;
}

/** Degrees to the drawing, so that every point fits. @param {At[]} points */
function project(points) {
  const lats = points.map((one) => one.lat);
  const lons = points.map((one) => one.lon);
  const squeeze = Math.cos((lats[0] * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * squeeze, 0.002);
  const tall = Math.max(Math.max(...lats) - Math.min(...lats), 0.002);
  const scale = Math.min((WIDTH - 2 * EDGE) / wide, (560 - 2 * EDGE) / tall);
  const height = Math.round(Math.max(tall * scale, 200) + 2 * EDGE);
  const [west, north] = [Math.min(...lons), Math.max(...lats)];
  const left = (WIDTH - (Math.max(...lons) - west) * squeeze * scale) / 2;
  /** @param {At} one @returns {[number, number]} */
  const draw = (one) => [Math.round(left + (one.lon - west) * squeeze * scale), Math.round(EDGE + (north - one.lat) * scale)];
  return { draw, height };
}

/** The outer rings of any GeoJSON of areas. @param {any} shape @returns {number[][][]} */
function ringsOf(shape) {
  if (!shape) return [];
  if (shape.type === 'FeatureCollection') return shape.features.flatMap(ringsOf);
  if (shape.type === 'Feature') return ringsOf(shape.geometry);
  if (shape.type === 'Polygon') return [shape.coordinates[0]];
  return shape.type === 'MultiPolygon' ? shape.coordinates.map((/** @type {any} */ one) => one[0]) : [];
}
