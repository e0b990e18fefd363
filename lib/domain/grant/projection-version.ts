/**
 * Counts the versions of what `project` makes of entries, and of what is stored beside it. Raise it with every change
 * of either: stored grants are then rebuilt from their entries.
 */
export const projectionVersion = 4;
