/** By what names providers call the field that holds a mail as it came. */
const fieldNames = ['message', 'email', 'body-mime']

/**
 * The mail in the body of a request: all of it where it is `message/rfc822`, or of a form (`multipart/form-data`) the part
 * that is a mail by its type or by its name. Byte for byte, because mails are not always UTF-8. Null where there is none.
 */
export function mailInBody(contentType: string, body: Buffer): Buffer | null {
  if (/^message\/(rfc822|global)\s*(;|$)/i.test(contentType)) return body
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return null
  for (const { head, content } of partsOf(body, boundary)) if (isMail(head)) return content
  return null
}

function isMail(head: string): boolean {
  if (/^content-type:\s*message\/(rfc822|global)\s*(;|$)/im.test(head)) return true
  const [, name = ''] = /^content-disposition:[^\r\n]*;\s*name="?([^";\r\n]+)/im.exec(head) ?? []
  return fieldNames.includes(name)
}

function* partsOf(body: Buffer, boundary: string) {
  for (let at = body.indexOf(`--${boundary}`); at >= 0; ) {
    const begin = at + boundary.length + 2
    const end = body.indexOf(`\r\n--${boundary}`, begin)
    const blank = body.indexOf('\r\n\r\n', begin)
    // What has no end was cut off on its way.
    if (end < 0 || blank < 0) return
    if (blank < end)
      yield { head: body.toString('latin1', begin, blank), content: body.subarray(blank + 4, end) }
    at = end + 2
  }
}
