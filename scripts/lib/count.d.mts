export interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

export function countReport(report: VitestReport | undefined, code: number): Counted;
