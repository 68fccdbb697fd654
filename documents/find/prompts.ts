// Cells that look filled but are not: the form's own prompts, empty brackets, boxes that wait for a tick.
import { phraseTest, plainWords } from './plain-words.ts';
import { promptPhrases, tickMarks } from './words/option-words.ts';

const prompts = phraseTest(promptPhrases);
const emptyBlank = /^[\s._…\-–—[\]()<>/\\]*$/;
const bracketed = /^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|«[^»]*»|＜[^＞]*＞)\.?$/;

/** "Please select", "<answer here>", "____": replaced by the answer. */
export function isPrompt(text: string): boolean {
  if (text === '') return false;
  if (emptyBlank.test(text) || bracketed.test(text)) return true;
  return text.length <= 60 && prompts(plainWords(text));
}

export function isTick(text: string): boolean {
  return text.length <= 3 && tickMarks.has(text.toLowerCase());
}
