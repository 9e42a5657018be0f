// How long a password must be: the server says it, once for all pages.
import { config } from './store.js';

export const shortest = () => config.value?.limits.password ?? 12;
