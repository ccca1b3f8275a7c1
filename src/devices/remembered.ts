/** Each text is looked for among them: more would let texts that are made for it slow QuickJS' maps down. */
const MOST = 1_000

/**
 * A function of a text that keeps its answers, the first thousand: manifests say the same lines over and over, and the
 * DataImportCrons of a cluster differ in little more than their architecture.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const kept = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known.answer
    const found = { answer: answer(text) }
    if (kept.size < MOST) kept.set(text, found)
    return found.answer
  }
}
