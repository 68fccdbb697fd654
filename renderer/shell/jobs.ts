// Long work under way: each job has a name made here, is reported by the host's progress events and can be
// stopped. Jobs that end within a moment are never shown, so that nothing flickers.
import { cancelJob } from '../api.ts';
import { host } from '../host/index.ts';
import { createStore } from '../parts/store.ts';

export interface Job {
  job: string;
  label: string;
  step: string;
  done: number;
  total: number | null;
  startedAt: number;
  stopping: boolean;
}

export const jobs = createStore<Job[]>([]);

const change = (job: string, part: Partial<Job>) =>
  jobs.update(list => list.map(item => (item.job === job ? { ...item, ...part } : item)));

let listening = false;
function listen(): void {
  if (listening) return;
  listening = true;
  host.on('progress', ({ job, step, done, total }) => change(job, { step, done, total }));
}

/** Runs long work under a fresh job name and shows its progress until it ends. */
export async function runJob<T>(label: string, work: (job: string) => Promise<T>): Promise<T> {
  listen();
  const job = crypto.randomUUID();
  const fresh = { job, label, step: '', done: 0, total: null, startedAt: Date.now(), stopping: false };
  jobs.update(list => [...list, fresh]);
  try {
    return await work(job);
  } finally {
    jobs.update(list => list.filter(item => item.job !== job));
  }
}

export async function stopJob(job: string): Promise<void> {
  change(job, { stopping: true, step: 'Stopping' });
  await cancelJob(job);
}
