import { shareChromiums } from './chromiums.ts';

shareChromiums();
