import * as z from 'zod/mini';

/** Characters that the longest free text may have. */
export const longest = 5000;

/** Free text of a message. */
export const Text = z.string().check(z.maxLength(longest));
/** A name, a word or an e-mail of a message, at most 300 characters. */
export const Short = z.string().check(z.maxLength(300));
/** An id as the log writes it. */
export const Id = z.uuid().check(z.lowercase());
