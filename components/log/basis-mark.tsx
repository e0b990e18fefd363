import { CircleHelp, Eye, type LucideIcon, PenLine, UserCheck } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/status-badge';
import type { Basis } from '@/lib/domain/log/entry';

const looks: Record<Basis, { word: string; icon: LucideIcon; tone: Tone }> = {
  observed: { word: 'Observed', icon: Eye, tone: 'good' },
  confirmed: { word: 'Confirmed', icon: UserCheck, tone: 'info' },
  recorded: { word: 'Recorded', icon: PenLine, tone: 'neutral' },
};

/**
 * Shows how Grantbook knows: the page showed it, the admin said it, or Grantbook did it itself. A newer Grantbook may
 * know more ways.
 */
export function BasisMark({ basis }: { basis: string }) {
  const { word, icon, tone } = Object.hasOwn(looks, basis)
    ? looks[basis as Basis]
    : { word: 'Unknown', icon: CircleHelp, tone: 'neutral' as const };
  return (
    <Badge icon={icon} tone={tone}>
      {word}
    </Badge>
  );
}
