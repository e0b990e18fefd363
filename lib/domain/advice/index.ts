export * from './advise';
export type { Warning } from './cautions';
export * from './compare';
export * from './describe';
export * from './model';
export * from './need';
export * from './page-warnings';
export * from './words';
