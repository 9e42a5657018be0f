// The case beside the list: the summary at once, the rest as it comes; every change starts here.

import { bringEditor } from '../../components/bring-editor.js';
import { ActionBar } from '../../components/desk/action-bar.js';
import { CaseFacts, NearCases } from '../../components/desk/case-facts.js';
import { History, Notes, Outcome } from '../../components/desk/case-history.js';
import { CaseMap } from '../../components/desk/case-map.js';
import { CasePhotos } from '../../components/desk/case-photos.js';
import { DueChip, PriorityChip, StatusChip } from '../../components/desk/chips.js';
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { PublicSide } from '../../components/desk/public-side.js';
import { Said } from '../../components/desk/said.js';
import { Icon } from '../../components/icon.js';
import { LongWords } from '../../components/long-words.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { ApiProblem, post, put, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { useDraft } from '../../lib/drafts.js';
import { timeLeft } from '../../lib/due-words.js';
import { h, html, useEffect, useRef, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { can } from '../../lib/session.js';
import { catalogue, config } from '../../lib/store.js';
import { addressOf, closeCase, openCase } from './address.js';
import { useAround } from './around.js';
import { CameraChain } from './camera-chain.js';
import { compose, composer, deliver, publish } from './change.js';
import { Duplicates } from './duplicates.js';
import { Flow } from './flow.js';
import { FormPane } from './form-pane.js';
import { CaseIntake } from './intake-case.js';
import { others } from './live.js';
import { movesOf } from './moves.js';
import { changing, chosen, details, fetchCase, list, missing, putDetail, refused } from './shelf.js';

/** @param {{ onHelp: () => void }} props */
export function CasePane({ onHelp }) {
  const id = chosen.value;
  const detail = details.value[id];
  const brief = detail ?? list.value.items.find((one) => one.id === id);
  const body = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => body.current?.scrollTo(0, 0), [id]);
  useEffect(() => {
    document.title = [brief && `${brief.code} ${brief.title}`, t('desk.title'), config.value?.commune.name].filter(Boolean).join(' – ');
  }, [brief?.title]);
  if (!id)
    return html`<section class="desk-case empty-case" aria-label=${t('desk.case')}>${h(EmptyState, { icon: 'inbox', title: t('desk.pick'), text: t('desk.pick_hint') })}</section>`;
  const open = composer.value?.id === id ? composer.value : null;
  return html`<section class="desk-case" aria-label=${t('desk.case')}>
    <p class="desk-print-head">${[config.value?.commune.name, t('print.title')].filter(Boolean).join(' · ')}</p>
    ${brief ? h(Head, { one: brief }) : html`<header class="desk-case-head">${h(Back, {})}<h1 class="sr">${t('desk.case')}</h1></header>`}
    ${h(Here, { id })}
    <div class="desk-case-body" ref=${body} tabindex="0" role="group" aria-label=${brief?.title ?? t('desk.case')}>${detail ? h(Whole, { one: detail }) : h(Coming, { thumb: list.value.items.find((one) => one.id === id)?.thumb ?? null })}</div>
    ${detail && open && h(FormPane, { key: `${id} ${open.kind}`, one: detail, open })}
    ${detail && !open && h(ActionBar, { moves: movesOf(detail), busy: changing.has(id), onMove: (kind) => compose(id, kind), onHelp, onPrint: () => print() })}
  </section>`;
}

/** Who else is at this case. @param {{ id: string }} props */
function Here({ id }) {
  const here = others.value[id] ?? [];
  const names = (/** @type {boolean} */ editing) =>
    here
      .filter((one) => one.is_editing === editing)
      .map((one) => one.name)
      .join(', ');
  const [edits, looks] = [names(true), names(false)];
  return html`<div class="desk-here" role="status">${edits && html`<p class="notice">${h(Icon, { name: 'pencil' })}${t('here.editing', { who: edits })}</p>`}${looks && html`<p class="small">${h(Icon, { name: 'eye' })}${t('here.looking', { who: looks })}</p>`}</div>`;
}

/** @param {{ one: Api.Summary | Api.Detail }} props */
function Head({ one }) {
  const hamlet = 'hamlet_name' in one ? one.hamlet_name : one.hamlet?.name;
  const photos = typeof one.photos === 'number' ? one.photos : one.photos.length;
  const facts = [
    one.code,
    one.category_label,
    hamlet,
    photos > 0 && t('desk.photos', { n: photos }),
    'channel_label' in one && one.channel_label,
    'has_contact' in one && !one.has_contact && t('desk.anonymous'),
  ];
  return html`<header class="desk-case-head"><div class="line">${h(Back, {})}<h1 class="grow" tabindex="-1">${one.title}</h1></div>
    <p class="desk-meta num">${facts.filter(Boolean).join(' · ')}</p>
    <p class="desk-chips">${h(StatusChip, { one })}${h(PriorityChip, { priority: one.priority })}${h(DueChip, { state: one.due_state, words: timeLeft(one) })}${'is_hidden' in one && one.is_hidden && html`<span class="chip amber">${h(Icon, { name: 'eye-off' })}${t('public.hidden')}</span>`}</p></header>`;
}

const Back = () =>
  html`<button class="icon-button narrow-only" type="button" aria-label=${t('desk.back')} onClick=${closeCase}>${h(Icon, { name: 'back' })}</button>`;

