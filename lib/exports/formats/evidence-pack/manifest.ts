import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { Hash } from '@/lib/domain/log/entry';
import { ToldRules } from '@/lib/exports/told-rules';

const Day = z.iso.date();

const Selection = z.discriminatedUnion('what', [
  z.object({ what: z.literal('everything') }),
  z.object({ what: z.literal('view'), grants: z.array(z.string()) }),
  z.object({ what: z.literal('dates'), from: Day, to: Day }),
  z.object({ what: z.literal('grant'), grant: z.string() }),
]);

/**
 * Says what a pack holds: entries of a log, and by what rules records and findings are made of them. Everything else
 * that a pack shows is made by whoever reads it.
 */
export const Manifest = z.object({
  pack: z.literal(2),
  product: z.string(),
  log: z.string(),
  head: z.object({ seq: z.int(), hash: Hash }),
  savedProof: z.string(),
  exportedAt: z.iso.datetime({ precision: 3 }),
  selection: Selection,
  personal: z.boolean(),
  told: ToldRules,
  /** SHA-256 of the UTF-8 text of all elements that hold entries, in order, and their lines. */
  entries: z.object({ lines: z.int(), sha256: Hash }),
  /** SHA-256 of the script that the pack brings. */
  verifier: Hash,
  /** The public key of the device that wrote the pack; null where there was none. */
  key: z.nullable(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** Writes what the device's key signs of a pack. */
export const manifestText = (manifest: Manifest) => `Grantbook evidence pack\n${canonicalize(manifest)}`;

/** Splits the text of a part into its lines. */
export const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
