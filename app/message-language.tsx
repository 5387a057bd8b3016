import { env } from '#src/lib/env.ts'
import { ownNameOf } from '#src/lib/language.ts'
import { Select } from '#src/ui/form/select.tsx'

/**
 * The language of what one writes in a form, for whoever does not write English.
 * @param before the language of what this person wrote before; it can be chosen even where the desk does not offer it
 */
export function MessageLanguage({ before }: { before?: string }) {
  const offered = env().messageLanguages
  const tags = before && !offered.includes(before) ? [...offered, before] : offered
  return (
    <Select
      name="language"
      label="Language of this message"
      areLanguages
      options={[
        { value: '', label: 'English, or not marked' },
        ...tags.map(tag => ({ value: tag, label: ownNameOf(tag) })),
      ]}
    />
  )
}
