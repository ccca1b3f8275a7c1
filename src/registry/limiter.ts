/** Lets at most so many act at once; the others wait their turn. */
export function limiter(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (act) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await act()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
