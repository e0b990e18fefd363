export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export function candidates(kind: 'chromium' | 'firefox', machine: Machine): string[];
export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function canInstall(): boolean;
export function install(packages: readonly string[]): boolean;
export function ensureChromium(): string;
export function ensureFirefox(): string;
