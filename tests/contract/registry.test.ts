import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { advise, purposeNeed } from '@/lib/domain/advice';
import type { Checklist, Step } from '@/lib/domain/grant/checklist';
import type { Source } from '@/lib/domain/values/source';
import { generationFor, vendorOf, vendors } from '@/lib/vendors/registry';

const root = fileURLToPath(new URL('../../lib/vendors/', import.meta.url));
const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name);

const generations = vendors.flatMap((vendor) =>
  vendor.generations.map((generation) => ({ name: `${vendor.id}/${generation.id}`, vendor, generation })),
);
const stepsOf = ({ stages }: Checklist): readonly Step[] => stages.flatMap(({ steps }) => steps);
/** Days that an invitation lasts, as the vendors' pages say; null where they do not. A generation that is not here yet may say either. */
const lasts: Readonly<Record<string, number | null>> = {
  teammates: null,
  members: null,
  organization: 3,
  'access-management': 3,
  'organization-team': null,
  'team-members': null,
};
const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** Every source that stands anywhere in a value, with the path to it. */
function sourcesIn(value: unknown, path: string): { path: string; source: Partial<Source> }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source'
      ? [{ path: `${path}.${key}`, source: inner as Partial<Source> }]
      : sourcesIn(inner, `${path}.${key}`),
  );
}

describe('folders and registry agree', () => {
  it('every vendor folder is registered, under its own name', () => {
    expect(vendors.map(({ id }) => id).sort()).toEqual(folders(root).sort());
  });

  it.each(vendors)(
    'every generation folder of $id is registered, and the other way round',
    ({ id, generations: known }) => {
      expect(known.map((generation) => generation.id).sort()).toEqual(folders(`${root}${id}`).sort());
    },
  );

  it.each(generations)('$name is complete', ({ name }) => {
    const missing = ['pages.ts', 'roles.ts', 'checklists.ts'].filter((file) => !existsSync(`${root}${name}/${file}`));

    expect(missing).toEqual([]);
  });

  it.each(vendors)('the generations of $id are numbered from 1, the oldest', ({ generations: known }) => {
    expect(known.map(({ info }) => info.number)).toEqual(known.map((_, at) => at + 1));
  });

  it('hands out the generation that a grant names, and the newest where it names none or an unknown one', () => {
    for (const { id, generations: known } of vendors) {
      const newest = known.at(-1)?.id;
      for (const generation of known) expect(generationFor(id, generation.id)?.id).toBe(generation.id);
      expect(generationFor(id, null)?.id).toBe(newest);
      expect(generationFor(id, 'from-a-newer-version')?.id).toBe(newest);
    }
    expect(vendorOf('nobody')).toBeUndefined();
    expect(generationFor('nobody', null)).toBeUndefined();
  });
});

