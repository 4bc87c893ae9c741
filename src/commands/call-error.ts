export { CallError } from '../model/call-error.js';
