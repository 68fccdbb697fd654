// The core of a question: what it asks to be done and to what ("archived", "logs", "application"), apart from what
// hangs on it ("in accordance with ..."). A passage that shares only what hangs on the core is on the topic and
// answers something else: "acknowledgment of training" is not answered by training.
import { type TaggedWord, tagWords } from '../text/parts-of-speech.ts';

export interface Range {
  from: number;
  to: number;
}

/** Ranges of words in the text. */
export interface Core {
  /** The verbs asked about; verbs that say nothing of their own ("have", "maintain") are none. */
  verbs: Range[];
  /** The nouns they are about: subject and object. */
  heads: Range[];
  /** What narrows those nouns: "stateful", "application". */
  modifiers: Range[];
  /** Nouns and adjectives further out: after a preposition or in a clause of their own. */
  beyond: Range[];
}

/** Positions of a group of nouns in the tagged words; `to` is exclusive, the noun it is about stands last. */
interface NounGroup {
  from: number;
  to: number;
}

export function coreOf(text: string): Core {
  const words = tagWords(text.replace(REQUEST, lead => ' '.repeat(lead.length)));
  const groups = nounGroups(words);
  const { near, far } = withObject(words, groups, apart(words, groups));
  const heads: TaggedWord[] = [];
  const modifiers: TaggedWord[] = [];
  for (const group of near) {
    const said = words.slice(group.from, group.to).filter(isTelling);
    const at = said.findLastIndex(word => isNoun(word) && !EMPTY.has(word.word.toLowerCase()));
    const head = said[at] ?? ofGroup(words, group, far);
    if (head) heads.push(head);
    const before = said.slice(0, at < 0 ? undefined : at);
    modifiers.push(...before.filter(word => !EMPTY.has(word.word.toLowerCase())));
  }
  return {
    verbs: mainVerbs(words, groups),
    heads,
    modifiers,
    beyond: far.flatMap(group =>
      words
        .slice(group.from, group.to)
        .filter(word => isTelling(word) && !EMPTY.has(word.word.toLowerCase())),
    ),
  };
}

/** "Explain how it is proven that ..." asks of the proof; the explaining is the asker's. */
const REQUEST =
  /^\W*(?:please |kindly )?(?:explain|describe|state|specify|indicate|outline|detail|summari[sz]e|clarify|show|tell us|set out|give details of|provide details (?:of|on)|confirm)\b(?: (?:in detail|briefly|for us))?(?: (?:how|whether|that|when|where|why|if)\b)?/i;

/** "A process for key rotation" is about the rotation: the noun after the empty one. */
function ofGroup(words: readonly TaggedWord[], group: NounGroup, far: readonly NounGroup[]) {
  const next = far.find(other => other.from > group.to && other.from - group.to <= 2);
  return next && /^(?:of|for|to|over|on)$/i.test(words[group.to]?.word ?? '')
    ? words[next.to - 1]
    : undefined;
}

const isNoun = (word: TaggedWord | undefined) => word?.pos === 'NOUN' || word?.pos === 'PROPN';
const inGroup = (word: TaggedWord | undefined) =>
  isNoun(word) || word?.pos === 'ADJ' || word?.pos === 'NUM' || word?.pos === 'DET';
