/** How the code that pages and background share is put into files. */
export const chunkGroups: {
  name: string;
  test: RegExp;
  minShareCount: number;
  includeDependenciesRecursively: boolean;
}[];
