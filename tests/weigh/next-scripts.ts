import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const chunks = z.array(z.string())
const build = z.object({ rootMainFiles: chunks })
const references = z.object({ clientModules: z.record(z.string(), z.object({ chunks })) })

/**
 * The paths of the scripts that a page of this build loads when nothing of it is ours: what Next starts with, and what
 * its own client components need, which stand round every page. Decision record 18 tells how that was held against a
 * build of an empty page.
 */
export function nextScripts(folder = '.next'): Set<string> {
  const { rootMainFiles } = build.parse(JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8')))
  const pages = join(folder, 'server', 'app')
  const manifests = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('_client-reference-manifest.js'),
  )
  const own = manifests.flatMap(file => ownChunks(readFileSync(join(pages, file), 'utf8')))
  return new Set([...rootMainFiles.map(path => `/_next/${path}`), ...own])
}

// `globalThis.__RSC_MANIFEST["/page"] = {…};`
function ownChunks(manifest: string): string[] {
  const json = manifest
    .slice(manifest.indexOf('] = ') + 4)
    .trim()
    .replace(/;$/, '')
  const { clientModules } = references.parse(JSON.parse(json))
  return Object.entries(clientModules)
    .filter(([module]) => module.startsWith('[project]/node_modules/next/'))
    .flatMap(([, { chunks }]) => chunks)
}
