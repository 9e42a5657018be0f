// What a camera's server calls things, in words.
import { hasWord, t } from '../../lib/i18n.js';

/** @param {string[]} labels */
export const labelsOf = (labels) => labels.map((label) => (hasWord(`cameras.label_${label}`) ? t(`cameras.label_${label}`) : label)).join(', ');
