import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plus } from 'lucide-react';
import { expect, test, vi } from 'vitest';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Fieldset } from '@/components/ui/fieldset';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { expectNoAxeViolations } from '../../support/axe';

test('a field ties label, hint and error to its control', async () => {
  const { container } = render(
    <Field label="IAM ticket" hint="As on the request." error="Enter the ticket.">
      {(control) => <TextInput {...control} />}
    </Field>,
  );

  const input = screen.getByRole('textbox', { name: 'IAM ticket' });

  expect(input).toHaveProperty('type', 'text');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(
    input
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ).toEqual(['Enter the ticket.', 'As on the request.']);
  await expectNoAxeViolations(container);
});

test('a field without hint and error describes nothing', async () => {
  const { container } = render(<Field label="Reason">{(control) => <TextArea {...control} />}</Field>);

  const input = screen.getByRole('textbox', { name: 'Reason' });

  expect(input.hasAttribute('aria-describedby')).toBe(false);
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  await expectNoAxeViolations(container);
});

test('a group is named by its legend and described by what is wrong', async () => {
  const { container } = render(
    <Fieldset legend="Scope" hint="Only what the ticket names." error="This looks like a key.">
      <Checkbox label="Production" hint="Live traffic" />
    </Fieldset>,
  );

  const group = screen.getByRole('group', { name: 'Scope' });

  expect(
    group
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ).toEqual(['This looks like a key.', 'Only what the ticket names.']);
  expect(screen.getByRole('checkbox', { name: 'Production' }).getAttribute('aria-describedby')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('a checkbox is ticked by its label, and by the space bar', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  const { container } = render(<Checkbox label="Temporary access" onChange={onChange} />);

  await user.click(screen.getByText('Temporary access'));
  await user.keyboard(' ');

  expect(onChange).toHaveBeenCalledTimes(2);
  await expectNoAxeViolations(container);
});

test('a select shows its options to the keyboard', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <Field label="Vendor">
      {(control) => (
        <Select {...control}>
          <option value="a">A</option>
          <option value="b">B</option>
        </Select>
      )}
    </Field>,
  );

  await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'B');

  expect(screen.getByRole('combobox', { name: 'Vendor' })).toHaveProperty('value', 'b');
  await expectNoAxeViolations(container);
});

test('a button in a form submits only when it says so', async () => {
  const user = userEvent.setup();
  const submit = vi.fn((event) => event.preventDefault());
  const { container } = render(
    <form onSubmit={submit}>
      <Button icon={Plus}>Add</Button>
      <IconButton icon={Plus} label="Add one more" />
      <Button type="submit" variant="primary">
        Start
      </Button>
    </form>,
  );

  await user.click(screen.getByRole('button', { name: 'Add' }));
  await user.click(screen.getByRole('button', { name: 'Add one more' }));
  const before = submit.mock.calls.length;
  await user.click(screen.getByRole('button', { name: 'Start' }));

  expect([before, submit.mock.calls.length]).toEqual([0, 1]);
  await expectNoAxeViolations(container);
});
