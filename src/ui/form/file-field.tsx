import { env } from '#src/lib/env.ts'
import { largestAtOnce } from '#src/lib/http/limits.ts'
import { Files } from '#src/ui/browser.tsx'

/** Files to go with what is written. Its form has the field `files` (`src/files/receive.ts`). */
export function FileField() {
  const { uploadBytes, uploadFiles } = env()
  return <Files most={uploadFiles} bytes={uploadBytes} atOnce={largestAtOnce} />
}
