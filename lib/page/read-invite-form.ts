import type { InviteForm } from '@/lib/domain/grant/page-facts';
import { normalEmail } from '@/lib/domain/values/email';
import { plainText } from '@/lib/domain/values/text';
import type { FormWords, RosterWords } from '@/lib/vendors/vendor';
import {
  all,
  buttons,
  childrenOf,
  closest,
  dialogs,
  fields,
  first,
  holds,
  menus,
  once,
  parentOf,
  textsIn,
  wordsIn,
} from './dom';
import type { Finder } from './finder';
import { knownIn, rolesIn } from './read-row';
import { headerCell } from './table';
import { callings, isReadable, namesOf, normal, pieces } from './text';
import { isVisible } from './visible';
import { isCurrent } from './visual-state';

/** The open invite form and its parts; each is looked up again at every use. */
export interface FormParts {
  form: Element;
  /** Absent in the later steps of a wizard. */
  email: HTMLElement | null;
  role: HTMLElement | null;
  submit: HTMLElement | null;
  /** The vendor's roles among which the form lets choose, as far as they show. */
  offers: readonly string[];
  /** The role or roles that are chosen, as the vendor writes them where known. */
  roles(): string[];
}

const lists = 'select,[role=combobox],[aria-haspopup]:not([aria-haspopup=false],[aria-haspopup=dialog]),.ant-select';

/**
 * Returns whether a person can use a field, though the library may have made the field itself see-through under what it
 * draws.
 */
const isCalled = (element: Element, names: ReadonlySet<string>) => callings(element).some((name) => names.has(name));
const isUsable = (element: Element) => isVisible(parentOf(element) ?? element);

/** Lists the names of a field or picker, the text set just before it included. */
function labelsOf(control: Element): string[] {
  let before = '';
  let around: Element | null = control;
  for (let level = 0; around && level < 4 && !before; level += 1, around = parentOf(around)) {
    const beside: Element | null = first(control, 'legend') ?? around.previousElementSibling;
    const said = beside && !first(beside, `${fields},${buttons},${lists}`) ? wordsIn(beside) : '';
    // Addresses that were entered before are no label.
    if (!said.includes('@')) before = normal(said.slice(0, 60));
  }
  return [...callings(control), before].map((label) => label.replace(/(required|optional)$/, ''));
}

const isInTable = (field: Element) => {
  const table = closest(field, 'table,[role=table],[role=grid]');
  return table !== null && first(table, headerCell) !== null;
};

function isEmailField(field: Element, names: ReadonlySet<string>): boolean {
  if (isInTable(field)) return false;
  const labels = labelsOf(field);
  const said = `${labels} ${field.getAttribute('placeholder')}`;
  if (/search|filter/.test(said)) return false;
  if (field instanceof HTMLInputElement) {
    if (!isReadable(field) || field.readOnly || field.type === 'search') return false;
    if (/email/.test(`${field.type} ${normal(field.name + field.id + field.autocomplete)} ${said}`)) return true;
  }
  return labels.some((label) => names.has(label)) || said.includes('@');
}

interface Picker {
  element: Element;
  /** Lists what can be chosen, as far as it shows. */
  offers(): string[];
  chosen(): string[];
}

/**
 * Reads the texts of a button or field that opens a list: its own, its value, or what stands beside it in the same box.
 */
function shownBy(picker: Element): string[] {
  if (picker instanceof HTMLSelectElement) return [...picker.selectedOptions].map(({ text }) => text);
  let around: Element | null = picker;
  for (
    let level = 0;
    around && level < 5 && !around.matches(`form,${dialogs}`);
    level += 1, around = parentOf(around)
  ) {
    if (level > 0 && all(around, `${fields},select`).length > 1) break;
    const shown = around instanceof HTMLInputElement ? [around.value] : pieces(around);
    if (shown.some(normal)) return shown;
  }
  return [];
}

/**
 * Finds every picker of a form: buttons and fields that open a list, and roles that stand side by side as radios, cards
 * or segments.
 */
function pickersIn(form: Element, { roles: known, rolesApart }: RosterWords): Picker[] {
  const unseen = new Set(all(form, '[aria-hidden=true] select'));
  const opened = all(form, lists).filter((element) => !first(element, lists) && !unseen.has(element));
  const said = textsIn(form, (element) => element.matches(`${menus},${lists},table`)).flatMap((text) =>
    knownIn([text.data], known).length > 0 ? (parentOf(text) ?? []) : [],
  );
  let holder = said[0];
  while (holder && holder !== form && !said.every((each) => holds(holder, each))) holder = parentOf(holder) ?? form;
  const choices = [...(holder ? childrenOf(holder) : [])].filter((each) => each instanceof Element);
  const items = choices.filter((item) => said.some((each) => holds(item, each)));
  const side: Picker = {
    element: items.length > 1 ? (holder ?? form) : ((said[0] && closest(said[0], `${buttons},[tabindex]`)) ?? form),
    offers: () => said.flatMap((each) => pieces(each)),
    chosen: () => {
      if (items.length < 2) return said.flatMap((each) => pieces(each));
      // Where there are roles of the customer's own, they stand among the vendor's.
      return (rolesApart ? choices : items).filter(isCurrent).flatMap((item) => {
        const texts = pieces(item);
        return knownIn(texts, known, rolesApart)[0] ?? texts.find(normal) ?? [];
      });
    },
  };
  return [
    ...opened.map((element) => ({
      element,
      offers: () =>
        element instanceof HTMLSelectElement ? [...element.options].map(({ text }) => text) : shownBy(element),
      chosen: () => shownBy(element),
    })),
    ...(side.element === form ? [] : [side]),
  ];
}

