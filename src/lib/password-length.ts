/** How long a password may be, in characters as JavaScript counts them, because Better Auth counts so too. */
export const passwordLength = { least: 12, most: 128 }
