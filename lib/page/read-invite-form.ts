import type { InviteForm } from '@/lib/domain/facts';
import { plainText } from '@/lib/domain/text';
import type { FormWords, RosterWords } from '@/lib/vendors/vendor';
import type { Finder } from './finder';
import { isTextField, nameOf, namesOf, normal, pieces } from './text';
import { isVisible } from './visible';

/** The open invite form and its parts; each is looked up again at every use. */
export interface FormParts {
  form: Element;
  email: HTMLElement;
  role: HTMLElement | null;
  submit: HTMLElement | null;
}

const dialogs = 'dialog[open],[role="dialog"],[role="alertdialog"],[aria-modal="true"]';
const fields = 'input,textarea,[role="textbox"],[contenteditable="true"]';
const pickers =
  'select,[role="combobox"],[role="radiogroup"],[aria-haspopup="listbox"],[aria-haspopup="menu"],.ant-select,fieldset';
const buttons = 'button,[role="button"],input[type="submit"]';

/** The words that label a control: its accessible name, its placeholder, or the text set just before it. */
function labelsOf(control: Element): string[] {
  const labels = [
    nameOf(control),
    control.getAttribute('placeholder') ?? '',
    control.getAttribute('aria-placeholder') ?? '',
  ];
  let around: Element | null = control;
  for (let level = 0; around && level < 4; level += 1, around = around.parentElement) {
    const before = around.previousElementSibling;
    if (before && (before.textContent ?? '').length < 60) labels.push(before.textContent ?? '');
  }
  return labels.map((label) => normal(label)).filter((label) => label !== '');
}

const isLabelled = (control: Element, names: ReadonlySet<string>) =>
  labelsOf(control).some((label) => names.has(label.replace(/\s*\((?:required|optional)\)$/, '')));

function isEmailField(field: Element, names: ReadonlySet<string>): boolean {
  if (field instanceof HTMLInputElement) {
    if (field.type === 'email') return true;
    if (!isTextField(field) || field.getAttribute('role') === 'combobox' || field.readOnly) return false;
  }
  return isLabelled(field, names) || /@/.test(field.getAttribute('placeholder') ?? '');
}

/**
 * The value that a picker shows: a native select's chosen option, a radio group's checked one, the text of a button-like combobox;
 * where the combobox is a bare text field (antd, react-select) the text that stands beside it in the same box.
 */
export function pickedIn(picker: Element): string[] {
  if (picker instanceof HTMLSelectElement) return [...picker.selectedOptions].map(({ text }) => plainText(text, 100));
  const radios = [...picker.querySelectorAll<HTMLElement>('input[type="radio"],[role="radio"]')];
  if (radios.length > 0) {
    const checked = radios.filter((radio) =>
      radio instanceof HTMLInputElement ? radio.checked : radio.getAttribute('aria-checked') === 'true',
    );
    return checked.map((radio) => plainText(nameOf(radio) || pieces(radio.closest('label') ?? radio).join(' '), 100));
  }
  if (picker instanceof HTMLInputElement && picker.value.trim()) return [plainText(picker.value, 100)];
  let around: Element | null = picker;
  for (let level = 0; around && level < 5; level += 1, around = around.parentElement) {
    if (around.matches('form,dialog,[role="dialog"]')) return [];
    const shown = pieces(around).filter((text) => normal(text) !== '');
    if (shown.length > 0)
      return around === picker || around.querySelectorAll(`${fields},select`).length <= 1
        ? shown.map((text) => plainText(text, 100))
        : [];
  }
  return [];
}

function findRole(form: Element, formWords: FormWords, roles: ReadonlySet<string>): HTMLElement | null {
  const labels = namesOf(formWords.role);
  const all = [...form.querySelectorAll<HTMLElement>(pickers)].filter(
    (picker) =>
      !(
        (picker.matches('.ant-select,fieldset') && picker.querySelector('select,[role="combobox"],[role="radiogroup"]'))
        // Ant Design 4 and 5 hide the field itself and show the box around it.
      ) && isVisible(picker.closest('.ant-select') ?? picker),
  );
  const shows = (picker: Element) => pickedIn(picker).some((text) => roles.has(normal(text)));
  return all.find((picker) => shows(picker)) ?? all.find((picker) => isLabelled(picker, labels)) ?? null;
}

/** Finds the invite form while it is open: a dialog, else a form or section of the page, with an e-mail field and a way to send it. */
export function findForm(formWords: FormWords, known: RosterWords, finder: Finder): FormParts | null {
  const { root } = finder;
  const emailNames = namesOf(formWords.email);
  const submitNames = namesOf(formWords.submit);
  const roles = namesOf(known.roles);
  const emails = [...root.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => isEmailField(field, emailNames) && isVisible(field),
  );
  const inDialog = emails.filter((field) => field.closest(dialogs));
  for (const email of inDialog.length > 0 ? inDialog : emails) {
    let form: Element | null = email.closest(dialogs) ?? email.closest('form') ?? email.parentElement;
    for (let level = 0; form && level < 6; level += 1, form = form.parentElement) {
      const submit = [...form.querySelectorAll<HTMLElement>(buttons)].find(
        (button) => finder.isCalled(button, submitNames) && isVisible(button),
      );
      const role = findRole(form, formWords, roles);
      if (submit || (role && form.matches(dialogs))) return { form, email, role, submit: submit ?? null };
      if (form.matches(`${dialogs},form,main,body`)) break;
    }
  }
  return null;
}

/** What the form would send: its e-mail addresses and the role chosen. Values that a password field holds are never read. */
export function readForm({ form, email, role }: FormParts, formWords: FormWords): InviteForm {
  const names = namesOf(formWords.email);
  const texts = [...form.querySelectorAll<HTMLElement>(fields)]
    .filter((field) => isEmailField(field, names))
    .map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
        ? field.value
        : (field.textContent ?? ''),
    );
  const around = email.parentElement?.parentElement ?? form;
  const tags = pieces(around).filter((text) => /^\S+@\S+\.\S+$/.test(text));
  const emails = [...texts, ...tags]
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((text) => text !== '')
    .map((text) => plainText(text, 254).toLowerCase());
  return { emails: [...new Set(emails)], roles: role ? pickedIn(role) : [] };
}
