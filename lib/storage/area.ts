/** A place that stores values by their keys. */
export interface Area {
  /** Reads one value by its key, or all of them (null). */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Calls back with each value that changes, undefined where it was removed, until the returned function is called. */
  watch(listener: (key: string, value: unknown) => void): () => void;
}
