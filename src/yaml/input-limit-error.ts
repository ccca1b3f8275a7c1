/** Thrown where an input asks for more work than anybody could mean; its message says where, and what to do. */
export class InputLimitError extends Error {}
