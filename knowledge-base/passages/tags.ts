// What a statement is about and how it speaks: whose practice it describes (staff, customer, vendor, product)
// and whether it states a fact or a rule, an aim, the scope of a document, a plan, or an absence. Questions are
// read with the same eyes, so that "your staff" does not meet "our users".
import type { Token } from '../text/tokens.ts';
import { valuesIn } from './values.ts';

export type Subject = 'staff' | 'customer' | 'vendor' | 'product' | 'visitor';
export type Modality =
  | 'fact'
  | 'rule'
  | 'aim'
  | 'scope'
  | 'planned'
  | 'negation'
  | 'question'
  | 'pointer'
  | 'label';

const SUBJECTS: Record<Subject, RegExp> = {
  staff:
    /\b(?:employees?|staff|personnel|workforce|contractors?|workers?|team ?mates?|team members?|new hires?|hires?|joiners?|leavers?|engineers?|developers?|administrators?|candidates?|our people|colleagues?|insiders?|interns?|temps?)\b/i,
  customer:
    /\b(?:customers?(?!['\u2019]? (?:data|content|information))|clients?(?!['\u2019]? (?:data|content|information))|tenants?|end[- ]users?|our users|your users|subscribers?|data subjects?|consumers?|institutions?|students?|patients?|account holders?)\b/i,
  vendor:
    /\b(?:vendors?|suppliers?|sub-?processors?|third[- ]part(?:y|ies)(?![- ](?:dependenc|librar|code|software|component|package|audit|test|assess|penetration|firm|auditor))|services? (?:used by|we use)|sub-?contractors?|partners?|service providers?|outsourc\w+|fourth[- ]part(?:y|ies)|processors?|cloud providers?|hosting providers?)\b/i,
  product:
    /\b(?:the (?:product|solution|application|platform|service|software|system)|your (?:product|solution|application|platform|software|app|saas)|our (?:product|platform|application|software|app|api|service))\b/i,
  visitor: /\b(?:visitors?|guests?)\b/i,
};

export function subjectsOf(text: string): Set<Subject> {
  const out = new Set<Subject>();
  for (const [subject, pattern] of Object.entries(SUBJECTS))
    if (pattern.test(text)) out.add(subject as Subject);
  return out;
}

const CORPORATE = /\b(?:corporate|internal|human resources|people|workstations?|offices?)\b/i;

/** Whom a section is about; "Corporate security" is about the company's own staff and their devices. */
export function subjectsOfHeading(heading: string): Set<Subject> {
  const out = subjectsOf(heading);
  if (CORPORATE.test(heading)) out.add('staff');
  return out;
}

/** Whom the sentence is about: the first of them it names, when it names one within its first words. */
export function leadingSubject(text: string): Subject | null {
  const opening = text.split(/\s+/).slice(0, 6).join(' ');
  let first: { subject: Subject; at: number } | null = null;
  for (const [subject, pattern] of Object.entries(SUBJECTS)) {
    const at = opening.search(pattern);
    if (at >= 0 && (first === null || at < first.at)) first = { subject: subject as Subject, at };
  }
  return first?.subject ?? null;
}

const AIM =
  /\b(?:aims? (?:to|at)|aimed at|intends?(?: to)?|intended to|strives?|seeks? to|committed to|commitment to|goals?|(?<!(?:recovery|recovery time|recovery point|time|point|service level|control) )objectives?|mission|vision|endeavou?rs?|in order to be|very seriously|mindset|priorit(?:y|ise|ize)|dedicated to|takes? .{0,40} seriously|best[- ]in[- ]class|we understand|purpose of)\b/i;
const SCOPE =
  /\b(?:(?:this|the|these) (?:[\p{L}]+ ){0,4}(?:policy|policies|document|procedure|standard|section|page|plan|guideline|process|handbook|report|statement)s? (?:[\p{L}]+ ){0,2}(?:appl(?:y|ies)|defines?|describes?|covers?|outlines?|establish(?:es)?|sets?|explains?|provides?|is intended|is designed|specif(?:y|ies)|contains?|governs?|lays|details?|documents?|addresses)|applies to (?:all|any|everyone|the following)|in scope|out of scope|scope of this)\b/iu;
const PLANNED =
  /\b(?:plans? to|planned|planning to|roadmap|will soon|coming soon|in (?:the )?(?:near )?future|upcoming|working towards?|in progress|under way|underway|by (?:q[1-4]|the end of|end of)|to be (?:implemented|introduced|completed|defined|determined)|not yet|pending|tbd|eventually|aspir\w+)\b/i;
