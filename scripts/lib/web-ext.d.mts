export function isExpected(warning: { readonly code: string; readonly file?: string }): boolean;
export function lintFirefoxBuild(): Promise<boolean>;
