// Takes off what a questionnaire wraps around a question: the customer's control codes and numbers, the names
// of the two companies, politeness, and the standing instructions after the question. What is left is asked.
import { replaceNames } from '../text/names.ts';
import { tidy } from '../text/normalise.ts';
import { tokens } from '../text/tokens.ts';
import { spotThings } from '../vocabulary/things.ts';

const CODE =
  /^\s*(?:\(?[A-Z]{1,6}[A-Z0-9]*(?:[-._ ]\d{1,3}){1,4}[a-z]?\)?|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[Qq](?:uestion)?\s*\d{1,3}[.:)]?|[a-z][.)]|\((?:[a-z]|[ivx]+|\d{1,2})\))\s*[:.\u2013-]?\s+(?=\S)/;
const PREAMBLE =
  /^\s*(?:please\s+|kindly\s+)?(?:(?:can|could|would|will) you (?:please |kindly )?(?=(?:describe|explain|confirm|tell|provide|list|outline|share|detail|indicate|state))|(?:indicate|confirm|state|specify|advise|tell us|let us know|clarify|describe|explain)\s+(?:whether(?: or not)?|if)\s+)/i;
const INSTRUCTION =
  /\s*\(?(?:please (?:attach|upload|provide supporting|provide evidence)[^.?!]*|if (?:not|no), (?:please )?(?:explain|describe|state|why)[^.?!]*|(?:yes|y)\s*\/\s*(?:no|n)(?:\s*\/\s*n\/?a)?)\)?[.?!]?\s*$/i;

/** "IAM: Are ...", "HECVAT DATA-xx: Has ...": the label of a section before the question itself. */
const LABEL =
  /^[\p{L}\p{N}&/. -]{1,30}:\s+(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|how|what|which|who|whose|where|when|please|describe|list)\b)/iu;

/** "Provider(s)" asks for all there are. */
const OPTIONAL_PLURAL = /(\p{L})\((e?s)\)/gu;

/** The question without codes, names and wrapping. Never empty unless the question is. */
export function cleanQuestion(text: string, names: readonly string[]): string {
  let out = tidy(stripMarkup(text)).replace(/\s*\*+\s*$/, '');
  for (let round = 0; round < 3 && startsWithCode(out); round += 1) out = out.replace(CODE, '');
  out = out.replace(LABEL, '');
  out = replaceNames(out, names, 'you');
  out = out.replace(PREAMBLE, '').replace(OPTIONAL_PLURAL, '$1$2');
  const without = out.replace(INSTRUCTION, '');
  return without.trim() === '' ? out.trim() || tidy(text) : without.trim();
}

/** "IAM-02" is a code of the customer's; "TLS 1.2" has the look of one and is what is asked about. */
function startsWithCode(text: string): boolean {
  const head = CODE.exec(text)?.[0];
  return head !== undefined && spotThings(tokens(head)).size === 0;
}

/** Markdown links and emphasis reduced to their words. */
export function stripMarkup(text: string): string {
  return text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__|`)(\S(?:.*?\S)?)\1/g, '$2');
}
