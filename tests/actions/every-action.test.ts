import { beforeAll } from 'vitest'
import { openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { ticketDoors } from './doors.ts'
import { proveOnce } from './prove-once.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

proveOnce(ticketDoors, proxy)
