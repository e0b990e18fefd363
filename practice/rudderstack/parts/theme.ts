/** Colours taken from the vendor's published screenshots of 2022 and 2023. */
export const color = {
  ink: '#1b2049',
  text: '#2b2f4c',
  muted: '#6b708d',
  line: '#e4e6ee',
  panel: '#fafafb',
  blue: '#0b57f0',
  navy: '#1a1f44',
  navyLine: '#5a629a',
} as const;

export const font = "'Noto Sans', system-ui, sans-serif";
