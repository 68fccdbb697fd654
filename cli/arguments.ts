// Command line words to checked values. Wrong usage is a UsageError: exit code 2, one sentence, and where to
// read more.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

export class UsageError extends Error {}

export const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  policies: { type: 'string', multiple: true },
  scope: { type: 'string' },
  workspace: { type: 'string' },
  out: { type: 'string', short: 'o' },
  report: { type: 'string' },
  'include-drafts': { type: 'boolean' },
  threshold: { type: 'string' },
  json: { type: 'boolean' },
  questions: { type: 'string' },
  'scope-field': { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

type OptionName = keyof typeof options;

export interface Arguments {
  words: string[];
  values: ReturnType<typeof parse>['values'];
}

function parse(argv: string[]) {
  return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
}

/** Parses all words after the command. */
export function readArguments(argv: string[]): Arguments {
  try {
    const { values, positionals } = parse(argv);
    return { words: positionals, values };
  } catch (error) {
    throw new UsageError(
      (error instanceof Error ? error.message : String(error)).replace(/\. To specify.*$/s, '.'),
    );
  }
}

/** Refuses options that exist but mean nothing to this command, rather than ignoring them silently. */
export function allowOnly(command: string, given: Arguments, allowed: OptionName[]): void {
  for (const name of Object.keys(given.values) as OptionName[])
    if (!allowed.includes(name)) throw new UsageError(`"vouch ${command}" has no option --${name}.`);
}

/** Exactly one file word. */
export function oneFile(command: string, words: string[]): string {
  const [file, ...more] = words;
  if (file === undefined) throw new UsageError(`"vouch ${command}" needs a file.`);
  if (more.length > 0)
    throw new UsageError(`"vouch ${command}" takes one file at a time; got also: ${more.join(', ')}.`);
  return file;
}

export function parsePort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port takes a whole number from 0 to 65535, not "${text}".`);
  return port;
}

export function parseThreshold(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threshold = Number(text);
  if (text.trim() === '' || !(threshold >= 0 && threshold <= 1))
    throw new UsageError(`--threshold takes a number from 0 to 1, not "${text}".`);
  return threshold;
}

/** `NAME=PATH` or `PATH`. A path that exists as written is a path, even with a "=" in it. */
export function splitScoped(
  text: string,
  exists: (path: string) => boolean,
): { scope: string | null; path: string } {
  const at = text.indexOf('=');
  if (at <= 0 || exists(text)) return { scope: null, path: text };
  return { scope: text.slice(0, at), path: text.slice(at + 1) };
}
