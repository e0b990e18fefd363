import type { GuideActions } from '@/components/checklist/guide-actions';

/** A guide in which nothing can be done; `change` lets something. */
export const noActions = (change: Partial<GuideActions> = {}): GuideActions => ({
  onToggle: () => {},
  onExplain: async () => null,
  onDocumentKey: async () => null,
  onShow: () => {},
  onPick: () => {},
  onJustify: async () => null,
  onDescribe: async () => null,
  onKeys: () => {},
  onRecordKey: async () => null,
  onRemove: async () => null,
  onCancelRemoval: () => {},
  onReport: async () => null,
  ...change,
});
