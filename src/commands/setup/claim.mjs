import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { commandLine } from './living.mjs'
import { makePrivateFolder } from './private-folder.mjs'

const ourCommand = /node.* src\/commands\/[\w-]+\.(mjs|ts)( |$)/s

/**
 * Takes the file for this process, so that of two commands only one goes on. The file of a process that
 * is gone (kill -9, power cut) counts for nothing and is replaced.
 *
 * Returns undefined when taken, otherwise what the holder wrote: at least its `pid`.
 */
export function claim(file) {
  makePrivateFolder(resolve(dirname(file)))
  for (;;) {
    if (placed(file)) return undefined
    const holder = heldBy(file)
    if (holder) return holder
    clearStale(file, holderOf(file))
  }
}

/** What another process that holds the file wrote, or undefined when nobody else does. */
export function heldBy(file) {
  const holder = holderOf(file)
  const holds = holder && holder.pid !== process.pid && ourCommand.test(commandLine(holder.pid))
  return holds ? holder : undefined
}

/** Gives the file back, if it is still ours. */
export function release(file) {
  if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true })
}

/** A link either appears whole or not at all, so nobody ever reads half a claim. */
function placed(file) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid }))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Moves the stale file away; if a quicker command had already renewed it, its claim is put back. */
function clearStale(file, stale) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (holderOf(aside)?.pid !== stale?.pid) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