const NEGATION =
  /\b(?:not|no|never|none|neither|nor|without|cannot|can't|don't|doesn't|isn't|aren't|won't|prohibit(?:s|ed)?|forbid(?:s|den)?|disallow(?:s|ed)?|exclud(?:es|ed)|lacks?|absence of)\b/i;
const RULE =
  /\b(?:must|shall|should|requires?|required|mandatory|have to|has to|need to|needs to|is enforced|are enforced|responsible for)\b/i;
/** A step of a how-to ("Go to Firewall -> Rules") tells a colleague where to press; it states no practice. */
const STEP =
  /^(?:[-*\d.)\s]*)(?:go (?:to|on|in|into|back)|click|open|select|navigate|press|choose|scroll|type|tick|drag|paste|copy|hover|search for|log ?in to|sign in to)\b|\s(?:->|\u2192|>>)\s/i;
const POINTER =
  /\b(?:see|refer to|please (?:see|refer|visit|read)|for (?:more|full|further) (?:details?|information|terms)|learn more|visit|can be found|read more|click|listed? (?:at|here|on)|available (?:at|on|here))\b/i;
const AIM_HEADING = /\b(?:objectives?|purposes?|goals?|mission|vision|principles?|commitments?)\b/i;
const SCOPE_HEADING =
  /\b(?:scope|applicability|introduction|definitions?|glossary|about this|(?:revision|version|change|document) (?:history|log|control))\b/i;
const CONTENTS_HEADING = /^(?:(?:table|list) of )?contents$/i;
/** "Encryption of backups ........ 12" */
const CONTENTS_LINE = /(?:\.\s?){4,}\s*\d+$/;
/** "2.0 | 11 June 2022 | R. Okafor | ...": what was done to the document. */
const REVISION =
  /^(?:version:? ?)?v?\d+\.\d+[;|\s]+(?:date:? ?)?(?:\d{1,2}[./ -])?(?:\d{1,2}|[A-Z][a-z]+)[./ -](?:19|20)?\d\d|^(?:version:? ?)?v?\d+\.\d+[;|\s]+(?:date:? ?)?(?:19|20)\d\d-\d\d/i;
const EXAMPLE = /\b(?:like|such as|e\.g\.|for example)\s/i;
const SIGNS: [Modality, RegExp][] = [
  ['scope', SCOPE],
  ['aim', AIM],
  ['planned', PLANNED],
  ['negation', NEGATION],
  ['rule', RULE],
  ['pointer', POINTER],
];

/** Under "Purpose" too, "reviewed every year" says what is done. */
const statesAmount = (text: string) =>
  valuesIn(text).some(value => value.amount !== null && !value.vague && value.kind !== 'number');

/** Every way the statement speaks; plain statements are `fact`. A few words with no verb are a `label`. */
export function modalitiesOf(
  text: string,
  heading: readonly string[],
  words: readonly Token[],
): Set<Modality> {
  const out = new Set<Modality>();
  const nearest = heading.at(-1) ?? '';
  if (AIM_HEADING.test(nearest) && !statesAmount(text)) out.add('aim');
  if (SCOPE_HEADING.test(nearest)) out.add('scope');
  for (const [modality, pattern] of SIGNS) if (pattern.test(text)) out.add(modality);
  if (STEP.test(text)) out.add('pointer');
  if (/\?["')\]*_]*$/.test(text)) out.add('question');
  if (REVISION.test(text)) out.add('label');
  if (CONTENTS_HEADING.test(nearest.trim()) || CONTENTS_LINE.test(text)) out.add('label');
  if (words.length <= 2 || /:$/.test(text) || (isFragment(text) && EXAMPLE.test(text))) out.add('label');
  if (out.size === 0) out.add('fact');
  return out;
}

const VERB =
  /\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|must|can|could|may|might|cannot|won't|don't|doesn't|isn't|aren't)\b|\b\w{3,}ed\b|\b(?:use|run|keep|hold|build|send|give|take|make|get|let|set|store|need|require|ensure|provide|maintain|perform|conduct|review|follow|include|encrypt|protect|support|allow|monitor|apply|offer|publish|store|retain|delete|notify|train|test|scan|comply|undergo|rely|limit|restrict|prevent|enforce|report|contact|host|operate|own|oversee|implement|log)(?:e?s)?\b|\b(?:kept|held|built|sent|given|taken|made|set|run|done|found|written|known|bound)\b/i;

/** True for a line without a verb: a label or the item of a list, which states nothing by itself. */
export function isFragment(text: string): boolean {
  return !VERB.test(text);
}
