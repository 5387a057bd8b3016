import { beforeAll } from 'vitest'
import { openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { adminDoors } from './admin-doors.ts'
import { authDoors } from './auth-doors.ts'
import { proveOnce } from './prove-once.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

// These write nothing but a session, or a flag that can be set again, and so they keep no submission: they are proven
// in every-keyless-action.test.ts.
const { 'auth/sign-in': _in, 'auth/sign-out': _out, 'auth/confirm-address': _confirm, ...once } = authDoors

proveOnce({ ...adminDoors, ...once }, proxy)
