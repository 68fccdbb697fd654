// A candidate as the person sees it: the passage, its place, why it was chosen in words, and the words that
// support the answer.
import type { Evidence, ScorePart } from '../../contract/knowledge.ts';
import { aspects } from '../vocabulary/aspects.ts';
import { controls } from '../vocabulary/controls.ts';
import { things } from '../vocabulary/things.ts';
import { openControls } from './control-features.ts';
import { unmetDemands } from './demand.ts';
import type { FeatureName } from './features.ts';
import type { Limb, Question } from './question.ts';
import { bestOf, type Candidate, contributions } from './rank.ts';
import type { Statement } from './statement.ts';
import { actorsElsewhere, facetsElsewhere } from './thing-features.ts';

export function evidenceOf(candidate: Candidate, question: Question): Evidence {
  const { passage } = candidate.statement;
  const limb = question.limbs[candidate.best];
  return {
    source: 'policy',
    id: passage.id,
    text: passage.text,
    question: null,
    heading: passage.heading,
    context: passage.context,
    citation: { document: passage.document, section: passage.heading.join(' \u203A '), place: passage.at },
    score: round(bestOf(candidate).chance),
    parts: limb ? partsOf(candidate, limb) : [],
    marks: limb ? marksOf(candidate.statement, limb) : [],
  };
}

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Why the score is what it is. Features that say the same words are one part, with what they weigh together. */
function partsOf(candidate: Candidate, limb: Limb): ScorePart[] {
  const features = candidate.limbs[candidate.best]?.features;
  if (!features) return [];
  const said = new Map<string, ScorePart>();
  for (const { name, value } of contributions(features)) {
    const part = sayPart(name, limb, candidate.statement);
    const key = `${part.label}: ${part.words}`;
    said.set(key, { ...part, value: round(value + (said.get(key)?.value ?? 0)) });
  }
  return [...said.values()];
}

function list(ids: Iterable<string>, titles: (id: string) => string | undefined): string {
  return [...ids].map(id => titles(id) ?? id).join(', ');
}

