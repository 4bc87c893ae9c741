// How long inputs take that repeat one thing, against ordinary text of the same size: processor time in milliseconds,
// so that other work on the machine counts little. Usage: npm run bench:slow [part of a kind's name]
import { parsePage } from '../dist/parse.js';
import { kinds, ordinary } from './slow-kinds.mjs';

const SIZES = [30_000, 300_000, 1_000_000];
const [wanted = ''] = process.argv.slice(2);

function time(text) {
  const bytes = Buffer.from(text);
  const before = process.cpuUsage();
  parsePage(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several: what interrupts a run only makes it longer. */
const least = (rounds, text) => Math.min(...Array.from({ length: rounds }, () => time(text)));

for (let i = 0; i < 30; i++) parsePage(Buffer.from(ordinary(SIZES[0])));
const whole = least(5, ordinary(SIZES[2]));
console.log(`1 MB of ordinary text: ${whole.toFixed(0)} ms`);
console.log('30 KB ms  300 KB ms   1 MB ms   300/30   1 MB to ordinary  kind');
for (const name of Object.keys(kinds).filter((kind) => kind.includes(wanted))) {
  const [small, middle] = [least(3, kinds[name](SIZES[0])), least(2, kinds[name](SIZES[1]))];
  const large = time(kinds[name](SIZES[2]));
  const figures = [small, middle, large, middle / small, large / whole];
  console.log(
    `${figures.map((figure, i) => figure.toFixed(1).padStart([8, 10, 9, 8, 18][i])).join(' ')}  ${name}`,
  );
}
