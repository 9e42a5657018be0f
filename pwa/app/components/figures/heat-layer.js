// The heat map: squares of a grid, the darker the more, each with its number.

/** @typedef {Pick<Api.Heat, 'lat_step' | 'lon_step' | 'most' | 'cells'>} Found */

/** One of five shades. @param {number} count @param {number} most */
export const shade = (count, most) => Math.max(1, Math.ceil((5 * count) / Math.max(most, 1)));

/** @param {typeof import('leaflet')} L @param {import('leaflet').LayerGroup} layer @param {Found} found */
export function drawHeat(L, layer, found) {
  layer.clearLayers();
  const [tall, wide] = [found.lat_step / 2, found.lon_step / 2];
  for (const { lat, lon, count } of found.cells) {
    const place = L.latLngBounds([lat - tall, lon - wide], [lat + tall, lon + wide]);
    L.rectangle(place, { interactive: false, className: `heat heat-${shade(count, found.most)}` }).addTo(layer);
    const number = L.divIcon({ className: 'heat-number', html: String(Number(count)), iconSize: [32, 18] });
    L.marker([lat, lon], { icon: number, interactive: false, keyboard: false }).addTo(layer);
  }
}

/** The size of a square that is neither dust nor a whole hamlet at this zoom. @param {number} zoom */
export const metresAt = (zoom) => (zoom >= 16 ? 100 : zoom >= 14.5 ? 200 : zoom >= 13 ? 400 : 800);
