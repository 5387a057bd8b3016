import { attachmentPath } from '#src/files/paths.ts'
import { fileWords } from '#src/files/words.ts'
import { isPicture } from '#src/tickets/described.ts'
import type { AttachedFile } from '#src/ui/attached-files.tsx'

type Kept = { id: string; name: string; type: string; size: number; description: string | null }

/**
 * The files of a message as a thread shows them. `link` is the key by which a guest gets them, `describePath` where an
 * agent says what a picture shows.
 */
export function shownFiles(
  files: Kept[],
  { link, describePath }: { link?: string; describePath?: (id: string) => string } = {},
): AttachedFile[] {
  return files.map(file => ({
    ...file,
    href: attachmentPath(file.id, link),
    words: fileWords(file),
    describe: describePath && isPicture(file) ? describePath(file.id) : undefined,
  }))
}
