// Yes, no, or neither, from one passage for one limb. A yes is said only when the passage affirms what is asked
// in the sense it is asked; a doubt is `unknown`, because an invented yes is the worst answer there is.
import type { Polarity } from '../../contract/knowledge.ts';
import type { Limb } from '../match/question.ts';
import type { Statement } from '../match/statement.ts';

export function polarityOf(limb: Limb, statement: Statement): Polarity {
  if (limb.form !== 'yesno') return 'na';
  const negative = statement.modalities.has('negation');
  return negative ? 'unknown' : 'yes';
}
