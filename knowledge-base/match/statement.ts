// A passage as the matcher sees it: cut into words once, its controls, aspects, things, values and tags found
// once. Everything the features need, nothing that depends on a question.
import type { Passage } from '../../contract/knowledge.ts';
import {
  isFragment,
  leadingSubject,
  type Modality,
  modalitiesOf,
  type Subject,
  subjectsOf,
  subjectsOfHeading,
} from '../passages/tags.ts';
import { type Value, valuesIn } from '../passages/values.ts';
import { actionsIn } from '../text/actions.ts';
import { blankNames } from '../text/names.ts';
import { isEmptyWord } from '../text/stop-words.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { wordGroups } from '../text/word-groups.ts';
import { spotAspects } from '../vocabulary/aspects.ts';
import { readControls } from '../vocabulary/controls.ts';
import { controlNumbers } from '../vocabulary/kin.ts';
import { spotThings } from '../vocabulary/things.ts';
import { type TopicVector, topicVector } from '../vocabulary/topic-vector.ts';
import { type Actor, actorsIn, actorsTold } from './actors.ts';

export interface Statement {
  passage: Passage;
  words: Token[];
  /** Roots of the content words in order. */
  sequence: readonly string[];
  /** Content roots of the text, of its context and of its headings. */
  roots: ReadonlySet<string>;
  contextRoots: ReadonlySet<string>;
  headingRoots: ReadonlySet<string>;
  /** Word groups of the text, and of its context and headings. */
  groups: ReadonlySet<string>;
  groupsAround: ReadonlySet<string>;
  /** Controls with their weight (0 to 1) by where they were found. */
  controls: ReadonlyMap<string, number>;
  contextControls: ReadonlyMap<string, number>;
  headingControls: ReadonlyMap<string, number>;
  /** Roots the passage speaks of without exception: "all accounts" holds for administrators' accounts too. */
  universal: ReadonlySet<string>;
  /** `controls` by number, as the features walk them. */
  spoken: readonly Spoken[];
  /** Topics of the text with its context and nearest heading. */
  topic: TopicVector;
  actions: ReadonlySet<number>;
  aspects: ReadonlySet<string>;
  things: ReadonlySet<string>;
  contextThings: ReadonlySet<string>;
  values: readonly Value[];
  subjects: ReadonlySet<Subject>;
  /** Everybody mentioned in its text, context or headings. */
  actors: ReadonlySet<Actor>;
  /** Whom the sentence is about, when its opening says so. */
  lead: Subject | null;
  /** Whom its headings below the title are about: under "Third-party standards" suppliers, under "Corporate" staff. */
  under: ReadonlySet<Subject>;
  modalities: ReadonlySet<Modality>;
  /** Has no verb. */
  fragment: boolean;
}

/** A control by number of vocabulary/kin.ts, and its weight. */
export interface Spoken {
  control: number;
  weight: number;
}

/** `names` are the company's own: they are read as "you", for "Zapro AI" is no statement about AI. */
export function makeStatement(passage: Passage, names: readonly string[]): Statement {
  const around = readSurroundings(passage, names);
  const words = tokens(nameless(passage.text, names));
  const roots = contentRoots(words);
  const controls = readControls(words).weights;
  return {
    passage,
    words,
    sequence: words.filter(word => roots.has(word.root)).map(word => word.root),
    roots,
    contextRoots: around.contextRoots,
    headingRoots: around.headingRoots,
    groups: groupsOf(roots),
    groupsAround: around.groups,
    controls,
    contextControls: around.contextControls,
    headingControls: around.headingControls,
    spoken: [...controls].map(([id, weight]) => ({ control: controlNumbers.get(id) ?? -1, weight })),
    universal: universalIn(words),
    topic: topicVector([...words, ...around.context, ...around.nearestHeading]),
    actions: actionsIn([...words, ...around.context].map(word => word.root)),
    aspects: spotAspects(words, 'evidence'),
    things: spotThings(words),
    contextThings: around.things,
    values: valuesIn(passage.text),
    subjects: subjectsOf(passage.text),
    actors: new Set([...actorsTold(passage.text), ...around.actors]),
    lead: leadingSubject(passage.text),
    under: around.under,
    fragment: isFragment(passage.text),
    modalities: modalitiesOf(passage.text, passage.heading, words),
  };
}

const EVERY = /^(?:all|every|each|any)$/;

/** The noun after "all"; what stands between the two narrows it ("all production accounts"), and then it is not all. */
function universalIn(words: readonly Token[]): Set<string> {
  return new Set(words.flatMap((word, i) => (EVERY.test(words[i - 1]?.word ?? '') ? [word.root] : [])));
}

/** True when a passage reads the same whichever of the two lists of names is the company's. */
export function readsAlike(passage: Passage, some: readonly string[], others: readonly string[]): boolean {
  const text = [passage.text, ...passage.context, ...passage.heading].join('\n');
  return nameless(text, some) === nameless(text, others);
}

/** The lead-ins and headings of a passage, read. Its neighbours have the same, so they are read once for all. */
interface Surroundings {
  context: readonly Token[];
  nearestHeading: readonly Token[];
  contextRoots: ReadonlySet<string>;
  headingRoots: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  contextControls: ReadonlyMap<string, number>;
  headingControls: ReadonlyMap<string, number>;
  things: ReadonlySet<string>;
  actors: ReadonlySet<Actor>;
  under: ReadonlySet<Subject>;
}

const surroundings = new Map<string, Surroundings>();
const KEPT = 1_000;

function readSurroundings(passage: Passage, names: readonly string[]): Surroundings {
  const key = JSON.stringify([passage.context, passage.heading, names]);
  let known = surroundings.get(key);
  if (!known) {
    const read = (text: string) => tokens(nameless(text, names));
    const context = read(passage.context.join(' . '));
    const heading = read(passage.heading.join(' . '));
    const contextRoots = contentRoots(context);
    const headingRoots = contentRoots(heading);
    known = {
      context,
      nearestHeading: read(passage.heading.at(-1) ?? ''),
      contextRoots,
      headingRoots,
      groups: groupsOf([...contextRoots, ...headingRoots]),
      contextControls: readControls(context).weights,
      headingControls: readControls(heading).weights,
      things: spotThings([...context, ...heading]),
      actors: actorsIn([...passage.context, ...passage.heading].join(' . ')),
      under: new Set(passage.heading.slice(1).flatMap(one => [...subjectsOfHeading(one)])),
    };
    if (surroundings.size >= KEPT) surroundings.clear();
    surroundings.set(key, known);
  }
  return known;
}

function groupsOf(roots: Iterable<string>): Set<string> {
  return new Set([...roots].flatMap(root => [...wordGroups(root)]));
}

export function contentRoots(words: readonly Token[]): Set<string> {
  return new Set(words.filter(word => !isEmptyWord(word.stem)).map(word => word.root));
}

/** The text with names blanked out at the same length, so that character ranges still hold. */
function nameless(text: string, names: readonly string[]): string {
  return blankNames(blankLinks(text), names);
}

function blankLinks(text: string): string {
  return text.replace(
    /(!?\[)([^\]]*)(\]\([^)]*\))/g,
    (_, open: string, words: string, end: string) =>
      `${' '.repeat(open.length)}${words}${' '.repeat(end.length)}`,
  );
}

/** Whether the passage, its context or its headings have the word, or the passage one of its group. */
export function isNamed(root: string, { roots, contextRoots, headingRoots, groups }: Statement): boolean {
  return (
    roots.has(root) ||
    contextRoots.has(root) ||
    headingRoots.has(root) ||
    wordGroups(root).some(group => groups.has(group))
  );
}
