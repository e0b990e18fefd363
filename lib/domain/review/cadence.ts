import * as z from 'zod/mini';
import { addDays, addMonths, type DateOnly } from '@/lib/domain/values/calendar';
import type { Checked } from '@/lib/domain/values/email';
import type { Source } from '@/lib/domain/values/source';

/** Says how often access is looked at again. */
export const Every = z.object({ count: z.int().check(z.gte(1), z.lte(1000)), unit: z.enum(['days', 'months']) });
export type Every = z.infer<typeof Every>;

/**
 * Says what an organization's policy asks for: access that can change who has access, and all other. Temporary access
 * is due at its end.
 */
export const Cadence = z.object({ preset: z.string(), privileged: Every, others: Every });
export type Cadence = z.infer<typeof Cadence>;

/** A rule that names a cadence, or leaves it to the organization. */
interface CadencePreset extends Omit<Cadence, 'preset'> {
  id: string;
  label: string;
  /** One sentence: what the rule says, and what is Grantbook's own choice. */
  because: string;
  source: Source;
}

const days = (count: number): Every => ({ count, unit: 'days' });
const months = (count: number): Every => ({ count, unit: 'months' });
const source = (ref: string): Source => ({ ref, checkedOn: '2026-11-21', kind: 'derived' });

/**
 * Cadences by the rule that an auditor goes by. Facts and their sources: quoted from copies and summaries of the rules,
 * none from the rule's own publisher.
 */
export const cadencePresets: readonly CadencePreset[] = [
  {
    id: 'default',
    label: 'Grantbook’s default',
    because: 'Every 90 days for Admins and Owners, every 180 days for others: stricter than PCI DSS asks for.',
    privileged: days(90),
    others: days(180),
    source: source('https://kingsleyint.com/resources/blog/soc-2-cc6-access-review-playbook'),
  },
  {
    id: 'soc-2',
    label: 'SOC 2 (CC6.2, CC6.3)',
    because:
      'Names no cadence; auditors usually accept quarterly for privileged access and every six months for other.',
    privileged: months(3),
    others: months(6),
    source: source('https://kingsleyint.com/resources/blog/soc-2-cc6-access-review-playbook'),
  },
  {
    id: 'iso-27001',
    label: 'ISO/IEC 27001:2022 (A.5.18)',
    because: 'Asks for regular reviews by your own policy; quarterly and every six months are Grantbook’s choice.',
    privileged: months(3),
    others: months(6),
    source: source('https://isms.online/iso-27001/annex-a/5-18-access-rights-2022'),
  },
  {
    id: 'pci-dss',
    label: 'PCI DSS 4.0.1 (7.2.4)',
    because: 'All accounts, those of third parties included, at least every six months, acknowledged by management.',
    privileged: months(6),
    others: months(6),
    source: source('https://service.securitm.ru/docs/pci-dss-v4-0/requirement-7-2'),
  },
  {
    id: 'cis',
    label: 'CIS Controls v8 (5.1)',
    because: 'Validate all active accounts at least quarterly.',
    privileged: months(3),
    others: months(3),
    source: source('https://www.myctrl.tools/frameworks/cis-controls-v8/5-1'),
  },
  {
    id: 'fedramp',
    label: 'FedRAMP Moderate (AC-2)',
    because: 'Quarterly for privileged accounts, annually for others.',
    privileged: months(3),
    others: months(12),
    source: source('https://ce.prod.cloudaware.com/frameworks/fedramp-moderate-security-controls/ac/02'),
  },
];

export const defaultCadence: Cadence = { preset: 'default', privileged: days(90), others: days(180) };

/** Names an organization's own policy: days that it chose itself. */
export const ownPolicy = 'own';

/** Turns a cadence into days, never longer than it was: own days start from them. */
export function inDays({ count, unit }: Every): Every {
  return days(unit === 'days' ? count : count * 30 + Math.floor(count / 12) * 5);
}

/** Reads how many days may pass until access is looked at again, as typed. */
export function checkDays(text: string): Checked<string> {
  const typed = text.trim();
  return Every.safeParse(days(/^\d{1,4}$/.test(typed) ? Number(typed) : 0)).success
    ? { ok: true, value: String(Number(typed)) }
    : { ok: false, message: 'Enter a number of days from 1 to 1000.' };
}

/** Returns the day that many days or months after another; a day that the month lacks becomes its last one. */
export function after(date: DateOnly, { count, unit }: Every): DateOnly {
  return unit === 'days' ? addDays(date, count) : addMonths(date, count);
}

/** Returns the last day from which a review is due by a date. */
export function lastDueBy(date: DateOnly, every: Every): DateOnly {
  let day = every.unit === 'days' ? addDays(date, -every.count) : addMonths(date, -every.count);
  // A month that lacks the day brings some days more: 31 January is due on 28 February, too.
  for (let next = addDays(day, 1); after(next, every) <= date; next = addDays(next, 1)) day = next;
  return day;
}

/** Puts a cadence into words: `every 90 days`, `every month`. */
export function everyText({ count, unit }: Every): string {
  return count === 1 ? `every ${unit.slice(0, -1)}` : `every ${count} ${unit}`;
}
