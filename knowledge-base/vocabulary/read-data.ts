import { existsSync, readFileSync } from 'node:fs';
export function readData<T>(name: string, empty: T): T {
  const url = new URL(name, import.meta.url);
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as T) : empty;
}
