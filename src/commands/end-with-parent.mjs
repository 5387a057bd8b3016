// Preloaded into servers, which must not outlive the command that started them, not even its kill -9.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
