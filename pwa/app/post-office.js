// Opens the outbox with the app, and says once when everything that waited has gone.
import { toast } from './components/toast.js';
import { effect } from './lib/html.js';
import { t } from './lib/i18n.js';
import { isWaiting, refusedPhotos } from './lib/letters.js';
import { sendNow, startOutbox } from './lib/outbox.js';
import { account, letters } from './lib/store.js';

let before = 0;
effect(() => {
  const waiting = letters.value.filter(isWaiting).length;
  const refused = letters.value.flatMap(refusedPhotos).length;
  if (before > 0 && waiting === 0 && !['/gui', '/cuoi-tuan/bao'].includes(location.pathname))
    toast(refused ? t('mend.count', { n: refused }) : t('outbox.all_sent', { n: before }));
  before = waiting;
});
effect(() => {
  if (account.value) sendNow();
});
startOutbox();
