import type { Landmark, PageDefinition, PagesPack } from './vendor';

const controls = { button: 'button', link: 'link', tab: 'tab', heading: 'heading', title: 'heading' } as const;
const cells = { name: 'name', email: 'e-mail address', role: 'role', status: 'status', access: 'apps' } as const;

/** Finds a landmark by its id; of the named page, else of the first page that declares one of this id. */
export function landmarkOf({ pages }: PagesPack, id: string, page?: string): Landmark | undefined {
  const declared = ({ landmarks }: PageDefinition) => (Object.hasOwn(landmarks, id) ? landmarks[id] : undefined);
  const here = pages.filter((one) => one.id === page);
  return [...here, ...pages].map(declared).find((found) => found !== undefined);
}

/** Names a landmark as an admin would: `the button “Invite member”`. */
export function landmarkName(pack: PagesPack, id: string, page?: string): string {
  const landmark = landmarkOf(pack, id, page);
  switch (landmark?.find) {
    case 'control': {
      const kind = controls[landmark.role as keyof typeof controls] ?? 'text';
      return `the ${kind} “${landmark.words[0]}”`;
    }
    case 'form':
      if (landmark.part === 'submit') return `the button “${pack.form.submit[0]}” of the invite form`;
      return `the field “${pack.form[landmark.part][0]}” of the invite form`;
    case 'roster':
      return 'the list of members';
    case 'row':
      return landmark.column
        ? `the collaborator’s ${cells[landmark.column]} in the list`
        : 'the collaborator’s row in the list';
    default:
      return 'the element of this step';
  }
}
