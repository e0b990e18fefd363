import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '@/components/options/options-page';
import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { defaultTicketPattern } from '@/lib/domain/values/ticket';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/component-setup';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** The page over settings that are kept in memory. */
function Page({
  initial = { ...defaultSettings, identity: ada },
  onSave = () => {},
  saved = null,
}: {
  initial?: Settings;
  onSave?: (change: Partial<Settings>) => void;
  saved?: 'saved' | 'failed' | null;
}) {
  const [settings, setSettings] = useState(initial);
  return (
    <OptionsPage
      settings={settings}
      vendors={vendors}
      onSave={(change) => {
        setSettings({ ...settings, ...change });
        onSave(change);
      }}
      saved={saved}
      corrections={{ corrections: [], assumed: [], vendors, onRemove: () => {}, onForget: () => {} }}
      logUrl="log.html"
      notifying={{ allowed: false, ask: async () => false, release: () => {} }}
    />
  );
}

const box = (name: string) => screen.getByRole('textbox', { name }) as HTMLInputElement;
const errorOf = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id.endsWith('-error'))
    .map((id) => document.getElementById(id)?.textContent)
    .join('');
const vendor = (name: string) => within(screen.getByRole('region', { name }));
const examples = () =>
  within(screen.getByRole('list', { name: 'Examples' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

/** Types as a person pastes: all at once, and literally. */
async function paste(input: HTMLElement, text: string) {
  const user = userEvent.setup();
  await user.clear(input);
  await user.click(input);
  await user.paste(text);
}

describe('OptionsPage', () => {
  it('shows what is set, for every vendor there is a folder for', async () => {
    const initial = {
      ...defaultSettings,
      identity: ada,
      ticketLink: 'https://jira.example.com/browse/{ticket}',
      vendors: { logrocket: { plan: 'professional', sso: true, scope: ['Production'] } },
    };
    const { container } = render(<Page initial={initial} />);

    expect([box('Your name').value, box('Your email').value]).toEqual([ada.name, ada.email]);
    expect([box('Ticket pattern').value, box('Ticket link').value]).toEqual([defaultTicketPattern, initial.ticketLink]);
    expect((vendor('LogRocket').getByRole('combobox', { name: 'Plan' }) as HTMLSelectElement).value).toBe(
      'professional',
    );
    expect((vendor('LogRocket').getByRole('checkbox', { name: /SSO/ }) as HTMLInputElement).checked).toBe(true);
    expect(vendor('LogRocket').getByRole('group', { name: 'Apps' }).textContent).toContain('Production');
    expect((vendor('RudderStack').getByRole('combobox', { name: 'Plan' }) as HTMLSelectElement).value).toBe('');
    await expectNoAxeViolations(container);
  });

  it('says politely what became of a change', async () => {
    const { container, rerender } = render(<Page saved="saved" />);
    expect(screen.getByRole('status').textContent?.trim()).toBe('Saved');
    await expectNoAxeViolations(container);

    rerender(<Page saved="failed" />);
    expect(screen.getByRole('status').textContent).toContain('Not saved');
  });
});

describe('identity', () => {
  it('is saved when both are good, and says beside the field what is not', async () => {
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);

    await paste(box('Your email'), 'ada@example');
    expect(errorOf(box('Your email'))).toContain('“ada@example”');
    expect(box('Your email').getAttribute('aria-invalid')).toBe('true');
    expect(onSave).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);

    await paste(box('Your email'), 'ada@new.example');
    expect(errorOf(box('Your email'))).toBe('');
    expect(onSave.mock.calls).toEqual([[{ identity: { ...ada, email: 'ada@new.example' } }]]);
  });

  it('does not complain before anything was typed', async () => {
    const onSave = vi.fn();
    const { container } = render(<Page initial={defaultSettings} onSave={onSave} />);

    expect([errorOf(box('Your name')), errorOf(box('Your email'))]).toEqual(['', '']);

    await paste(box('Your name'), 'Grace Hopper');
    await paste(box('Your email'), 'grace@example.com');
    expect(onSave.mock.calls).toEqual([[{ identity: { name: 'Grace Hopper', email: 'grace@example.com' } }]]);
    await expectNoAxeViolations(container);
  });
});

describe('Ticket pattern', () => {
  it('lets the examples of three trackers pass out of the box', () => {
    render(<Page />);

    expect(examples()).toEqual(['#1234 passes', 'IAM-1234 passes', 'RITM0012345 passes']);
  });

  it('is saved as it is typed, and shows what it lets pass', async () => {
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);

    await paste(box('Ticket pattern'), 'IAM-\\d+');

    expect(examples()).toEqual(['#1234 does not pass', 'IAM-1234 passes', 'RITM0012345 does not pass']);
    expect(onSave).toHaveBeenLastCalledWith({ ticketPattern: 'IAM-\\d+' });
    await expectNoAxeViolations(container);
  });

  it('says what is wrong with a pattern, and keeps the last good one', async () => {
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);

    await paste(box('Ticket pattern'), 'IAM-[');

    expect(errorOf(box('Ticket pattern'))).toContain('This is not a pattern');
    expect(
      screen.getByText(`Until it is mended, the last good pattern stays in use: ${defaultTicketPattern}`),
    ).toBeTruthy();
    expect(box('Ticket pattern').value).toBe('IAM-[');
    expect(onSave).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  it('goes back to the default by a button', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    render(<Page initial={{ ...defaultSettings, ticketPattern: 'X\\d' }} onSave={onSave} />);

    await user.click(screen.getByRole('button', { name: 'Use the default' }));

    expect(box('Ticket pattern').value).toBe(defaultTicketPattern);
    expect(onSave).toHaveBeenLastCalledWith({ ticketPattern: defaultTicketPattern });
    expect(screen.queryByRole('button', { name: 'Use the default' })).toBeNull();
  });
});

