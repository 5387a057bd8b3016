import { openAcr } from '#src/accessibility/openacr.ts'
import { env } from '#src/lib/env.ts'

export const dynamic = 'force-dynamic'

/** The statement of accessibility for machines that compare products. */
export async function GET(): Promise<Response> {
  const { mailFrom, baseUrl } = env()
  return new Response(openAcr(/[^<\s]+@[^>\s]+/.exec(mailFrom)?.[0] ?? mailFrom, baseUrl), {
    headers: { 'content-type': 'application/yaml; charset=utf-8' },
  })
}
