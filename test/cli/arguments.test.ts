import { expect, it } from 'vitest';
import {
  allowOnly,
  oneFile,
  parsePort,
  parseThreshold,
  readArguments,
  splitScoped,
  UsageError,
} from '../../cli/arguments.ts';

it('reads words, repeated options and short forms', () => {
  const given = readArguments([
    'a.xlsx',
    '--policies',
    'p',
    '--policies',
    'x=q',
    '-o',
    'out.xlsx',
    '--include-drafts',
  ]);
  expect(given.words).toEqual(['a.xlsx']);
  expect(given.values).toMatchObject({ policies: ['p', 'x=q'], out: 'out.xlsx', 'include-drafts': true });
});

it('says which option it does not know', () => {
  expect(() => readArguments(['--polices', 'p'])).toThrow(UsageError);
  expect(() => readArguments(['--polices', 'p'])).toThrow("Unknown option '--polices'");
});

it('refuses an option that this command would ignore', () => {
  const given = readArguments(['--json', '--out', 'x']);
  expect(() => allowOnly('inspect', given, ['json', 'help'])).toThrow('"vouch inspect" has no option --out.');
});

it('wants exactly one file', () => {
  expect(oneFile('answer', ['a'])).toBe('a');
  expect(() => oneFile('answer', [])).toThrow('"vouch answer" needs a file.');
  expect(() => oneFile('answer', ['a', 'b'])).toThrow('takes one file at a time; got also: b');
});

it('takes whole ports and shares between 0 and 1', () => {
  expect(parsePort(undefined)).toBe(0);
  expect(parsePort('8080')).toBe(8080);
  for (const bad of ['-1', '65536', '1.5', 'http']) expect(() => parsePort(bad)).toThrow(UsageError);
  expect(parseThreshold('0.7')).toBe(0.7);
  for (const bad of ['', '1.1', '-0.1', '70%']) expect(() => parseThreshold(bad)).toThrow(UsageError);
});

it('splits NAME=PATH, but leaves a path that exists as it is', () => {
  expect(splitScoped('acme=policies', () => false)).toEqual({ scope: 'acme', path: 'policies' });
  expect(splitScoped('a=b/c=d', path => path === 'a=b/c=d')).toEqual({ scope: null, path: 'a=b/c=d' });
  expect(splitScoped('acme=x=y.md', () => false)).toEqual({ scope: 'acme', path: 'x=y.md' });
  expect(splitScoped('=odd', () => false)).toEqual({ scope: null, path: '=odd' });
});
