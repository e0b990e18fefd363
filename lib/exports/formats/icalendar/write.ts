import type { Grant } from '@/lib/domain/grant/grant';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import { reviewsDue } from '@/lib/domain/review/review';
import type { DateOnly } from '@/lib/domain/values/calendar';
import { addDays } from '@/lib/domain/values/calendar';
import type { ExportSource } from '@/lib/exports/export-format';
import { purposeLabel, shown, vendorName } from '@/lib/exports/vocabulary';
import { foldLines } from './fold-lines';

/** A day on which somebody has to look at an access, or had to until the access was removed. */
interface Reminder {
  /** The same in every export, so that a calendar moves its event instead of adding one. */
  uid: string;
  kind: 'ends' | 'review';
  due: DateOnly;
  because: string;
  cancelled: boolean;
}

function reminderOf(grant: Grant, { now, cadence }: ExportSource): Reminder | null {
  const kind = grant.accessEnds === null ? 'review' : 'ends';
  const { removed: _removed, ...before } = grant.milestones;
  // A reminder that an earlier export made is taken back: the dates are those of the access while it lasted.
  const due = reviewsDue([{ ...grant, milestones: before }], now, cadence)[0];
  if (!due) return null;
  const cancelled = grant.milestones.removed !== undefined;
  return { uid: `${grant.id}.${kind}@grantbook`, kind, due: due.due, because: due.because, cancelled };
}

function summaryOf({ email, vendor, ticket }: Grant, { kind }: Reminder): string {
  const what = kind === 'ends' ? 'Access ends' : 'Review access';
  return `${what}: ${email === null ? 'a person who was forgotten' : shown(email)}, ${vendorName(vendor)} (${shown(ticket)})`;
}

function descriptionOf(grant: Grant, { kind, because, cancelled }: Reminder): string {
  const scope = grant.scope.map(shown).join(', ');
  return [
    cancelled
      ? 'The access was removed; nothing is left to do.'
      : kind === 'ends'
        ? 'Remove or lower the access at the vendor: Grantbook cannot do it for you.'
        : `Check whether the access is still needed. ${because}.`,
    `Purpose: ${purposeLabel(grant)}${scope === '' ? '' : ` in ${scope}`}`,
    ...(grant.role === null ? [] : [`Role: ${shown(grant.role)}`]),
    ...(grant.approvedBy === null ? [] : [`Approved by: ${shown(grant.approvedBy)}`]),
  ].join('\n');
}

const utc = (day: DateOnly) => new Date(`${day}T00:00:00Z`);

const secondsInWeek = 7 * 86_400;

export async function* write(source: ExportSource): AsyncGenerator<string> {
  const {
    default: ical,
    ICalAlarmType,
    ICalEvent,
    ICalEventStatus,
    ICalEventTransparency,
  } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Grantbook', product: 'Grantbook', language: 'EN' },
    name: 'Access reviews',
    description: savedProofLine({ log: source.log, ...source.head }),
  });
  const [head = '', tail = ''] = calendar.toString().split(/(?=END:VCALENDAR)/);
  yield head;
  for await (const grants of source.grants()) {
    const events = grants.flatMap((grant) => {
      const reminder = reminderOf(grant, source);
      if (!reminder) return [];
      const url = source.ticketUrl(grant.ticket);
      const event = new ICalEvent(
        {
          id: reminder.uid,
          // It grows with every export, and so with whatever moves the day: the grant, or the policy, which no entry tells.
          sequence: source.head.seq,
          stamp: source.now,
          start: utc(reminder.due),
          end: utc(addDays(reminder.due, 1)),
          allDay: true,
          summary: summaryOf(grant, reminder),
          description: descriptionOf(grant, reminder),
          transparency: ICalEventTransparency.TRANSPARENT,
          status: reminder.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
          ...(reminder.cancelled ? {} : { alarms: [{ type: ICalAlarmType.display, trigger: secondsInWeek }] }),
          ...(url === null ? {} : { url }),
        },
        calendar,
      );
      return [foldLines(event.toString())];
    });
    if (events.length > 0) yield events.join('');
  }
  yield `${tail}\r\n`;
}
