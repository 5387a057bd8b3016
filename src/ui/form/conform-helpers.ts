// Stands in the build in place of the two files of helpers that the files of Conform import (next.config.ts), which do in two
// kilobytes what browsers have done by themselves since 2018.

type Fields = Record<string, unknown>

/** What `{ ...a, ...b }` was compiled to. None of the literals that Conform adds so has a getter. */
export const objectSpread2 = Object.assign

/** What `{ a, ...rest }` was compiled to. */
export function objectWithoutProperties(source: Fields, taken: string[]): Fields {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !taken.includes(name)))
}
