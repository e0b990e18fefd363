import { generation } from './generation.ts';
import { generatedPeople, nameFromEmail, type Person, type PersonInput, person } from './people.ts';
import { createStore, type Store } from './store.ts';
import { switches } from './switches.ts';

/** Says why the server refused; the message is what the console shows. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** What it may do, in the console's words. */
  readonly permission: string;
  /** Where it is valid: a project, a workspace, an organization. */
  readonly scope: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** All of the secret that is still shown afterwards. */
  readonly hint: string;
}

export interface LogLine {
  readonly at: string;
  readonly user: string;
  readonly action: string;
  readonly target: string;
  readonly type: string;
}

export interface ServerState {
  readonly people: readonly Person[];
  readonly keys: readonly ApiKey[];
  readonly log: readonly LogLine[];
  /** What a console keeps besides: settings, groups, custom roles. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Invitation {
  readonly emails: readonly string[];
  readonly roles: readonly string[];
  readonly groups?: readonly string[];
  readonly workspaces?: Readonly<Record<string, string>>;
  /** The inviter's own password, where the console asks for it. */
  readonly password?: string;
}

export interface ServerOptions {
  readonly seed: () => Pick<ServerState, 'people'> & Partial<ServerState>;
  /** Roles of generated people. */
  readonly roles: readonly string[];
  /** Password that an invitation must carry; none asked for when absent. */
  readonly password?: string;
  /** Days after which an invitation lapses. */
  readonly inviteDays?: number;
  /** The console's own words for a refusal. */
  readonly refusal?: (code: string, email: string) => string | undefined;
}

export interface PracticeServer {
  /** What the page has been told. Lags behind while the switch `stale` is on. */
  readonly shown: Store<ServerState>;
  /** The truth. */
  state(): ServerState;
  /** Tells the page the truth, as a reload would. */
  refresh(): void;
  /** All of them or none. */
  invite(...invitations: readonly Invitation[]): Promise<void>;
  setRoles(email: string, roles: readonly string[]): Promise<void>;
  setApp(email: string, app: string, role: string | null): Promise<void>;
  update(email: string, change: Partial<Person>): Promise<void>;
  remove(email: string): Promise<void>;
  /** The whole secret, once. */
  createKey(key: Pick<ApiKey, 'name' | 'permission' | 'scope'>, secret: string): Promise<ApiKey>;
  deleteKey(id: string): Promise<void>;
  setExtra(change: Readonly<Record<string, unknown>>): Promise<void>;
  /** What others do behind the admin's back: at once, without latency. */
  readonly outside: {
    accept(email: string): void;
    changeRole(email: string, roles: readonly string[]): void;
    remove(email: string): void;
    addPerson(input: PersonInput): void;
    expire(email: string): void;
    reset(): void;
  };
}

const REFUSAL_TEXT: Readonly<Record<string, (email: string) => string>> = {
  'already-member': (email) => `${email} is already a member of this organization.`,
  'already-invited': (email) => `An invitation has already been sent to ${email}.`,
  'member-limit': () => 'You have reached the member limit of your plan. Upgrade to invite more members.',
  sso: () => 'Single sign-on is enforced for your organization. Add this user in your identity provider instead.',
  'wrong-password': () => 'The password you entered is incorrect.',
  'server-error': () => 'Something went wrong. Please try again.',
  'not-accepted': () => 'The collaborator must accept the invitation first',
};

const DAY = 86_400_000;

