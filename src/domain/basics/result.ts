/** What a rule of the domain answers: a value, or one reason out of a closed union. */
export type Verdict<T, R> = { ok: true; value: T } | { ok: false; reason: R }
