import { dirname } from 'node:path';

/** Why an output cannot be written, by the error that says so and the path that it names. */
export function unwritable({ code, message }: NodeJS.ErrnoException, path: string): string {
  switch (code) {
    case 'ENOENT':
      return `the folder ${dirname(path)} does not exist`;
    case 'EISDIR':
      return `${path} is a folder`;
    case 'EACCES':
      return `${path} may not be written`;
    default:
      return message;
  }
}
