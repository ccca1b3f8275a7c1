/** Which members of a mapping somebody will look at: all of them, or those of these names and below each what it says. */
export type Fields = true | ReadonlyMap<string, Fields>
