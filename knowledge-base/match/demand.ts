// Demands that change what would count as an answer: that the customer is given something, that the customer may
// choose, that something is independent, written down, or goes for a supplier. Read off the form of the question
// and looked for in the passage by its own words.
import { tokens } from '../text/tokens.ts';
import { categoryOf, spotThings } from '../vocabulary/things.ts';

export type Demand =
  | 'disclosed'
  | 'customerCan'
  | 'independent'
  | 'written'
  | 'named'
  | 'physical'
  | 'mobile'
  | 'happened'
  | 'told'
  | 'fourthParty';

const CUSTOMER =
  '(?:tenants?|customers?|clients?|us|users?|subscribers?|institutions?|our (?:organi[sz]ation|company|team|auditors?)|data subjects?|university|bank|hospital|college|school|agency|ministry|the public|interested parties|stakeholders|(?:cloud )?consumers?)';

const OF_ALL = '(?:your |our |own |the |all |any |every |affected |relevant )*';

const MISHAP =
  '(?:incidents?|breach(?:es|ed)?|compromis\\w+|outages?|disruptions?|downtime|attack(?:s|ed)?|hack(?:s|ed)?|ransomware|data loss(?:es)?|leak(?:s|ed)?|intrusions?|violations?|complaints?|lawsuits?|litigation|fine[ds]?|sued|penalt(?:y|ies)|sanctions?|insolven\\w+|bankrupt\\w*)';
const LATELY = '(?:past|last|previous|preceding|recent)';

