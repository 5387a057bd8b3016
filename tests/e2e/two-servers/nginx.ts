import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { endChild } from '#src/commands/child.ts'
import { installed } from '#src/commands/testing/equip.ts'
import { untilListening } from '#tests/support/until-listening.ts'
import { filledIn } from './filled-in.ts'

const lineShape = z.object({ method: z.string(), path: z.string(), status: z.string(), servers: z.string() })

/** What nginx wrote down about one request; `servers` are those it asked, one after the other. */
type Passed = { method: string; path: string; status: string; servers: string[] }

/** Starts nginx with the configuration of deploy/, in a folder of its own. */
export async function startNginx(parent: string, values: Record<string, string>) {
  const folder = join(parent, 'nginx')
  mkdirSync(join(folder, 'bodies'), { recursive: true })
  const log = join(folder, 'access.log')
  const all = { ...values, HOLDFAST_LOG: log, HOLDFAST_PAGES: join(process.cwd(), 'deploy/nginx') }
  writeFileSync(join(folder, 'holdfast.conf'), filledIn('deploy/nginx/holdfast.conf.template', all))
  writeFileSync(join(folder, 'nginx.conf'), around())
  const child = spawn(installed('nginx') ?? 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => (said += chunk))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  await untilListening(Number(values.HOLDFAST_HTTPS_PORT), () => {
    if (child.exitCode !== null) throw new Error(`nginx did not start:\n${said}`)
  })
  return {
    passed: () => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(read),
    stop: async () => {
      process.off('exit', kill)
      await endChild(child)
    },
  }
}

function read(line: string): Passed {
  const { servers, ...passed } = lineShape.parse(JSON.parse(line))
  return { ...passed, servers: servers.split(', ') }
}

/** What the configuration of the system has around ours. One process, so that the servers take turns strictly. */
const around = () => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid nginx.pid;
error_log error.log;
events {}
http {
  client_body_temp_path bodies;
  proxy_temp_path answers;
  fastcgi_temp_path other;
  uwsgi_temp_path other;
  scgi_temp_path other;
  include holdfast.conf;
}
`
