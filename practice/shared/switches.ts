import { createStore, useStore } from './store.ts';

export const REFUSALS = ['already-member', 'member-limit', 'sso', 'wrong-password', 'server-error'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** How hostile the console behaves. Times in ms; 0 or '' switches a thing off. */
export interface Switches {
  /** Extra ms before content renders; skeletons meanwhile. */
  slow: number;
  /** Ms between re-renders which replace every node of the page content. */
  rerender: number;
  /** Number of generated people besides the seed, hostile names among them. */
  people: number;
  /** Rows per page. */
  paging: number;
  /** Render only the rows in view. */
  virtual: boolean;
  /** Lists say how many rows they have. */
  total: boolean;
  /** Refuse every invitation with this answer. */
  refuse: Refusal | '';
  /** Refuse invitations beyond this number of people. */
  limit: number;
  /** Random class names, new ones at each load. */
  shuffle: boolean;
  /** `near`: words that mean the same; `far`: accented pseudo-words; a record: exactly these. */
  rename: '' | 'near' | 'far' | Readonly<Record<string, string>>;
  /** DOM changes per second beside the content. */
  churn: number;
  /** The invite dialog is a native modal `<dialog>`. */
  nativeDialog: boolean;
  /** Ms that the server takes to answer. */
  latency: number;
  /** Changes made from outside show only after the next navigation or reload. */
  stale: boolean;
  /** The strip at the top of the page. */
  strip: boolean;
}

export const DEFAULT_SWITCHES: Switches = {
  slow: 0,
  rerender: 0,
  people: 0,
  paging: 0,
  virtual: false,
  total: false,
  refuse: '',
  limit: 0,
  shuffle: false,
  rename: '',
  churn: 0,
  nativeDialog: false,
  latency: 350,
  stale: false,
  strip: true,
};

const STORAGE_KEY = 'practice:switches';

/**
 * Reads `slow:800,rerender:500,virtual,refuse:sso` into switches. A name without a value means "on"; unknown names and
 * values are ignored with a warning, so that a typo is seen.
 */
export function parseSwitches(text: string): Partial<Switches> {
  const found: Record<string, unknown> = {};
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '' || part === 'off') continue;
    const [name = '', value = 'true'] = part.split(':').map((piece) => piece.trim());
    if (!(name in DEFAULT_SWITCHES)) {
      console.warn(`Practice console: no switch called "${name}".`);
      continue;
    }
    const kind = typeof DEFAULT_SWITCHES[name as keyof Switches];
    if (kind === 'boolean') found[name] = !['false', '0', 'no'].includes(value);
    else if (kind === 'number') found[name] = Number.isFinite(Number(value)) ? Math.max(0, Number(value)) : 0;
    else found[name] = name === 'rename' && value === 'true' ? 'near' : value;
  }
  return found as Partial<Switches>;
}

function load(): Switches {
  const asked = new URLSearchParams(location.search).get('practice');
  if (asked !== null) {
    const switches = { ...DEFAULT_SWITCHES, ...parseSwitches(asked) };
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(switches));
    return switches;
  }
  try {
    return { ...DEFAULT_SWITCHES, ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') };
  } catch {
    return DEFAULT_SWITCHES;
  }
}

export const switches = createStore<Switches>(load());

/** Changes switches for this tab; those not named stay as they are. */
export function configure(change: Partial<Switches>): Switches {
  const next = { ...switches.get(), ...change };
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  switches.set(next);
  return next;
}

export function useSwitches(): Switches {
  return useStore(switches);
}