const ASKED: Record<Demand, RegExp> = {
  disclosed: new RegExp(
    `\\b(?:(?:provide|give|send|supply|furnish|share|disclose|offer|communicate|present|publish|make)\\b[^.?]{0,80}\\b(?:to|with|for|available to)\\s+(?:your |our |the |all |any |affected )*${CUSTOMER}\\b|(?:provide|give|send|supply|offer|grant|furnish|inform|advise)\\s+(?:your |our |the |all |any )*${CUSTOMER}\\b[^.?]{0,40}\\b(?:with|a|an|the|access|of|documentation|report|reports|information|evidence|cop(?:y|ies))\\b|(?:upon|on|at) (?:\\w+ )?request\\b|(?:available|accessible|visible|shared|disclosed|communicated|provided|supplied|given|handed|sent|released|delivered) (?:over )?(?:to|with) (?:your |our |the |all |any )*${CUSTOMER}\\b|(?:can|could|will|would|may) (?:you|we) (?:\\w+ )?(?:provide|share|supply|send|receive|obtain|see|view|get|review|have)\\b|do you publish\\b|(?:are|will) (?:your |our |the |all |any |affected )*${CUSTOMER}\\b(?: be)?(?: \\w+ly)? (?:supplied|provided|given|sent|furnished|presented)\\b|(?:provide|attach|upload|send|share|supply|furnish|enclose|submit|forward|append|hand over) (?:us |me )?(?:with )?(?:a |an |the |your |any )*(?:\\w+ ){0,4}(?:cop(?:y|ies)|report|summary|certificate|evidence|link|diagram|list)\\b)`,
    'i',
  ),
  customerCan: new RegExp(
    `\\b(?:(?:allow|permit|enable|let)s? (?:your |our |the |all |any )*${CUSTOMER}\\b|(?:can|could|may) (?:your |our |own |the |all |any )*(?:${CUSTOMER}|we)\\b(?! (?:be|see|find|get|obtain|expect|assume|trust|rely|read|receive)\\b)|(?:are|will) (?:your |our |the |all |any )*(?:${CUSTOMER}|we)\\b(?: be)? (?:able|allowed|permitted) to|${CUSTOMER}[- ](?:triggered|managed|defined|specified|specific|generated|controlled|configurable|provided|owned)|(?:are|will) (?:your |our |the |all |any )*${CUSTOMER}\\b(?: be)? (?:invited|asked|consulted|involved)\\b|${CUSTOMER}\\b[^.?]{0,30}\\b(?:take part|participat\\w+|join in|attend)\\b|(?:option|ability|capability|possible|choice) (?:for|of)? ?(?:your |our |the )*(?:${CUSTOMER}|we)\\b|(?:custom|configurable|customi[sz]able|opt (?:in|out))\\b)`,
    'i',
  ),
  independent:
    /\b(?:independent(?:ly)?|(?:third|3rd)[- ]part(?:y|ies) (?:audit|test|assess|review|certif|penetration|firm|attest|evaluat)\w*|external(?:ly)? (?:audit|test|assess|review|firm|validat|penetration)\w*|outside (?:firm|auditor|party)|by (?:a|an) (?:qualified |accredited )?(?:third|external|outside|independent))/i,
  written: /\b(?:documented|written|formal(?:ly|i[sz]ed)?|codified|in writing|published)\b/i,
  named:
    /\b(?:names? of|by name|which (?:\w+ ){0,3}(?:tool|product|vendor|provider|platform|technolog|software|auditor|firm|standard|framework|compan|bod(?:y|ies)|browser|apps?\b)\w*|what (?:\w+ ){0,3}(?:tool|product|vendor|provider|platform|technolog|software|auditor|firm)\w*|^(?:[\w.-]+ ){1,4}(?:auditor|assessor|firm|vendor|supplier|provider|product|tool)s?(?: name)?\W*$|identify the (?:tool|product|vendor|provider)|(?<=^(?:please )?(?:name|list|identify|enumerate) (?:\w+ ){0,4})(?:sub-?processors?|sub-?contractors?|vendors?|suppliers?|tools?|products?|providers?|partners?|third[- ]parties|platforms?))/i,
  physical:
    /\b(?:physical(?:ly)?|premises|building|office|data ?cent(?:er|re)s?|facilit(?:y|ies)|on[- ]site)\b/i,
  mobile: /\b(?:mobile devices?|smart ?phones?|tablets?|byod|personal devices?|personally[- ]owned)\b/i,
  // What has happened, as against what is done: "have you had a breach", "uptime in the last quarter".
  happened: new RegExp(
    `\\b(?:(?:have|has|had) (?:you|there|your|the|any|customer|it|we)\\b[^?.]{0,50}\\b(?:experienced|suffered|had|been|encountered|faced|occurred|reported)\\b[^?.]{0,50}\\b${MISHAP}|${LATELY} (?:[\\w-]+ ){0,3}(?:months?|years?|quarter)\\b[^?.]*\\b${MISHAP}|${MISHAP}\\b[^?.]*\\b${LATELY} (?:[\\w-]+ ){0,3}(?:months?|years?|quarter)|(?:was|were|did)\\b[^?.]*\\b(?:last|latest|most recent) (?:[\\w-]+ ){0,2}(?:drill|exercise|test|quarter|year|audit|failover|assessment))\\b`,
    'i',
  ),
  // Who tells whom: "will you tell us" is not met by "suppliers tell us", nor by our own right to be told.
  told: new RegExp(
    `\\b(?:(?:tell|inform|notify|alert|advise|warn)(?:s|ing)? ${OF_ALL}${CUSTOMER}\\b|${CUSTOMER}\\b (?:be |get |is |are )?(?:\\w+ly )?(?:told|informed|notified|alerted|advised|warned)\\b)`,
    'i',
  ),
  fourthParty:
    /\b(?:fourth[- ]part\w+|(?:sub-?processors?|suppliers?|vendors?|sub-?contractors?|providers?)(?:['\u2019]s?)? (?:own )?(?:sub-?processors?|sub-?contractors?|suppliers?|vendors?)|(?:used|engaged|appointed|hired) by (?:your |the |our )?(?:own )?(?:sub-?processors?|suppliers?|vendors?|sub-?contractors?))\b/i,
};

const SHOWN: Record<Demand, RegExp> = {
  disclosed:
    /\b(?:available|publish\w*|shared?|provid\w+ (?:to|with|by|upon|on)|upon request|on request|request\w*|customers? (?:can|may|will|are|receive)|notif\w+|inform\w*|trust (?:cent(?:er|re)|portal|report)|disclos\w+|download\w*|send|sent|communicat\w+|list\w*|see (?:our|the)|report (?:is|are)|copy|copies|NDA|contact|post(?:ed|s)?|share)\b/i,
  customerCan:
    /\b(?:(?:customers?|tenants?|users?|clients?|you|administrators?|account owners?) (?:can|may|are (?:able|invited|asked|consulted|involved)|take part|participat\w+|have the (?:option|ability)|choose|control|manage|configure|select|request)|allow\w* (?:customers?|users?|you|tenants?)|configurable|customi[sz]\w+|option\w*|self[- ]serv\w+|choose|opt(?:ed|ing|s)?[- ](?:in|out)|enables? (?:customers?|users?|you)|your (?:own|data|account))\b/i,
  independent:
    /\b(?:independent\w*|third[- ]part\w+|external\w*|outside|auditors?|firms?|certif\w+|SOC ?[123]|ISO|accredited|assessor)\b/i,
  written:
    /\b(?:document\w*|written|formal\w*|polic(?:y|ies)|procedures?|plans?|program(?:me)?s?|standards?|process(?:es)?|publish\w*|agreements?|framework)\b/i,
  named: /\b[A-Z][A-Za-z]*[A-Z0-9][\w-]*\b|(?<=[a-z,;:] )[A-Z][a-z]{2,}/,
  physical:
    /\b(?:physical(?:ly)?|premises|buildings?|offices?|data ?cent(?:er|re)s?|facilit(?:y|ies)|on[- ]site|visitors?|escorted|badges?|reception|doors?|cctv|cameras?|guards?)\b/i,
  mobile: /\b(?:mobile|smart ?phones?|phones?|tablets?|byod|personal(?:ly)?|devices?|mdm)\b/i,
  happened:
    /\b(?:(?:ha(?:ve|s|d)|['\u2019]ve)(?:n['\u2019]t| _?(?:not|never)_?| no| been| had| experienced| suffered| occurred)|never|to date|in the (?:past|last)|since|was|were|occurred|experienced|suffered|took|showed|found|(?:19|20)\d\d)\b/i,
  told: new RegExp(
    `\\b(?:${CUSTOMER}|you|your|controllers?|data exporter|affected (?:parties|persons|individuals|organi[sz]ations)|publish\\w*|post(?:ed|s)?|status page|websites?|blog)\\b`,
    'i',
  ),
  fourthParty:
    /\b(?:fourth[- ]part\w+|sub-sub\w+|flow[- ]?(?:ed |s )?down|their (?:own )?(?:sub-?\w+|suppliers|vendors)|onward|downstream|chain)\b/i,
};

/** A rule, a case or a question reports nothing. */
const NO_REPORT =
  /^(?:when|if|in case|once|after)\b|\b(?:should|shall|must|may|might|can|will|would)\b|\?\s*$/i;

/** Words that documents write with a capital, and that name nobody. */
const TITLE =
  /^(?:The|This|Our|We|All|Report|Polic(?:y|ies)|Trust|Compliance|Security|Privacy|Data|Customers?|Services?|Teams?|Officer|Chief|Lead|Head|Manager|Director|Type|Level|Tier|Plan|Program(?:me)?|Agreements?|Addendum|Process(?:ing)?|Management|Information|Technology|Response|Incident|Access|Control|System|Product|Vendors?|Suppliers?|Employees?|Contractors?|Annual|Internal|External|Public|Private|Confidential|Restricted|Section|Appendix|Annex|Article|Clause|Schedule|Exhibit|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Friday)$/;
/** Of these a name says what is kept to, not who or what does it. */
const NO_ONE: ReadonlySet<string> = new Set(
  'standard law document role team recovery-term identity-protocol transport-protocol transfer-instrument tls-version encryption-algorithm hash-algorithm mfa-method business-fact data-kind staff-measure malware-threat country us-state world-region cloud-region'.split(
    ' ',
  ),
);
const ASKS_STANDARD =
  /\b(?:standards?|frameworks?|laws?|regulations?|certifications?|technolog\w+|algorithms?|methods?)\b/i;

/** A capital alone makes no name: SOC 2 is no firm, EDR no product, "Trust Report" nobody. */
function isName(name: string, asked: string): boolean {
  if (TITLE.test(name)) return false;
  if (ASKS_STANDARD.test(asked)) return true;
  const known = [...spotThings(tokens(name))].map(id => categoryOf(id));
  if (known.length > 0) return known.some(of => of !== undefined && of.topic !== true && !NO_ONE.has(of.id));
  return !/^[A-Z]{2,4}$/.test(name) || /\b[A-Z]{2,4} Group\b/.test(name);
}

export function demandsOf(question: string): Set<Demand> {
  const out = new Set<Demand>();
  for (const [demand, pattern] of Object.entries(ASKED))
    if (pattern.test(question)) out.add(demand as Demand);
  return out;
}

const NAME = new RegExp(SHOWN.named, 'g');
const holds = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());

/** True when the passage meets the demand in its own words; a name that the question gives away names nothing. */
export function meets(demand: Demand, text: string, asked: string): boolean {
  if (demand === 'named')
    return [...text.matchAll(NAME)].some(([name]) => !holds(asked, name) && isName(name, asked));
  return SHOWN[demand].test(text) && !(demand === 'happened' && NO_REPORT.test(text));
}

const SAID: Record<Demand, string> = {
  disclosed: 'that customers are given it',
  customerCan: 'that customers can choose or do it',
  independent: 'that an independent party does it',
  written: 'that it is written down',
  named: 'which one by name',
  physical: 'anything about premises',
  mobile: 'anything about mobile devices',
  happened: 'what has happened',
  told: 'that customers are told',
  fourthParty: 'anything about suppliers of suppliers',
};

/** What the passage does not say of what is demanded, in words to follow "does not say". */
export function unmetDemands(demands: Iterable<Demand>, text: string, asked: string): string[] {
  return [...demands].filter(demand => !meets(demand, text, asked)).map(demand => SAID[demand]);
}
