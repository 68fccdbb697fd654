// Examples inside a question ("e.g. YubiKey, TOTP", "such as ...") are not asked for: any of them or another would
// do. They are set apart so that they help to find a passage and never count as missing from it.

const IN_BRACKETS =
  /\s*[([](?:e\.?\s?g\.?|i\.?\s?e\.?|for example|for instance|such as|examples?(?: include)?|like|eg)\b[^)\]]*[)\]]/gi;
const TO_THE_END =
  /,?\s+(?:e\.?\s?g\.?,|such as|for example,?|for instance,?)\s+[^?;.]*?(?=\s*(?:[?;]|\.(?:\s|$)|$))/gi;

/** Three and more names in brackets are examples too: "cloud logs (CloudTrail, Audit Logs, Activity Log)". */
const NAMES_IN_BRACKETS =
  /\s*[([](?:[A-Z][\w+-]*(?: [\w+-]+){0,2}, (?:or |and )?){2,}(?:or |and )?[A-Z][\w+-]*(?: [\w+-]+){0,2}(?:,? etc\.?)?[)\]]/g;

export interface Parted {
  /** The question without its examples. */
  asked: string;
  examples: string[];
}

export function partExamples(question: string): Parted {
  const examples: string[] = [];
  const take = (found: string) => {
    examples.push(found);
    return '';
  };
  const asked = question
    .replace(IN_BRACKETS, take)
    .replace(NAMES_IN_BRACKETS, take)
    .replace(TO_THE_END, take)
    .trim();
  return asked.split(/\s+/).length >= 3 ? { asked, examples } : { asked: question, examples: [] };
}
