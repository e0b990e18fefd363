import { Age } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { type Grant, isOpen } from '@/lib/domain/grant/grant';

interface SameGrantProps {
  grant: Grant;
  vendorName: string;
  now: Date;
}

/** Warns that this person has, or is being given, access at this vendor already. It does not block. */
export function SameGrant({ grant, vendorName, now }: SameGrantProps) {
  return (
    <Notice
      tone="warn"
      role="status"
      title={
        isOpen(grant)
          ? `${grant.ticket} is an open grant for this person at ${vendorName} already`
          : `This person already has access at ${vendorName} under ${grant.ticket}`
      }
    >
      <p>
        Last change <Age at={grant.last.at} now={now} />.{' '}
        <a href={`log.html#grant=${grant.id}`} target="_blank" rel="noreferrer">
          See {grant.ticket}
        </a>
      </p>
    </Notice>
  );
}
