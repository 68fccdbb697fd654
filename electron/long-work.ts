// Long work as the desktop shows it: progress on the taskbar or dock while it runs, and a notification when it
// ends after more than ten seconds while the person looks elsewhere. What counts is the call, not a step of it:
// one call goes through several steps, each with an end of its own.
import { type BrowserWindow, Notification } from 'electron';
import type { CallName, EventData } from '../contract/calls.ts';
import type { Envelope } from '../contract/host.ts';

const LONG = 10_000;

const ended: Partial<Record<CallName, string>> = {
  'sample.load': 'The sample is loaded.',
  'questionnaire.import': 'The questionnaire is read.',
  'questionnaire.draft': 'The answers are drafted.',
  'questionnaire.carry': 'Past answers are carried over.',
  'questionnaire.candidates': 'What finishing would keep is listed.',
  'export.check': 'The checks before the export are done.',
  'export.make': 'The files are made.',
  'policy.import': 'The policies are imported.',
  'library.import': 'The past answers are read.',
  'library.conflicts': 'Duplicates and contradictions are listed.',
};

export interface LongWork {
  /** Runs one call and tells of its end. */
  follow(name: CallName, run: () => Promise<Envelope>): Promise<Envelope>;
  progress(data: EventData<'progress'>): void;
}

/** `look` brings the window to the front; `now` in milliseconds. */
export function followLongWork(
  window: () => BrowserWindow | null,
  look: () => void,
  now: () => number,
): LongWork {
  let running = 0;
  return {
    async follow(name, run) {
      const words = ended[name];
      if (words === undefined) return run();
      const began = now();
      running += 1;
      const answer = await run().finally(() => {
        running -= 1;
        if (running === 0) window()?.setProgressBar(-1);
      });
      const text = answer.ok ? words : answer.error.code === 'cancelled' ? null : answer.error.text;
      if (text !== null && now() - began >= LONG && !window()?.isFocused()) notify(text, look);
      return answer;
    },
    // Above 1 means "under way, no telling how far" on Windows, and a full bar elsewhere.
    progress({ done, total }) {
      if (running > 0) window()?.setProgressBar(total ? Math.min(done / total, 1) : 2);
    },
  };
}

/** Held until they are gone: one that is collected while it is shown no longer hears its click. */
const shown = new Set<Notification>();

function notify(body: string, look: () => void): void {
  if (!Notification.isSupported()) return;
  const note = new Notification({ title: 'Vouch', body });
  shown.add(note);
  note.on('click', look);
  note.on('close', () => shown.delete(note));
  note.show();
}
