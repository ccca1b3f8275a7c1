/**
 * Thrown where what is read, or what the command line names, is not what it must be, or asks for more work than anybody
 * could mean. The message is all that is said: what is wrong, where, and what to do. Any other error is a failure of ours.
 */
export class InputError extends Error {}
