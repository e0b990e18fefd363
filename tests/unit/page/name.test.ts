// @vitest-environment jsdom
import { computeAccessibleName } from 'dom-accessibility-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessibleName } from '@/lib/page/name';

const body = (html: string) => {
  document.body.innerHTML = html;
  return document.querySelector('#it') as Element;
};

const cases = [
  ['text of a button', '<button id="it"><span>Invite</span> member</button>', 'Invite member'],
  ['words split over inline elements', '<button id="it">In<b>vite</b> mem<wbr>ber</button>', 'Invite member'],
  ['an icon with a name', '<button id="it"><span role="img" aria-label="plus"></span> Invite</button>', 'plus Invite'],
  ['a hidden icon', '<button id="it"><span aria-hidden="true">＋</span> Invite</button>', 'Invite'],
  ['an icon button', '<button id="it" aria-label="Invite member"><svg></svg></button>', 'Invite member'],
  ['a title in an svg', '<button id="it"><svg><title>Invite</title></svg></button>', 'Invite'],
  ['an image', '<a id="it" href="#"><img alt="Members" src="x"></a>', 'Members'],
  ['a label around', '<label>Email <input id="it"></label>', 'Email'],
  ['a label elsewhere', '<label for="it">Role</label><select id="it"><option>Admin</option></select>', 'Role'],
  [
    'a reference',
    '<p id="a">Organization</p><p id="b">Role</p><div id="it" role="combobox" aria-labelledby="a b">Admin</div>',
    'Organization Role',
  ],
  [
    'a hidden reference',
    '<p id="a" hidden>Role</p><div id="it" role="combobox" aria-labelledby="a">Admin</div>',
    'Role',
  ],
  ['a dangling reference', '<button id="it" aria-labelledby="nothing">Invite</button>', 'Invite'],
  ['a combobox is not called by its value', '<div id="it" role="combobox">Admin</div>', ''],
  ['a title', '<button id="it" title="More"></button>', 'More'],
  ['a submit button', '<input id="it" type="submit" value="Send Invitation">', 'Send Invitation'],
  ['a group of choices', '<fieldset id="it"><legend>Role</legend><input type="radio"></fieldset>', 'Role'],
  ['a table', '<table id="it"><caption>Members</caption></table>', 'Members'],
] as const;

describe('accessibleName', () => {
  it.each(cases)('reads %s', (_, html, name) => {
    const element = body(html);

    expect(accessibleName(element)).toBe(name);
  });

  it.each(cases)('agrees with dom-accessibility-api about %s', (_, html) => {
    const element = body(html);

    expect(accessibleName(element)).toBe(computeAccessibleName(element).replace(/\s+/g, ' ').trim());
  });

  it('calls a field by its placeholder where it has no label, as browsers do (HTML-AAM 4.1.1) and the library does not', () => {
    expect(accessibleName(body('<input id="it" placeholder="name@domain.com">'))).toBe('name@domain.com');
  });

  it('agrees with dom-accessibility-api about any button', () => {
    const text = fc.stringMatching(/^[A-Za-z]{1,6}( [A-Za-z]{1,6})?$/);
    const part = fc.oneof(
      text,
      text.map((words) => `<span>${words}</span>`),
      text.map((words) => `<span aria-hidden="true">${words}</span>`),
      text.map((words) => `<span role="img" aria-label="${words}"></span>`),
      text.map((words) => `<img alt="${words}" src="x">`),
    );
    const attributes = fc.record({ label: fc.option(text), title: fc.option(text) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), attributes, (parts, { label, title }) => {
        const named = `${label ? ` aria-label="${label}"` : ''}${title ? ` title="${title}"` : ''}`;
        const element = body(`<button id="it"${named}>${parts.join(' ')}</button>`);

        expect(accessibleName(element)).toBe(computeAccessibleName(element).replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
