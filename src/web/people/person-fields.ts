import { phoneDigits } from '#domain/people/phone.ts'
import type { ApiProblem, ProblemCode } from '#web/platform/api-problem.ts'
import type { FieldError } from '#web/platform/form.ts'
import type { vi } from './people.vi.ts'
import { isUserName } from './user-name.ts'

export type ContactValues = {
  fullName: string
  jobTitle: string
  phone: string
  signInPhone: string
  email: string
}

/** What the screen can see itself, before anything is sent. */
export function contactFaults(values: ContactValues, t: (typeof vi)['form']): FieldError[] {
  const faults: (FieldError | null)[] = [
    values.fullName.trim() === '' ? { name: 'fullName', message: t.missing.fullName } : null,
    values.signInPhone.trim() !== '' && phoneDigits(values.signInPhone) === null
      ? { name: 'signInPhone', message: t.phoneWrong }
      : null,
    values.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email.trim())
      ? { name: 'email', message: t.emailWrong }
      : null,
  ]
  return faults.filter((fault) => fault !== null)
}

export function userNameFaults(userName: string, t: (typeof vi)['form']): FieldError[] {
  if (userName.trim() === '') return [{ name: 'userName', message: t.missing.userName }]
  return isUserName(userName.trim().toLowerCase()) ? [] : [{ name: 'userName', message: t.userNameWrong }]
}

const fieldOfCode: Partial<Record<ProblemCode, string>> = {
  user_name_taken: 'userName',
  phone_taken: 'signInPhone',
  scope_beyond_own: 'scope',
}

/** A refusal that belongs to one field stands at it. */
export function fieldOfRefusal(problem: ApiProblem): FieldError | null {
  const name = fieldOfCode[problem.code]
  return name === undefined ? null : { name, message: `${problem.title}. ${problem.detail}` }
}

export function contactsGiven(values: ContactValues) {
  return {
    fullName: values.fullName,
    jobTitle: values.jobTitle,
    phone: values.phone,
    signInPhone: values.signInPhone,
    email: values.email.trim(),
  }
}
