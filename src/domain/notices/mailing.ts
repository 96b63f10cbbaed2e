/** When notices go out by e-mail: one letter a day, and sooner when somebody is waiting for an answer. */

/** Notices of these kinds go with the next round; the others wait for the letter of the day. */
export const urgentKinds: readonly string[] = ['urged', 'urged_in_vain']

// Việt Nam is UTC+7 all the year.
const offsetHours = 7
const letterHour = 7

/** The letter of the day is written from 7 o'clock in the morning on, in Việt Nam. */
export function isLetterTime(instantMs: number): boolean {
  return (Math.floor(instantMs / 3_600_000) + offsetHours) % 24 >= letterHour
}

// Two and a half days in all: a mail server that is away over a weekend loses nothing.
const waits = [5, 15, 60, 180, 360, 720, 1440] as const

/** Minutes until a letter that could not be handed over is tried again; null: it was tried often enough. */
export function minutesToNextAttempt(attempts: number): number | null {
  return waits[Math.max(attempts, 1) - 1] ?? null
}

/** Attempts after which a letter is given up; one more than there are waits between them. */
export const mostAttempts = waits.length + 1
