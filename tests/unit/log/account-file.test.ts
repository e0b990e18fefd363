import { describe, expect, test } from 'vitest';
import { readAccountFile } from '@/lib/log/account-file';

const read = (...parts: BlobPart[]) => readAccountFile(new Blob(parts));
const good = { ok: true, rows: [{ email: 'zoe@partner.example', vendor: 'logrocket', reason: 'Zoë, too' }] };
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  for (const [index, unit] of [0xfeff, ...Array.from(text, (char) => char.charCodeAt(0))].entries())
    view.setUint16(index * 2, unit, littleEndian);
  return view;
};
const csv = (separator: string, end: string) =>
  `${['email', 'vendor', 'reason'].join(separator)}${end}${['zoe@partner.example', 'logrocket', '"Zoë, too"'].join(separator)}`;

test('our own quotes come off, and no others', async () => {
  expect(
    await read("email,vendor,ticket\n'+nina@studio.example,LogRocket,'SEP-1\n'kim@studio.example,LogRocket,it's"),
  ).toEqual({
    ok: true,
    rows: [
      { email: '+nina@studio.example', vendor: 'LogRocket', ticket: 'SEP-1' },
      { email: "'kim@studio.example", vendor: 'LogRocket', ticket: "it's" },
    ],
  });
});

describe('reads', () => {
  test.each([',', ';', '\t', '|'])('cells separated by %j, and lines of any system', async (separator) => {
    for (const end of ['\n', '\r\n', '\r']) expect(await read(csv(separator, end)), end).toEqual(good);
  });

  test.each<[string, () => BlobPart]>([
    ['UTF-8 with a byte order mark', () => `\ufeff${csv(',', '\n')}`],
    ['UTF-16, little end first', () => utf16(csv('\t', '\r\n'), true)],
    ['UTF-16, big end first', () => utf16(csv('\t', '\r\n'), false)],
    ['the letters of Western Windows', () => Uint8Array.from(csv(';', '\r\n'), (char) => char.charCodeAt(0))],
    ['a first line that names the separator', () => `sep=;\r\n${csv(';', '\r\n')}`],
  ])('%s', async (_what, text) => {
    expect(await read(text())).toEqual(good);
  });

  test('a list of ten thousand rows, blank ones among them', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 10 === 4 ? '' : `kim${index}@x.example,logrocket`,
    );

    const list = await read(`email,vendor\n${rows.join('\n')}`);

    expect(list.ok && list.rows).toHaveLength(10_000);
    expect(list.ok && list.rows[9999]).toEqual({ email: 'kim9999@x.example', vendor: 'logrocket' });
  });
});

describe('refuses', () => {
  test.each([
    [
      'a quote that is never closed',
      'email,vendor,reason\na@x.example,logrocket,"open\nb@x.example,logrocket,x\n',
      'row 2',
    ],
    ['a quote that closes within a cell', 'email,vendor\na@x.example,logrocket\n"b"@x.example,logrocket\n', 'row 3'],
    ['a list without a vendor', 'email,role\na@x.example,Admin\n', 'no column vendor'],
    ['something else', 'PK\u0003\u0004', 'no column email and no column vendor'],
    ['nothing', '', 'no column email and no column vendor'],
  ])('%s, in words', async (_what, text, words) => {
    expect(await read(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });
});
