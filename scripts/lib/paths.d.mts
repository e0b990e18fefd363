export const root: string;
export const built: Readonly<Record<'chromium' | 'firefox' | 'practice', string>>;
export const out: string;
