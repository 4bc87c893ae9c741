import { fileURLToPath } from 'node:url';

/** In which `src` lies, and `dist` with the program as it is built. */
const packageFolder = new URL('../', import.meta.url);

/** The path of what lies at `name` in the folder of the package. */
export function packagePath(name: string): string {
  return fileURLToPath(new URL(name, packageFolder));
}
