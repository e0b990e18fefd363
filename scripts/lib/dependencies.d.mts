export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

export function nodeProblem(version?: string): string | undefined;
export function isInstalled(
  wanted: Readonly<Record<string, LockedPackage>>,
  installed: Readonly<Record<string, LockedPackage>> | undefined,
): boolean;
export function ensureDependencies(): Promise<boolean>;
export function ensurePrepared(): Promise<boolean>;
