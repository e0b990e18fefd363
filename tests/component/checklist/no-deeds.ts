import type { GuideDeeds } from '@/components/checklist/guide-actions';

/** A guide in which nothing can be done; `change` lets something. */
export const noDeeds = (change: Partial<GuideDeeds> = {}): GuideDeeds => ({
  onToggle: () => {},
  onShow: () => {},
  onPick: () => {},
  onJustify: async () => null,
  onDescribe: async () => null,
  onKeys: () => {},
  onRecordKey: async () => null,
  onRemove: async () => null,
  onKeep: () => {},
  onReport: async () => null,
  ...change,
});
