import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import { accessRecord } from '@/lib/exports/access-record';
import { recordAsHtml, write as writeAccessRecordHtml } from '@/lib/exports/formats/access-record-html/write';
import { recordAsMarkdown } from '@/lib/exports/formats/access-record-markdown/write';
import { recordAsText, write as writeAccessRecordText } from '@/lib/exports/formats/access-record-text/write';
import { shown } from '@/lib/exports/vocabulary';
import { anyGrant } from './hostile-grants';
import { chainOf, sourceOf, story, textOf } from './sample-log';

const source = sourceOf(chainOf(story));
const lineOf = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(`- ${name}: `));

describe('access record', () => {
  it('has the parts of the how-to’s example, in its order, and ends in the saved proof', async () => {
    const text = await textOf(writeAccessRecordText({ ...source, selection: { what: 'everything' } }));
    const [first = ''] = text.split('\n----');

    const order = [
      'Scenario:',
      'Organization role:',
      'App access:',
      'API keys:',
      'Documentation:',
      '- IAM ticket:',
      savedProofLine({ log: source.log, ...source.head }),
    ];
    const places = order.map((part) => first.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('is the same in every markup, whatever the texts', () => {
    fc.assert(
      fc.property(anyGrant, (grant) => {
        const record = accessRecord(grant, source);
        const document = new JSDOM(recordAsHtml(record)).window.document;
        const values = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
        const text = recordAsText(record);
        const markdown = recordAsMarkdown(record);

        const lines = record.sections.flatMap((section) => section.lines);
        expect(values).toEqual(lines.map(({ value }) => value));
        expect(document.querySelectorAll('article > *')).toHaveLength(4 + 2 * record.sections.length);
        expect(document.querySelectorAll('script, img, a, iframe')).toHaveLength(0);
        expect(lineOf(text, 'Reason')).toBe(`- Reason: ${shown(grant.reason ?? '')}`);
        expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(lines.length);
        expect(markdown.replace(/\\([\\`*_{}[\]<>#|~!&])/g, '$1')).toContain(shown(grant.reason ?? ''));
        expect(markdown).not.toMatch(/(?<!\\)</);
      }),
      { numRuns: 60 },
    );
  });

  it('prints one sheet per grant and loads nothing', async () => {
    const document = new JSDOM(await textOf(writeAccessRecordHtml(source))).window.document;

    expect(document.querySelectorAll('article')).toHaveLength(2);
    expect(document.querySelector('style')?.textContent).toContain('article + article { break-before: page');
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'/);
  });
});
