/** Shapes of credentials that end up on clipboards beside a ticket. Sources: vendors' own key formats, and the prefixes their owners publish. */
const shapes: readonly RegExp[] = [
  /\b[a-z0-9_-]+:[a-z0-9_-]+:[A-Za-z0-9]{12,}\b/i, // LogRocket `org:app:secret` (logrocket-cli, apiClient.js)
  /\bpat:[^:\s]+:[^:\s]+:\S{8,}/i,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, // JSON Web Token
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|rk_live_|sk_live_|AKIA|ASIA|AIza|ya29\.)[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:bearer|token|password|passwd|secret|api[_-]?key)\s*[:=]\s*\S{6,}/i,
];

/** Bits per character of a string, by Shannon. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** A long run of letters and digits mixed as no word is: at least 24 characters, 3 kinds or hex, and near-random. */
function looksRandom(token: string): boolean {
  if (token.length < 24 || /^https?:|[/@.]/.test(token)) return false;
  const bare = token.replace(/[-_]/g, '');
  if (/^[0-9a-f]{32,}$/i.test(bare) && /\d/.test(bare) && /[a-f]/i.test(bare)) return true;
  return /\d/.test(bare) && /[a-z]/.test(bare) && /[A-Z]/.test(bare) && entropy(bare) > 3.9;
}

/** Whether a text holds something that looks like an API key, token or password. Such text is refused, never kept. */
export function looksLikeSecret(text: string): boolean {
  return shapes.some((shape) => shape.test(text)) || text.split(/[\s,;"'<>()]+/).some(looksRandom);
}

/** What a field says when it refuses such a text. */
export const secretMessage =
  'This looks like an API key, token or password. Grantbook never keeps one: write its name or where it is stored instead.';
