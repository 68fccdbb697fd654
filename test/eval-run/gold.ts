// The labelled sets: those beside the checkout and our own in test/eval. One shape for all; adding a set is
// dropping a .jsonl file into either folder and, for a new company, a line in `documentsOf`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { type QuestionReference, questionAt, sectionAt } from '../eval/question-source.ts';
import { NoPdfReader, type Reference, resolve as resolveReference } from '../eval/reference.ts';

export interface Gold {
  id: string;
  set: string;
  company: string;
  question: string;
  section: string | null;
  style: string;
  topic: string;
  answerable: 'yes' | 'partial' | 'no';
  polarity: 'yes' | 'no' | 'na' | 'unknown';
  /** Verbatim passages, any of which is acceptable. */
  evidence: string[];
  must_contain: string[];
  /** `held` questions are measured, never tuned on; sets without halves are all `open`. */
  half: 'open' | 'held';
}

export const shared = resolvePath(import.meta.dirname, '../../../shared');
const policies = join(shared, 'corpus/policies');
/** Policies of companies that do not exist, and questions on them, both written here. Measured, never fitted. */
const invented = join(import.meta.dirname, '../eval/invented');
const INVENTED = 'invented-';
const questionnaires = join(shared, 'corpus/questionnaires');

/** Files of a company's policies, in name order. */
export function documentsOf(company: string): string[] {
  const all = (test: (name: string) => boolean) =>
    readdirSync(policies)
      .filter(test)
      .sort()
      .map(name => join(policies, name));
  switch (company) {
    case 'zuplo':
      return [join(shared, 'seeds/000_2c0016490531d453.txt')];
    case 'zapro':
      return [join(shared, 'seeds/004_517a0d2cb08d4fc5.txt')];
    case 'basecamp-dpa':
      return all(name => name === 'basecamp_DPA_current.pdf');
    case '37signals-overview':
      return all(name => name === 'basecamp_37signals-Security-Overview.pdf');
    default:
      if (existsSync(join(invented, company)))
        return readdirSync(join(invented, company))
          .sort()
          .map(name => join(invented, company, name));
      return all(name => name.startsWith(`${company}_`) && name.endsWith('.md'));
  }
}

type Line = Omit<Gold, 'set' | 'half' | 'question' | 'section' | 'evidence'> & {
  half?: Gold['half'];
  question: string | QuestionReference;
  section?: string | QuestionReference;
  evidence: (string | Reference)[];
};

function readSet(path: string, set: string): Gold[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
  return lines.map(text => {
    const line = JSON.parse(text) as Line;
    const words = line.evidence.map(one => (typeof one === 'string' ? one : resolveReference(policies, one)));
    const { question, section = null } = line;
    return {
      ...line,
      set,
      half: line.half ?? 'open',
      question: typeof question === 'string' ? question : questionAt(questionnaires, question),
      section: section === null || typeof section === 'string' ? section : sectionAt(questionnaires, section),
      evidence: words,
    };
  });
}

/** Every set that can be read here, by name; `skipped` says why others cannot. */
export function readGold(): { sets: Map<string, Gold[]>; skipped: string[] } {
  const sets = new Map<string, Gold[]>();
  const skipped: string[] = [];
  const folders = [
    join(shared, 'eval'),
    join(shared, 'eval/real'),
    join(import.meta.dirname, '../eval'),
    invented,
  ];
  for (const folder of folders) {
    if (!existsSync(folder)) {
      skipped.push(`${folder}: not here`);
      continue;
    }
    for (const name of readdirSync(folder)
      .filter(file => file.endsWith('.jsonl'))
      .sort()) {
      const set = `${prefixOf(folder)}${name.replace(/\.jsonl$/, '')}`;
      try {
        sets.set(set, readSet(join(folder, name), set));
      } catch (error) {
        if (!(error instanceof NoPdfReader)) throw error;
        skipped.push(`${set}: pdftotext is not on this machine`);
      }
    }
  }
  return { sets, skipped };
}

function prefixOf(folder: string): string {
  if (folder === invented) return INVENTED;
  return folder.includes('/shared/') ? '' : 'own-';
}

/** The questions that weights and thresholds may be fitted on: no held half, and nothing of invented companies. */
export function openGolds(): Gold[] {
  return [...readGold().sets.values()]
    .flat()
    .filter(gold => gold.half === 'open' && !gold.set.startsWith(INVENTED));
}
