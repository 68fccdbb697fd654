// Automatic numbers and bullets as Word shows them ("1.2", "a)", "•"), counted while the document is read
// (ECMA-376-1 §17.9). The file only says which list a paragraph is in.
import type { XmlElement } from '../xml/tree.ts';
import { attribute, child, toggle, valOf } from './element.ts';
import { formatNumber } from './number-format.ts';
import type { Part } from './open-docx.ts';
import type { Styles } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** "%1.%2", a bullet character, or empty. */
  pattern: string;
  /** All numbers of this level's pattern in decimal (legal numbering). */
  legal: boolean;
  /** Level after which counting starts again; 0 never. */
  restart: number | null;
}

export interface Numbering {
  /** Shows and counts the next paragraph of a list; null when the list does not exist or shows nothing. */
  next(numId: string, level: number): { marker: string; bullet: boolean } | null;
}

export function readNumbering(part: Part | null, styles: Styles): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  /** Definitions that only name a numbering style; the style's own list holds the levels (§17.9.21). */
  const links = new Map<string, string>();
  const lists = new Map<
    string,
    { abstract: string; overrides: Map<number, { start: number | null; level: Level | null }> }
  >();
  for (const element of part?.root.children ?? []) {
    if (!part) break;
    if (element.local === 'abstractNum') {
      const id = attribute(part.text, element, 'abstractNumId');
      if (id !== null) abstracts.set(id, levelsOf(part.text, element));
      const link = valOf(part.text, element, 'numStyleLink');
      if (id !== null && link !== null) links.set(id, link);
    } else if (element.local === 'num') {
      const id = attribute(part.text, element, 'numId');
      const abstract = valOf(part.text, element, 'abstractNumId');
      if (id !== null && abstract !== null)
        lists.set(id, { abstract, overrides: overridesOf(part.text, element) });
    }
  }
  for (const list of lists.values()) {
    const linked = lists.get(styles.of(links.get(list.abstract) ?? null)?.numId ?? '');
    if (linked && !links.has(linked.abstract)) list.abstract = linked.abstract;
  }
  // Lists made from one abstract definition share its counters, unless they override the start.
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(numId, at) {
      const list = lists.get(numId);
      const levels = list && abstracts.get(list.abstract);
      if (!list || !levels) return null;
      const levelOf = (one: number) => list.overrides.get(one)?.level ?? levels.get(one);
      const level = levelOf(at);
      if (!level) return null;
      let counts = counters.get(list.abstract);
      if (!counts) {
        counts = [];
        counters.set(list.abstract, counts);
      }
      const override = list.overrides.get(at)?.start ?? null;
      if (override !== null && !started.has(`${numId} ${at}`)) counts[at] = override;
      else counts[at] = counts[at] === undefined ? level.start : (counts[at] ?? 0) + 1;
      started.add(`${numId} ${at}`);
      for (let below = at + 1; below < 9; below++) {
        const restart = levelOf(below)?.restart ?? null;
        if (restart === null || (restart > 0 && restart >= at + 1)) counts[below] = undefined;
      }
      return show(level, counts, levelOf);
    },
  };
}

function show(
  level: Level,
  counts: readonly (number | undefined)[],
  levelOf: (at: number) => Level | undefined,
): { marker: string; bullet: boolean } | null {
  if (level.format === 'bullet') return { marker: bulletOf(level.pattern), bullet: true };
  if (level.format === 'none') return null;
  const marker = level.pattern.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const other = levelOf(at);
    const format = level.legal ? 'decimal' : (other?.format ?? 'decimal');
    return formatNumber(counts[at] ?? other?.start ?? 1, format);
  });
  return marker.trim() === '' ? null : { marker: marker.trim(), bullet: false };
}

/** Symbol and Wingdings bullets stand in the private use area; they all mean a bullet. */
function bulletOf(pattern: string): string {
  return pattern === '' || /[\ue000-\uf8ff]/.test(pattern) || pattern === 'o' || pattern === '§'
    ? '•'
    : pattern;
}

function levelsOf(text: string, abstract: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of abstract.children) {
    if (element.local !== 'lvl') continue;
    const level = levelFrom(text, element);
    levels.set(Number(attribute(text, element, 'ilvl') ?? 0), level);
  }
  return levels;
}

function levelFrom(text: string, element: XmlElement): Level {
  const restart = valOf(text, element, 'lvlRestart');
  return {
    start: Number(valOf(text, element, 'start') ?? 0),
    format: valOf(text, element, 'numFmt') ?? 'decimal',
    pattern: valOf(text, element, 'lvlText') ?? '',
    legal: toggle(text, element, 'isLgl') ?? false,
    restart: restart === null ? null : Number(restart),
  };
}

function overridesOf(
  text: string,
  num: XmlElement,
): Map<number, { start: number | null; level: Level | null }> {
  const overrides = new Map<number, { start: number | null; level: Level | null }>();
  for (const element of num.children) {
    if (element.local !== 'lvlOverride') continue;
    const start = valOf(text, element, 'startOverride');
    const level = child(element, 'lvl');
    overrides.set(Number(attribute(text, element, 'ilvl') ?? 0), {
      start: start === null ? null : Number(start),
      level: level ? levelFrom(text, level) : null,
    });
  }
  return overrides;
}
