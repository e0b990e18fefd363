/**
 * Puts the focus on the first control of a form that is not right yet. `errors`: by field; nothing happens where there
 * are none.
 */
export function focusFirstInvalid(form: HTMLFormElement | null, errors: object): void {
  if (Object.keys(errors).length > 0) form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
