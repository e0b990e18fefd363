import type { GrantbookDb } from './db';

/** Holds a grant that both this log and another admin's hold: the same ticket and e-mail address. */
interface Conflict {
  ticket: string;
  email: string;
  vendor: string;
  ours: string;
  theirs: string;
  log: string;
}

/** Finds every conflict between this log and the merged ones, by ticket. */
export async function conflicts(db: GrantbookDb): Promise<Conflict[]> {
  const found: Conflict[] = [];
  await db.otherGrants.each((theirs) => {
    if (theirs.email !== null) {
      found.push({ ...theirs, email: theirs.email, theirs: theirs.id, ours: '' });
    }
  });
  const ours = await db.grants
    .where('email')
    .anyOf([...new Set(found.map(({ email }) => email))])
    .toArray();
  const byKey = new Map(ours.map((grant) => [`${grant.ticket}\n${grant.email}\n${grant.vendor}`, grant.id]));
  return found
    .flatMap(({ ticket, email, vendor, theirs, log }) => {
      const id = byKey.get(`${ticket}\n${email}\n${vendor}`);
      return id === undefined ? [] : [{ ticket, email, vendor, ours: id, theirs, log }];
    })
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
}
