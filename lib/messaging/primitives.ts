import * as z from 'zod/mini';

/** Free text. */
export const Text = z.string().check(z.maxLength(5000));
/** A name, a word, an e-mail. */
export const Short = z.string().check(z.maxLength(300));
/** An id as the log writes it. */
export const Id = z.uuid().check(z.lowercase());