/** @param {{ thumb: string | null }} props */
function Coming({ thumb }) {
  if (missing.value)
    return h(Failure, {
      error: missing.value,
      onRetry: () => {
        missing.value = null;
        fetchCase(chosen.value);
      },
    });
  return html`<div class="desk-columns"><div>${thumb && html`<div class="desk-photo"><img src=${thumb} alt="" /></div>`}${h(Waiting, { lines: 2 })}</div><div>${h(Waiting, { lines: 3 })}</div></div>`;
}

/** @param {{ one: Api.Detail }} props */
function Whole({ one }) {
  const triage = can('triage_complaints');
  const note = can('note_complaints') || can('add_findings');
  const around = useAround(one);
  const [contact, setContact] = useState(/** @type {Api.ContactView | null} */ (null));
  useEffect(() => setContact(null), [one.id]);
  const say = (/** @type {unknown} */ error) => void toast(sayProblem(refused(error)));
  const viewContact = () => post(`/api/desk/complaints/${one.id}/contact-views`).then(setContact, say);
  const original = (/** @type {string} */ photo) =>
    download(`/api/desk/complaints/${one.id}/photos/${photo}/original-views`, 'POST').then(() => void toast(t('photos.logged')), say);
  return html`<div class="desk-columns"><div>
      ${h(CasePhotos, { id: one.id, photos: one.photos, thumb: null, mayOriginal: can('read_originals'), onOriginal: original })}
      ${one.words ? html`<section class="desk-said"><h2 class="sr">${t('desk.words')}</h2>${h(LongWords, { key: one.id, words: one.words, look: 'desk-words' })}</section>` : html`<p class="small desk-said">${t('desk.no_words')}</p>`}
      ${h(Said, { one, categories: catalogue.value?.categories ?? [] })}
      ${h(Outcome, { one })}
      ${h(Notes, { notes: one.notes, mayNote: note, word: t(can('add_findings') ? 'move.finding' : 'move.note'), onNote: () => compose(one.id, 'note') })}
      ${h(Public, { one, triage })}
    </div><div>
      ${h(CaseMap, { one, around, mayMove: triage, onOpen: openCase, onPlace: (at, place_source) => deliver(one.id, 'edit', { latitude: at.lat, longitude: at.lon, place_source }) })}
      ${h(CaseFacts, { one, contact, mayEdit: triage, onContact: viewContact, onEdit: () => compose(one.id, 'edit') })}
      ${one.channel === 'camera' && h(CameraChain, { key: one.id, id: one.id })}
      ${h(CaseIntake, { one })}
      ${h(Flow, { one })}
      ${h(Duplicates, { one })}
      ${h(NearCases, { near: one.near, onOpen: openCase, addressOf })}
      ${h(History, { steps: one.timeline })}
    </div></div>`;
}

/** @param {{ one: Api.Detail, triage: boolean }} props */
function Public({ one, triage }) {
  const [draft, setDraft] = useDraft(`desk:${one.id}:words`, { words: one.public_words ?? '', of: one.public_words ?? '' });
  const [hiding, setHiding] = useState(false);
  const [covering, setCovering] = useState(/** @type {{ id: string, Editor: any } | null} */ (null));
  const covered = one.photos.find((photo) => photo.id === covering?.id);
  const at = `/api/desk/complaints/${one.id}/photos`;
  const suggest = (/** @type {string} */ id) => post(`${at}/${id}/suggestions`).then((found) => found.boxes);
  const cover = async (/** @type {any[]} */ boxes) => {
    try {
      putDetail(await put(`${at}/${covering?.id}/redaction`, { boxes }, { version: one.version }));
      return '';
    } catch (error) {
      if (error instanceof ApiProblem && error.current) putDetail(error.current);
      return sayProblem(refused(error));
    }
  };
  const hide = async (/** @type {Desk.Values} */ { hide_reason }) => {
    if (!hide_reason.trim()) return { error: t('public.hide_missing'), fields: [] };
    deliver(one.id, 'edit', { is_hidden: true, hide_reason });
    return null;
  };
  const stands = one.public_words ?? '';
  const words = draft.of === stands || draft.words !== draft.of ? draft.words : stands;
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  const publicLabel = known?.statuses.find((each) => each.code === one.status)?.public_label ?? one.status_label;
  const save = async () => {
    if (await deliver(one.id, 'edit', { public_words: words.trim() || null })) setDraft({ words: words.trim(), of: words.trim() });
  };
  return html`${h(PublicSide, {
    one,
    publicLabel,
    mayEdit: triage,
    words,
    onWords: (text) => setDraft({ words: text, of: stands }),
    onSaveWords: save,
    onPhoto: (id, isPublic) => publish(one, id, isPublic),
    onCover: async (photo) => {
      const Editor = await bringEditor();
      setCovering({ id: photo.id, Editor });
    },
    onHide: (is_hidden) => (is_hidden ? setHiding(true) : void deliver(one.id, 'edit', { is_hidden })),
  })}${covering && covered && h(covering.Editor, { photo: covered, alt: t(`photos.${covered.kind}`), onSuggest: one.may_suggest_boxes ? () => suggest(covered.id) : null, onSave: cover, onClose: () => setCovering(null) })}${hiding && h(EditSheet, { title: t('public.hide'), hint: t('public.hide_hint'), label: t('public.hide'), fields: [{ name: 'hide_reason', label: t('public.hide_reason'), max: 300 }], values: { hide_reason: '' }, onSave: hide, onClose: () => setHiding(false) })}`;
}