function sayPart(name: FeatureName, limb: Limb, statement: Statement): { label: string; words: string } {
  const shared = [...limb.controls.keys()].filter(id => statement.controls.has(id));
  const control = (ids: Iterable<string>) => list(ids, id => controls.get(id)?.title);
  const aspect = (ids: Iterable<string>) => list(ids, id => aspects.get(id)?.title);
  const thing = (ids: Iterable<string>) => list(ids, id => things.get(id)?.names[0]);
  const words = limb.words
    .filter(w => limb.roots.has(w.root) && statement.roots.has(w.root))
    .map(w => w.word);
  const openCore = (part: keyof Limb['core']) =>
    limb.core[part]
      .flatMap(at => limb.words[at] ?? [])
      .filter(word => limb.roots.has(word.root) && !statement.roots.has(word.root))
      .map(word => `"${word.word}"`)
      .join(', ') || 'all of what is asked';
  switch (name) {
    case 'openWord':
    case 'openWords':
      return { label: 'Words', words: 'leaves words of the question open' };
    case 'covered':
      return { label: 'Words', words: 'accounts for most of what is asked' };
    case 'surprise':
    case 'size':
      return { label: 'Words', words: 'more in common than chance would give among this many passages' };
    case 'noControl':
      return { label: 'Asked', words: 'no known control is asked about' };
    case 'stray':
      return { label: 'Asked', words: 'is not about what the question is about' };
    case 'limbs':
      return { label: 'Asked', words: 'the question asks several things' };
    case 'longQuestion':
      return { label: 'Asked', words: 'the question is long' };
    case 'asksDocument':
      return { label: 'Asked', words: 'asks for a document' };
    case 'asksHow':
      return { label: 'Asked', words: 'asks how something is done' };
    case 'allMissing':
      return { label: 'Scope', words: 'does not say that it holds for all' };
    case 'rule':
      return { label: 'Kind', words: 'states a fact or a rule' };
    case 'words':
      return { label: 'Words', words: `shares the words ${[...new Set(words)].join(', ')}` };
    case 'wordsAround':
      return { label: 'Words', words: 'shares words with the heading or lead-in' };
    case 'pairs':
      return { label: 'Words', words: 'uses the same phrases' };
    case 'control':
      return { label: 'Control', words: `same control: ${control(shared)}` };
    case 'mainControl':
      return { label: 'Control', words: 'on the main control asked about' };
    case 'controlAround':
      return { label: 'Control', words: 'the heading is on this control' };
    case 'controlKin':
      return { label: 'Control', words: `a related control: ${control(statement.controls.keys())}` };
    case 'controlAbsent':
      return { label: 'Control', words: `does not speak of ${control(limb.controls.keys())}` };
    case 'controlOpen':
    case 'controlsOpen':
      return { label: 'Control', words: `leaves open ${control(openControls(limb, statement))}` };
    case 'focus':
      return { label: 'Control', words: 'speaks of little else' };
    case 'topic':
    case 'topicAlone':
      return { label: 'Control', words: 'on the same topic, judged by all its words' };
    case 'topicFar':
      return { label: 'Control', words: 'on another topic, judged by all its words' };
    case 'hardMissing':
      return {
        label: 'Asked',
        words: `leaves open ${aspect([...limb.aspects].filter(id => !statement.aspects.has(id)))}`,
      };
    case 'sectionControl':
      return { label: 'Section', words: 'fits the section of the questionnaire' };
    case 'aspectShown':
      return {
        label: 'Asked',
        words: `says ${aspect([...limb.aspects].filter(id => statement.aspects.has(id)))}`,
      };
    case 'aspectMissing':
      return { label: 'Asked', words: `does not say ${aspect(limb.aspects)}` };
    case 'valueShown':
      return { label: 'Value', words: `gives ${valueWords(limb, statement)}` };
    case 'amountMissing':
      return { label: 'Value', words: 'does not give the amount asked about' };
    case 'valueMissing':
    case 'cadenceMissing':
    case 'placeMissing':
      return { label: 'Value', words: `gives no ${[...limb.wants].join(' or ')}` };
    case 'thingShown':
      return {
        label: 'Named',
        words: `names ${thing([...limb.things].filter(id => statement.things.has(id)))}`,
      };
    case 'thingMissing':
      return {
        label: 'Named',
        words: `does not name ${thing([...limb.things].filter(id => !statement.things.has(id)))}`,
      };
    case 'thingSibling':
      return { label: 'Named', words: `names ${thing(statement.things)} instead` };
    case 'actionShown':
      return { label: 'Asked', words: 'says that what is asked is done' };
    case 'actionMissing':
      return { label: 'Asked', words: 'does not say that what is asked is done' };
    case 'demandMissing':
      return {
        label: 'Asked',
        words: `does not say ${unmetDemands(limb.demands, statement.passage.text, limb.text).join(', ')}`,
      };
    case 'writtenMissing':
      return { label: 'Asked', words: 'does not say that it is written down' };
    case 'disclosureMissing':
      return { label: 'Asked', words: 'does not say that customers are given it' };
    case 'whoMissing':
      return { label: 'Asked', words: 'does not name who or which, or that they are independent' };
    case 'eventMissing':
      return { label: 'Asked', words: 'does not say what has happened' };
    case 'nameMissing':
      return {
        label: 'Named',
        words: `does not name ${limb.names.map(i => limb.text.slice(limb.words[i]?.from, limb.words[i]?.to)).join(', ')}`,
      };
    case 'exampleShown':
      return { label: 'Named', words: 'holds examples the question gives' };
    case 'otherSubject':
      return {
        label: 'Subject',
        words: `is about ${[...statement.subjects].join(', ')}, asked is ${[...limb.subjects].join(', ')}`,
      };
    case 'actorMissing':
      return {
        label: 'Subject',
        words: `does not speak of ${actorsElsewhere(limb, statement).join(', ')}`,
      };
    case 'facetOther':
      return { label: 'Subject', words: `does not speak of ${facetsElsewhere(limb, statement).join(', ')}` };
    case 'onlyMissing':
      return { label: 'Scope', words: 'does not say that nothing else is used' };
    case 'aim':
      return { label: 'Kind', words: 'states an aim, not a practice' };
    case 'scope':
      return { label: 'Kind', words: 'says what a document covers' };
    case 'planned':
      return { label: 'Kind', words: 'speaks of a plan' };
    case 'question':
      return { label: 'Kind', words: 'is a question itself' };
    case 'pointer':
      return { label: 'Kind', words: 'points to another place' };
    case 'wholeTopic':
      return { label: 'Control', words: 'fits the question as a whole' };
    case 'fragment':
    case 'label':
    case 'brief':
      return { label: 'Kind', words: 'is only a label' };
    case 'long':
      return { label: 'Kind', words: 'is long' };
    case 'headOpen':
    case 'headsOpen':
      return { label: 'Asked', words: `does not speak of ${openCore('heads')}` };
    case 'verbOpen':
      return { label: 'Asked', words: `does not say ${openCore('verbs')}` };
    case 'modOpen':
      return { label: 'Asked', words: `does not narrow it to ${openCore('modifiers')}` };
    case 'beyondOpen':
      return { label: 'Words', words: `leaves open ${openCore('beyond')}` };
    case 'borrowed':
      return { label: 'Asked', words: 'the topic comes from the part of the question before' };
  }
}

function valueWords(limb: Limb, statement: Statement): string {
  const said = statement.values.filter(value => limb.wants.has(value.kind));
  return said.map(value => `"${statement.passage.text.slice(value.from, value.to)}"`).join(', ');
}

/** Ranges of the shared words and of the values asked for, merged where they touch. */
function marksOf(statement: Statement, limb: Limb): { from: number; to: number }[] {
  const ranges = [
    ...statement.words.filter(word => limb.roots.has(word.root)),
    ...statement.values.filter(value => limb.wants.has(value.kind)),
  ].map(({ from, to }) => ({ from, to }));
  const out: { from: number; to: number }[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else out.push(range);
  }
  return out;
}
