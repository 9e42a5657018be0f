// The one door to the view library: tags by html``, components by h(Component, props).
import htm from '../../vendor/htm/htm.js';
import { h } from '../../vendor/preact/preact.js';

export const html = htm.bind(h);
export { useCallback, useEffect, useId, useMemo, useRef, useState } from '../../vendor/hooks/hooks.js';
export { Fragment, h, render } from '../../vendor/preact/preact.js';
export { batch, computed, effect, signal } from '../../vendor/signals/signals.js';
