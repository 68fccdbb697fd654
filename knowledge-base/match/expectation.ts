// What kind of thing an answer must hold, read off the question's own words: how often, how long, where, who.
// The evidence check asks for it, so only clear forms count; an open "how do you" expects no value.
import { isFragment } from '../passages/tags.ts';
import type { ValueKind } from '../passages/values.ts';

export type Form = 'yesno' | 'how' | 'list' | 'value' | 'document' | 'open';
export type Quantifier = 'all' | 'only' | 'any' | null;

const WANTS: [ValueKind[], RegExp][] = [
  [['cadence'], /\bhow (?:often|frequent(?:ly)?|regularly)\b/i],
  [
    ['cadence', 'duration'],
    /\b(?:(?:what|which|at what|with what|state the|on what) (?:\w+ )?(?:frequency|cadence|interval|schedule|periodicity)|frequency (?:of|at which|with which)|rotation (?:period|interval))\b/i,
  ],
  [
    ['duration'],
    /\b(?:how (?:long|quickly|soon|fast|many (?:hours|days|weeks|months|years|minutes))|within (?:what|how|which)|(?:what|which|state|specify|define[ds]?) (?:\w+ ){0,4}(?:time ?frames?|time ?lines?|time limits?|periods?|durations?|sla|rto|rpo|deadline|turnaround|response time)|retention (?:period|time)|recovery (?:time|point) objectives?\b|time to (?:patch|remediate|restore|respond))/i,
  ],
  [
    ['percent', 'number'],
    /\b(?:what|which|state|specify|target|guaranteed) (?:\w+ ){0,4}(?:percentage|percent|uptime|availability (?:level|target|figure|percentage))\b/i,
  ],
  [
    ['number', 'length', 'percent', 'money'],
    /\b(?:how (?:many|much|large|big)(?! (?:hours|days|weeks|months|years|minutes))|(?:what|which) (?:is the |are the )?(?:(?:minimum|maximum|exact|target|total|average) )*(?:number|total|size|length|key length|amounts?|limits?|score|threshold|rate|ratio|price|cost|fee|budget|headcount|minimum|maximum)|number of)\b/i,
  ],
  [
    ['place', 'address'],
    /\b(?:where (?:is|are|do|does|will|in|can|would|was|were)|in (?:which|what) (?:\w+ ){0,4}(?:countr(?:y|ies)|regions?|locations?|jurisdictions?|cit(?:y|ies)|states?)|(?:which|what) (?:\w+ )?(?:countr(?:y|ies)|regions?|locations?|jurisdictions?|cities)|(?:geographic|physical|data ?cent(?:er|re)) (?:locations?|address(?:es)?)|countr(?:y|ies) (?:in which|where))\b/i,
  ],
  [
    // "Where can flaws be reported?" asks for an address of another kind.
    ['email', 'url', 'phone'],
    /\bwhere (?:can|do|does|should|may|must|are|is)\b[^?]*\b(?:report(?:ed)?|contact(?:ed)?|sen[dt]|submit(?:ted)?|publish(?:ed)?|posted|found|find|listed|download(?:ed)?|obtain(?:ed)?|seen?|read|viewed)\b/i,
  ],
  [
    ['role'],
    /^(?:and |also )?(?:by |to |with )?who(?:m|se)?\b|\b(?:who (?:is|are|has|have|can|will|does|do|approves?|reviews?|owns?|leads?|oversees?|performs?|conducts?|manages?|signs?|should|would)|whom|which (?:role|team|person|department|individual|function)|name of (?:the |your )?(?:person|officer|individual|ciso|dpo|contact)|job title|by whom)\b/i,
  ],
  [
    ['money'],
    /\bin (?:us )?(?:dollars|euros|pounds|usd|eur|gbp)\b|\bliability (?:cap|limit)\b|\b(?:coverage|insured) (?:amount|sum)\b|\bsum insured\b/i,
  ],
  [['email', 'url', 'phone'], /\bcontact (?:details|information|address|point)\b/i],
  [['email'], /\b(?:e-?mail address|contact e-?mail)\b|^[^?.]{0,60}\be-?mail$/i],
  [['phone'], /\b(?:(?:tele)?phone (?:number|no\.?)|hotline|fax number)\b|^[^?.]{0,60}\b(?:tele)?phone$/i],
  [['url'], /\b(?:(?:web )?link|url|web ?site|web ?page)\b/i],
  [
    ['date'],
    /\b(?:when (?:was|were|did|is|will)|what (?:is the )?date|date of|most recent|as of when|last (?:performed|completed|tested|reviewed|updated))\b/i,
  ],
  [['version'], /\b(?:(?:what|which) (?:\w+ ){0,2}versions?|minimum version|versions? of)\b/i],
  [
    ['address', 'place'],
    /\b(?:head ?quarters|registered (?:office|address)|mailing address|street address|office address|physical address)\b/i,
  ],
];

/** The kinds of value asked for; any one of them will do. Empty when no value is asked. */
export function valuesWanted(text: string): Set<ValueKind> {
  const out = new Set<ValueKind>();
  for (const [kinds, pattern] of WANTS) if (pattern.test(text)) for (const kind of kinds) out.add(kind);
  return out;
}

