/** Replaces halves of surrogate pairs, which UTF-8 can not carry, and so neither XML nor a URI. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
