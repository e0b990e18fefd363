/**
 * Decodes what follows `xn--` in a label of a domain (RFC 3492). Throws on what is no punycode. The package of that name
 * costs a vendor's page three times as much, since it encodes as well.
 */
export function decodePunycode(label: string): string {
  const basic = label.lastIndexOf('-');
  const decoded = [...label.slice(0, Math.max(basic, 0))];
  let code = 128;
  let bias = 72;
  let at = 0;
  for (let next = basic > 0 ? basic + 1 : 0; next < label.length; ) {
    const before = at;
    for (let weight = 1, k = 36; ; k += 36) {
      // Letters are the digits from 0, figures those from 26.
      const sign = label.charCodeAt(next);
      const isFigure = sign > 47 && sign < 58;
      const digit = isFigure ? sign - 22 : sign - 97;
      const least = Math.min(Math.max(k - bias, 1), 26);
      if (!isFigure && !(digit >= 0 && digit < 26)) throw new RangeError('not punycode');
      next += 1;
      at += digit * weight;
      if (digit < least) break;
      weight *= 36 - least;
    }
    const length = decoded.length + 1;
    let delta = Math.floor((at - before) / (before === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    bias = 0;
    for (; delta > 455; delta = Math.floor(delta / 35)) bias += 36;
    bias += Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(at / length);
    at %= length;
    decoded.splice(at, 0, String.fromCodePoint(code));
    at += 1;
  }
  return decoded.join('');
}