const YESNO =
  /^(?:(?:and|or|if (?:so|yes|not|no),?|also,?|in addition,?|for [^,?]{3,60},|when [^,?]{3,80},|where [^,?]{3,80},|if [^,?]{3,80},|(?:with regard|in relation|with respect|relating) to [^,?]{3,60},)\s+)*(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|must|may|might|isn't|aren't|don't|doesn't|am)\b/i;
/** "MFA enforced? Y/N" */
export const SAYS_YES_OR_NO = /[\s([](?:y|yes)\s*(?:\/|or)\s*(?:n|no)\b[^\p{L}]*$/iu;
const WHETHER =
  /\b(?:state|indicate|confirm|tell us|let us know|specify|advise|clarify|say)\b[^?.]{0,80}\bwhether\b/i;
/** "Once our contract ends, is ...", "IAM: Are ...": the question begins behind a clause or a label. */
const AFTER_CLAUSE =
  /[,;:] (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might) (?!(?:not |also |be |been )*(?:\w+ed|be|been)(?: (?:by|in|to|at|on|with|for|from|and|or|as|per|when|if)\b|\W*$))\w+[^?]*\?\W*$/i;
/** "What is done when ..., and who ...": asked before the comma already. */
const ASKS_FIRST =
  /^(?:please )?(?:how|what|which|whose|who|where|why|describe|explain|list|outline|detail|name)\b/i;
const CONFIRM = /^(?:confirm|attest|verify|certify) (?:that|you|all|there|the)\b/i;

export function formOf(text: string): Form {
  const plain = text.trim();
  if (
    /^(?:please )?(?:provide|attach|upload|send|share|supply|furnish|submit|enclose|forward|append|hand over)\b.{0,40}\b(?:cop(?:y|ies)|report|document|documentation|certificates?|policy|policies|evidence|diagram|summary|statement|letter)/i.test(
      plain,
    )
  )
    return 'document';
  if (
    YESNO.test(plain) ||
    CONFIRM.test(plain) ||
    SAYS_YES_OR_NO.test(plain) ||
    WHETHER.test(plain) ||
    (AFTER_CLAUSE.test(plain) && !ASKS_FIRST.test(plain))
  )
    return 'yesno';
  if (valuesWanted(plain).size > 0) return 'value';
  if (
    /^(?:please )?(?:list|name|enumerate|which|what (?:types?|kinds?|tools?|technolog|standards?|certifications?|frameworks?|providers?|controls?|measures?|are))\b/i.test(
      plain,
    )
  )
    return 'list';
  if (
    /^(?:please )?(?:how|describe|explain|outline|detail|elaborate|what (?:is|steps|process|procedures?|happens|do|does|methods?|mechanisms?))\b/i.test(
      plain,
    )
  )
    return 'how';
  return isBareTopic(plain) || isBareState(plain) ? 'yesno' : 'open';
}

/** "Encryption at rest", "IRP in place?": a few words without a verb ask whether it is so, unless they ask for a fact. */
function isBareTopic(text: string): boolean {
  return text.split(/\s+/).length <= 8 && !ASKS_FACT.test(text) && (isFragment(text) || IN_PLACE.test(text));
}

/** "Stored customer data encrypted?": a few words and a question mark, which ask for no fact. */
const isBareState = (text: string) =>
  /\?\W*$/.test(text) && text.split(/\s+/).length <= 12 && !ASKS_FACT.test(text);

const IN_PLACE = /\b(?:in place|enabled|implemented|supported|available|enforced|used|performed)\W*$/i;
const ASKS_FACT =
  /^(?:who|what|which|where|when|why|how|describe|list|name|provide|select|state|specify)\b|\b(?:providers?|vendors?|frequency|cadence|schedule|locations?|regions?|countr(?:y|ies)|names?|address|contacts?|e-?mail|phone|url|link|versions?|periods?|retention|technolog(?:y|ies)|stack|platforms?|tools?|tooling|types?|lists?|numbers?|objectives?|rto|rpo|sla|owners?|algorithms?|details?|approach|strateg(?:y|ies)|methods?|description|summary|mechanisms?|measures|techniques|minutes|seconds|days|weeks|months|years|intervals?|limits?|hours|process|title|role|responsib\w+|cop(?:y|ies)|reports?|certificates?)\b/i;

/** "Every" of "every six months" counts time and not what it is about. */
const OFTEN = /\b(?:each|every)\s+(?:\w+\s+)?(?:hour|day|night|week|month|quarter|year)s?\b/gi;

export function quantifierOf(asked: string): Quantifier {
  const text = asked.replace(OFTEN, '');
  if (/\b(?:only|exclusively|solely|strictly|nothing but|limited to)\b/i.test(text)) return 'only';
  if (
    /\b(?:all|every|each|any and all|entire|always|100%|everyone|everybody|throughout|without exception|across the board)\b/i.test(
      text,
    )
  )
    return 'all';
  return /\b(?:any|some|at least one|ever)\b/i.test(text) ? 'any' : null;
}
