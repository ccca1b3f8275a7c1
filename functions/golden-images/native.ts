/** What the native launcher asks of the bundle: text in, outcome out, in any engine. */
export { run as main } from '../../src/run.ts'
