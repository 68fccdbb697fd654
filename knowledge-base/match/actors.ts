// Who has a part in what is asked: consultants, the cloud provider, law enforcement, developers. A passage that tells
// what happens to data in general says nothing of data "in the consultant's possession", nor of "does your hosting
// provider hold the keys". Finer than the subjects of passages/tags.ts, and asked of every mention, not of the lead.

const ACTORS = {
  'the hosting or service provider':
    /\b(?:(?:cloud|hosting|infrastructure|service) (?:service )?providers?|csps?|iaas)\b/i,
  consultants: /\bconsultants?\b/i,
  auditors: /\b(?:auditors?|assessors?|audit(?:ing)? firms?)\b/i,
  authorities: /\b(?:regulators?|authorit(?:y|ies)|law enforcement|governments?|police|courts?)\b/i,
  'group companies': /\b(?:affiliates?|parent compan(?:y|ies)|subsidiar(?:y|ies)|group companies)\b/i,
  customers:
    /\b(?:customers?|clients?|tenants?|subscribers?|institutions?|end[- ]users?|consumers?)(?!['\u2019]? (?:data|content|information))\b/i,
  staff:
    /\b(?:employees?|staff|personnel|workforce|workers?|team ?members?|team ?mates?|new hires?|joiners?|engineers?)\b/i,
  contractors: /\bcontractors?\b/i,
  administrators: /\b(?:administrators?|admins?|privileged users?|root|superusers?|dbas?)\b/i,
  developers: /\b(?:developers?|programmers?|engineers?)\b/i,
  suppliers:
    /\b(?:vendors?|suppliers?|sub-?processors?|third[- ]part(?:y|ies)|partners?|sub-?contractors?|outsourc\w+|the (?:outside )?(?:compan(?:y|ies)|firms?) (?:that|which|who|you use))\b/i,
  visitors: /\b(?:visitors?|guests?)\b/i,
  management: /\b(?:management|executives?|board|directors?|leadership|managers?|c[ei]so?)\b/i,
  individuals: /\b(?:data subjects?|individuals?|persons?|people)\b/i,
} as const satisfies Record<string, RegExp>;

export type Actor = keyof typeof ACTORS;

/** Who asks is a customer: "will you tell us", "may our auditors", "the university". "Our data" is nobody. */
const ASKER =
  /\b(?:us|we)\b|\bour (?:own |internal |external )*(?:auditors?|staff|users?|employees?|admin(?:istrator)?s?|students?|patients?|team|compan(?:y|ies)|organi[sz]ation|institution)\b|\b(?:the|our) (?:university|bank|hospital|college|school|agency|ministry)\b/i;
/** A policy written for customers calls them "you". */
const TOLD = /\b(?:you|yours?)\b/i;

/** Everybody a question mentions, its asker among them. */
export function actorsAsked(question: string): Set<Actor> {
  return ASKER.test(question) ? actorsIn(question).add('customers') : actorsIn(question);
}

/** Everybody a passage mentions, the reader it speaks to among them. */
export function actorsTold(passage: string): Set<Actor> {
  return TOLD.test(passage) ? actorsIn(passage).add('customers') : actorsIn(passage);
}

/** Everybody a text mentions. */
export function actorsIn(text: string): Set<Actor> {
  const out = new Set<Actor>();
  for (const [actor, pattern] of Object.entries(ACTORS)) if (pattern.test(text)) out.add(actor as Actor);
  return out;
}
