import type { Port } from '@/lib/browser';
import { guidePort, Hello, Question } from '@/lib/messaging/guide-port';
import type { Router } from '@/lib/messaging/router';
import { inTurn } from '@/lib/storage/in-turn';
import type { GuideFrames } from './guide-frames';

const turned = 'The guide has turned to another grant: go on there.';
const failed = 'Grantbook could not do this. Nothing was lost: try again.';

/**
 * Tells whether an address is the guide's own page. Its host may be a dynamic one; a page of the web can name
 * `/guide.html`, too.
 */
function isGuide(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return protocol.endsWith('-extension:') && pathname === '/guide.html';
}

/**
 * Makes what connects the guide's frames: it lets them in and carries out their commands. `id`: our own extension's, as
 * the sender of a frame of ours names it.
 */
export function createGuidePorts(frames: GuideFrames, router: Pick<Router, 'run'>, id: string): (port: Port) => void {
  async function answer(port: Port, { id: question, ...message }: Question): Promise<void> {
    const frame = frames.at(port);
    if (!frame) return;
    const refuse = (refused: string) => frames.send(port, { id: question, refused });
    try {
      if (!(await frames.isCurrent(frame))) return refuse(turned);
      const reply = await router.run(message, { from: 'guide', tab: frame.tab, grant: frame.grant });
      if (reply === undefined) return refuse(failed);
      frames.send(port, { id: question, reply });
    } catch {
      refuse(failed);
    }
  }

  return (port) => {
    if (port.name !== guidePort || port.sender?.id !== id || !isGuide(port.sender.url)) return port.disconnect();
    let greeted: Promise<void> = Promise.resolve();
    const turns = new Map<string, ReturnType<typeof inTurn>>();
    /**
     * Commands of one kind (`step.…`) keep their order; a page that does not answer one holds up none of another kind.
     */
    const turnOf = (kind = '') => {
      const turn = turns.get(kind) ?? inTurn();
      turns.set(kind, turn);
      return turn;
    };

    port.onMessage.addListener((message: unknown) => {
      const hello = Hello.safeParse(message);
      const question = Question.safeParse(message);
      if (hello.success) {
        const { key, nonce } = hello.data;
        greeted = greeted.then(() => frames.admit(port, key, nonce)).catch(() => port.disconnect());
      } else if (question.success) {
        const { data } = question;
        void greeted.then(() => turnOf(data.command.split('.')[0])(() => answer(port, data)));
      }
    });
    port.onDisconnect.addListener(() => frames.remove(port));
  };
}
