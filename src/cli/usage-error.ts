/** The command line can't be used as it is; the message says why. */
export class UsageError extends Error {}
