/** Tells what became of something done to the whole log: a sentence, good or bad, and the grants that two logs hold. */
export interface Outcome {
  ok: boolean;
  message: string;
  conflicts?: readonly { ticket: string; email: string; ours: string }[];
}
