/** Tells what became of something done to the whole log: a sentence, good or bad, and the grants that two logs hold. */
export interface Outcome {
  ok: boolean;
  message: string;
  /** Holds what a file brings beside the log, for the admin to choose from. */
  offer?: Offer;
  conflicts?: readonly { ticket: string; email: string; ours: string }[];
}

/** Values that a file brings and that nobody asked for yet. */
export interface Offer {
  /** Tells whether the key of the log signed them; others anybody can have added. */
  isSigned: boolean;
  /** `isGrave`: it decides who acts, or what is deleted. */
  values: readonly { id: string; text: string; isGrave: boolean }[];
  /** Takes those with these ids. */
  take(ids: readonly string[]): Promise<Outcome>;
}
