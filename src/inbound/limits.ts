/** The most that one mail may have, in bytes. */
export const mostMailBytes = 40_000_000
