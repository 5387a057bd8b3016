import { z } from 'zod'
import { type Mailbox, mailboxAt } from './mailbox-address.ts'
import { address, optional, signingKey, wholeNumber } from './setting-kinds.ts'

/** Addresses of mailboxes, parted by blanks; the words never hold one, because it has a password in it. */
const mailboxList = z
  .string()
  .transform(list => list.trim().split(/\s+/).map(mailboxAt))
  .refine(list => list.every(mailbox => mailbox !== null), {
    error:
      'must be addresses such as imaps://user:password@imap.example.org, in which @ and / are written as %40 and %2F',
  })
  .transform(list => list.filter((mailbox): mailbox is Mailbox => mailbox !== null))
  .refine(list => new Set(list.map(({ name }) => name)).size === list.length, {
    error: 'names the same mailbox twice',
  })

/** The settings of mail, both ways. */
export const mailSettings = z
  .object({
    SMTP_URL: optional(address(/^smtps?:\/\//, 'must be an address that starts with smtp:// or smtps://')),
    MAIL_FROM: optional(z.string()),
    MAIL_REPLY_ADDRESS: optional(
      z
        .email({ error: 'must be a mail address such as support@example.org' })
        .refine(mailbox => mailbox.indexOf('@') <= 18, {
          error: 'must have at most 18 characters before the @, because each ticket adds 46 to them',
        }),
    ),
    MAIL_FILES_MB: optional(wholeNumber(0, 50, 'must be a whole number of MB from 0 to 50')),
    MAIL_AUTH_SERVER: optional(z.string()),
    IMAP_URL: optional(mailboxList),
    IMAP_OAUTH_TOKEN_URL: optional(address(/^https?:\/\//, 'must be an address that starts with https://')),
    IMAP_OAUTH_CLIENT_ID: optional(z.string()),
    IMAP_OAUTH_CLIENT_SECRET: optional(z.string()),
    IMAP_OAUTH_SCOPE: optional(z.string()),
    MAIL_DOOR_SECRET: optional(signingKey('must be 24 to 64 random bytes in base64, after whsec_ or alone')),
  })
  .refine(at => !at.SMTP_URL || at.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is missing: with SMTP_URL set, mail needs a sender',
  })
  .refine(
    at => !at.IMAP_URL?.some(({ oauth }) => oauth) || (at.IMAP_OAUTH_TOKEN_URL && at.IMAP_OAUTH_CLIENT_ID),
    {
      path: ['IMAP_OAUTH_TOKEN_URL'],
      error: 'is missing, or IMAP_OAUTH_CLIENT_ID is: a mailbox with auth=oauth2 needs both',
    },
  )
  .transform(at => ({
    smtpUrl: at.SMTP_URL,
    mailFrom: at.MAIL_FROM ?? 'Holdfast <desk@holdfast.test>',
    mailReplyAddress: at.MAIL_REPLY_ADDRESS,
    mailFilesBytes: (at.MAIL_FILES_MB ?? 10) * 1_000_000,
    mailAuthServer: at.MAIL_AUTH_SERVER,
    mailDoorKey: at.MAIL_DOOR_SECRET,
    mailboxes: at.IMAP_URL ?? [],
    imapOauth: {
      tokenUrl: at.IMAP_OAUTH_TOKEN_URL ?? '',
      clientId: at.IMAP_OAUTH_CLIENT_ID ?? '',
      clientSecret: at.IMAP_OAUTH_CLIENT_SECRET,
      scope: at.IMAP_OAUTH_SCOPE,
    },
  }))