const joinsGroup = (word: TaggedWord | undefined) => word !== undefined && /^(?:-|\/|'s)$/.test(word.word);
const isTelling = (word: TaggedWord) => word.pos !== 'DET' && /\w/.test(word.word) && word.word !== "'s";

function nounGroups(words: readonly TaggedWord[]): NounGroup[] {
  const out: NounGroup[] = [];
  for (let i = 0; i < words.length; i += 1) {
    let end = i;
    let noun = -1;
    while (inGroup(words[end]) || (end > i && joinsGroup(words[end]) && inGroup(words[end + 1]))) {
      if (isNoun(words[end])) noun = end;
      end += 1;
    }
    if (noun >= 0) out.push({ from: i, to: noun + 1 });
    i = Math.max(i, end - 1);
  }
  return out;
}

const OPENS_CLAUSE = /^(?:that|which|who|whose|while|when|where|if|to|including|include|by)$/i;

/** "Before their first day": whose it is stands between the preposition and its nouns. */
const isTime = (between: readonly TaggedWord[]) =>
  /^(?:before|after|during|until|upon)$/i.test(between.at(-2)?.word ?? '') &&
  /^(?:my|your|our|their|his|her|its)$/i.test(between.at(-1)?.word ?? '');

/** Groups that stand with the verb, and those behind a preposition or in a clause of their own. */
function apart(words: readonly TaggedWord[], groups: readonly NounGroup[]) {
  const near: NounGroup[] = [];
  const far: NounGroup[] = [];
  let behind = false;
  let clause = false;
  for (const [i, group] of groups.entries()) {
    const between = words.slice(groups[i - 1]?.to ?? 0, group.from);
    if (i > 0 && between.some(word => OPENS_CLAUSE.test(word.word))) clause = true;
    const joined = between.some(word => word.pos === 'CCONJ' || word.word === ',');
    behind = between.at(-1)?.pos === 'ADP' || isTime(between) || (behind && joined);
    (behind || clause ? far : near).push(group);
  }
  return { near, far };
}

/**
 * A verb without an object takes the group behind its preposition for one: "start out with broad rights". Of a passive
 * the subject is what the verb is about: "are logs kept in the cloud" asks of logs.
 */
function withObject(
  words: readonly TaggedWord[],
  groups: readonly NounGroup[],
  { near, far }: { near: NounGroup[]; far: NounGroup[] },
) {
  const [verb] = mainVerbs(words, groups);
  const at = verb ? words.indexOf(verb) : -1;
  const passive = words.slice(0, at).some(word => BE.test(word.word));
  if (at < 0 || passive || near.some(group => group.from > at)) return { near, far };
  const object = far.find(
    group =>
      group.from > at && words.slice(at + 1, group.from).every(word => /^(?:ADP|ADV|PART)$/.test(word.pos)),
  );
  return object ? { near: [...near, object], far: far.filter(group => group !== object) } : { near, far };
}

const BE = /^(?:am|is|are|was|were|be|been|being)$/i;

/** The first verb and those joined to it; a verb of a relative clause is none. */
function mainVerbs(words: readonly TaggedWord[], groups: readonly NounGroup[]): TaggedWord[] {
  const free = words.filter(
    (word, i) => word.pos === 'VERB' && !groups.some(group => i >= group.from && i < group.to),
  );
  const said = free.filter(word => !inRelativeClause(words, words.indexOf(word)));
  // "Is there a program that rewards researchers": where the main clause says nothing, the relative one asks.
  const empty = said.every(word => EMPTY_VERB.has(word.word.toLowerCase()));
  const main = empty ? free.filter(word => opensRelativeClause(words, words.indexOf(word))) : said;
  const [first] = main;
  if (!first) return [];
  const at = words.indexOf(first);
  const joined = main.slice(1).filter(word => {
    const i = words.indexOf(word);
    return i - at <= 4 && words.slice(at + 1, i).some(one => one.pos === 'CCONJ' || one.word === ',');
  });
  return [first, ...joined].filter(word => !EMPTY_VERB.has(word.word.toLowerCase()));
}

function inRelativeClause(words: readonly TaggedWord[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (/^(?:that|which|who|where|when|while|whose)$/i.test(words[i]?.word ?? '')) return true;
    if (isNoun(words[i])) return false;
  }
  return false;
}

/** The verb of a relative clause on a noun that any practice is called by: "a process which ensures". */
function opensRelativeClause(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 2];
  return (
    /^(?:that|which|who)$/i.test(words[at - 1]?.word ?? '') &&
    before !== undefined &&
    EMPTY.has(before.word.toLowerCase())
  );
}

/** Verbs that only say that something is so; the noun beside them says what. */
const EMPTY_VERB = new Set(
  'have has had do does use uses used using utilize utilise utilized utilised utilizing provide provides provided perform performs performed conduct conducted implement implemented maintain maintained support supported ensure ensured employ employed employing describe explain list state specify indicate give confirm please make made offer offered operate operated include includes included including exist exists take taken apply applied applying place placed put establish established follow followed define defined deploy deployed run get see need handle handled manage managed adopt adopted enable enabled leverage keep kept hold held set address cover covered undergo undergoes undergone undertake undertakes undertaken carry carries carried execute executed embed embedded install installed exercise exercised practise practised switch switched foresee foresees foreseen envisage envisaged'.split(
    ' ',
  ),
);

/** Words that any practice is called by; what narrows them says which. */
const EMPTY = new Set(
  'customer customers client clients tenant tenants user users institution institutions institutional organizational documented formal written defined established implemented current existing appropriate adequate suitable following overall policy policies procedure procedures process processes mechanism mechanisms control controls capability capabilities ability program programs programme programmes practice practices system systems measure measures solution solutions method methods methodology methodologies standard standards requirement requirements documentation document documents strategy strategies approach approaches activity activities function functions functionality tool tools technology technologies service services option options place type types means part level use list copy details description way ways step steps environment environments infrastructure organization organisation company product application applications platform data information security provision provisions arrangement arrangements safeguard safeguards technique techniques plan plans facility facilities network networks component components'.split(
    ' ',
  ),
);
