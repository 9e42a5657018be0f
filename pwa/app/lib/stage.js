// For pages with a frame of their own: takes away what index.html showed before the first page was drawn.
import { useEffect } from './html.js';

export function useWholeStage() {
  useEffect(() => {
    for (const left of document.querySelectorAll('#app > :is(.top, .bar, main)')) left.remove();
  }, []);
}
