// Schemas of the values that every slice uses. The brand is the domain's; at run time they are plain text.
import { z } from 'zod'
import type { Id } from '#domain/basics/ids.ts'
import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'

export function id<T extends Id<string>>(): z.ZodType<T, T> {
  // A checked uuid is what an id is; only the brand is added.
  return z.uuid() as unknown as z.ZodType<T, T>
}

export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseLocalDate(text) !== null, 'not a date of the calendar')
  // A checked day is what the brand stands for.
  .meta({ format: 'date' }) as unknown as z.ZodType<LocalDate, LocalDate>

/** A day to work on: whatever is reckoned from it (school years, months) must have years of four digits, too. */
export const workingDay = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  .refine((text) => parseLocalDate(text) !== null, 'not a date of the calendar')
  // A checked day is what the brand stands for.
  .meta({ format: 'date' }) as unknown as z.ZodType<LocalDate, LocalDate>

export const schoolYear = z
  .string()
  .regex(/^\d{4}-\d{4}$/)
  // A checked school year is what the brand stands for.
  .refine((text) => parseSchoolYear(text) !== null, 'not a school year') as unknown as z.ZodType<
  SchoolYear,
  SchoolYear
>

export const instant = z.iso.datetime()
export const text = (most: number) => z.string().trim().min(1).max(most)
/** Empty text means nothing was said. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((value) => (value === '' ? null : value))
// A larger number is beyond what its column holds.
const mostVersion = 2_147_483_647
export const version = z.int().min(1).max(mostVersion)
/** 0 stands for what is not there yet. */
export const versionOrNone = z.int().min(0).max(mostVersion)
/** Where a list goes on; opaque to the caller. */
export const cursor = z
  .string()
  .regex(/^\d{1,9}$/)
  .optional()
