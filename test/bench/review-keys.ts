// How long a review key takes from press to painted frame, with 2,000 questions and 5,000 library answers, and
// the longest frame while the list scrolls. Run after `vite build`; prints milliseconds. `z` means nothing to the
// desk: what it takes is the browser's and the machine's own share. `cpu` is what the page's own thread worked
// for a key, the follow-up of it included, and `layouts` how often it laid the page out: these two stay nearly
// the same when other programs want the machine, whereas waiting for one's turn shows in the times.
import { startFakeDesk } from '../renderer/open-page.ts';

declare global {
  interface Window {
    keyTimes?: [string, number][];
  }
}

const rounds = 6;
const moving = [...'zjjjjjzjjjjjkkkzajajajcjcjznnnnxjxji1j2ujuz'];
/** Every other key, with what leaves the field or dialog it opens; `y p g t` and `f` are typed into fields. */
const other =
  'z e y p g t Escape j l j h h j o u U j X X / f Backspace Escape r Escape d Escape s Escape m Escape b Escape ? Escape z';
const keys = [...moving, ...other.split(' ')];
const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const say = (name: string, values: number[], more = '') =>
  console.log(
    `${name.padEnd(10)} ${String(values.length).padStart(4)}  p50 ${at(values, 0.5).toFixed(1).padStart(5)}  p95 ${at(values, 0.95).toFixed(1).padStart(5)}  max ${at(values, 1).toFixed(1).padStart(5)}${more}`,
  );

const desk = await startFakeDesk();
const { page } = await desk.open({ questions: 2000, library: 5000, hash: '#/review/n1', motion: true });
await page.getByRole('listbox').waitFor();
await page.waitForTimeout(1500);
await page.evaluate(() => {
  const times: [string, number][] = [];
  window.keyTimes = times;
  const pressed = (event: KeyboardEvent) => {
    requestAnimationFrame(() => {
      // A message posted inside the frame is delivered after it has been painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.push([event.key, performance.now() - event.timeStamp]);
      channel.port2.postMessage(0);
    });
  };
  addEventListener('keydown', pressed, true);
});
const meter = await page.context().newCDPSession(page);
await meter.send('Performance.enable', { timeDomain: 'threadTicks' });
const worked = async () => {
  const { metrics } = await meter.send('Performance.getMetrics');
  const value = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0;
  return { cpu: value('TaskDuration') * 1000, layouts: value('LayoutCount') };
};
const work = new Map<string, { cpu: number[]; layouts: number[] }>();
for (let round = 0; round < rounds; round++) {
  for (const key of keys) {
    const before = await worked();
    await page.keyboard.press(key);
    await page.waitForTimeout(key === 'Escape' ? 350 : 70);
    const after = await worked();
    const own = work.get(key) ?? { cpu: [], layouts: [] };
    work.set(key, own);
    own.cpu.push(after.cpu - before.cpu);
    own.layouts.push(after.layouts - before.layouts);
  }
}
const times = (await page.evaluate(() => window.keyTimes)) ?? [];
for (const key of new Set(keys)) {
  const { cpu = [], layouts = [] } = work.get(key) ?? {};
  say(
    key,
    times.filter(([name]) => name === key).map(([, time]) => time),
    `  cpu ${mean(cpu).toFixed(1).padStart(5)}  layouts ${mean(layouts).toFixed(1)}`,
  );
}
say(
  'all',
  times.map(([, time]) => time),
);

const frames = await page.evaluate(
  () =>
    new Promise<number[]>(done => {
      const list = document.querySelector('.question-list');
      const gaps: number[] = [];
      let last = performance.now();
      const step = (now: number) => {
        gaps.push(now - last);
        last = now;
        list?.scrollBy(0, 900);
        if (gaps.length < 120) requestAnimationFrame(step);
        else done(gaps.slice(1));
      };
      requestAnimationFrame(step);
    }),
);
say('scroll', frames);
await desk.close();
