// Preloaded into a run: notes the processor time that each write to stdout took, and the peak memory, in WATCH_OUT.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) watch();

function watch() {
  const seconds = [];
  let before = process.cpuUsage();
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (...args) => {
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
    before = process.cpuUsage();
    return write(...args);
  };
  process.on('exit', () => {
    const megabytes = process.resourceUsage().maxRSS / 1024;
    writeFileSync(process.env.WATCH_OUT ?? '', JSON.stringify({ seconds, megabytes }));
  });
}
