import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const frame = z.object({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.number(),
  columnNumber: z.number(),
})

/** What V8 writes of a CPU profile: a tree of calls, the leaf of each sample, and the microseconds between them. */
export const cpuProfile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frame, children: z.array(z.number()).optional() })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

type Frame = z.output<typeof frame>

/** What the profiler does itself. */
export const profiling = 'profiling'

/** The rooms of the work, by the source that a function came from before it was bundled; the first that fits counts. */
const rooms: [RegExp, string][] = [
  [/react-dom-server|react-dom\//, 'React: HTML'],
  [/react-server-dom-\w+-server/, 'React: components and their payload'],
  [/react-server-dom-\w+-client/, 'React: payload read again for the HTML'],
  // Drizzle's own maps lead to a folder `src` beside its package.
  [/drizzle-orm|^node_modules\/src\//, 'Drizzle'],
  [/node_modules\/postgres\//, 'postgres.js'],
  [/better-auth|better-call|@better-fetch|\bjose\b|@noble/, 'Better Auth'],
  [/node_modules\/(zod|@conform-to)/, 'zod and Conform'],
  [/^src\/lib\/db\//, 'ours: connections and statements'],
  [/^src\/lib\/http\/|^proxy\.ts$|^instrumentation\.ts$/, 'ours: the request and its answer'],
  [/^(app|src\/ui)\//, 'ours: pages and components'],
  [/^(src|actions)\//, 'ours: what a page reads and asks'],
  [/^node:inspector/, profiling],
  [/^node:(internal\/)?zlib/, 'Node: compression'],
  [/^node:.*(http|net|stream|tls|dns)/, 'Node: HTTP, sockets and streams'],
  [/^node:/, 'Node: the rest'],
  [/\bnext\/|turbopack|webpack/, 'Next'],
]

/** Says of each function of a build where it came from, and in which room of the work that is. */
export function areas(build: string) {
  const maps = new Map<string, SourceMap | null>()

  function sourceOf({ url, lineNumber, columnNumber }: Frame): string {
    if (!url.startsWith('file:') && !url.startsWith('/')) return url
    const file = url.startsWith('file:') ? fileURLToPath(url) : url
    const found = maps.get(file) ?? mapBeside(file)
    maps.set(file, found)
    const entry = found?.findEntry(lineNumber, columnNumber)
    // Some places of a bundle came from nowhere, whatever the types say.
    const originalSource = entry && 'originalSource' in entry ? String(entry.originalSource ?? '') : ''
    if (!originalSource) return relative(build, file)
    return originalSource.includes('://')
      ? originalSource
      : relative(build, resolve(dirname(file), originalSource))
  }

  return (called: Frame): { source: string; room: string | null } => {
    if (called.functionName === '(garbage collector)') return { source: '', room: 'collecting garbage' }
    if (called.functionName === '(program)') return { source: '', room: 'V8 and the kernel' }
    // What is built in is the work of who calls it.
    if (!called.url) return { source: '', room: null }
    const source = sourceOf(called)
    return { source, room: rooms.find(([pattern]) => pattern.test(source))?.[1] ?? 'other packages' }
  }
}

function mapBeside(file: string): SourceMap | null {
  const beside = `${file}.map`
  return existsSync(beside) ? new SourceMap(JSON.parse(readFileSync(beside, 'utf8'))) : null
}
