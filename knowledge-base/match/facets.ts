// Closed sets of which a sentence names one and so leaves the others open: data at rest, in transit, in use; production
// and test; high risk and low risk; tier 1 and tier 2. A passage on the one says nothing of the other, however many of
// their words are shared.

/** Each member by the name a reader would give it, and how it is written. */
type Facet = Readonly<Record<string, RegExp>>;

const LEVELLED =
  '(?:[- ](?:risk|severity|priority|impact|sensitivity|criticality|value)|(?:er|est)? (?:vulnerabilit|finding|vendor|supplier|third|incident|issue|rated|class))';
const level = (word: string) =>
  new RegExp(`\\b${word}${LEVELLED}|\\b${word}\\b(?=[^.]*\\b(?:rated|rating|severity)\\b)`, 'i');

const FACETS: readonly Facet[] = [
  {
    'at rest': /\b(?:at[- ]rest|on disk|stored data|full[- ]disk|when stored|in storage)\b/i,
    'in transit':
      /\b(?:in[- ]transit|in[- ]motion|in[- ]flight|transmi(?:t|ss)\w*|over (?:public |the )?(?:networks?|internet)|tls|https|ssl|wire)\b/i,
    'in use':
      /\b(?:(?:data|encrypt\w*) (?:at[- ]rest, in[- ]transit,? and )?in[- ]use|(?:even )?while (?:it is |being |in )?(?:used|use|processed)|confidential computing|enclaves?|in memory|at[- ]work)\b/i,
  },
  {
    'in production': /\b(?<!non-)(?<!non )(?<!pre-)(?:production|prod|live (?:environment|system)s?)\b/i,
    'outside production':
      /\b(?:non-?prod\w*|pre-?prod\w*|(?:test(?:ing)?|development|dev|qa|staging) (?:and \w+ )?(?:environments?|systems?|servers?|networks?|data|instances?)|staging|sandbox(?:es)?)\b/i,
  },
  {
    critical: level('critical'),
    'high risk': level('high'),
    'medium risk': level('(?:medium|moderate)'),
    'low risk': level('low'),
  },
  {
    'public data': /\bpublic(?:-class|ly classified)?[- ](?:data|information|class\w*)\b/i,
    'internal data':
      /\b(?:classed|classified) (?:as )?internal\b|\binternal(?:-class)?[- ](?:data|information|class\w*|only)\b/i,
    'confidential data':
      /\b(?:classed|classified) (?:as )?confidential\b|\bconfidential(?:-class)?[- ](?:data|information|class\w*)\b/i,
    'restricted data':
      /\b(?:classed|classified) (?:as )?restricted\b|\brestricted(?:-class)?[- ](?:data|information|class\w*)\b/i,
  },
  {
    'internal audits': /\binternal (?:\w+ )?(?:audit|assess|review)\w*/i,
    'external audits':
      /\b(?:external|independent|third[- ]party|outside) (?:\w+ )?(?:audit|assess|review)\w*/i,
  },
  {
    'network scans': /\bnetwork(?:-layer|[- ]level)?[^.?]{0,25}\bscan\w*/i,
    'application scans': /\b(?:web )?application(?:-layer|[- ]level)?[^.?]{0,25}\bscan\w*|\bdast\b/i,
    'scans of operating systems':
      /\b(?:operating system|os|host|server)(?:-layer|[- ]level)?[^.?]{0,25}\bscan\w*/i,
    'scans of dependencies': /\b(?:dependenc\w+|librar\w+|packages?|open[- ]source)[^.?]{0,40}\bscan\w*/i,
    'scans of containers': /\b(?:container|image)s?[^.?]{0,40}\bscan\w*/i,
    'scans of code': /\b(?:source )?code[^.?]{0,25}\bscan\w*|\bsast\b/i,
  },
  {
    'incoming traffic': /\b(?:inbound|ingress|incoming)\b/i,
    'outgoing traffic': /\b(?:outbound|egress|outgoing)\b/i,
  },
  {
    onboarding: /\b(?:on-?boarding|joiners?|new hires?|upon hire|at hire|start of employment)\b/i,
    offboarding: /\b(?:off-?boarding|leavers?|terminat\w+|resign\w*|depart(?:ure|ing|s)?|separation)\b/i,
  },
  {
    'the public one': /\bpublic (?:\w+ )?(?:bount\w+|programme?|scheme|cloud|keys?|repositor\w+)\b/i,
    'the private one': /\bprivate (?:\w+ )?(?:bount\w+|programme?|scheme|cloud|keys?|repositor\w+)\b/i,
  },
  {
    contractors:
      /\b(?:contractors?|freelancers?|temps|(?:temporary|agency|contract(?:ed)?|external) (?:staff|workers?|personnel|employees?)|temporary-contract|interns?|consultants?)\b/i,
    employees: /\b(?:employees?|staff|colleagues|permanent (?:staff|workers?)|candidates?|new hires?)\b/i,
  },
  {
    'before employment':
      /\b(?:pre-?employment|before (?:\w+ )?(?:they )?(?:start\w*|join\w*|(?:being )?hired|hiring|employment|their first|granting|being (?:given|granted)|access)|prior to (?:\w+ )?(?:employment|hir\w+|joining|start\w*|access|granting)|up ?on hir\w+|candidates?|applicants?|job offers?)\b/i,
    'during employment':
      /\b(?:during (?:their |the )?employment|throughout (?:their |the )?employment|re-?screen\w*|repeat(?:s|ed|ing)? (?:\w+ )?(?:the )?(?:\w+ )?(?:check|screening|vetting)s?|(?:checks?|screening|vetting) (?:is |are )?(?:repeated|renewed|redone)|existing (?:staff|employees))\b/i,
  },
  {
    'the hosted version':
      /\b(?:hosted|cloud|managed|saas|multi-tenant) (?:version|edition|offering|deployment|product)\b/i,
    'the self-hosted version':
      /\b(?:self[- ]?(?:host|manag)\w*|on-?prem(?:ises?)?|(?:install|run|host)\w* (?:\w+ ){0,3}(?:on|in) (?:our|your|their) own)\b/i,
  },
  {
    'traffic between internal services':
      /\b(?:between|among) (?:(?:your|our|the|all|internal|own|individual) )*(?:micro-?services?|services?|servers?|(?:\w+ )?components?|systems|nodes|containers|data ?cent(?:er|re)s)\b|\binternal (?:network )?(?:traffic|communications?|connections?)\b|\bservice-to-service\b|\beast-west\b/i,
    'traffic over public networks':
      /\bpublic(?:ly)? (?:\w+ )?networks?\b|\b(?:over|across|via) the (?:public )?internet\b|\bexternal (?:network )?(?:traffic|communications?|connections?)\b|\bbetween (?:your|the|a|users?['\u2019]?) (?:browser|client|device)s?\b/i,
  },
  {
    'on laptops and drives':
      /\b(?:laptops?|notebooks?|workstations?|desktops?|endpoints?|end-user devices?|full[- ]disk|hard[- ]?(?:disks?|drives?)|removable|usb|memory sticks?)\b/i,
    'in databases and storage':
      /\b(?:databases?|object stor(?:age|es?)|buckets?|storage volumes?|data ?stores?|file storage|cloud storage)\b/i,
  },
  {
    'suspected ones': /\bsuspect(?:ed|s)\b|\bpotential (?:incident|breach)\w*/i,
    'confirmed ones':
      /\bconfirm(?:ed|ation)\b(?=[^.]*\b(?:breach|incident|compromise|loss))|\b(?:breach|incident|compromise)\w*\b[^.]*\bconfirm(?:ed|ation)\b/i,
  },
  {
    'physical separation': /\bphysical(?:ly)? (?:separat|segregat|isolat)\w+/i,
    'logical separation': /\blogical(?:ly)? (?:separat|segregat|isolat)\w+/i,
  },
];

/** "Tier 2", "severity 1", "P3": the label and its number. */
const NUMBERED = /\b(tier|level|priority|severity|sev|phase|stage|grade|class|category)[- ]?(\d|i{1,3})\b/gi;

/** "Enterprise plan", "Standard and Enterprise plans": the names plans are sold by. */
const SOLD_AS =
  '(?:free|basic|starter|standard|essentials?|team|business|plus|pro|professional|premium|enterprise|trial)';
const PLAN = new RegExp(
  `\\b(${SOLD_AS})\\b(?=(?:(?:,| and| or|/| &)+ ?${SOLD_AS}\\b)*(?: \\w+)? (?:plans?|tiers?|editions?|subscriptions?|licen[cs]es?|packages?|customers?)\\b)`,
  'gi',
);

const named = (facet: Facet, text: string) => Object.keys(facet).filter(name => facet[name]?.test(text));

function numbered(text: string): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const add = (label: string, number: string) =>
    out.set(label.toLowerCase(), (out.get(label.toLowerCase()) ?? new Set()).add(number.toLowerCase()));
  for (const [, label = '', number = ''] of text.matchAll(NUMBERED)) add(label, number);
  for (const [, plan = ''] of text.matchAll(PLAN)) add('plan', plan);
  return out;
}

/** What a question names of such sets; read once, and held against every passage. */
export interface AskedFacets {
  readonly named: readonly { facet: Facet; members: readonly string[] }[];
  /** Numbers by label: tier to 2. */
  readonly numbered: ReadonlyMap<string, ReadonlySet<string>>;
}

export function facetsAsked(question: string): AskedFacets {
  return {
    named: FACETS.map(facet => ({ facet, members: named(facet, question) })).filter(
      ({ members }) => members.length > 0,
    ),
    numbered: numbered(question),
  };
}

/**
 * What is asked of such sets where the passage names only another member, in words; empty otherwise.
 * `around`: headings and lead-ins, which may name what is asked and never name another.
 */
export function otherFacets(asked: AskedFacets, passage: string, around: readonly string[]): string[] {
  const out: string[] = [];
  for (const { facet, members } of asked.named) {
    const told = named(facet, passage);
    if (told.length === 0 || members.some(name => told.includes(name))) continue;
    if (!named(facet, around.join(' . ')).some(name => members.includes(name))) out.push(...members);
  }
  if (asked.numbered.size === 0) return out;
  const theirs = numbered(passage);
  for (const [label, numbers] of asked.numbered) {
    const told = theirs.get(label);
    if (told && ![...numbers].some(number => told.has(number)))
      out.push(...[...numbers].map(number => `${label} ${number}`));
  }
  return out;
}

const ALIKE = /\b(?:alike|both|as well as)\b/i;

/** True when two of a set are asked for ("employees and contractors alike") and the passage does not name both. */
export function leavesOneOfTwo(asked: AskedFacets, question: string, passage: string): boolean {
  return asked.named.some(({ facet, members }) => {
    const told = members.filter(name => facet[name]?.test(passage));
    if (members.length < 2 || told.length === members.length) return false;
    return told.length > 0 || ALIKE.test(question);
  });
}
