// Asks about numbers that look odd; the person decides.
import { unusual } from '../lib/check-in.js';
import { number } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { askDialog } from './dialog.js';

/** @param {Record<string, any>} fields @returns {Promise<boolean>} whether to go on */
export async function askUnusual(fields) {
  const odd = unusual(fields).map(({ name, value }) => t('check_in.unusual', { what: t(`cleanup.${name}`), n: number(value) }));
  if (!odd.length) return true;
  const answer = await askDialog({
    title: t('check_in.sure'),
    text: odd.join(' '),
    choices: [
      { value: 'yes', label: t('check_in.yes') },
      { value: 'no', label: t('check_in.look_again'), look: 'quiet' },
    ],
  });
  return answer === 'yes';
}
