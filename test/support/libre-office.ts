// Another program's reading of our files: LibreOffice without a window, many files in one start.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

/** All sheets, UTF-8, values as shown (LibreOffice's CSV filter tokens; the last -1 means every sheet). */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version']).error === undefined;
}

/**
 * The words of each document, by path, text boxes included (its plain text export leaves those out); a path that
 * LibreOffice could not load is not in the map.
 */
export function textsByLibreOffice(paths: readonly string[]): Map<string, string> {
  return converted(paths, 'fodt', (files, read) => {
    const named = new Map(paths.map(path => [`${basename(path, extname(path))}.fodt`, path]));
    return new Map(files.map(file => [named.get(file) ?? file, wordsOf(read(file))]));
  });
}

function wordsOf(flatXml: string): string {
  const body = flatXml.slice(flatXml.indexOf('<office:body'));
  return body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The texts of all sheets of each workbook, by path; a path that LibreOffice could not load is not in the map. */
export function sheetsByLibreOffice(paths: readonly string[]): Map<string, string> {
  return converted(paths, everySheet, (files, read) => {
    const texts = new Map<string, string>();
    // Sheets come as NAME-SHEET.csv; the longest name that fits is the workbook's.
    const stems = paths.map(path => ({ path, stem: `${basename(path, extname(path))}-` }));
    stems.sort((a, b) => b.stem.length - a.stem.length);
    for (const file of files) {
      const owner = stems.find(({ stem }) => file.startsWith(stem));
      if (owner) texts.set(owner.path, (texts.get(owner.path) ?? '') + read(file));
    }
    return texts;
  });
}

/** Converts all files in one start, in a profile of its own, and gives the results to `collect`. */
function converted<T>(
  paths: readonly string[],
  filter: string,
  collect: (files: string[], read: (file: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-soffice-'));
  const out = join(folder, 'out');
  mkdirSync(out);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', out, ...paths], {
    maxBuffer: 1e9,
    timeout: 240_000,
  });
  try {
    return collect(readdirSync(out), file => readFileSync(join(out, file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
