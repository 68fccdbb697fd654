// The local web host from outside, over real HTTP: who is let in, who is not, and what each answer carries.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWebHost, type WebHost } from '../../cli/web/server.ts';
import type { Backend } from '../../contract/host.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let host: WebHost;
let calls: { name: string; input: unknown }[];
let staged: { name: string; bytes: Uint8Array }[];
let emit: (data: unknown) => void;

beforeEach(async () => {
  const page = mkdtempSync(join(tmpdir(), 'vouch-page-'));
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">');
  writeFileSync(join(page, 'assets', 'main.js'), 'export {}');
  calls = [];
  staged = [];
  const backend: Backend = {
    call: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: { heard: input } };
    },
    on: (name, listener) => {
      if (name === 'progress') emit = listener as (data: unknown) => void;
      return () => undefined;
    },
    putFile: async (name, bytes) => {
      staged.push({ name, bytes });
      return { file: 'f1', name, size: bytes.length };
    },
    takeFile: async file =>
      file === 'f1' ? { name: 'résumé "1".xlsx', bytes: new Uint8Array([1, 2, 3]) } : null,
    close: async () => undefined,
  };
  host = await startWebHost({ backend, page, port: 0 });
});

afterEach(() => host.close());

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      `${host.origin}${path}`,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      got => {
        let body = '';
        got.setEncoding('utf8');
        got.on('data', chunk => {
          body += chunk;
        });
        got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }));
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

async function letIn(): Promise<string> {
  const link = new URL(host.link());
  const answer = await ask(`${link.pathname}${link.search}`);
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

it('trades a link once for a strict, script-proof cookie and then serves the page with a nonce', async () => {
  const link = new URL(host.link());
  const first = await ask(`/${link.search}`);
  expect(first.status).toBe(303);
  expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
  const again = await ask(`/${link.search}`);
  expect(again.status).toBe(403);
  expect(again.headers['set-cookie']).toBeUndefined();
  const cookie = String(first.headers['set-cookie']?.[0]).split(';')[0] ?? '';
  const page = await ask('/', { headers: { cookie } });
  const nonce = /content="([^"]+)"/.exec(page.body)?.[1] ?? '';
  expect(nonce).not.toBe('__NONCE__');
  expect(page.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await ask('/', { headers: { cookie } })).body).not.toContain(nonce);
});

it('gives nothing to a browser without the cookie, or with a wrong one', async () => {
  for (const path of ['/', '/assets/main.js', '/events', '/files/f1'])
    expect((await ask(path)).status, path).toBe(401);
  expect((await ask('/', { headers: { cookie: 'vouch_1=wrong' } })).status).toBe(401);
  const refused = await ask('/api/settings.get', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(refused.status).toBe(401);
  expect(calls).toEqual([]);
});

it('answers only under its own name, so that a rebound domain reaches nothing', async () => {
  const cookie = await letIn();
  const answer = await ask('/', { headers: { cookie, host: 'evil.example:80' } });
  expect(answer.status).toBe(421);
  expect(
    (await ask('/', { headers: { cookie, host: host.origin.slice(7).replace('127.0.0.1', 'localhost') } }))
      .status,
  ).toBe(421);
});

it('refuses other origins and other sites even with the cookie', async () => {
  const cookie = await letIn();
  const json = { cookie, 'content-type': 'application/json' };
  for (const headers of [
    json,
    { ...json, origin: 'http://evil.example' },
    { ...json, origin: 'null' },
    { ...json, origin: host.origin, 'sec-fetch-site': 'cross-site' },
    { ...json, origin: host.origin, 'sec-fetch-site': 'same-site' },
  ])
    expect(
      (await ask('/api/settings.get', { method: 'POST', headers, body: '{}' })).status,
      JSON.stringify(headers),
    ).toBe(403);
  expect(calls).toEqual([]);
});

it('carries a call of the contract and nothing else', async () => {
  const headers = { cookie: await letIn(), origin: host.origin, 'content-type': 'application/json' };
  const good = await ask('/api/settings.get', { method: 'POST', headers, body: '{"a":1}' });
  expect(JSON.parse(good.body)).toEqual({ ok: true, value: { heard: { a: 1 } } });
  expect((await ask('/api/process.exit', { method: 'POST', headers, body: '{}' })).status).toBe(404);
  expect((await ask('/api/__proto__', { method: 'POST', headers, body: '{}' })).status).toBe(404);
  const broken = await ask('/api/settings.get', { method: 'POST', headers, body: '{' });
  expect(broken.status).toBe(400);
  expect(JSON.parse(broken.body).error.code).toBe('bad-input');
  const form = { ...headers, 'content-type': 'text/plain' };
  expect((await ask('/api/settings.get', { method: 'POST', headers: form, body: '{}' })).status).toBe(415);
  expect(calls).toHaveLength(1);
});

it('stages a file under the last part of its name and gives made files back as downloads', async () => {
  const headers = {
    cookie: await letIn(),
    origin: host.origin,
    'x-file-name': encodeURIComponent('../../Größe\u0000.xlsx'),
  };
  await ask('/files', { method: 'POST', headers, body: Buffer.from([9, 8]) });
  expect(staged).toEqual([{ name: 'Größe.xlsx', bytes: new Uint8Array([9, 8]) }]);
  const file = await ask('/files/f1', { headers });
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="r_sum_ _1_.xlsx"; filename*=UTF-8''${encodeURIComponent('résumé "1".xlsx')}`,
  );
  expect((await ask('/files/..%2f..%2fetc', { headers })).status).toBe(404);
});

it('refuses a body that says it is larger than the bound before reading it', async () => {
  const headers = { cookie: await letIn(), origin: host.origin, 'content-length': String(300 * 2 ** 20) };
  const answer = await new Promise<number>(resolve => {
    const sent = request(`${host.origin}/files`, { method: 'POST', headers }, got => {
      resolve(got.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', () => undefined);
    sent.flushHeaders();
  });
  expect(answer).toBe(413);
  expect(staged).toEqual([]);
});

it('streams events to the page', async () => {
  const cookie = await letIn();
  const text = await new Promise<string>(resolve => {
    const sent = request(`${host.origin}/events`, { headers: { cookie } }, got => {
      got.setEncoding('utf8');
      got.on('data', (chunk: string) => {
        if (chunk.startsWith(':')) emit({ job: 'j', step: 'Reading', done: 1, total: 2 });
        else {
          resolve(chunk);
          sent.destroy();
        }
      });
    });
    sent.on('error', () => undefined);
    sent.end();
  });
  expect(text).toBe('event: progress\ndata: {"job":"j","step":"Reading","done":1,"total":2}\n\n');
});

it('serves files of the built page only, whatever the address says', async () => {
  const cookie = await letIn();
  expect((await ask('/assets/main.js', { headers: { cookie } })).body).toBe('export {}');
  for (const path of ['/assets/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/'])
    expect((await ask(path, { headers: { cookie } })).status, path).toBe(404);
});

it('says that a taken port is taken', async () => {
  const port = Number(new URL(host.origin).port);
  const second = startWebHost({
    backend: {} as Backend,
    page: mkdtempSync(join(tmpdir(), 'vouch-page-')),
    port,
  });
  await expect(second).rejects.toThrow(`Port ${port} is taken. Choose another with --port`);
});
