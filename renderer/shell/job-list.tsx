// Progress of long work in the corner, with a way to stop it. Jobs shorter than a moment never appear.
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useStore } from '../parts/store.ts';
import { type Job, jobs, stopJob } from './jobs.ts';
import './job-list.css';

const moment = 250;

function JobLine({ job }: { job: Job }) {
  const share = job.total && job.total > 0 ? Math.min(1, job.done / job.total) : null;
  const words =
    job.total === null
      ? job.step
      : `${job.step} ${job.done.toLocaleString('en')} of ${job.total.toLocaleString('en')}`;
  return (
    <li>
      <div className="line">
        <b className="clip">{job.label}</b>
        <Button className="push" onClick={() => void stopJob(job.job)} disabled={job.stopping}>
          Cancel
        </Button>
      </div>
      <progress aria-label={job.label} {...(share === null ? {} : { value: share, max: 1 })} />
      <span className="soft">{words.trim() || 'Starting'}</span>
    </li>
  );
}

export function JobList() {
  const list = useStore(jobs, value => value);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (list.length === 0) return;
    setNow(Date.now());
    const timer = setTimeout(() => setNow(Date.now()), moment + 10);
    return () => clearTimeout(timer);
  }, [list.length]);
  const shown = list.filter(job => now - job.startedAt >= moment);
  if (shown.length === 0) return null;
  return (
    <section className="job-list card" aria-label="Work in progress">
      <ul>
        {shown.map(job => (
          <JobLine key={job.job} job={job} />
        ))}
      </ul>
    </section>
  );
}
