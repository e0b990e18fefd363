/** Colours of no vendor in particular: what the real console looks like today is not documented. */
export const color = {
  ink: '#1f1b2d',
  muted: '#6d6880',
  line: '#e6e3ee',
  panel: '#f7f6fa',
  accent: '#6236d9',
  soft: '#f0ebfd',
} as const;

export const font = "'Inter', system-ui, sans-serif";
