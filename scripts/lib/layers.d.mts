export interface Layer {
  readonly name: string;
  readonly needsBuild?: boolean;
  run(): Promise<{ readonly passed: number; readonly failed: number }>;
}

export const layers: readonly Layer[];
export function chooseLayers(names: readonly string[]): {
  readonly chosen: readonly Layer[];
  readonly unknown: readonly string[];
};