/**
 * Finds the invite form while it is open: a dialog, else a form or section of the page, with an e-mail field and a way
 * to send it; else a dialog with that way alone, which may be a later step of a wizard.
 */
export function findForm(words: FormWords, roster: RosterWords, finder: Finder): FormParts | null {
  const { elements } = finder.outline;
  const { roles: known } = roster;
  /** Lists what is only drawn as the button that sends. */
  const drawn = once(() => (finder.find({ role: 'button', words: words.submit })?.hits ?? []) as HTMLElement[]);
  const emailNames = namesOf(words.email);
  const submitNames = namesOf(words.submit);
  const roleNames = namesOf(words.role);

  /** Scores how surely a picker is that of the role: labelled so, or showing or offering roles of the vendor. */
  function score({ element, offers }: Picker): number {
    const isLabelled = labelsOf(element).some((label) => roleNames.has(label));
    return isUsable(element) ? Number(isLabelled) * 2 + Number(knownIn(offers(), known).length > 0) : 0;
  }

  function partsOf(form: Element, email: HTMLElement | null): FormParts {
    const pickers = pickersIn(form, roster).map((picker) => ({ ...picker, points: score(picker) }));
    const role = pickers.reduce<(typeof pickers)[0] | null>((a, b) => (b.points > (a?.points ?? 0) ? b : a), null);
    const element = role && (isVisible(role.element) ? role.element : parentOf(role.element));
    return {
      form,
      offers: knownIn(role?.offers() ?? [], known),
      email,
      role: element as HTMLElement | null,
      submit:
        all(form, buttons).findLast((button) => isCalled(button, submitNames) && isVisible(button)) ??
        drawn().findLast((button) => holds(form, button)) ??
        null,
      roles() {
        const isPrompt = (text: string) => /^(?:select|choose|pick)\b/i.test(text) || roleNames.has(normal(text));
        return rolesIn(
          (role?.chosen() ?? []).filter((text) => !isPrompt(text)),
          roster,
        );
      },
    };
  }

  /** With a password it is a login, or a session that has expired, unless it has a role and says that it invites. */
  const isLogin = ({ form, role, submit }: FormParts) =>
    first(form, 'input[type=password]') !== null &&
    !(role && submit && callings(submit).some((name) => /invit|add|send/.test(name)));

  /** Finds the smallest box around an e-mail field that has all that an invitation needs. */
  function around(email: HTMLElement): FormParts | null {
    const dialog = closest(email, dialogs);
    let enough: FormParts | null = null;
    let form: Element | null = dialog ?? closest(email, 'form') ?? parentOf(email);
    for (; form && !form.matches('main,[role=main],body'); form = parentOf(form)) {
      const parts = partsOf(form, email);
      if (isLogin(parts)) return null;
      if (parts.submit && parts.role) return parts;
      // While it is being sent the button may say so, instead of what it does.
      if (parts.role && (dialog || form.matches('form')))
        return { ...parts, submit: all(form, '[type=submit]')[0] ?? all(form, buttons).findLast(isVisible) ?? null };
      if (parts.submit) enough ??= parts;
      if (dialog || first(form, headerCell)) break;
    }
    return enough;
  }

  const emails = elements.filter((each) => each.matches(fields) && isEmailField(each, emailNames) && isUsable(each));
  for (const email of [...emails.filter((each) => closest(each, dialogs)), ...emails]) {
    const parts = around(email);
    if (parts) return parts;
  }
  const dialog = elements.findLast((each) => each.matches(dialogs) && isVisible(each));
  const later = dialog && partsOf(dialog, null);
  return later?.submit && !isLogin(later) ? later : null;
}

/**
 * Reads what the form would send: its e-mail addresses and the roles chosen. Values that a password field holds are
 * never read.
 */
export function readForm({ form, email, submit, roles }: FormParts, words: FormWords): InviteForm {
  const names = namesOf(words.email);
  const typed = all(form, fields).filter((field) => isEmailField(field, names));
  const texts = typed.map((field) => (field as HTMLInputElement).value ?? field.textContent);
  // Addresses that were entered before stand as tags in the box of the field, or beside it.
  const isOwn = (each: HTMLElement) => typed.includes(each) || holds(each, email);
  const isFree = (each: Element | null | undefined) =>
    each && !holds(each, submit) && all(each, `${fields},${lists}`).every(isOwn);
  let box: Element | null = email;
  for (let at = email && parentOf(email); at && holds(form, at) && isFree(at); at = parentOf(at)) box = at;
  const tags = [box, box?.nextElementSibling].flatMap((each) => (each && isFree(each) ? pieces(each) : []));
  const emails = [...texts, ...tags.filter((text) => /^\S+@\S+\.\S+$/.test(text))]
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter(Boolean)
    .map((text) => normalEmail(plainText(text, 254)));
  return { emails: [...new Set(emails)].slice(0, 200), roles: roles() };
}
