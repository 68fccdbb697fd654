// Chromium's DevTools protocol over one WebSocket, with a flat session per page.
type Params = Record<string, unknown>;
type Listener = (params: never) => void;

export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  readonly #listeners = new Map<string, Listener[]>();
  #number = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', event => this.#hear(JSON.parse(String(event.data)) as Params));
  }

  /** Listens to one kind of event; without a session, to the browser's own. */
  on(method: string, listener: Listener, session = ''): void {
    const key = `${session} ${method}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  send<T>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    this.#number += 1;
    const id = this.#number;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  #hear({ id, method, params, result, error, sessionId }: Params): void {
    if (typeof id === 'number') {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(JSON.stringify(error)));
      else waiting?.resolve(result as never);
      return;
    }
    for (const listener of this.#listeners.get(`${sessionId ?? ''} ${method}`) ?? [])
      listener(params as never);
  }
}

export function connect(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(new DevTools(socket)));
    socket.addEventListener('error', () => reject(new Error(`No answer at ${address}`)));
  });
}
