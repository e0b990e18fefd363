export function hasDisplay(platform?: NodeJS.Platform, env?: Readonly<Record<string, string | undefined>>): boolean;
