/** What must not reach a terminal. */
export const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about these
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
