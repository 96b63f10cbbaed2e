import { useState } from 'react'
import type { ApiProblem } from './api-problem.ts'
import { en } from './form.en.ts'
import { vi } from './form.vi.ts'
import { useTexts } from './language.tsx'

const texts = { vi, en }

export type FieldError = { name: string; message: string }

/**
 * The values of a form and what is wrong with them. `check` answers the faults that the screen itself can see; `fail`
 * takes the server's refusal. A fault leaves its field with the next change of it.
 */
export function useForm<T extends Readonly<Record<string, unknown>>>(initial: T) {
  const t = useTexts(texts)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<readonly FieldError[]>([])

  const set = <K extends keyof T & string>(name: K, value: T[K]) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors((before) => before.filter((error) => error.name !== name))
  }
  return {
    values,
    errors,
    set,
    /** Props of an input: `<TextInput {...form.bind('fullName')} />` in `<Field name="fullName" …>`. */
    bind: <K extends keyof T & string>(name: K) => ({
      value: values[name],
      onChange: (value: T[K]) => set(name, value),
    }),
    error: (name: keyof T & string): string | undefined =>
      errors.find((error) => error.name === name)?.message,
    setErrors,
    /** The fields that the server named. Its sentence on a malformed field is for programs; ours is for people. */
    fail: (problem: ApiProblem) =>
      setErrors(
        problem.fields.map(({ path, message }) => ({
          name: path,
          message: problem.code === 'bad_request' || message === '' ? t.wrong : message,
        })),
      ),
    changed: values !== initial,
    reset: (next: T = initial) => {
      setValues(next)
      setErrors([])
    },
  }
}
