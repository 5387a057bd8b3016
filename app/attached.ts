import { attachmentPath } from '#src/files/paths.ts'
import { fileWords } from '#src/files/words.ts'
import type { AttachedFile } from '#src/ui/attached-files.tsx'

type Kept = { id: string; name: string; type: string; size: number; description: string | null }

/** The files of a message as a thread shows them. `link` is the key by which a guest gets them. */
export function shownFiles(files: Kept[], link?: string): AttachedFile[] {
  return files.map(file => ({ ...file, href: attachmentPath(file.id, link), words: fileWords(file) }))
}
