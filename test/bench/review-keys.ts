// How long a review key takes from press to painted frame, with 2,000 questions and 5,000 library answers, and
// the longest frame while the list scrolls. Run after `vite build`; prints milliseconds. `z` means nothing to the
// desk: what it takes is the browser's and the machine's own share.
import { startFakeDesk } from '../renderer/open-page.ts';

declare global {
  interface Window {
    keyTimes?: [string, number][];
  }
}

const moving = [...'zjjjjjzjjjjjkkkzajajajcjcjznnnnxjxji1j2ujuz'];
/** Every other key, with what leaves the field or dialog it opens. The words typed after `e` are keys too. */
const other =
  'z e w o r d s Escape j l j h h j o u U j X X / w Backspace Escape r Escape d Escape s Escape m Escape b Escape ? Escape z'.split(
    ' ',
  );
const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const say = (name: string, values: number[]) =>
  console.log(
    `${name.padEnd(8)} ${String(values.length).padStart(4)}  p50 ${at(values, 0.5).toFixed(1)}  p95 ${at(values, 0.95).toFixed(1)}  max ${at(values, 1).toFixed(1)}`,
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
for (let round = 0; round < 4; round++) {
  for (const key of [...moving, ...other]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(key === 'Escape' ? 350 : 70);
  }
}
const times = (await page.evaluate(() => window.keyTimes)) ?? [];
for (const key of new Set([...moving, ...other]))
  say(
    key,
    times.filter(([name]) => name === key).map(([, time]) => time),
  );
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
