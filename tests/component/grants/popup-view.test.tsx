import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { PopupView, type PopupViewProps } from '@/components/grants/popup-view';
import { emptyGrantForm, type GrantDraft } from '@/lib/domain/grant/new-grant';
import { defaultSettings } from '@/lib/domain/values/settings';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant } from '../../support/grants';
import { facts } from '../../unit/messaging/samples';

const settings = { ...defaultSettings, identity: { name: 'Dana Whitfield', email: 'dana@acme.example' } };
const id = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';
const members = {
  url: 'https://app.rudderstack.com/settings/members',
  recognised: { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] },
  nearest: null,
  grant: null,
  facts: null,
};
const filled: GrantDraft = {
  id,
  form: {
    ...emptyGrantForm,
    ticket: 'iam-1234',
    vendor: 'rudderstack',
    email: 'kim.sato@northwind.example',
    purpose: 'look',
    approvedBy: 'Dana Whitfield',
    reason: 'Checks event delivery',
  },
  adding: '',
  open: true,
};

const onStart = vi.fn<PopupViewProps['onStart']>(async () => null);
const onChoose = vi.fn<PopupViewProps['onChoose']>(async () => null);
const onReview = vi.fn();
const onDraft = vi.fn<PopupViewProps['onDraft']>();
beforeEach(() => {
  for (const each of [onStart, onChoose, onReview, onDraft]) each.mockClear();
});

/** The popup with a draft that is kept; starting a grant takes it away, as the wired popup does. */
function Popup({ kept = null, ...rest }: { kept?: GrantDraft | null } & Partial<PopupViewProps>) {
  const [draft, setDraft] = useState(kept);
  const change = (next: GrantDraft | null) => {
    onDraft(next);
    setDraft(next);
  };
  return (
    <PopupView
      settings={settings}
      page={null}
      vendors={vendors}
      grants={[]}
      alike={[]}
      draft={draft}
      now={new Date(2026, 10, 21, 12)}
      newId={() => id}
      onIdentify={async () => null}
      onDraft={change}
      onStart={async (full) => {
        const problems = await onStart(full);
        if (problems === null) change(null);
        return problems;
      }}
      onChoose={onChoose}
      onAssume={async () => null}
      onReview={onReview}
      {...rest}
    />
  );
}

