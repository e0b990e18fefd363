import type { PageFacts, Roster, RosterRow, TabPage, VendorTab } from '@/lib/domain/grant/page-facts';

export const email = 'kim.sato@northwind.example';
export const membersUrl = 'https://app.rudderstack.com/settings/members';

export const aRow = (change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: 'Kim Sato',
  roles: ['Read-Only'],
  status: 'pending',
  words: 'Pending',
  access: null,
  ...change,
});

/** What the RudderStack members page proves: one pending row of the person in question. */
export const facts = (change: Partial<PageFacts> = {}): PageFacts => ({
  url: membersUrl,
  recognition: { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: ['Members'], missing: [] },
  landmarks: { 'member-list': true },
  rows: [aRow()],
  form: null,
  notices: [],
  ...change,
});

export const aRoster = (rows: RosterRow[] = [aRow()]): Roster => ({
  rows,
  seen: rows.length,
  claimed: rows.length,
  complete: true,
  hidden: [],
});

/** What a tab says of itself where it shows that page. */
export const tabPage = (change: Partial<TabPage> = {}): TabPage => ({
  url: membersUrl,
  recognised: facts().recognition,
  nearest: null,
  ...change,
});

/** The same beside a page of ours. */
export const vendorTab = (change: Partial<VendorTab> = {}): VendorTab => ({
  ...tabPage(),
  grant: null,
  facts: null,
  ...change,
});
