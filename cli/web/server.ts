// The local web host: the renderer and the call map over HTTP on the loopback address. For people who may not
// install a desktop program, and for browser tests. Reachable from this machine only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EventName, events, isCallName } from '../../contract/calls.ts';
import type { Backend, Envelope } from '../../contract/host.ts';
import { AppError, type ErrorCode } from '../../contract/outcome.ts';
import { parseJson, readBody } from './body.ts';
import { type Door, makeDoor } from './guard.ts';
import { setSafeHeaders } from './headers.ts';
import { loadPage, type PageFile, pageWithNonce } from './page.ts';

const MOST_JSON = 8 * 2 ** 20;
const MOST_FILE = 256 * 2 ** 20;

export interface WebHost {
  readonly origin: string;
  /** A fresh one-time link that lets one browser in. */
  link(): string;
  close(): Promise<void>;
}

export interface WebHostOptions {
  backend: Backend;
  /** Folder of the built renderer. */
  page: string;
  /** 0 for a random free port. */
  port: number;
  /** Called for bugs, with what was asked. */
  log?: (text: string) => void;
}

/** Starts listening on 127.0.0.1. Rejects with an AppError when the port is taken or the renderer is not built. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = loadPage(options.page);
  const server = createServer({ requestTimeout: 0, headersTimeout: 15_000 });
  await listen(server, options.port);
  const door = makeDoor((server.address() as AddressInfo).port);
  const streams = new Set<ServerResponse>();
  const stops = (Object.keys(events) as EventName[]).map(name =>
    options.backend.on(name, data => {
      for (const stream of streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    }),
  );

  server.on('request', (request, response) => {
    answer(request, response, { ...options, door, files, streams }).catch(error => {
      options.log?.(
        `${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      if (!response.headersSent) sendError(response, error);
      else response.destroy();
    });
  });

  return {
    origin: door.origin,
    link: () => door.link(),
    close: () =>
      new Promise(resolve => {
        for (const stop of stops) stop();
        for (const stream of streams) stream.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'io',
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Choose another with --port, or leave it out for a free one.`
            : `Cannot listen on 127.0.0.1:${port}: ${error.message}`,
          { port },
          error,
        ),
      ),
    );
    server.listen({ host: '127.0.0.1', port }, () => resolve());
  });
}

interface Context extends WebHostOptions {
  door: Door;
  files: Map<string, PageFile>;
  streams: Set<ServerResponse>;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const url = new URL(request.url ?? '/', context.door.origin);
  const page = pageWithNonce(context.files.get('/index.html') ?? { type: '', bytes: Buffer.from('') });
  setSafeHeaders(response, page.nonce);

  const token = url.searchParams.get('token');
  if (request.method === 'GET' && url.pathname === '/' && token !== null) {
    const stranger = context.door.refuseStranger(request);
    if (stranger) return sendText(response, stranger.status, stranger.text);
    const cookie = context.door.redeem(token);
    if (cookie === null) {
      // Reloading a used link is fine for the browser it let in; anybody else needs a new one.
      if (context.door.refuse(request) === null) return redirect(response);
      return sendText(
        response,
        403,
        'This link was used already. Press Enter where "vouch serve" runs for a new one.',
      );
    }
    response.setHeader('Set-Cookie', cookie);
    return redirect(response);
  }

  const refused = context.door.refuse(request);
  if (refused) return sendText(response, refused.status, refused.text);

  if (request.method === 'POST' && url.pathname.startsWith('/api/'))
    return serveCall(request, response, url, context);
  if (request.method === 'POST' && url.pathname === '/files') return stageFile(request, response, context);
  if (request.method === 'GET' && url.pathname.startsWith('/files/')) return sendFile(response, url, context);
  if (request.method === 'GET' && url.pathname === '/events')
    return openStream(request, response, context.streams);
  if (request.method === 'GET' && url.pathname === '/')
    return send(response, 200, 'text/html; charset=utf-8', page.html);
  const file = request.method === 'GET' ? context.files.get(url.pathname) : undefined;
  if (file) return send(response, 200, file.type, file.bytes);
  sendText(response, 404, 'There is nothing at this address.');
}

async function serveCall(request: IncomingMessage, response: ServerResponse, url: URL, context: Context) {
  const name = decodeURIComponent(url.pathname.slice('/api/'.length));
  if (!isCallName(name)) return sendText(response, 404, 'There is no such call.');
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    return sendText(response, 415, 'Calls are sent as application/json.');
  const input = parseJson(await readBody(request, MOST_JSON));
  sendEnvelope(response, await context.backend.call(name, input));
}

async function stageFile(request: IncomingMessage, response: ServerResponse, context: Context) {
  const name = fileName(String(request.headers['x-file-name'] ?? ''));
  const bytes = await readBody(request, MOST_FILE);
  sendEnvelope(response, { ok: true, value: await context.backend.putFile(name, bytes) });
}

/** The last part of a percent-encoded name, without control characters; "file" when nothing is left. */
function fileName(encoded: string): string {
  let name = encoded;
  try {
    name = decodeURIComponent(encoded);
  } catch {
    // Not percent-encoded after all: taken as it is.
  }
  const last = name.split(/[\\/]/).pop() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 255) || 'file';
}

async function sendFile(response: ServerResponse, url: URL, context: Context) {
  const file = await context.backend.takeFile(decodeURIComponent(url.pathname.slice('/files/'.length)));
  if (!file) return sendText(response, 404, 'This file is no longer here. Make it again.');
  const plain = file.name.replace(/[^\w.() -]/g, '_');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  send(response, 200, 'application/octet-stream', Buffer.from(file.bytes));
}

function openStream(request: IncomingMessage, response: ServerResponse, streams: Set<ServerResponse>) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': open\n\n');
  streams.add(response);
  request.on('close', () => streams.delete(response));
}

function sendEnvelope(response: ServerResponse, envelope: Envelope) {
  const status = envelope.ok ? 200 : statusOf(envelope.error.code);
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(envelope));
}

function statusOf(code: ErrorCode): number {
  if (code === 'not-found') return 404;
  if (code === 'conflict') return 409;
  if (code === 'file-too-large') return 413;
  return code === 'internal' ? 500 : 400;
}

function sendError(response: ServerResponse, error: unknown) {
  const shape =
    error instanceof AppError
      ? error.shape()
      : {
          code: 'internal' as const,
          text: 'Something went wrong inside Vouch. Nothing was lost; try again.',
          params: {},
        };
  sendEnvelope(response, { ok: false, error: shape });
}

function redirect(response: ServerResponse) {
  response.writeHead(303, { Location: '/' });
  response.end();
}

function sendText(response: ServerResponse, status: number, text: string) {
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
}
