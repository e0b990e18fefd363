import { plainText } from './text';

/**
 * Makes the outline of a page, one control a line, fit for a bug report: names of the people on it, addresses and
 * numbers, which say who, are replaced; each line has at most 100 characters.
 */
export function redact(outline: readonly string[], people: readonly string[]): string {
  const names = people.filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  return outline
    .map((line) => {
      const nameless = names.reduce((rest, name) => rest.replaceAll(name, '‹name›'), line);
      return plainText(nameless.replace(/\S+@\S+/g, '‹e-mail›').replace(/\d{2,}/g, '#'), 100);
    })
    .join('\n');
}
