import type { SubmissionResult } from '@conform-to/dom/future'
import { type FormMetadata, FormProvider, useForm } from '@conform-to/react/future'
import type { ComponentProps, ReactNode } from 'react'
import { titleTelling } from '#src/ui/title-telling.ts'
import { ErrorSummary } from './error-summary.tsx'

/**
 * What Conform knows of a form, shown: the values in its fields, and what is wrong above it and in the title. It keeps the
 * values after a refusal.
 * @param told what has just been done: the title begins with it
 * @param occasion is new with every refusal
 * @param above, below what stands beside the form and belongs to it
 */
export function FormState({
  id,
  title,
  told,
  result,
  occasion,
  values,
  above,
  below,
  ...attributes
}: {
  id: string
  title: string
  told: string | undefined
  result: SubmissionResult<string[]> | undefined
  occasion: unknown
  values: Record<string, string>
  above: ReactNode
  below: ReactNode
} & ComponentProps<'form'>) {
  const { form } = useForm<Record<string, string>, string[]>({
    id,
    lastResult: result,
    defaultValue: values,
    onValidate: () => null, // what can be said before the answer, patience says
    onError: () => undefined, // the summary takes the focus, not the first field
  })
  const problems = problemsOf(form)
  return (
    <FormProvider context={form.context}>
      <title>{problems.length > 0 ? `Error: ${title}` : titleTelling(told, title)}</title>
      {problems.length > 0 && <ErrorSummary problems={problems} occasion={occasion} />}
      {above}
      <form {...form.props} {...attributes} className="form" noValidate />
      {below}
    </FormProvider>
  )
}

/** What is wrong with a form, in words, each with the id of where it is mended: the form's own or that of a field. */
function problemsOf(form: FormMetadata<string[]>): { words: string; target: string }[] {
  return [
    ...(form.errors ?? []).map(words => ({ words, target: form.id })),
    ...Object.entries(form.fieldErrors).flatMap(([name, all]) =>
      all.map(words => ({ words, target: form.getField(name).id })),
    ),
  ]
}
