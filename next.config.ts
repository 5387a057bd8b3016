import { randomUUID } from 'node:crypto'
import type { NextConfig } from 'next'
import { largestBody } from './src/lib/http/limits.ts'

const config: NextConfig = {
  // Every page carries its title in <head>, whoever asks (a streamed title lands in the body).
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  // `npm test` checks the types; a start on a small server need not.
  typescript: { ignoreBuildErrors: true },
  // Without it Next takes a folder further up when that has a lock file too, and the ids of the actions, which forms that
  // people have open carry, would change with the place of this folder.
  turbopack: {
    root: process.cwd(),
    // The names by which the files of Conform import them, and no others do.
    resolveAlias: {
      './_virtual/_rollupPluginBabelHelpers.mjs': './src/ui/form/conform-helpers.ts',
      '../_virtual/_rollupPluginBabelHelpers.mjs': './src/ui/form/conform-helpers.ts',
      './intent.mjs': './src/ui/form/conform-intents.ts',
    },
  },
  // Written into the build: by it a form knows whether its page was made before a deploy.
  env: { HOLDFAST_BUILD: randomUUID() },
  serverExternalPackages: ['postgres', 'nodemailer', 'imapflow', 'better-auth'],
  experimental: {
    // For the largest setting of UPLOAD_MB, because it is fixed when the desk is built. What a body may really have is decided
    // before Next sees any of it (src/lib/http/body-gate.ts, request-rules.ts).
    serverActions: { bodySizeLimit: largestBody },
    // What the proxy may hold of a body before it answers; a little over the limit, so that 413 is told from broken.
    proxyClientMaxBodySize: largestBody + 262_144,
  },
}

export default config
