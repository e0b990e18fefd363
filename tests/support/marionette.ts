import { connect, type Socket } from 'node:net';

/** What a page or a frame offers to a person, found by role and accessible name as Firefox itself computes them. */
export interface MarionetteElement {
  click(): Promise<void>;
  /** Replaces what a field holds. */
  fill(text: string): Promise<void>;
  /** Chooses an option of a native select by its text. */
  choose(option: string): Promise<void>;
  text(): Promise<string>;
  property(name: string): Promise<unknown>;
}

export interface Marionette {
  /** Starts the only session that a Firefox has. BiDi joins it at the URL given. */
  newSession(): Promise<{ sessionId: string; capabilities: { webSocketUrl: string } & Record<string, unknown> }>;
  /** Opens a tab and makes it the one that the other commands mean. */
  openTab(url: string): Promise<string>;
  switchToTab(handle: string): Promise<void>;
  /** The tabs' handles, oldest first. */
  tabs(): Promise<readonly string[]>;
  closeTab(): Promise<void>;
  url(): Promise<string>;
  /**
   * Enters a frame of the page by its place among the frames. Closed shadow roots hide a frame from selectors, not from this.
   *
   * @returns false when there are not that many
   */
  enterFrame(index: number): Promise<boolean>;
  /** Goes back to the page itself, even from a frame that is gone. */
  leaveFrame(): Promise<void>;
  /** Runs a function body in the page; its `return` is the answer. */
  script<Answer>(body: string, args?: readonly unknown[]): Promise<Answer>;
  /** The same in the browser's own window, where its questions to the person stand. */
  scriptInBrowser<Answer>(body: string): Promise<Answer>;
  /** @returns undefined when no element has the role and the name */
  find(role: string, name: string | RegExp): Promise<MarionetteElement | undefined>;
  /** A PNG of the page, base64. */
  screenshot(): Promise<string>;
  quit(): Promise<void>;
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Where elements of a role can be; Firefox then says which of them really has it. */
const candidates: Readonly<Record<string, string>> = {
  alert: '[role=alert]',
  button: 'button, [role=button], summary, input[type=submit], input[type=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  list: 'ul, ol, [role=list]',
  progressbar: 'progress, [role=progressbar]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section, [role=region]',
  searchbox: 'input[type=search], [role=searchbox]',
  status: 'output, [role=status]',
  tab: '[role=tab]',
  table: 'table, [role=table]',
  textbox: 'input, textarea, [role=textbox]',
};

interface Reference {
  readonly [elementKey]: string;
}

interface Failure {
  readonly error: string;
  readonly message: string;
}

/** Marionette's wire format: the byte length, a colon, then JSON. Answers are `[1, id, failure, result]`. */
class Wire {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #greet: () => void = () => {};
  readonly greeted: Promise<void>;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.greeted = new Promise((resolve, reject) => {
      this.#greet = resolve;
      this.#socket.once('error', reject);
    });
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended.'));
      this.#waiting.clear();
    });
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const length = Number(this.#received.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (colon < 0 || this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#answer(message[1], message[2], message[3]);
      else this.#greet();
    }
  }

  #answer(id: number, failure: Failure | null, result: unknown): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`${failure.error}: ${failure.message}`));
  }

  send<Result>(name: string, parameters: object = {}): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/**
 * Connects to Firefox's Marionette. WebDriver BiDi leaves extension pages out (https://bugzil.la/1755014); Marionette, which
 * geckodriver speaks too, reaches them.
 *
 * @param port as the file MarionetteActivePort in the profile says
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const wire = new Wire(port);
  await wire.greeted;

  const value = async <Answer>(name: string, parameters?: object): Promise<Answer> =>
    (await wire.send<{ value: Answer }>(name, parameters)).value;
  const script = <Answer>(body: string, args: readonly unknown[] = []) =>
    value<Answer>('WebDriver:ExecuteScript', { script: body, args });

  /** Undefined for an element that was rendered anew while we looked. */
  const unlessGone = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await answer;
    } catch (error) {
      if (/stale element|no such element/.test(String(error))) return undefined;
      throw error;
    }
  };
  /** As a person reads it: component libraries put zero-width characters beside their icons. */
  const label = async ({ [elementKey]: id }: Reference) =>
    (await unlessGone(value<string>('WebDriver:GetComputedLabel', { id })))?.replace(/\p{Cf}/gu, '').trim();
  const isShownAs = async (role: string, { [elementKey]: id }: Reference) => {
    const actual = await unlessGone(value<string>('WebDriver:GetComputedRole', { id }));
    return actual === role && (await unlessGone(value<boolean>('WebDriver:IsElementDisplayed', { id }))) === true;
  };

  const asElement = (reference: Reference): MarionetteElement => {
    const id = reference[elementKey];
    return {
      click: async () => {
        await wire.send('WebDriver:ElementClick', { id });
      },
      fill: async (text) => {
        await wire.send('WebDriver:ElementClear', { id });
        await wire.send('WebDriver:ElementSendKeys', { id, text });
      },
      choose: async (option) => {
        const found = await script<Reference | null>(
          'return [...arguments[0].options].find((option) => option.text.trim() === arguments[1]) ?? null;',
          [reference, option],
        );
        if (found === null) throw new Error(`There is no option ${option}.`);
        await wire.send('WebDriver:ElementClick', { id: found[elementKey] });
      },
      text: () => value<string>('WebDriver:GetElementText', { id }),
      property: (name) => value<unknown>('WebDriver:GetElementProperty', { id, name }),
    };
  };

  return {
    newSession: () => wire.send('WebDriver:NewSession', { webSocketUrl: true }),
    openTab: async (url) => {
      const { handle } = await wire.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab' });
      await wire.send('WebDriver:SwitchToWindow', { handle });
      await wire.send('WebDriver:Navigate', { url });
      return handle;
    },
    switchToTab: async (handle) => {
      await wire.send('WebDriver:SwitchToWindow', { handle });
    },
    tabs: () => wire.send('WebDriver:GetWindowHandles'),
    closeTab: async () => {
      await wire.send('WebDriver:CloseWindow');
    },
    url: () => value<string>('WebDriver:GetCurrentURL'),
    enterFrame: async (index) => {
      try {
        await wire.send('WebDriver:SwitchToFrame', { id: index });
        return true;
      } catch (error) {
        if (/no such frame/.test(String(error))) return false;
        throw error;
      }
    },
    leaveFrame: async () => {
      await wire.send('WebDriver:SwitchToFrame', { id: null });
    },
    script,
    scriptInBrowser: async (body) => {
      await wire.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await script(body);
      } finally {
        await wire.send('Marionette:SetContext', { value: 'content' });
      }
    },
    find: async (role, name) => {
      const selector = candidates[role] ?? `[role=${role}]`;
      const found = await wire.send<readonly Reference[]>('WebDriver:FindElements', {
        using: 'css selector',
        value: selector,
      });
      const labels = await Promise.all(found.map((reference) => label(reference)));
      for (const [index, reference] of found.entries()) {
        const text = labels[index];
        if (text === undefined || (typeof name === 'string' ? text !== name : !name.test(text))) continue;
        if (await isShownAs(role, reference)) return asElement(reference);
      }
      return undefined;
    },
    screenshot: () => value<string>('WebDriver:TakeScreenshot', { full: false }),
    quit: async () => {
      await wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      wire.close();
    },
  };
}
