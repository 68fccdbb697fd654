// What a question says beside what it asks: what a measure is for ("to ensure compliance with ...") and what it keeps
// to ("as prescribed by industry best practices"). A policy that has the measure answers without repeating it.

const PURPOSE =
  /\b(?:(?:in order )?to (?:ensure|help|assure|meet|comply|maintain compliance|satisfy|demonstrate)|in (?:accordance|compliance|conformance|line) with|as (?:prescribed|required|defined|specified|outlined|described|recommended|mandated) (?:by|in)|based (?:up)?on|pursuant to|for the purposes? of|per (?:the|your)|according to|consistent with|with (?:respect|regard) to|having regard to)\b/gi;

/** Characters before which nothing has been asked yet. */
const OPENING = 25;

/** Tells of a position in the text whether it stands in such a part. */
export function besideThePoint(text: string): (at: number) => boolean {
  const found = [...text.matchAll(PURPOSE)].map(match => match.index);
  const after = found.find(at => at > OPENING) ?? text.length;
  const comma = found[0] === 0 ? text.search(/,\s+(?:are|is|do|does|have|has|can|will|what|how)\b/i) : -1;
  return at => at >= after || at < comma;
}
