export type Holder = { pid: number; address?: string }
export function claim(file: string): Holder | undefined
export function heldBy(file: string): Holder | undefined
export function release(file: string): void
