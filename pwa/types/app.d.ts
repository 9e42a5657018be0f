// The shapes that cross the wire and lie in the phone's store.
declare namespace App {
  type Kept<T> = import('@preact/signals').Signal<T>;
  type Tone = 'wait' | 'work' | 'done' | 'stop';
  type Problem = { type?: string; title?: string; status: number; detail: string; code: string; errors?: FieldError[]; request_id?: string; current?: any; existing_id?: string };
  type FieldError = { field: string; code: string; detail: string };
  type Named = { id: string; name: string };
  type Config = {
    commune: { name: string; parent: string; hotline: string | null; office: string | null };
    map: { tile_url: string | null; tile_attribution: string | null; tile_max_zoom: number | null; center: { lat: number; lon: number }; zoom: number };
    limits: { photos: number; photo_mb: number; words: number; password: number };
    consent: { version: string; text: string };
    demo: boolean;
  };
  type Category = { code: string; label: string; short_label?: string; icon: string; is_common: boolean; position: number; default_unit_id: string | null; keywords?: string; notice?: string; notice_phone?: string; is_stopper?: boolean };
  type Catalogue = {
    categories: Category[];
    statuses: { code: string; label: string; public_label: string; tone: Tone }[];
    priorities: { code: string; label: string }[];
    reject_reasons: { code: string; label: string }[];
    channels: { code: string; label: string }[];
    moves: Record<string, string[]>;
    questions?: Api.QuestionShape[];
  };
  type Hamlet = { id: string; code: string; name: string; center: { lat: number; lon: number } | null; boundary: any; households: number | null };
  type Picture = { id: string; kind: string; large: string | null; thumb: string | null; width: number; height: number; placeholder: string };
  type Summary = {
    code: string; category: string | null; category_label: string | null; status: string; status_label: string; tone: Tone; hamlet_name: string | null;
    received_on: string; due_on: string | null; closed_on: string | null; thumb: string | null; title: string;
  };
  type Page<T> = { items: T[]; next: string | null };
  type Step = { on?: string; at?: string; status: string | null; label: string; unit_name: string | null };
  type Case = {
    code: string; type: string; category: string | null; category_label: string | null; status: string; status_label: string; tone: Tone; title: string; words: string | null;
    hamlet: Named | null; place: { lat: number; lon: number } | null; received_on: string; due_on: string | null; resolved_on: string | null; unit_name: string | null;
    reply: { text: string; on: string; unit_name: string | null } | null; resolution: { text: string; on: string } | null; reject_reason: string | null;
    photos: Picture[]; timeline: Step[]; merged_into?: string | null; follower_count?: number; is_support?: boolean;
    rating?: number | null; feedback?: Api.OwnSay;
    deadline?: Api.PublicClock | null; extension?: Api.ExtensionShape | null;
    received_at?: string; due_at?: string | null; is_overdue?: boolean; photos_missing?: string[]; question?: Api.Question | null; parts?: Api.PartOfCase[]; guidance?: string | null; answers?: Api.AnsweredQuestion[];
  };
  type MapPoint = { code: string; lat: number; lon: number; category: string | null; status: string; tone: Tone };
  type Cleanup = {
    organiser?: string | null;
    campaign?: string | null;
    place_labels?: string[];
    is_estimated?: boolean;
    id: string; hamlet_id: string; hamlet_name: string; held_on: string; slot: string; outcome: 'held' | 'not_held'; participants: number | null; waste_kg: number | null;
    no_event_reason: string | null; thumb: string | null; version: number; photos?: Picture[]; note?: string | null; [more: string]: any;
  };
  type CollectionPoint = {
    id: string; code: string; name: string; kind: string; hamlet_id: string | null; hamlet_name: string | null; lat: number | null; lon: number | null; place_words: string | null;
    schedule: { weekday: number; from: string; to: string | null }[]; households_served: number | null; contact: string | null; state: 'open' | 'closed';
    opening_hours: { weekday: number; from: string; to: string | null }[]; opening_words: string; state_since: string | null; state_why: string;
    place_kind: string | null; area_m2: number | null; capacity_m3: number | null; accepts: string[]; crew: string; opened_on: string | null;
    distance_m: number | null; thumb: string | null; photos?: Picture[]; note?: string | null; version?: number;
  };
  type Account = {
    id: string; name: string; login: string; phone: string | null; role: 'administrator' | 'officer' | 'hamlet_head' | 'leader' | 'front';
    unit: (Named & { is_hotline: boolean }) | null; hamlet: Named | null; permissions: string[];
  };
  type LetterKind = 'complaint' | 'inspection' | 'sorting' | 'sorting_list' | 'weekend_plan' | 'roll' | 'attendance' | 'answer' | 'cleanup' | 'site_visit' | 'support' | 'outside' | 'intake' | 'correction' | 'withdrawal' | 'rating' | 'not_done' | 'more_photos';
  type LetterError = { status: number; code: string; detail: string; errors?: FieldError[]; retry_after?: number; existing_id?: string };
  type LetterPhoto = { id: string; thumb: string; width: number; height: number; bytes: number; type: string; state: 'here' | 'sent' | 'refused' | 'leaving'; kind?: string; added?: boolean; error?: LetterError };
  type Letter = {
    id: string; kind: LetterKind; fields: Record<string, any>; photos: LetterPhoto[]; state: 'draft' | 'waiting' | 'sending' | 'sent' | 'refused';
    receipt: any; error: LetterError | null; attempts: number; made_at: number; changed_at: number; queued_at: number | null; next_at: number; sent_at?: number;
  };
  type FollowedCase = { code: string; token: string; letter: string | null; saved_at: string; view: Case | null };
}
interface Window { L: typeof import('leaflet') }
