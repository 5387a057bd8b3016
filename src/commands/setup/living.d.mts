export function commandLine(pid: number): string