describe('Ticket link', () => {
  it('shows where an example leads', async () => {
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);

    await paste(box('Ticket link'), ' https://jira.example.com/browse/{ticket} ');

    const url = 'https://jira.example.com/browse/IAM-1234';
    expect(screen.getByRole('link', { name: url }).getAttribute('href')).toBe(url);
    expect(onSave).toHaveBeenLastCalledWith({ ticketLink: 'https://jira.example.com/browse/{ticket}' });
    await expectNoAxeViolations(container);
  });

  it.each([
    ['jira.example.com/{ticket}', 'Enter an address that begins with https://'],
    ['javascript:alert({ticket})', 'Enter an address that begins with https://'],
    ['https://jira.example.com/', 'Write {ticket} where the ticket number goes in the address.'],
    ['https://{ticket}:x/', 'This is not an address that a browser can open: check it.'],
  ])('refuses %s in words, and saves nothing', async (text, message) => {
    const onSave = vi.fn();
    render(<Page onSave={onSave} />);

    await paste(box('Ticket link'), text);

    expect(errorOf(box('Ticket link'))).toBe(message);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('can be emptied', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    render(<Page initial={{ ...defaultSettings, ticketLink: 'https://x.example/{ticket}' }} onSave={onSave} />);

    await user.clear(box('Ticket link'));

    expect(onSave).toHaveBeenLastCalledWith({ ticketLink: '' });
  });
});

describe('a vendor', () => {
  it('keeps its plan, and says what the plan limits and who says so', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);
    const plan = vendor('RudderStack').getByRole('combobox', { name: 'Plan' });

    expect(
      within(plan)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Not known', 'Free', 'Starter', 'Growth', 'Enterprise', 'Another plan']);
    await user.selectOptions(plan, 'Free');

    expect(onSave).toHaveBeenLastCalledWith({ vendors: { rudderstack: { plan: 'free', sso: false, scope: [] } } });
    expect(vendor('RudderStack').getByText(/At most 10 members/)).toBeTruthy();
    expect(vendor('RudderStack').getByRole('link', { name: 'Vendor’s page' }).getAttribute('href')).toMatch(
      /^https:\/\/www\.rudderstack\.com\//,
    );
    await expectNoAxeViolations(container);
  });

  it('keeps a plan that this version does not know', () => {
    render(<Page initial={{ ...defaultSettings, vendors: { logrocket: { plan: 'Scale', sso: false, scope: [] } } }} />);

    expect((vendor('LogRocket').getByRole('combobox', { name: 'Plan' }) as HTMLSelectElement).value).toBe('Scale');
  });

  it('keeps whether SSO is on, beside what other vendors have', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    const rudderstack = { plan: 'free', sso: false, scope: [] };
    render(<Page initial={{ ...defaultSettings, vendors: { rudderstack } }} onSave={onSave} />);

    await user.click(vendor('LogRocket').getByRole('checkbox', { name: /SSO/ }));

    expect(onSave).toHaveBeenLastCalledWith({
      vendors: { rudderstack, logrocket: { plan: '', sso: true, scope: [] } },
    });
  });
});

describe('the list of apps', () => {
  it('takes names by Enter and by suggestion, and gives them up again', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    const { container } = render(<Page onSave={onSave} />);
    const apps = vendor('LogRocket');
    const scopes = () => onSave.mock.calls.map(([change]) => change.vendors.logrocket.scope);

    await user.type(apps.getByRole('textbox', { name: 'Add an app' }), 'Checkout{Enter}');
    await user.click(apps.getByRole('button', { name: 'Staging' }));
    await user.click(apps.getByRole('button', { name: 'Remove Checkout' }));

    expect(scopes()).toEqual([['Checkout'], ['Checkout', 'Staging'], ['Staging']]);
    expect(document.activeElement).toBe(apps.getByRole('textbox', { name: 'Add an app' }));
    expect(apps.queryByRole('button', { name: 'Staging' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it.each([
    ['nothing', '  ', 'Enter the name of the app as the vendor’s page shows it.'],
    ['what is on it already', 'production', 'production is on the list already.'],
    ['what looks like a key', 'acme:shop:k3yS3cretV4lue9', 'This looks like an API key, token or password.'],
  ])('refuses %s beside the field', async (_case, name, message) => {
    const user = userEvent.setup();
    const onSave = vi.fn();
    const logrocket = { plan: '', sso: false, scope: ['Production'] };
    const { container } = render(<Page initial={{ ...defaultSettings, vendors: { logrocket } }} onSave={onSave} />);
    const input = vendor('LogRocket').getByRole('textbox', { name: 'Add an app' });

    await user.type(input, `${name}{Enter}`);

    expect(errorOf(input)).toContain(message);
    expect((input as HTMLInputElement).value).toBe(name);
    expect(onSave).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  it('shows a hostile name as text', async () => {
    const logrocket = { plan: '', sso: false, scope: ['<img src=x onerror=alert(1)>'] };
    const { container } = render(<Page initial={{ ...defaultSettings, vendors: { logrocket } }} />);

    expect(vendor('LogRocket').getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
    await expectNoAxeViolations(container);
  });
});
