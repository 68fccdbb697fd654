// Words that say nothing about the subject of a security question. Grammar first, then the wrapping that
// questionnaires put around every question; "policy", "security" or "data" stay, their weight is a matter of
// how often a knowledge base uses them.
import { stem } from './stem.ts';

const GRAMMAR = `a an the and or nor but if then than so as at by for from in into of off on onto out over per to up
 upon via with within without about above across after again against along also am among any are aren't around because
 been before being below between both can cannot could did do does doing done down during each either else ever every
 few further get gets got had has have having he her here hers him his how however i is isn't it its itself just let
 may me might mine more most much must my neither no not now only other others our ours ourselves own per same she
 shall should since some such than that the their theirs them themselves there these they this those through thus too
 under until us very was we were what whatever when where whether which while who whom whose why will with would yes
 yet you your yours yourself am etc eg ie dont doesnt cant wont isnt arent whats thats`;

const WRAPPING = `please describe explain provide detail details indicate specify state list outline give elaborate confirm
 identify name answer answered question questions following include includes included including regarding concerning relating
 related relation respect relevant applicable appropriate appropriately adequate adequately organization organisation company
 companies firm vendor supplier provider service services solution product offering ensure ensures ensured make makes use
 used uses using utilize utilise currently place exist exists existing maintain maintains maintained establish established
 implement implemented implements formal formally documented document kind type types sort way ways manner able allow allows
 allowed enable enables perform performed performs conduct conducted conducts take taken takes etc based order case cases
 example examples need needs want would like tell know think anything something someone somebody anyone anybody everyone
 everything thing things really actually exactly happen happens happened going go goes come comes look looks keep keeps put
 set well good best industry standard practice practices`;

const set = (words: string) =>
  new Set(
    words
      .split(/\s+/)
      .filter(Boolean)
      .map(word => stem(word.replaceAll("'", ''))),
  );

const grammar = set(GRAMMAR);
const wrapping = set(WRAPPING);

/** True for words of grammar and for the wrapping of questionnaires. */
export function isEmptyWord(stemmed: string): boolean {
  return grammar.has(stemmed) || wrapping.has(stemmed);
}
