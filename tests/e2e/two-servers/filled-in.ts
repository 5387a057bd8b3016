import { readFileSync } from 'node:fs'

/** A file of deploy/ with every `${NAME}` filled in, as envsubst does it for an operator. Throws when one has no value. */
export function filledIn(file: string, values: Record<string, string>): string {
  return readFileSync(file, 'utf8').replace(/\$\{(HOLDFAST_\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${file} asks for ${name}, which has no value`)
    return value
  })
}
