import { readdirSync, readFileSync } from 'node:fs'

/** A source file as the house tests read it: its path from the top of the repository, its text, what it imports. */
export type Source = { path: string; text: string; imports: string[] }

/** Every TypeScript file below these folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => readSource(`${folder}/${name}`))
      .sort((a, b) => a.path.localeCompare(b.path)),
  )
}

/** One file as the house tests read it. */
export function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const found = text.matchAll(/^(?:import|export)\b(?! type\b)[^'";]*?(?:from )?'([^']+)'/gm)
  return { path, text, imports: [...found].map(([, from]) => resolved(path, from ?? '')) }
}

// `#src/a.ts` and `./a.ts` become paths from the top; a package keeps its name.
function resolved(path: string, from: string) {
  if (from.startsWith('#')) return from.slice(1)
  return from.startsWith('./') ? `${path.slice(0, path.lastIndexOf('/'))}/${from.slice(2)}` : from
}
