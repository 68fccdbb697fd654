// The local web host over HTTP: calls are POSTs with the same-origin cookie, events one EventSource, files
// raw bodies. A host that does not answer becomes an expected `io` failure, so that callers keep what was
// typed and try again; `keepalive` lets the last small save outlive a closing page.
import type { EventName } from '../../contract/calls.ts';
import type { Envelope, Host } from '../../contract/host.ts';

const unreachable: Envelope<never> = {
  ok: false,
  error: {
    code: 'io',
    text: 'Vouch does not answer. Start it again; what you typed is kept in this window until it does.',
    params: { unreachable: 1 },
  },
};
const signedOut: Envelope<never> = {
  ok: false,
  error: {
    code: 'io',
    text: 'This page is no longer signed in to Vouch. Open the address that "vouch serve" printed.',
    params: { unreachable: 1 },
  },
};

/** Bodies above this many bytes cannot be sent with keepalive (64 KiB by the Fetch standard, less headers). */
const keepaliveLimit = 48_000;

async function envelope<T>(request: Promise<Response>): Promise<Envelope<T>> {
  try {
    const response = await request;
    if (response.status === 401 || response.status === 403) return signedOut;
    return (await response.json()) as Envelope<T>;
  } catch {
    return unreachable;
  }
}

export function webHost(): Host {
  let events: EventSource | null = null;
  return {
    kind: 'web',
    call: (name, input) => {
      const body = JSON.stringify(input);
      return envelope(
        fetch(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          keepalive: name === 'answer.edit' && body.length < keepaliveLimit,
        }),
      );
    },
    on: <N extends EventName>(name: N, listener: (data: never) => void) => {
      events ??= new EventSource('/events');
      const source = events;
      const heard = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as never);
      source.addEventListener(name, heard);
      return () => source.removeEventListener(name, heard);
    },
    stage: async file => {
      const body = await file.arrayBuffer();
      return envelope(
        fetch('/files', {
          method: 'POST',
          headers: {
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(file.name),
          },
          body,
        }),
      );
    },
    save: async file => {
      const link = document.createElement('a');
      link.href = `/files/${encodeURIComponent(file.file)}`;
      link.download = file.name;
      link.click();
      return { ok: true, value: true };
    },
  };
}
