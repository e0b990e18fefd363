import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'Evidence pack',
  order: 40,
  opensIn: 'reader',
  hint: 'One page for the auditor: records, findings, member lists and entries, with a manifest and a verifier that needs no network.',
  extension: 'evidence.html',
  mime: 'text/html;charset=utf-8',
  holds: 'entries',
  bytes: { fixed: 200_000, perEntry: 980 },
  large: {
    from: 50_000_000,
    advice:
      'A browser opens some thousands of grants with ease, and hardly more. Choose the days or the filtered view that the auditor samples, or JSON Lines, which is read line by line.',
  },
};
