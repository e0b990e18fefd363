/** Corners of the page where the guide can stand, the one that is tried first at the front. */
export const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
export type Corner = (typeof corners)[number];
