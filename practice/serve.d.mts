export type PracticeVendor = 'rudderstack' | 'logrocket';

export type RudderstackGeneration = 'teammates' | 'members' | 'organization' | 'access-management';
export type LogrocketGeneration = 'team-members' | 'organization-team';
export type PracticeGeneration = RudderstackGeneration | LogrocketGeneration;

/** Which generation each vendor's host shows; those left out show the default. */
export interface PracticeChoice {
  readonly rudderstack?: RudderstackGeneration;
  readonly logrocket?: LogrocketGeneration;
}

export interface PracticeAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface GenerationPages {
  readonly vendor: PracticeVendor;
  /** Path and query of the page where people are invited. */
  readonly teamPath: string;
  /** Path and query of each page that a pack knows, by its id there. */
  readonly pages: Readonly<Record<string, string>>;
  /** Pages of the same console that no pack knows. */
  readonly siblings: readonly string[];
}

export const GENERATIONS: Readonly<Record<PracticeGeneration, GenerationPages>>;
export const VENDOR_ORIGINS: Readonly<Record<PracticeVendor, string>>;
/** `members` and `organization-team`. */
export const DEFAULT_CHOICE: Required<PracticeChoice>;
/** Generation to the plausible real URL of its team page. */
export const VENDOR_URLS: Readonly<Record<PracticeGeneration, string>>;

export function vendorOf(generation: PracticeGeneration): PracticeVendor;
export function teamUrl(generation: PracticeGeneration): string;
/** URLs of the console's pages that a pack knows, by their ids there. */
export function pageUrls(generation: PracticeGeneration): Readonly<Record<string, string>>;
/** URLs of the console's other pages, which must not be recognised. */
export function siblingUrls(generation: PracticeGeneration): string[];

/**
 * The answer to a request: a file for `/assets/…`, the generation's page for any other path of a vendor's host (404 with
 * the build command when it is not built), null for every other host: abort those.
 */
export function practiceResponse(url: URL, choice?: PracticeChoice): Promise<PracticeAnswer | null>;

interface RouteLike {
  request(): { url(): string };
  fulfill(answer: PracticeAnswer): Promise<void>;
  abort(reason?: string): Promise<void>;
}

/** Playwright: answers every web request of the context, aborts what is not a vendor's. Takes a Page or BrowserContext. */
export function routePractice(
  context: { route(match: (url: URL) => boolean, handler: (route: RouteLike) => Promise<void>): Promise<unknown> },
  choice?: PracticeChoice,
): Promise<void>;

interface RequestLike {
  url(): string;
  continue(): Promise<void>;
  abort(reason?: 'blockedbyclient'): Promise<void>;
  respond(answer: PracticeAnswer): Promise<void>;
}

/** Puppeteer: the same for one page. Turns request interception on. */
export function interceptPractice(
  page: {
    setRequestInterception(on: boolean): Promise<void>;
    on(event: 'request', handler: (request: RequestLike) => void): unknown;
    isClosed(): boolean;
  },
  choice?: PracticeChoice,
): Promise<void>;