test('asks once who the admin is, before anything else', async () => {
  const { container } = render(<Popup settings={defaultSettings} />);

  expect(screen.getByRole('heading', { name: 'Grantbook' })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Your name' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'New grant' })).toBeNull();
  await expectNoAxeViolations(container);
});

test('is headed, says what the page is, and leads to the log, the options and the review', async () => {
  const user = userEvent.setup();
  const { container } = render(<Popup page={members} />);

  await user.click(screen.getByRole('button', { name: 'Open review' }));

  expect(screen.getByRole('heading', { level: 1, name: 'Grantbook' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'This page' }).textContent).toContain('RudderStack');
  expect(screen.getByRole('link', { name: 'Open log' }).getAttribute('href')).toBe('log.html');
  expect(screen.getByRole('link', { name: 'Options' }).getAttribute('href')).toBe('options.html');
  expect(onReview).toHaveBeenCalledOnce();
  await expectNoAxeViolations(container);
});

test('opens the form with the vendor of the tab, and a new id', async () => {
  const user = userEvent.setup();
  const { container } = render(<Popup page={members} />);

  await user.click(screen.getByRole('button', { name: 'New grant' }));

  expect(screen.getByRole('form', { name: 'New grant' })).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Vendor' })).toHaveProperty('value', 'rudderstack');
  expect(onDraft.mock.lastCall?.[0]).toMatchObject({ id, open: true });
  await expectNoAxeViolations(container);
});

test('opens straight into the form that was being filled in', async () => {
  const { container } = render(<Popup kept={filled} />);

  const form = screen.getByRole('form', { name: 'New grant' });

  expect(within(form).getByRole('textbox', { name: 'IAM ticket' })).toHaveProperty('value', 'iam-1234');
  expect(within(form).getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Checks event delivery');
  await expectNoAxeViolations(container);
});

test('keeps the draft on cancel, says so, and goes on with it', async () => {
  const user = userEvent.setup();
  const { container } = render(<Popup kept={filled} />);

  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  const home = container.textContent;
  await user.click(screen.getByRole('button', { name: 'New grant' }));

  expect(home).toContain('Draft kept for iam-1234');
  expect(onDraft.mock.calls.map(([draft]) => draft?.open)).toEqual([false, true]);
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Checks event delivery');
  await expectNoAxeViolations(container);
});

test('throws a draft away only when told to', async () => {
  const user = userEvent.setup();
  const { container } = render(<Popup kept={{ ...filled, open: false }} />);

  await user.click(screen.getByRole('button', { name: 'Discard draft' }));

  expect(onDraft).toHaveBeenLastCalledWith(null);
  expect(screen.queryByText('Draft kept')).toBeNull();
  await expectNoAxeViolations(container);
});

test('keeps no draft in which nothing was typed', async () => {
  const user = userEvent.setup();
  const { container } = render(<Popup page={members} />);
  await user.click(screen.getByRole('button', { name: 'New grant' }));

  await user.click(screen.getByRole('button', { name: 'Cancel' }));

  expect(onDraft).toHaveBeenLastCalledWith(null);
  await expectNoAxeViolations(container);
});

test.each([
  ['the guide is in this tab', members, 'IAM-1234 is started. The guide is open on the RudderStack page.', false],
  ['the vendor is elsewhere', null, 'IAM-1234 is started. The guide opens on the RudderStack team page.', true],
])('says what comes next after starting, where %s', async (_what, page, words, leads) => {
  const user = userEvent.setup();
  const { container } = render(<Popup kept={filled} page={page} />);

  await user.click(screen.getByRole('button', { name: 'Start grant' }));

  const news = await screen.findByRole('status');
  expect(news.textContent).toContain(words);
  expect(within(news).queryByRole('link', { name: 'Open RudderStack' }) !== null).toBe(leads);
  expect(onStart).toHaveBeenCalledWith(filled);
  await expectNoAxeViolations(container);
});

test('stays in the form, with everything in it, when starting fails', async () => {
  const user = userEvent.setup();
  onStart.mockImplementationOnce(async () => ({ form: 'The background did not answer.' }));
  const { container } = render(<Popup kept={filled} />);

  await user.click(screen.getByRole('button', { name: 'Start grant' }));

  expect((await screen.findByRole('alert')).textContent).toBe('The background did not answer.');
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Checks event delivery');
  await expectNoAxeViolations(container);
});

test.each([
  ['a guide waits behind it', 'a grant', true, 1],
  ['no guide is there', null, true, 0],
  ['no dialog is open', 'a grant', false, 0],
])('leads to the side panel from behind a dialog of the vendor: %s', async (_what, guided, blocked, offers) => {
  const user = userEvent.setup();
  onReview.mockClear();
  const page = { ...members, grant: guided, facts: facts({ blocked }) };
  const { container } = render(<Popup page={page} grants={[]} />);

  const buttons = screen.queryAllByRole('button', { name: 'Go on in the side panel' });
  for (const button of buttons) await user.click(button);

  expect(buttons).toHaveLength(offers);
  expect(onReview).toHaveBeenCalledTimes(offers);
  await expectNoAxeViolations(container);
});

test.each([
  ['in this tab', members, null, 'The guide in this page follows IAM-1234 now.', 0],
  ['elsewhere', null, null, 'RudderStack will open with the guide for IAM-1234.', 1],
  ['not at all', members, 'This grant is not in the log any more.', 'This grant is not in the log any more.', 0],
])('chooses an open grant, to be guided %s', async (_what, page, refused, words, links) => {
  const user = userEvent.setup();
  onChoose.mockImplementationOnce(async () => refused);
  const grant = aGrant();
  const { container } = render(<Popup page={page} grants={[grant]} />);

  await user.click(screen.getByRole('button', { name: /^Guide IAM-1234/ }));

  const news = await screen.findByRole('status');
  expect(news.textContent).toContain(words);
  expect(within(news).queryAllByRole('link')).toHaveLength(links);
  expect(onChoose).toHaveBeenCalledWith(grant);
  await expectNoAxeViolations(container);
});
