// What the app hands over to the stand-in before there is a window: handlers of calls, the scheme of its page, its
// request filter and its menu.
export type Invoked = (event: object, ...args: unknown[]) => unknown;
type Served = (request: Request) => Promise<Response>;
type Filter = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;

export const handlers = new Map<string, Invoked>();
export const schemes = new Map<string, Served>();
const filters: Filter[] = [];

export const ipcMain = { handle: (channel: string, run: Invoked) => handlers.set(channel, run) };
export const protocol = { registerSchemesAsPrivileged: () => undefined };
export const session = {
  defaultSession: {
    protocol: { handle: (scheme: string, serve: Served) => schemes.set(scheme, serve) },
    webRequest: { onBeforeRequest: (filter: Filter) => filters.push(filter) },
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
  },
};

export const allowed = (url: string): boolean => {
  let cancelled = false;
  for (const filter of filters) filter({ url }, verdict => (cancelled ||= verdict.cancel === true));
  return !cancelled;
};

export interface MenuItem {
  label: string;
  role?: string;
  accelerator?: string;
  click?: () => void;
  submenu?: Menu;
}
type Template = (Partial<Omit<MenuItem, 'submenu'>> & { submenu?: Template })[];

export class Menu {
  static #shown: Menu | null = null;
  readonly items: MenuItem[];
  constructor(items: MenuItem[]) {
    this.items = items;
  }
  static buildFromTemplate(template: Template): Menu {
    return new Menu(
      template.map(({ submenu, ...item }) => ({
        label: item.role ?? '',
        ...item,
        ...(submenu ? { submenu: Menu.buildFromTemplate(submenu) } : {}),
      })),
    );
  }
  static setApplicationMenu(menu: Menu): void {
    Menu.#shown = menu;
  }
  static getApplicationMenu = () => Menu.#shown;

  /** Clicks the entry whose shortcut this key is. */
  press(key: { key: string; ctrl: boolean; shift: boolean }): void {
    for (const { accelerator = '', click, submenu } of this.items) {
      submenu?.press(key);
      const parts = accelerator.toLowerCase().split('+');
      const meant =
        parts.includes('shift') === key.shift && /ctrl|cmd/.test(accelerator.toLowerCase()) === key.ctrl;
      if (meant && parts.at(-1) === key.key.toLowerCase()) click?.();
    }
  }
}
