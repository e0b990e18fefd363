import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeSecret } from '@/lib/domain/values/secret';

/** Characters as random as those of a key, and the same in every run. */
function noise(alphabet: string, length: number, seed = 'grantbook'): string {
  let text = '';
  for (let round = 0; text.length < length; round++) {
    for (const byte of createHash('sha256').update(`${seed} ${round}`).digest())
      text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const base62 = `${lower}${lower.toUpperCase()}${digits}`;
const hex = `${digits}abcdef`;
// Put together here, so that no scanner of this repository takes them for keys.
const prefixed = (prefix: string, length: number, alphabet = base62) => `${prefix}${noise(alphabet, length)}`;

describe('looksLikeSecret', () => {
  test.each([
    ['a LogRocket key', `northwind:checkout:${noise(base62, 20)}`],
    ['a LogRocket key of small letters and digits', `northwind:web-app:${noise(`${lower}${digits}`, 20)}`],
    ['a LogRocket key of letters alone', `northwind:checkout:${noise(`${lower}${lower.toUpperCase()}`, 20)}`],
    ['a RudderStack token', noise(base62, 27)],
    ['a personal access token', `pat:northwind:${noise(base62, 12)}`],
    ['a JSON Web Token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJraW0ifQ.${noise(`${base62}-_`, 43)}`],
    ['a JSON Web Token without signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJraW0ifQ.'],
    ['a GitHub token', prefixed('ghp_', 36)],
    ['a fine-grained GitHub token', prefixed('github_pat_', 22)],
    ['a GitLab token', prefixed('glpat-', 20)],
    ['a Slack token', `xoxb-${noise(digits, 12)}-${noise(base62, 24)}`],
    ['a Stripe key', prefixed('sk_live_', 24)],
    ['an OpenAI key', prefixed('sk-proj-', 48)],
    ['an Anthropic key', prefixed('sk-ant-api03-', 40)],
    ['an AWS access key id', prefixed('AKIA', 16, `${lower.toUpperCase()}234567`)],
    ['a temporary AWS access key id', prefixed('ASIA', 16, `${lower.toUpperCase()}234567`)],
    ['a Google key', prefixed('AIza', 35)],
    ['an npm token', prefixed('npm_', 36, `${lower}${digits}`)],
    ['a DigitalOcean token', prefixed('dop_v1_', 64, hex)],
    ['a Slack token of an app', `xapp-1-A${noise(digits, 10)}-${noise(digits, 13)}-${noise(hex, 20)}`],
    [
      'a Slack webhook',
      `https://hooks.slack.com/services/T${noise(digits, 8)}/B${noise(digits, 8)}/${noise(base62, 24)}`,
    ],
    ['a password in an address', 'https://admin:hunter2@warehouse.example/db'],
    ['a bearer token', `Authorization: Bearer ${noise(base62, 24)}`],
    ['a password in a sentence', 'the password is hunter2!'],
    ['a password in German', 'Passwort: Sommer2026!'],
    ['a password in French', 'mot de passe : hiver-2026'],
    ['a LogRocket key with its prefix', `lr_${noise(hex, 32)}`],
    ['a key of twenty characters alone', noise(`${lower}${digits}`, 20)],
    ['a PGP key', '-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow…'],
    ['a private key without its kind', '-----BEGIN PRIVATE KEY-----'],
    ['16 bytes in hex', noise(hex, 32)],
    ['32 bytes in hex', noise(hex, 64)],
    ['32 bytes in hex, capitals', noise(hex, 64).toUpperCase()],
    ['base64', `${noise(base62, 42)}==`],
    ['base64 with strokes and plus signs', `${noise(base62, 15)}/${noise(base62, 15, 'b')}+${noise(base62, 12, 'c')}=`],
    ['base64 for addresses', `${noise(base62, 20)}-${noise(base62, 20, 'b')}_`],
    ['a password with its name', 'password: Hunter2024!'],
    ['a password in an assignment', 'PASSWORD=s3cr3t!'],
    ['a bearer header', `Authorization: Bearer: ${noise(base62, 12)}`],
    ['an API key with its name', `api_key = ${noise(base62, 10)}`],
    ['a token with its name', `Token: ${noise(hex, 16)}`],
    ['a key in a sentence', `Kim needs it, the key is ${noise(base62, 32)}, thanks`],
    ['a key in quotation marks', `“${noise(base62, 32)}”`],
    ['a key in brackets', `(key:${noise(base62, 32)})`],
    ['a key with zero-width spaces in it', noise(base62, 36).replace(/.{9}/g, '$&\u200b')],
    ['a key in a JSON text', `{"key":"${noise(base62, 32)}"}`],
  ])('sees %s', (_what, text) => {
    expect(looksLikeSecret(text)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a sentence', 'Uploads source maps for the checkout release, until the end of June.'],
    ['a sentence about keys', 'Needs an API key for source maps; the token is rotated every quarter.'],
    ['a label with a colon', 'API key: needed for source maps. Token: required. Password: managed by SSO.'],
    ['a UUID', '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01'],
    ['a UUID in capitals', '5F0C9A1E-6A0B-4C53-9A41-0D9F3A6B7C01'],
    ['a UUID in braces', 'Tenant {5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01}'],
    ['a ticket', 'RITM0012345'],
    ['another ticket', 'IAM-1234'],
    ['several tickets', 'IAM-1234, SEC2_OPS-99, #1234, RITM0012345'],
    ['an address', 'https://jira.example/browse/IAM-1234?focusedCommentId=10234&page=com.atlassian#comment-10234'],
    ['an address of a session', 'https://app.logrocket.com/abc123/checkout/s/5-0190a9e1-77aa-7cc2-9f10-0242ac120002/0'],
    ['an address in brackets', '(https://wiki.example/Zugriff/2024/BerechtigungenFuerDienstleister2024)'],
    ['an e-mail address', 'kim.sato+LogRocket2024Production@northwind.example'],
    ['a long German word', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'],
    ['another long German word', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'],
    ['a German word with a year', 'Datenschutzgrundverordnung2016-Auftragsverarbeitungsvertrag'],
    ['a German label', 'Kontakt:Projekt:Berechtigungsverwaltung'],
    ['a name of a project', 'InternationalizationPlatformTeam2024'],
    ['a name with hyphens', 'source-maps-2024-production-environment-v2'],
    ['a path of menus', 'Settings/Workspace/ServiceAccessTokens/Production2024'],
    ['a region', 'Roll-out for the ASIA-Pacific-Region'],
    ['a project of Slovakia', 'sk-production-environment'],
    ['a phone number', '+49 30 1234567890123456789012345'],
    ['a time', 'Monday 10:30:00 to 12:30:00'],
    ['an identifier of a cloud', 'arn:aws:iam::123456789012:role/checkout'],
    ['markup', '<a href="https://northwind.example/">Northwind</a>'],
    ['an underline', '________________________________________'],
    ['one letter again and again', 'Aa1'.repeat(20)],
    ['dots', '1.2.3.4.5.6.7.8.9.10.11.12.13.14'],
  ])('lets pass %s', (_what, text) => {
    expect(looksLikeSecret(text)).toBe(false);
  });

  test('sees nearly every random key of 32 letters and digits', () => {
    const keys = Array.from({ length: 500 }, (_, index) => noise(base62, 32, `key ${index}`));

    const missed = keys.filter((key) => !looksLikeSecret(key));

    expect(missed.length).toBeLessThanOrEqual(10);
  });

  test('takes no words for a key, however they are put together', () => {
    const word = fc.constantFrom(
      'access',
      'ticket',
      'Berechtigung',
      'Member',
      'checkout',
      'Produktion',
      'vendor',
      'of',
    );
    const joint = fc.constantFrom(' ', '-', '_', '/', ', ', '');

    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, joint), { maxLength: 12 }),
        fc.integer({ min: 0, max: 2099 }),
        (parts, year) => {
          return !looksLikeSecret(`${parts.flat().join('')}${year}`);
        },
      ),
    );
  });

  test('answers at once on long text', () => {
    const started = performance.now();

    for (const unit of ['a:', 'a-', 'eyJ', 'token ', 'x', '/', 'sk-', 'Aa1'])
      looksLikeSecret(unit.repeat(5000 / unit.length));

    expect(performance.now() - started).toBeLessThan(1000);
  });
});
