import { Eye, type LucideIcon, PenLine, UserCheck } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/status-badge';
import type { Basis } from '@/lib/domain/entry';

const looks: Record<Basis, { word: string; icon: LucideIcon; tone: Tone }> = {
  observed: { word: 'Observed', icon: Eye, tone: 'good' },
  confirmed: { word: 'Confirmed', icon: UserCheck, tone: 'info' },
  recorded: { word: 'Recorded', icon: PenLine, tone: 'neutral' },
};

/** How Grantbook knows: the page showed it, the admin said it, or Grantbook did it itself. */
export function BasisMark({ basis }: { basis: Basis }) {
  const { word, icon, tone } = looks[basis];
  return (
    <Badge icon={icon} tone={tone}>
      {word}
    </Badge>
  );
}
