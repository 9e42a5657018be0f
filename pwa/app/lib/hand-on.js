// Letters handed on another way: as a file, or the receipt's code to somebody else.
import { t } from './i18n.js';
import { asFile } from './outbox.js';
import { shareFile, shareWords } from './share.js';

/** @param {App.Letter} letter */
export const saveLetterFile = async (letter) => shareFile(await asFile(letter), t('outbox.file_title'));

/** Only what is public: the code and its page, never the private key. @param {App.Letter} letter */
export const shareReceipt = (letter) => shareCode(letter.receipt.code);

/** @param {string} code */
export const shareCode = (code) => shareWords({ title: code, text: t('case.share_text', { code }), url: `${location.origin}/phan-anh/${code}` });

/** The private address that opens a case on the person's own other phone. @param {string} token */
export const shareKey = (token) => shareWords({ title: t('case.other_phone'), text: t('case.key_text'), url: `${location.origin}/theo-doi#${token}` });
