// Runs before anything is installed and on whatever Node is there, so: plain JavaScript, no packages.

/** Ends with one sentence when this Node is older than package.json's `engines` asks for. */
export function requireNode(engines) {
  const wanted = engines.replace('>=', '').split('.').map(Number)
  const here = process.versions.node.split('.').map(Number)
  const older = here[0] < wanted[0] || (here[0] === wanted[0] && here[1] < wanted[1])
  if (!older) return
  process.stderr.write(
    `Holdfast needs Node ${engines.replace('>=', '')} or newer, and this is Node ${process.versions.node}. ` +
      'Install a newer Node (https://nodejs.org) and run the command again.\n',
  )
  process.exit(1)
}
