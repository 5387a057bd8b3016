import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const record = 'tests/actions/ids.json'
const recordShape = z.object({ key: z.base64(), ids: z.record(z.string(), z.string()) })
const manifestShape = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

type Ids = Record<string, string>

/** The ids that forms carried in the last release, made with the key that stands beside them and is for them alone. */
export const recorded = () => recordShape.parse(JSON.parse(readFileSync(record, 'utf8')))

/** The ids of the build in that folder: `file#export` → id. */
export function builtIds(folder: string): Ids {
  const manifest = JSON.parse(
    readFileSync(join(folder, '.next/server/server-reference-manifest.json'), 'utf8'),
  )
  const actions = Object.entries(manifestShape.parse(manifest).node)
  return Object.fromEntries(
    actions.map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  )
}

/** What is wrong with the ids of a build, each in a sentence that says what to do. */
export function complaints(before: Ids, now: Ids): string[] {
  const gone = Object.entries(before).filter(([action, id]) => now[action] !== id)
  const added = Object.entries(now).filter(([action]) => !(action in before))
  return [
    ...gone.map(
      ([action, id]) =>
        `${action} had the id ${id}, and forms that people have open carry it. Keep its file, its export and its ` +
        'arguments, or leave an old door for one release: docs/operating.md, "Changing an action".',
    ),
    ...added.map(
      ([action, id]) => `${action} is new. Add this line to the ids in ${record}: "${action}": "${id}"`,
    ),
  ]
}