/** A server that lives in this browser: people, keys and a log in localStorage, answers after a while, sometimes no. */
export function createServer(options: ServerOptions): PracticeServer {
  const storageKey = `practice:${generation}`;

  function seeded(): ServerState {
    const seed = options.seed();
    return {
      keys: [],
      log: [],
      extra: {},
      ...seed,
      people: [...seed.people, ...generatedPeople(switches.get().people, options.roles)],
    };
  }

  function load(): ServerState {
    try {
      const stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
      // Another number of generated people is another organization.
      if (stored?.generated === switches.get().people) return stored.state;
    } catch {
      // Unreadable data: start again.
    }
    return seeded();
  }

  let truth = load();
  const shown = createStore(truth);

  function lapse(state: ServerState): ServerState {
    if (options.inviteDays === undefined) return state;
    const limit = Date.now() - options.inviteDays * DAY;
    return {
      ...state,
      people: state.people.map((one) =>
        one.status === 'pending' && one.invitedAt !== null && Date.parse(one.invitedAt) < limit
          ? { ...one, status: 'expired' as const }
          : one,
      ),
    };
  }

  function commit(next: ServerState, visible: boolean): void {
    truth = lapse(next);
    localStorage.setItem(storageKey, JSON.stringify({ generated: switches.get().people, state: truth }));
    if (visible || !switches.get().stale) shown.set(truth);
  }

  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    truth = load();
    if (!switches.get().stale) shown.set(truth);
  });

  let generated = switches.get().people;
  switches.subscribe(() => {
    if (switches.get().people === generated) return;
    generated = switches.get().people;
    commit(seeded(), true);
  });

  const answer = () => new Promise<void>((resolve) => setTimeout(resolve, switches.get().latency));

  function refuse(code: string, email = ''): Refused {
    return new Refused(code, options.refusal?.(code, email) ?? REFUSAL_TEXT[code]?.(email) ?? code);
  }

  function same(one: Person, email: string): boolean {
    return one.email.toLowerCase() === email.trim().toLowerCase();
  }

  function find(email: string): Person {
    const found = truth.people.find((one) => same(one, email));
    if (found === undefined) throw new Refused('not-found', `No member with the email ${email}.`);
    return found;
  }

  function withPerson(email: string, change: (one: Person) => Person): ServerState {
    find(email);
    return { ...truth, people: truth.people.map((one) => (same(one, email) ? change(one) : one)) };
  }

  function withLog(state: ServerState, action: string, target: string, type = 'Team', by?: string): ServerState {
    const user = by ?? state.people.find((one) => one.you)?.name ?? 'System';
    return { ...state, log: [{ at: new Date().toISOString(), user, action, target, type }, ...state.log] };
  }

  function without(email: string): ServerState {
    find(email);
    return { ...truth, people: truth.people.filter((one) => !same(one, email)) };
  }

  return {
    shown,
    state: () => truth,
    refresh() {
      truth = lapse(truth);
      if (shown.get() !== truth) shown.set(truth);
    },

    async invite(...invitations) {
      await answer();
      const emails = invitations.flatMap((invitation) => invitation.emails);
      const { refuse: forced, limit } = switches.get();
      if (forced !== '') throw refuse(forced, emails[0]);
      const { password } = options;
      if (password !== undefined && invitations.some((invitation) => invitation.password !== password)) {
        throw refuse('wrong-password');
      }
      for (const email of emails) {
        const known = truth.people.find((one) => same(one, email));
        if (known?.status === 'active') throw refuse('already-member', email);
        if (known?.status === 'pending') throw refuse('already-invited', email);
      }
      const rest = truth.people.filter((one) => !emails.some((email) => same(one, email)));
      if (limit > 0 && rest.length + emails.length > limit) throw refuse('member-limit');
      const invited = invitations.flatMap(({ roles, groups = [], workspaces = {}, ...invitation }) =>
        invitation.emails.map((email) =>
          person({
            email: email.trim(),
            roles,
            groups,
            workspaces,
            status: 'pending',
            invitedAt: new Date().toISOString(),
          }),
        ),
      );
      let next: ServerState = { ...truth, people: [...rest, ...invited] };
      for (const email of emails) next = withLog(next, 'Invited', email);
      commit(next, true);
    },

    async setRoles(email, roles) {
      await answer();
      commit(
        withLog(
          withPerson(email, (one) => ({ ...one, roles })),
          'Changed Permission',
          email,
        ),
        true,
      );
    },

    async setApp(email, app, role) {
      await answer();
      if (find(email).status !== 'active') throw refuse('not-accepted', email);
      const next = withPerson(email, (one) => {
        const { [app]: _old, ...others } = one.apps;
        return { ...one, apps: role === null ? others : { ...others, [app]: role } };
      });
      commit(withLog(next, 'Changed Permission', `${email} (${app})`), true);
    },

    async update(email, change) {
      await answer();
      commit(
        withLog(
          withPerson(email, (one) => ({ ...one, ...change })),
          'Changed Permission',
          email,
        ),
        true,
      );
    },

    async remove(email) {
      await answer();
      const action = find(email).status === 'active' ? 'Deleted' : 'Canceled Invitation';
      commit(withLog(without(email), action, email), true);
    },

    async createKey(key, secret) {
      await answer();
      const created: ApiKey = {
        ...key,
        id: `k${Date.now().toString(36)}`,
        createdAt: new Date().toISOString(),
        createdBy: truth.people.find((one) => one.you)?.name ?? '',
        hint: `…${secret.slice(-4)}`,
      };
      commit(withLog({ ...truth, keys: [...truth.keys, created] }, 'Created', key.name, 'API key'), true);
      return created;
    },

    async deleteKey(id) {
      await answer();
      const name = truth.keys.find((key) => key.id === id)?.name ?? id;
      const keys = truth.keys.filter((key) => key.id !== id);
      commit(withLog({ ...truth, keys }, 'Deleted', name, 'API key'), true);
    },

    async setExtra(change) {
      await answer();
      commit({ ...truth, extra: { ...truth.extra, ...change } }, true);
    },

    outside: {
      accept(email) {
        const next = withPerson(email, (one) => ({
          ...one,
          status: 'active',
          name: one.name === '' ? nameFromEmail(one.email) : one.name,
        }));
        commit(withLog(next, 'Accepted Invitation', email, 'Team', nameFromEmail(email)), false);
      },
      changeRole(email, roles) {
        commit(
          withLog(
            withPerson(email, (one) => ({ ...one, roles })),
            'Changed Permission',
            email,
          ),
          false,
        );
      },
      remove(email) {
        commit(withLog(without(email), 'Deleted', email), false);
      },
      addPerson(input) {
        commit({ ...truth, people: [...truth.people, person(input)] }, false);
      },
      expire(email) {
        const invitedAt = new Date(Date.now() - 4 * DAY).toISOString();
        commit(
          withPerson(email, (one) => ({ ...one, status: 'expired', invitedAt })),
          false,
        );
      },
      reset() {
        commit(seeded(), true);
      },
    },
  };
}

/** A secret of the given shape; different each time, worth nothing. */
export function makeSecret(prefix: string, length = 27): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return prefix + Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}
