/** How `npm test` runs turbo: every task gets its turn, and only those that fail are heard. */
export const turboFlags = ['--continue=always', '--output-logs=errors-only', '--log-prefix=none'] as const
