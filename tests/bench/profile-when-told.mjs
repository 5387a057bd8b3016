import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

// Preloaded into a server that is profiled: it begins when it is told to, and writes into the file that it is told.
const session = new Session()
const microseconds = 250
session.connect()

process.on('message', told => {
  if (told === 'begin profile') {
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: microseconds })
    session.post('Profiler.start', () => process.send('begun'))
  } else if (told?.profileTo)
    session.post('Profiler.stop', (error, { profile }) => {
      if (error) throw error
      writeFileSync(told.profileTo, JSON.stringify(profile))
      process.send('written')
    })
})
