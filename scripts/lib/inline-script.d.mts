import type { Plugin } from 'vite';

export const inlineScript: () => Plugin;