describe.each(vendors)('$name', (vendor) => {
  it('names its hosts without a scheme, and a home on one of them', () => {
    expect(vendor.hosts.length).toBeGreaterThan(0);
    for (const host of vendor.hosts) expect(new URL(`https://${host}/`).hostname).toBe(host);
    expect(vendor.hosts).toContain(new URL(vendor.home).hostname);
  });

  it('has purposes that can be told apart', () => {
    expect(repeated(vendor.purposes.map(({ id }) => id))).toEqual([]);
    expect(repeated(vendor.purposes.map(({ label }) => label))).toEqual([]);
    for (const { hint } of vendor.purposes) expect(hint).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe.each(generations)('roles of $name', ({ vendor, generation: { id: generation, model, pages, info } }) => {
  const everyRole = [...model.roles, ...(model.scopeRoles ?? [])];
  const toggles = [...(model.toggles ?? []), ...(model.scopeToggles ?? [])];
  const isCalled = (name: string) =>
    everyRole.some(({ label }) => label === name) || toggles.some(({ id }) => id === name);

  it('covers every purpose of the vendor, and no other', () => {
    expect(Object.keys(model.needs).sort()).toEqual(vendor.purposes.map(({ id }) => id).sort());
  });

  it('needs and gives only permissions that are declared', () => {
    const declared = model.permissions.map(({ id }) => id);
    const named = [
      ...[...everyRole, ...toggles, ...(model.baseline ?? [])].flatMap(({ gives }) => gives),
      ...model.permissions.flatMap(({ takes, includes }) => [...(takes ?? []), ...(includes ?? [])]),
      ...(model.cautions ?? []).flatMap(({ when }) => [
        ...(when.gives ?? []),
        ...(when.without ?? []),
        ...(when.needs ?? []),
      ]),
      ...Object.values(model.needs).flatMap(({ organization, scope }) => [...organization, ...(scope ?? [])]),
    ];

    expect(repeated(declared)).toEqual([]);
    expect(named.filter((id) => !declared.includes(id))).toEqual([]);
    expect(declared.filter((id) => !named.includes(id))).toEqual([]);
  });

  it('lets groups and a baseline be described only where boxes can be ticked in the scope', () => {
    const policies = Object.values(model.own ?? {});

    if (policies.length > 0) expect(model.scopeToggles?.length).toBeGreaterThan(0);
    for (const { label, hint } of policies) {
      expect(label).toMatch(/^\p{Lu}/u);
      expect(hint).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('needs something in each entry of the scope only where there are roles for it', () => {
    const scoped = Object.values(model.needs).some(({ scope }) => scope !== undefined);

    expect(scoped).toBe(model.scopeRoles !== undefined || model.scopeToggles !== undefined);
    expect(model.scopeWord.length).toBeGreaterThan(0);
  });

  it('holds apart what is given in the organization and what in each entry of the scope', () => {
    const inScope = new Set(model.permissions.filter((one) => one.inScope).map(({ id }) => id));
    const organization = [...model.roles, ...(model.toggles ?? [])].flatMap(({ gives }) => gives);
    const scope = [...(model.scopeRoles ?? []), ...(model.scopeToggles ?? [])].flatMap(({ gives }) => gives);

    expect(organization.filter((id) => inScope.has(id))).toEqual([]);
    expect(scope.filter((id) => !inScope.has(id))).toEqual([]);
    for (const need of Object.values(model.needs)) {
      expect(need.organization.filter((id) => inScope.has(id))).toEqual([]);
      expect((need.scope ?? []).filter((id) => !inScope.has(id))).toEqual([]);
    }
  });

  it('has toggles of their own ids, which imply only each other', () => {
    const ids = toggles.map(({ id }) => id);

    expect(repeated(ids)).toEqual([]);
    expect(toggles.flatMap(({ implies }) => implies ?? []).filter((id) => !ids.includes(id))).toEqual([]);
    expect(model.roles.some(({ composes }) => composes)).toBe(model.toggles !== undefined);
  });

  it('warns in words, once, and only of what there is to choose', () => {
    const cautions = model.cautions ?? [];

    expect(repeated(cautions.map(({ id }) => id))).toEqual([]);
    for (const { text } of cautions) expect(text).toMatch(/^[\p{Lu}“].*\.$/u);
    expect(cautions.flatMap(({ when }) => when.chosen ?? []).filter((name) => !isCalled(name))).toEqual([]);
  });

  it('says of each role what the newest generation makes of it, in the newest generation’s own terms', () => {
    const newest = vendor.generations.at(-1)?.model;
    const known = [...(newest?.toggles ?? []), ...(newest?.scopeToggles ?? [])].map(({ id }) => id);

    for (const { becomes } of everyRole) {
      if (!becomes) continue;
      expect(newest?.roles.map(({ label }) => label)).toContain(becomes.role);
      expect(becomes.words.startsWith(becomes.role)).toBe(true);
      expect(becomes.toggles.filter((id) => !known.includes(id))).toEqual([]);
    }
  });

  it.each(vendor.purposes)('advises for “$label” a role that lacks nothing', ({ id }) => {
    const advice = advise(purposeNeed(model, id) ?? [], model);

    expect(advice?.organization.lacking).toEqual([]);
    expect(advice?.scope?.lacking ?? []).toEqual([]);
  });

  it('has roles that the reader of the page can tell apart', () => {
    for (const roles of [model.roles, model.scopeRoles ?? []]) {
      const names = roles.flatMap(({ label, alike }) => [label, ...(alike ?? [])]);
      expect(repeated(names.map((name) => name.toLowerCase()))).toEqual([]);
    }
    const shown = model.roles.filter(({ composes }) => !composes);
    expect(shown.filter(({ label }) => !pages.roster.roles.includes(label)).map(({ label }) => label)).toEqual([]);
  });

  it('says in a sentence why one would choose each role', () => {
    for (const { because, caution } of everyRole) {
      expect(because).toMatch(/^\p{Lu}.*\.$/u);
      if (caution !== undefined) expect(caution).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('labels permissions so that they read on in “also gives …”', () => {
    for (const { label } of model.permissions) {
      expect(label).toMatch(/^\p{Ll}[^.,]*$/u);
      expect(label).not.toMatch(/ and /);
    }
  });

  it('names the days of an invitation only where the vendor does', () => {
    if (generation in lasts) expect(info.invitationDays).toBe(lasts[generation]);
    else expect(info.invitationDays ?? 1).toBeGreaterThan(0);
  });
});

describe.each(generations)('pages of $name', ({ generation: { pages } }) => {
  it('have ids of their own, evidence to be recognised by, and landmarks that say what to find', () => {
    expect(pages.pages.length).toBeGreaterThan(0);
    expect(repeated(pages.pages.map(({ id }) => id))).toEqual([]);
    for (const { every, landmarks } of pages.pages) {
      expect(every.length).toBeGreaterThan(1);
      for (const group of every) expect(group.length).toBeGreaterThan(0);
      expect(Object.keys(landmarks).length).toBeGreaterThan(0);
      for (const landmark of Object.values(landmarks))
        if (landmark.find === 'control') expect(landmark.words.length).toBeGreaterThan(0);
    }
  });
});

describe.each(generations)('the invite form of $name', ({ generation: { pages } }) => {
  it('can be pointed at where the guide warns of an address or a role', () => {
    const forms = pages.pages.filter(({ landmarks }) =>
      Object.values(landmarks).some((landmark) => landmark.find === 'form'),
    );

    expect(forms.length).toBeGreaterThan(0);
    for (const { landmarks } of forms) {
      expect(landmarks['email-field']).toEqual({ find: 'form', part: 'email' });
      expect(landmarks['role-field']).toEqual({ find: 'form', part: 'role' });
    }
  });
});

describe.each(generations)('checklists of $name', ({ generation: { info, grant, removal, pages } }) => {
  const lists = { grant, removal };
  const steps = [...stepsOf(grant), ...stepsOf(removal)];
  const landmarks = new Set(pages.pages.flatMap((page) => Object.keys(page.landmarks)));

  it('gives every step, stage and trouble an id of its own', () => {
    expect(repeated(steps.map(({ id }) => id))).toEqual([]);
    expect(repeated([...grant.stages, ...removal.stages].map(({ id }) => id))).toEqual([]);
    expect(repeated([...grant.troubles, ...removal.troubles].map(({ id }) => id))).toEqual([]);
    for (const { id } of steps) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('points only at landmarks that a page of this generation declares', () => {
    const unknown = steps.filter(({ landmark }) => landmark !== undefined && !landmarks.has(landmark));

    expect(unknown.map(({ id, landmark }) => `${id} → ${landmark}`)).toEqual([]);
  });

  it('fills only placeholders that there are, and an end date only where there is one', () => {
    const known = ['email', 'role', 'scopeRole', 'scope', 'ticket', 'accessEnds'];
    for (const { id, text, why, when } of steps) {
      const used = [...`${text} ${why}`.matchAll(/\{(\w*)\}/g)].map(([, name]) => name);
      expect(
        used.filter((name) => !known.includes(name ?? '')),
        id,
      ).toEqual([]);
      if (used.includes('accessEnds')) expect(when?.temporary, id).toBe(true);
    }
  });

  it('never speaks of a role per app where there is none', () => {
    const scoped = stepsOf(grant).some(({ text }) => text.includes('{scopeRole}'));

    const model = generationFor(pages.vendor, pages.generation)?.model;
    expect(scoped).toBe(model?.scopeRoles !== undefined || model?.scopeToggles !== undefined);
  });

  it('keeps stages short, whatever the conditions', () => {
    for (const [name, { stages }] of Object.entries(lists))
      for (const stage of stages)
        for (const [sso, outside] of [
          [true, true],
          [true, false],
          [false, false],
        ] as const)
          for (const temporary of [true, false]) {
            const now: Record<string, boolean> = { sso, outside, temporary, apiKey: true, memberLimit: true };
            const shown = stage.steps.filter(({ when }) =>
              Object.entries(when ?? {}).every(([key, on]) => now[key] === on),
            );
            expect(shown.length, `${name} ${stage.id}`).toBeLessThanOrEqual(6);
            if (shown.length < stage.steps.length && shown.length === 0) continue;
            expect(shown.length, `${name} ${stage.id}`).toBeGreaterThanOrEqual(2);
          }
  });

  it('says each step as a sentence, with a reason, and short enough for a narrow guide', () => {
    for (const { id, text, why } of steps) {
      expect(text, id).toMatch(/^(\p{Lu}|\{).*[.]$/u);
      expect(why, id).toMatch(/^(\p{Lu}|\{).*[.]$/u);
      expect(text.length, id).toBeLessThanOrEqual(180);
      expect(why.length, id).toBeLessThanOrEqual(140);
      expect(text, id).not.toMatch(/["']/);
    }
  });

  it.each([true, false])('reaches each milestone once, and the last one last (SSO: %s)', (sso) => {
    const reached = (list: Checklist) =>
      stepsOf(list)
        .filter(({ when }) => when?.sso === undefined || when.sso === sso)
        .flatMap(({ reaches }) => reaches ?? []);

    expect(reached(grant)).toEqual(sso ? ['accepted', 'active'] : ['invited', 'accepted', 'active']);
    expect(reached(removal)).toEqual(['removed']);
    expect(stepsOf(grant).at(-1)?.reaches).toBe('active');
    expect(stepsOf(removal).at(-1)?.reaches).toBe('removed');
  });

  it('sends no invitation by e-mail where the identity provider makes the account', () => {
    const sent = steps.filter(({ reaches, when }) => reaches === 'invited' && when?.sso !== false);
    const provision = steps.filter(({ when }) => when?.sso === true);

    expect(sent).toEqual([]);
    expect(provision.length).toBeGreaterThanOrEqual(3);
  });

  it('branches on each thing that a grant or an organization can be', () => {
    const branches = (key: string, on: boolean) =>
      stepsOf(grant).filter(({ when }) => when?.[key as 'sso'] === on).length > 0;

    expect(branches('temporary', true) && branches('temporary', false)).toBe(true);
    expect(branches('apiKey', true)).toBe(true);
    expect(branches('outside', true)).toBe(true);
    expect(branches('memberLimit', true)).toBe(vendorOf(pages.vendor)?.limit !== undefined);
    for (const { id, when } of stepsOf(grant)) if (when?.outside !== undefined) expect(when.sso, id).toBe(true);
  });

  it('is proven by the page wherever the page can prove it', () => {
    const by = (id: string) => steps.find((step) => step.id === id)?.proof;
    const opening = stepsOf(grant).filter(({ proof }) => proof === 'page');

    expect(opening.length).toBeGreaterThanOrEqual(1);
    expect(by('open-form')).toBe('invited');
    expect(by('enter-email')).toBe('invited');
    expect(by('choose-role')).toBe('role');
    expect(by('send-invitation')).toBe('invited');
    expect(by('watch-pending')).toBe('accepted');
    for (const { id, proof } of stepsOf(removal)) expect(proof, id).toBeUndefined();
  });

  it('asks for no secret', () => {
    const documented = steps.find(({ id }) => id === 'document-key' || id === 'document-token');

    expect(documented?.text).toMatch(/Never the (key|token) itself/);
    for (const word of [/name/, /created by/, /purpose/, /expir/, /rotat/]) expect(documented?.text).toMatch(word);
  });

  it('offers advice unasked only by landmarks that a page declares', () => {
    const offered = grant.troubles.flatMap((trouble) => trouble.offered ?? []);
    const named = offered.flatMap((when) => (when === 'lapsed' ? [] : [when.landmark]));

    expect(named.filter((id) => !landmarks.has(id))).toEqual([]);
    if (info.invitationDays !== null) expect(offered).toContain('lapsed');
  });

  it('offers advice for what goes wrong', () => {
    expect(grant.troubles.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['not-received', 'sso-enforced', 'temporary-access']),
    );
    for (const { title, advice } of grant.troubles) {
      expect(title.length).toBeGreaterThan(0);
      expect(advice).toMatch(/\.$/);
    }
  });
});

describe('every fact', () => {
  const all = vendors.flatMap((vendor) => sourcesIn(vendor, vendor.id));
  const today = new Date().toISOString().slice(0, 10);

  it('stands where somebody can look it up, with the day on which somebody did', () => {
    expect(all.length).toBeGreaterThan(100);
    for (const { path, source } of all) {
      expect(source.ref, path).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
      expect(source.checkedOn, path).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(Number.isNaN(Date.parse(source.checkedOn ?? '')), path).toBe(false);
      expect((source.checkedOn ?? '') <= today, path).toBe(true);
      expect(['vendor', 'how-to', 'derived'], path).toContain(source.kind);
    }
  });

  it('carries one: each role, step, trouble, page and generation', () => {
    for (const { name, generation } of generations) {
      const { model, grant, removal, pages, info } = generation;
      const facts: readonly { source?: Source }[] = [
        info,
        ...model.roles,
        ...(model.scopeRoles ?? []),
        ...pages.pages,
        ...[grant, removal].flatMap((list) => [...stepsOf(list), ...list.troubles]),
      ];
      expect(
        facts.filter(({ source }) => source === undefined),
        name,
      ).toEqual([]);
    }
  });
});
