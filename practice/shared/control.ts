import { generation } from './generation.ts';
import type { PersonInput } from './people.ts';
import type { PracticeServer, ServerState } from './server.ts';
import { configure, type Switches, switches } from './switches.ts';

/** Lets a test, or a person at the developer console, act from outside. E-mails find people; unknown ones throw. */
export interface PracticeControl {
  readonly generation: string;
  /** The collaborator accepts the invitation. */
  accept(email: string): void;
  /** Another admin changes the role, behind this admin's back. */
  changeRole(email: string, role: string | readonly string[]): void;
  /** Another admin removes the person or withdraws the invitation. */
  remove(email: string): void;
  addPerson(input: PersonInput): void;
  /** The invitation lapses. */
  expire(email: string): void;
  /** People, keys and log back to the start; switches stay. */
  reset(): void;
  configure(change: Partial<Switches>): Switches;
  /** A copy of what the server holds, whatever the page shows. */
  state(): ServerState & { switches: Switches };
}

declare global {
  interface Window {
    practice: PracticeControl;
  }
}

/** Puts `window.practice` in place. */
export function exposeControl(server: PracticeServer): PracticeControl {
  const control: PracticeControl = {
    generation,
    accept: server.outside.accept,
    changeRole: (email, role) => server.outside.changeRole(email, typeof role === 'string' ? [role] : role),
    remove: server.outside.remove,
    addPerson: server.outside.addPerson,
    expire: server.outside.expire,
    reset: server.outside.reset,
    configure,
    state: () => structuredClone({ ...server.state(), switches: switches.get() }),
  };
  window.practice = control;
  return control;
}
