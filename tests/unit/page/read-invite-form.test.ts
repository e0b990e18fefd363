// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InviteForm } from '@/lib/domain/grant/page-facts';
import { finderOf } from '@/lib/page/finder';
import { findForm, readForm } from '@/lib/page/read-invite-form';
import { registeredPages } from '@/lib/vendors/registry';

// Nothing is hidden in what is made here, and jsdom has no `checkVisibility`.
beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
});

/** Always the same cases: one that nobody met before is for whoever looks for it, not for whoever changes something else. */
const cases = { numRuns: 150, seed: 3 };
const pack = registeredPages.find(({ generation }) => generation === 'members');
const roles = ['Read-Only', 'Read-Write', 'Admin'] as const;

type Child = Node | string;
const make = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElement => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

function read(...content: readonly Child[]): InviteForm | null {
  if (!pack) throw new Error('There is no such pack.');
  document.body.replaceChildren(make('main', {}, make('h1', {}, 'Members'), ...content));
  const form = findForm(pack.form, pack.roster, finderOf());
  return form && readForm(form, pack.form);
}

const field = (id: string, label: string, input: HTMLElement) => {
  input.id = id;
  return make('div', {}, make('label', { for: id }, label), input);
};
const typed = (tag: 'input' | 'textarea', value: string) => {
  const input = make(tag, tag === 'input' ? { type: 'text' } : {}) as HTMLInputElement;
  input.value = value;
  return input;
};

/** How a role is picked, with one chosen. */
const pickers: Readonly<Record<string, (chosen: string) => HTMLElement>> = {
  'a select': (chosen) => {
    const select = make('select', {}, ...roles.map((role) => make('option', {}, role))) as HTMLSelectElement;
    select.value = chosen;
    return field('role', 'Role', select);
  },
  'a combobox that is a button': (chosen) =>
    make(
      'div',
      {},
      make('span', { id: 'role-label' }, 'Role'),
      make(
        'button',
        { type: 'button', role: 'combobox', 'aria-labelledby': 'role-label', 'aria-haspopup': 'listbox' },
        chosen,
      ),
    ),
  'a combobox that is a field': (chosen) => {
    const input = typed('input', chosen);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-haspopup', 'listbox');
    return field('role', 'Role', input);
  },
  'radio buttons': (chosen) =>
    make(
      'fieldset',
      {},
      make('legend', {}, 'Role'),
      ...roles.map((role) => {
        const radio = make('input', { type: 'radio', name: 'role', id: role }) as HTMLInputElement;
        radio.checked = role === chosen;
        return make('div', {}, radio, make('label', { for: role }, role));
      }),
    ),
  'ARIA radios': (chosen) =>
    make(
      'div',
      { role: 'radiogroup', 'aria-label': 'Role' },
      ...roles.map((role) =>
        make('div', { role: 'radio', 'aria-checked': String(role === chosen), tabindex: '0' }, role),
      ),
    ),
};

/** How addresses stand in a form; one that is still being typed is one of them. */
const inputs: Readonly<Record<string, (emails: readonly string[]) => readonly HTMLElement[]>> = {
  'one field, with commas': (emails) => [field('email', 'Email', typed('input', emails.join(', ')))],
  'a text area, a line each': (emails) => [field('email', 'Email', typed('textarea', emails.join('\n')))],
  'tags and the field behind them': (emails) => [
    make(
      'div',
      {},
      make('label', { for: 'email' }, 'Email'),
      make(
        'div',
        {},
        ...emails
          .slice(0, -1)
          .map((email) => make('span', {}, make('span', {}, email), make('button', { type: 'button' }, '×'))),
        Object.assign(typed('input', emails.at(-1) ?? ''), { id: 'email' }),
      ),
    ),
  ],
  'a field each': (emails) => emails.map((email, at) => field(`email-${at}`, 'Email', typed('input', email))),
};

const boxes: Readonly<Record<string, (...parts: readonly HTMLElement[]) => HTMLElement>> = {
  dialog: (...parts) =>
    make('div', { role: 'dialog', 'aria-modal': 'true' }, make('h2', {}, 'Invite your team'), ...parts),
  form: (...parts) => make('form', {}, ...parts),
  section: (...parts) => make('section', {}, make('h2', {}, 'Invite'), ...parts),
};

const email = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9]{0,8}([._+-][a-z0-9]{1,6})?$/),
    fc.constantFrom('people.example', 'a.b.example'),
  )
  .map((both) => both.join('@'));
const emails = fc.uniqueArray(email, { minLength: 1, maxLength: 4 });

/** A list of members beside the form, which must not get into it. */
const members = () =>
  make(
    'table',
    {},
    make('thead', {}, make('tr', {}, make('th', {}, 'Email'), make('th', {}, 'Role'))),
    make('tbody', {}, make('tr', {}, make('td', {}, 'dana@acme.example'), make('td', {}, 'Admin'))),
  );

describe('an invite form', () => {
  test.each(Object.entries(pickers))(
    'with the role in %s is read, however the addresses stand in it',
    (_what, picker) => {
      fc.assert(
        fc.property(
          emails,
          fc.constantFrom(...Object.values(inputs)),
          fc.constantFrom(...roles),
          fc.constantFrom(...Object.values(boxes)),
          fc.boolean(),
          (all, fields, role, box, listFirst) => {
            const form = box(
              ...fields(all),
              picker(role),
              make(
                'div',
                {},
                make('button', { type: 'button' }, 'Cancel'),
                make('button', { type: 'button' }, 'Invite'),
              ),
            );

            const seen = read(...(listFirst ? [members(), form] : [form, members()]));

            expect({ ...seen, emails: [...(seen?.emails ?? [])].sort() }).toEqual({
              emails: [...all].sort(),
              roles: [role],
            });
          },
        ),
        cases,
      );
    },
  );
});

test('at most 200 addresses are told, as many as a message may hold', () => {
  const all = Array.from({ length: 250 }, (_, at) => `p${at}@x.example`);

  const seen = read(
    make(
      'form',
      {},
      ...(inputs['a text area, a line each']?.(all) ?? []),
      pickers['a select']?.('Admin') ?? '',
      make('button', { type: 'submit' }, 'Invite'),
    ),
  );

  expect(seen?.emails).toEqual(all.slice(0, 200));
});

test.each([
  ['a login, whatever role it asks for', 'Continue', null],
  ['an invitation with a first password', 'Invite', { emails: ['kim@x.example'], roles: ['Admin'] }],
])('a form with a password field is %s', (_what, button, expected) => {
  const seen = read(
    make(
      'form',
      {},
      ...(inputs['one field, with commas']?.(['kim@x.example']) ?? []),
      field('password', 'Password', make('input', { type: 'password' })),
      pickers['a select']?.('Admin') ?? '',
      make('button', { type: 'submit' }, button),
    ),
  );

  expect(seen).toEqual(expected);
});

test('what a password field holds is never read, whatever it is called', () => {
  fc.assert(
    fc.property(
      emails,
      fc.stringMatching(/^[!-~]{8,20}$/),
      fc.constantFrom('Email', 'Role', 'Password'),
      (all, secret, label) => {
        const password = make('input', { type: 'password' }) as HTMLInputElement;
        password.value = secret;

        const seen = read(
          make(
            'form',
            {},
            ...(inputs['one field, with commas']?.(all) ?? []),
            pickers['a select']?.('Admin') ?? '',
            field('secret', label, password),
            make('button', { type: 'submit' }, 'Invite'),
          ),
        );

        expect(seen).toEqual({ emails: all, roles: ['Admin'] });
      },
    ),
    cases,
  );
});
