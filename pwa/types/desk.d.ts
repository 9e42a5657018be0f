// The shapes of the officers' desk and the administrator's pages; what crosses the wire is in api.d.ts.
declare namespace Desk {
  type Queue = 'restricted' | 'reopened' | 'new' | 'due_soon' | 'overdue' | 'need_info' | 'mine' | 'open' | 'all';
  type Filter = { queue: Queue; status: string; category: string; hamlet_id: string; unit_id: string; punctuality: string; handed_over: string; q: string };
  /** `moved`: changed just now and no longer of this queue. */
  type Listed = Api.Summary & { moved?: boolean };
  type List = { items: Listed[]; next: string | null; state: 'loading' | 'ready' | 'failed'; error: unknown; fresh: number; more: boolean; mended: string | null };
  /** A case as far as it is here: the summary at once, the rest when it comes. */
  type Case = Api.Summary & { detail: Api.Detail | null };
  type Kind = 'assign' | 'ask' | 'verify' | 'process' | 'resolve' | 'reply' | 'reject' | 'transfer' | 'close' | 'reopen' | 'extend' | 'handover' | 'outside' | 'support' | 'split' | 'note' | 'edit';
  type Move = { kind: Kind; label: string; icon: string; key?: string; primary?: boolean };
  type Composer = { id: string; kind: Kind; version: number; error: string; fields: App.FieldError[]; busy: string };
  type Conflict = { id: string; kind: Kind; wrote: [string, string][]; current: Api.Detail; again: () => void };
  type Values = Record<string, any>;
  type FormProps = { one: Api.Detail; values: Values; set: (change: Values) => void; wrong: Record<string, string>; units: Api.UnitDetail[]; bodies?: Api.Body[] };
  type Column<T> = { title: string; cell: (row: T) => any; narrow?: boolean; num?: boolean };
  /** current: what somebody else saved meanwhile */
  type Fault = { error: string; fields: App.FieldError[]; current?: Values | null };
  type EditField = { name: string; label: string; hint?: string; type?: string; options?: { value: string; label: string }[]; optional?: boolean; max?: number; multiline?: boolean; check?: boolean; input?: Record<string, any> };
}
declare namespace Due {
  /** What must be known of a case to say how much time is left. */
  type Known = {
    status: string;
    due_at: string | null;
    due_state: string;
    minutes_left?: number | null;
    day_minutes?: number | null;
    clock?: { minutes_left: number; day_minutes: number } | null;
  };
}
