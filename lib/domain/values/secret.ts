/**
 * Shapes of credentials that end up on clipboards beside a ticket. Sources: vendors' own key formats, and the prefixes
 * their owners publish. What stands after a name or prefix must be such as no word is: people write `API key: needed`,
 * and `ASIA-Pacific`.
 */
const shapes: readonly RegExp[] = [
  /\b[\w-]+:[\w-]+:(?=[A-Za-z]*(?:\d|[a-z][A-Z]))[A-Za-z0-9]{12,}\b/, // LogRocket `org:app:secret` (logrocket-cli, apiClient.js)
  /\bpat:[^:\s]+:[^:\s]+:\S{8,}/i,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, // JSON Web Token
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|rk_live_|sk_live_|AIza|ya29\.)[\w-]{10,}/,
  /\bsk-(?:[a-z0-9]+-)*\w{20,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bdo[opr]_v1_[0-9a-f]{64}\b/, // DigitalOcean
  /\bxapp-\d-[A-Z0-9]+-\d+-\w{10,}/, // Slack, for apps
  /\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w{10,}/,
  /:\/\/[^\s/:@]+:[^\s/@]{3,}@/, // an address with a password in it
  /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----/,
  /\blr_[0-9a-f]{32}\b/i, // LogRocket
  /\bbearer\s+(?=\S*\d)[\w.~+/-]{12,}=*/i, // RFC 6750
  // The word in the languages of those who paste it, then the secret itself.
  /\b(?:bearer|token|pass(?:word|wd|code|phrase)|pwd|secret|api[_-]?key|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord)(?:\s*[:=]\s*|\s+(?:is|ist|lautet|est|es|é)\s*:?\s+)["'„“]?(?=\S*[\d!$%&*+=^~@#])\S{6,}/iu,
];

/**
 * Tells whether a text is a key by itself: no word, address or number of a ticket, but 20 characters and more, in which
 * small letters and digits take turns.
 */
function isLoneKey(text: string): boolean {
  const bare = text.trim();
  if (!/^[\w+/=-]{20,}$/.test(bare) || !/\d/.test(bare) || !/[A-Za-z]/.test(bare)) return false;
  const run = bare.replace(/[-_+/=]/g, '');
  return run.length >= 20 && entropy(run) > 3.3 && unrest(run) > 0.3;
}

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Bits per character of a string, by Shannon. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/**
 * Measures how often small letters, capitals and digits take turns: about 0.6 in random text, below 0.3 in words put
 * together.
 */
function unrest(text: string): number {
  const kinds = [...text].map((char) => (/\d/.test(char) ? 0 : /[A-Z]/.test(char) ? 1 : 2));
  return kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length / Math.max(1, text.length - 1);
}

/**
 * Tells whether a long run of letters and digits is mixed as no word is: near-random, and hex or of all three kinds.
 */
function looksRandom(run: string): boolean {
  const bare = run.replace(/[-_+/]/g, '');
  if (bare.length < 24) return false;
  if (/^[0-9a-f]{32,}$/i.test(bare)) return /\d/.test(bare) && /[a-f]/i.test(bare) && entropy(bare) > 2.5;
  return /\d/.test(bare) && /[a-z]/.test(bare) && /[A-Z]/.test(bare) && entropy(bare) > 3.9 && unrest(bare) > 0.35;
}

/**
 * Tells whether a text holds something that looks like an API key, token or password. Such text is refused, never
 * stored.
 */
export function looksLikeSecret(text: string): boolean {
  const seen = text.replace(/\p{Cf}/gu, '').replace(uuid, ' ');
  if (shapes.some((shape) => shape.test(seen)) || isLoneKey(seen)) return true;
  return seen
    .split(/\s+/)
    .filter((part) => !/:\/\/|@/.test(part)) // addresses
    .some((part) => part.split(/[^A-Za-z0-9+/_-]+/).some(looksRandom));
}

/** Says beside a field why it refuses such a text. */
export const secretMessage =
  'This looks like an API key, token or password. Grantbook never keeps one: write its name or where it is stored instead.';
