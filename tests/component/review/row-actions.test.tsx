import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Act, Acts } from '@/components/review/row-actions';
import { expectNoAxeViolations } from '../../support/axe';

const questions: Act['questions'] = [
  {
    name: 'how',
    label: 'How',
    kind: 'choice',
    choices: [
      { value: 'a', label: 'This way' },
      { value: 'b', label: 'That way' },
    ],
  },
  { name: 'until', label: 'Until', kind: 'date', hint: 'The last day.' },
  { name: 'reason', label: 'Reason', kind: 'lines' },
];
const button = (name: string) => within(screen.getByRole('group')).getByRole('button', { name });
const form = () => screen.queryByRole('form', { name: 'Accept' });
const submit = () => within(form() ?? document.body).getByRole('button', { name: 'Accept' });

test('does at once what needs no answer, and says why it could not', async () => {
  const user = userEvent.setup();
  const run = vi.fn(async (): Promise<string | null> => null);
  const { container } = render(<Acts about="kim@x.example" acts={[{ label: 'Show me', run }]} />);
  expect(screen.getByRole('group', { name: 'Actions for kim@x.example' })).toBeDefined();

  await user.click(button('Show me'));
  expect(screen.queryByRole('alert')).toBeNull();
  run.mockResolvedValue('This person cannot be seen.');
  await user.click(button('Show me'));

  expect(run).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('alert').textContent).toBe('This person cannot be seen.');
  await expectNoAxeViolations(container);
});

test('asks by keyboard, gives the answers, and puts the focus back', async () => {
  const user = userEvent.setup();
  const run = vi.fn(async () => null);
  const { container } = render(<Acts about="kim" acts={[{ label: 'Accept', questions, run }]} />);
  expect(button('Accept').getAttribute('aria-expanded')).toBe('false');

  await user.tab();
  await user.keyboard('{Enter}');
  expect(button('Accept').getAttribute('aria-expanded')).toBe('true');
  await expectNoAxeViolations(container);
  await user.selectOptions(screen.getByRole('combobox', { name: 'How' }), 'That way');
  await user.type(screen.getByLabelText('Until'), '2026-12-31');
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Leaves then');
  await user.click(submit());

  expect(run.mock.calls).toEqual([[{ how: 'b', until: '2026-12-31', reason: 'Leaves then' }]]);
  expect(form()).toBeNull();
  expect(document.activeElement).toBe(button('Accept'));
});

test('an answer that comes late leaves the form alone that was opened since, and what is sent there', async () => {
  const user = userEvent.setup();
  const late: ((answer: null) => void)[] = [];
  const accept = vi.fn(async () => null);
  const acts: Act[] = [
    { label: 'Resent', run: () => new Promise((resolve) => late.push(resolve)) },
    { label: 'Accept', questions, run: accept },
  ];
  render(<Acts about="kim" acts={acts} />);

  await user.click(button('Resent'));
  await user.click(button('Accept'));
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Leaves then');
  await act(async () => late.pop()?.(null));

  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Leaves then');
  await user.click(button('Resent'));
  await user.click(submit());
  expect(accept).toHaveBeenCalledTimes(1);
  expect(form()).toBeNull();
});

test('keeps the answers where they were refused, with the reason beside them', async () => {
  const user = userEvent.setup();
  const run = vi.fn(async () => 'Say why this is right.');
  const { container } = render(<Acts about="kim" acts={[{ label: 'Accept', questions, run }]} />);

  await user.click(button('Accept'));
  await user.type(screen.getByLabelText('Until'), '2026-12-31');
  await user.click(submit());

  expect(screen.getByRole('alert').textContent).toBe('Say why this is right.');
  expect(screen.getByLabelText('Until')).toHaveProperty('value', '2026-12-31');
  await expectNoAxeViolations(container);
});

test('says so where it fails altogether', async () => {
  const user = userEvent.setup();
  const run = async () => {
    throw new Error('Could not establish connection.');
  };
  render(<Acts about="kim" acts={[{ label: 'Resent', run }]} />);

  await user.click(button('Resent'));

  expect(screen.getByRole('alert').textContent).toContain('Nothing was lost: try again.');
});

test('takes a double click as one', async () => {
  const user = userEvent.setup();
  const ends: ((why: null) => void)[] = [];
  const run = vi.fn(() => new Promise<null>((resolve) => ends.push(resolve)));
  render(<Acts about="kim" acts={[{ label: 'Resent', run }]} />);

  await user.dblClick(button('Resent'));
  expect(run).toHaveBeenCalledTimes(1);
  for (const end of ends) end(null);
  await user.click(button('Resent'));

  expect(run).toHaveBeenCalledTimes(2);
});

test('is left without doing anything', async () => {
  const user = userEvent.setup();
  const run = vi.fn(async () => null);
  const { container } = render(
    <Acts
      about="kim"
      acts={[
        { label: 'Accept', questions, run },
        { label: 'Reminder', panel: <p>Hello,</p> },
      ]}
    />,
  );

  await user.click(button('Accept'));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(document.activeElement).toBe(button('Accept'));
  await user.click(button('Reminder'));
  expect(screen.getByText('Hello,')).toBeDefined();
  expect(form()).toBeNull();
  await user.click(button('Reminder'));

  expect(screen.queryByText('Hello,')).toBeNull();
  expect(run).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});
