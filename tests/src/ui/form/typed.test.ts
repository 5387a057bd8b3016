import { expect, test } from 'vitest'
import { reportOf } from '#src/lib/forms/report.ts'
import { reportWith, withWhatCameLater } from '#src/ui/form/typed.ts'

const fields = (entries: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

const payloadOf = (report: ReturnType<typeof reportOf>) => report.result.submission.payload

test('A report of the browser keeps everything that was typed, and the token', () => {
  const report = reportWith('There is no connection.', fields({ k: 'signed', subject: 'Ferry', body: '' }))
  expect(payloadOf(report)).toMatchObject({ subject: 'Ferry' })
  expect(report.result.error).toMatchObject({ formErrors: ['There is no connection.'] })
  expect(report.token).toBe('signed')
})

test('A report keeps what was typed after the form was sent', () => {
  const sent = fields({ subject: 'Fer', body: 'It left.' })
  const report = withWhatCameLater(reportOf(sent, {}), sent, fields({ subject: 'Ferry', body: 'It left.' }))
  expect(payloadOf(report)).toEqual({ subject: 'Ferry', body: 'It left.' })
})

test('A report never brings back what the desk does not send back', () => {
  const sent = fields({ email: 'ada@holdfast.test', password: 'seven kelp forests' })
  const report = reportOf(sent, {}, ['password'])
  expect(payloadOf(withWhatCameLater(report, sent, sent))).toEqual({ email: 'ada@holdfast.test' })
  expect(payloadOf(withWhatCameLater(report, sent, undefined))).toEqual({ email: 'ada@holdfast.test' })
})
