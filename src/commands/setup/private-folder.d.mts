export const privateMode: number
export function makePrivateFolder(folder: string): void
